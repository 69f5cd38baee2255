"""Sections, leading group, names, functions handed over, the registration form."""

import re

import pytest

from gongkai.web.agencies.models import Body, Section
from gongkai.web.agencies.queries import bodies, duties_by_law
from gongkai.web.ui import clock

pytestmark = pytest.mark.django_db
PAGE = "/desk/bodies/wangge/"


def body(code: str = "wangge") -> Body:
    return Body.objects.get(code=code)


def test_the_officer_opens_and_closes_a_section(signed_in):
    client = signed_in("wangge.jingban")
    client.post(PAGE + "sections", {"name": "督办科"})
    made = Section.objects.get(body=body(), name="督办科")
    again = client.post(PAGE + "sections", {"name": "督办科"}, follow=True).content.decode()
    assert "已经有“督办科”" in again
    client.post(f"{PAGE}sections/{made.pk}")
    made.refresh_from_db()
    assert made.until == clock.today()
    client.post(PAGE + "sections", {"name": "督办科"})
    made.refresh_from_db()
    assert made.until is None, "the same section, opened again"


def test_the_leading_group_is_kept_and_shown_to_the_public(signed_in, client):
    typed = {"seat": "成员", "name": "陶知远", "office": "督办科科长", "duty": "督办"}
    signed_in("wangge.jingban").post(PAGE + "group", typed)
    assert "陶知远" in client.get("/bodies/wangge/").content.decode()
    member = body().leading_group.get(name="陶知远")
    signed_in("wangge.jingban").post(f"{PAGE}group/{member.pk}")
    assert "陶知远" not in client.get("/bodies/wangge/").content.decode()


def test_a_renamed_body_keeps_its_old_name_on_the_form(signed_in, client):
    typed = {"name": "硚口区社会治理中心", "short_name": "区治理中心", "on": "2026-10-01"}
    signed_in("admin.xitong").post(PAGE + "name", typed)
    page = client.get("/bodies/wangge/registration").content.decode()
    assert "硚口区社会治理中心" in page
    assert "硚口区社会管理网格化服务中心（2026年10月1日前）" in page


def test_a_merged_body_ends_and_its_successor_says_so(signed_in, client):
    typed = {"successor": body("zhengshu").pk, "functions": "网格化服务管理", "on": "2026-11-01"}
    signed_in("admin.xitong").post(PAGE + "transfer", typed | {"whole": "on"})
    assert body() not in bodies(clock.today())
    page = client.get("/bodies/zhengshu/registration").content.decode()
    assert "网格化服务管理（2026年11月1日起，原单位撤销）" in page


def test_only_the_system_administrator_renames_and_merges(signed_in):
    client = signed_in("wangge.jingban")
    assert client.post(PAGE + "name", {}).status_code == 403
    assert client.post(PAGE + "transfer", {}).status_code == 403


def test_a_body_is_entered_with_a_right_credit_code(signed_in):
    client = signed_in("admin.xitong")
    typed = {"code": "minzheng", "name": "硚口区民政局", "short_name": "区民政局"}
    typed |= {"kind": "department", "parent": body("qiaokou").pk}
    wrong = client.post("/desk/bodies/new", typed | {"credit_code": "114201040000000001"})
    assert "校验位不对" in wrong.content.decode()
    assert client.post("/desk/bodies/new", typed).status_code == 302
    assert body("minzheng").path == "qiaokou/minzheng/"


def test_the_form_shows_no_private_number(client):
    page = client.get("/bodies/wangge/registration").content.decode()
    assert "027-00000200" in page
    assert not re.search(r"(?<!\d)1[3-9]\d{9}(?!\d)", page)


@pytest.mark.parametrize(
    ("code", "own"), [("chengguan", True), ("shidong", False), ("wangge", False)]
)
def test_article_21_speaks_of_departments_but_not_of_street_offices(code, own):
    keys = {item.key for item in duties_by_law(body(code))}
    assert ("local_affairs" in keys) is own
