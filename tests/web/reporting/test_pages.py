"""The report's pages, as people use them."""

import json

import pytest
from django.test import Client

from gongkai.web.agencies.models import Body
from gongkai.web.reporting.models.report import Report
from gongkai.web.ui import clock
from tests.shared import shared

pytestmark = pytest.mark.django_db
YEAR = clock.today().year - 1


def text_of(answer) -> str:
    return answer.content.decode()


@pytest.fixture
def officer(signed_in) -> Client:
    client = signed_in("wangge.jingban")
    body = Body.objects.get(code="wangge")
    client.post("/desk/reports/", {"body": body.pk, "year": YEAR})
    return client


@pytest.fixture
def address(officer) -> str:
    return f"/desk/reports/{Report.objects.get(body__code='wangge', year=YEAR).pk}/"


def test_from_sign_in_to_the_published_page_without_a_keyboard_shortcut(
    officer, address, signed_in, client
):
    assert "可以送审" in text_of(officer.get(address))
    assert "已经送审" in text_of(officer.post(address + "submit", follow=True))
    for login in ("wangge.baomi", "wangge.zhuren", "wangge.fenguan", "wangge.yibashou"):
        signer = signed_in(login)
        assert address in text_of(signer.get("/desk/")), f"{login} sees it waiting"
        assert "请您签署" in text_of(signer.get(address))
        signer.post(address + "sign", {"verdict": "approve", "opinion": ""})
    public = f"/bodies/wangge/reports/{YEAR}/"
    assert client.get(public).status_code == 404
    officer.post(address + "publish")
    page = text_of(client.get(public))
    assert "硚口区社会管理网格化服务中心" in page
    assert "属于执法案卷" in page or "属于行政执法案卷" in page
    assert public in text_of(client.get("/reports/"))
    assert public in text_of(client.get("/bodies/wangge/reports/"))


def test_the_published_data_is_a_statement_of_the_schema(officer, address, signed_in, client):
    schema = json.loads(shared("schema", "statement.schema.json").read_text("utf-8"))
    officer.post(address + "submit")
    for login in ("wangge.baomi", "wangge.zhuren", "wangge.fenguan", "wangge.yibashou"):
        signed_in(login).post(address + "sign", {"verdict": "approve", "opinion": ""})
    officer.post(address + "publish")
    data = client.get(f"/bodies/wangge/reports/{YEAR}/statement.json").json()
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.validate(data, schema)
    assert data["requests"]["received"]["total"] == 0


def test_two_people_editing_at_once_see_each_others_words(officer, address, signed_in):
    page = officer.get(address + "text/other")
    base = page.context["form"].initial["base"]
    signed_in("wangge.zhuren").post(address + "text/other", {"words": "负责人的文字", "base": base})
    answer = officer.post(address + "text/other", {"words": "经办人的文字", "base": base})
    page = text_of(answer)
    assert "负责人的文字" in page
    assert "经办人的文字" in page
    again = answer.context["form"].data["base"]
    officer.post(address + "text/other", {"words": "合并后的文字", "base": again})
    assert "合并后的文字" in text_of(officer.get(address))


def test_what_is_being_signed_cannot_be_opened_for_editing(officer, address):
    officer.post(address + "submit")
    answer = officer.get(address + "text/other", follow=True)
    assert answer.redirect_chain == [(address, 302)]
    assert "不能修改" in text_of(answer)


def test_a_half_item_is_refused_beside_its_field(officer, address):
    typed = {"cell": "requests.received.business", "value": "1.5", "source": "x", "paper": "y"}
    assert "件数只能是整数" in text_of(officer.post(address + "figures", typed))


def test_a_supplement_shows_in_the_table_with_its_source(officer, address):
    typed = {"cell": "proactive.permits", "value": "12", "source": "审批系统", "paper": "台账1页"}
    officer.post(address + "figures", typed)
    page = text_of(officer.get(address))
    assert 'cells/proactive.permits/">12<' in page
    assert 'class="added ' in page
    assert "审批系统（台账1页）" in page


def test_another_bodys_officer_does_not_get_in_and_the_supervisor_reads_only(
    officer, address, signed_in
):
    assert signed_in("jiguan.jingban").get(address).status_code == 403
    supervisor = signed_in("zhengshu.zhuguan")
    assert supervisor.get(address).status_code == 200
    assert supervisor.get(address + "text/other").status_code == 403


def test_a_report_page_asks_the_database_a_fixed_number_of_times(
    officer, address, django_assert_max_num_queries
):
    with django_assert_max_num_queries(28):
        officer.get(address)


def test_the_report_is_printed_for_those_who_sign_on_paper_before_it_is_public(officer, address):
    word = officer.get(address + "print.docx")
    assert word.content.startswith(b"PK"), "a Word file"
    assert "%E8%B5%B7%E8%8D%89" in word["Content-Disposition"], "起草: named after its stage"
    assert address + "print.pdf" in text_of(officer.get(address))
    assert officer.get(address + "print.html").status_code == 404
