"""Bodies in their tree, posts over time, the three administrators kept apart."""

from datetime import date

import pytest

from gongkai.web.accounts.models import Person
from gongkai.web.agencies import acts, queries
from gongkai.web.agencies.models import Body, Role
from gongkai.web.agencies.permissions import may_edit_office, supervises
from gongkai.web.audit.actor import system
from gongkai.web.audit.queries import of_subject

pytestmark = pytest.mark.django_db
BY = system()
DAY = date(2026, 6, 1)


def body(code: str) -> Body:
    return Body.objects.get(code=code)


def person(login: str) -> Person:
    return Person.objects.get(login=login)


def test_moving_a_body_takes_all_below_it_along():
    centre = acts.found(
        BY, code="zhan", parent=body("wangge"), name="站", short_name="站", kind="institution"
    )
    acts.move(BY, body=body("wangge"), parent=body("wuchang"))
    centre.refresh_from_db()
    assert centre.path == "wuchang/wangge/zhan/"
    assert [b.code for b in queries.below(body("wuchang"))][:3] == ["wuchang", "shidong", "wangge"]


def test_a_body_cannot_be_moved_below_itself():
    with pytest.raises(acts.NotPossibleError, match="它自己的下级"):
        acts.move(BY, body=body("qiaokou"), parent=body("wangge"))


def test_a_renamed_body_keeps_its_former_name_with_the_day():
    acts.rename(
        BY, body=body("wangge"), name="硚口区城市运行管理中心", short_name="区城运中心", on=DAY
    )
    former = body("wangge").former_names.get()
    assert (former.name, former.until) == ("硚口区社会管理网格化服务中心", DAY)


def test_a_body_whose_functions_all_went_over_ends_that_day():
    acts.transfer(
        BY, former=body("jiguan"), successor=body("zhengshu"), on=DAY, functions="全部", whole=True
    )
    assert body("jiguan") not in queries.bodies(DAY)
    assert body("jiguan") in queries.bodies(date(2026, 5, 31))


def test_nobody_holds_two_of_the_three_administrators_posts():
    with pytest.raises(acts.NotPossibleError, match="不同的人"):
        acts.appoint(
            BY, person=person("admin.xitong"), body=body("zhengshu"), role=Role.AUDIT_ADMIN, on=DAY
        )


def test_a_post_that_ended_gives_no_permission_from_that_day_on():
    officer = person("wangge.jingban")
    acts.relieve(BY, post=officer.posts.get(), on=DAY)
    before = queries.standing_of(officer, date(2026, 5, 31))
    after = queries.standing_of(officer, DAY)
    assert may_edit_office.test(before, body("wangge"))
    assert not may_edit_office.test(after, body("wangge"))


def test_an_officer_edits_only_the_office_of_the_own_body():
    standing = queries.standing_of(person("wangge.jingban"), DAY)
    assert may_edit_office.test(standing, body("wangge"))
    assert not may_edit_office.test(standing, body("jiguan"))


def test_the_supervising_department_supervises_its_own_district_only():
    standing = queries.standing_of(person("zhengshu.zhuguan"), DAY)
    assert supervises.test(standing, body("wangge"))
    assert supervises.test(standing, body("qiaokou"))
    assert not supervises.test(standing, body("shidong"))


def test_an_edited_office_shows_to_the_public_and_stands_in_the_trail(signed_in, client):
    page = "/desk/bodies/wangge/office"
    typed = dict.fromkeys(acts.OFFICE, "") | {"office": "综合办公室", "telephone": "027-00000299"}
    assert signed_in("wangge.jingban").post(page, typed).url == "/desk/bodies/"
    assert "027-00000299" in client.get("/bodies/wangge/").content.decode()
    entry = of_subject(f"agencies.body:{body('wangge').pk}").last()
    assert entry.facts["changed"]["telephone"] == ["027-00000200", "027-00000299"]


def test_a_private_mobile_is_refused_as_an_office_telephone(signed_in):
    typed = dict.fromkeys(acts.OFFICE, "") | {"telephone": "138 0000 1234"}
    page = signed_in("wangge.jingban").post("/desk/bodies/wangge/office", typed).content.decode()
    assert "这是手机号码" in page
    assert "138 0000 1234" in page, "what was typed is kept"


def test_an_appointment_made_on_the_page_takes_effect(signed_in):
    client = signed_in("admin.anquan")
    typed = {"person": person("jiguan.jingban").pk, "role": "officer"}
    client.post("/desk/bodies/wangge/posts", typed)
    standing = queries.standing_of(person("jiguan.jingban"), date(2099, 1, 1))
    assert standing.has(Role.OFFICER, body=body("wangge"))


def test_an_appointment_that_cannot_be_is_answered_with_the_reason(signed_in):
    typed = {"person": person("wangge.jingban").pk, "role": "officer"}
    page = signed_in("admin.anquan").post("/desk/bodies/wangge/posts", typed).content.decode()
    assert "已经是" in page
