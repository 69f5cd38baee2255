"""Setting the order of signing, and being away."""

from datetime import timedelta

import pytest

from gongkai.web.accounts.models import Person
from gongkai.web.agencies.models import Body
from gongkai.web.review import queries
from gongkai.web.ui import clock

pytestmark = pytest.mark.django_db
ORDER = "/desk/bodies/wangge/signing/reporting.report"


def test_the_head_sets_an_order_with_two_roles_signing_together(signed_in):
    typed = {"confidentiality": 1, "legal": 1, "head": 2}
    assert signed_in("wangge.yibashou").post(ORDER, typed).status_code == 302
    steps = queries.steps_of(Body.objects.get(code="wangge"), "reporting.report")
    assert [(step.roles, step.every, step.vacant) for step in steps] == [
        (("confidentiality", "legal"), True, "skip"),
        (("head",), False, "refuse"),
    ]
    page = signed_in("wangge.jingban").get("/desk/bodies/wangge/signing/").content.decode()
    assert "保密审查员、法制审核员（会签） → 主要负责人" in page


def test_an_order_without_anybody_is_refused(signed_in):
    answer = signed_in("wangge.yibashou").post(ORDER, {"head": ""})
    assert "至少要有一个岗位" in answer.content.decode()


def test_a_kind_of_paper_that_does_not_exist_has_no_order(signed_in):
    assert signed_in("wangge.yibashou").get(ORDER + "s").status_code == 404


def away(**changed) -> dict[str, object]:
    today = clock.today()
    usual = {
        "body": Body.objects.get(code="wangge").pk,
        "to": Person.objects.get(login="wangge.keshi").pk,
        "since": today,
        "until": today + timedelta(days=3),
    }
    return usual | changed


def test_an_absence_is_entered_and_ended_on_the_page(signed_in):
    client, who = signed_in("wangge.baomi"), Person.objects.get(login="wangge.baomi")
    client.post("/desk/away/", away())
    entered = queries.absences(who, clock.today()).get()
    assert entered.to.login == "wangge.keshi"
    client.post(f"/desk/away/{entered.pk}/end")
    assert not queries.absences(who, clock.today()).exists()


@pytest.mark.parametrize(
    ("changed", "word"),
    [
        ({"since": "2020-01-01"}, "不能早于今天"),
        ({"until": "2020-01-01"}, "不能早于开始日期"),
        ({"to": ""}, "请选择由谁代签"),
    ],
)
def test_an_absence_that_cannot_be_is_refused_beside_the_field(signed_in, changed, word):
    page = signed_in("wangge.baomi").post("/desk/away/", away(**changed)).content.decode()
    assert word in page


def test_nobody_ends_the_absence_of_another(signed_in):
    signed_in("wangge.baomi").post("/desk/away/", away())
    entered = queries.absences(Person.objects.get(login="wangge.baomi"), clock.today()).get()
    assert signed_in("wangge.zhuren").post(f"/desk/away/{entered.pk}/end").status_code == 404


def test_some_kinds_may_leave_out_a_step_but_never_the_confidentiality_review(signed_in):
    order = "/desk/bodies/wangge/signing/publishing.item"
    typed = {"confidentiality": 1, "office_head": 2, "head": 3}
    client = signed_in("wangge.yibashou")
    assert client.post(order, typed | {"unless_office_head": ["news"]}).status_code == 302
    steps = queries.steps_of(Body.objects.get(code="wangge"), "publishing.item")
    left = [step.title for step in queries.needed(steps, "news") if step.skipped]
    assert left == ["信息公开工作机构负责人"]
    assert not any(step.skipped for step in queries.needed(steps, "notice"))
    page = client.get(order).content.decode()
    assert "unless_confidentiality" not in page
    refused = client.post(order, typed | {"unless_head": ["news"]}).content.decode()
    assert "最后签发的岗位" in refused
