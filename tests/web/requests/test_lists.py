"""The lists of the desk show what is asked for, cost little, and go out as a spreadsheet."""

import io
from datetime import date, timedelta

import pytest
from python_calamine import CalamineWorkbook

from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.request.details import Answered
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.record import Entry as LawEntry
from gongkai.web.accounts.models import Person
from gongkai.web.agencies.models import Post, Role, Section
from gongkai.web.requests.acts.assign import assign
from gongkai.web.requests.acts.enter import enter
from gongkai.web.requests.export import write_xlsx
from gongkai.web.requests.lists import Wanted, counts, listed
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.models.desk import SavedFilter
from tests.web.requests.conftest import BY

pytestmark = pytest.mark.django_db
TODAY = date(2026, 2, 26)  # a Thursday


@pytest.fixture
def officer():
    return Person.objects.get(login="wuchang.jingban")


@pytest.fixture
def cases(apply):
    """Due on 27 February, today's 26th, next Monday, and one that is late; one answered."""
    days = {"soon": 1, "today": 0, "monday": 4, "late": -3}
    found = {name: apply().request for name in (*days, "answered")}
    for name, ahead in days.items():
        Request.objects.filter(pk=found[name].pk).update(due=TODAY + timedelta(days=ahead))
    answered = Answered(kind=AnswerKind.NOT_HELD)
    enter(BY, found["answered"], LawEntry(Act.ANSWER, date(2026, 2, 10), answered))
    return found


def shown(body, officer, cases, **wanted) -> set[str]:
    found = listed([body.pk], Wanted(**wanted), today=TODAY, person=officer.pk)
    numbers = set(found.values_list("number", flat=True))
    return {name for name, case in cases.items() if case.number in numbers}


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ({"show": "open"}, {"soon", "today", "monday", "late"}),
        ({"show": "today"}, {"today"}),
        ({"show": "week"}, {"soon", "today"}),
        ({"show": "late"}, {"late"}),
        ({"show": "mine"}, set()),
        ({"show": "all"}, {"soon", "today", "monday", "late", "answered"}),
        ({"show": "all", "answer": "NOT_HELD"}, {"answered"}),
        ({"show": "all", "stage": "ANSWERED"}, {"answered"}),
        ({"show": "all", "channel": "FAX"}, set()),
        ({"show": "all", "words": "小区改造"}, {"soon", "today", "monday", "late", "answered"}),
    ],
)
def test_a_list_holds_what_its_name_says(wanted, names, body, officer, cases):
    assert shown(body, officer, cases, **wanted) == names


def test_the_open_list_begins_with_what_is_due_first(body, officer, cases):
    found = listed([body.pk], Wanted(), today=TODAY, person=officer.pk)
    assert [case.pk for case in found][:2] == [cases["late"].pk, cases["today"].pk]


def test_mine_is_what_i_lead_and_what_my_section_leads_or_assists(body, officer, cases):
    planning, records = (Section.objects.create(body=body, name=n) for n in ("规划科", "档案科"))
    assign(BY, cases["soon"], section=None, lead=officer)
    assign(BY, cases["late"], section=planning, lead=None, assisting=[records, planning])
    assert shown(body, officer, cases, show="mine") == {"soon"}
    Post.objects.create(
        person=officer, body=body, section=records, role=Role.SECTION, since=date(2020, 1, 1)
    )
    assert shown(body, officer, cases, show="mine") == {"soon", "late"}
    assert list(cases["late"].assisting.all()) == [records]
    assert counts([body.pk], today=TODAY, person=officer.pk)["mine"] == 2


def test_ticked_cases_are_given_out_together(cases, signed_in, officer, body):
    section = Section.objects.create(body=body, name="规划科")
    numbers = [cases[name].pk for name in ("soon", "late")]
    sent = {"case": numbers, "section": section.pk, "lead": officer.pk}
    page = signed_in("wuchang.jingban").post(
        "/desk/requests/assign/wuchang-wangge", sent, follow=True
    )
    assert "已分办 2 件" in page.content.decode()
    assert set(
        Request.objects.filter(section=section, lead=officer).values_list("pk", flat=True)
    ) == set(numbers)


def test_a_section_is_not_offered_what_only_registrars_may_do(signed_in):
    section = signed_in("wangge.keshi")
    case = Request.objects.get(body__code="wangge", stage="IN_HAND")
    offered = section.get(f"/desk/requests/{case.pk}/").content.decode()
    assert "记入其他事项" in offered
    for act in ("forward", "split", "join", "charge"):
        assert f"/desk/requests/{case.pk}/{act}" not in offered
    listed = section.get("/desk/requests/").content.decode()
    assert "登记纸质申请" not in listed
    assert "分办勾选的申请" not in listed


def test_cases_of_another_body_are_not_given_out(signed_in):
    other = Request.objects.filter(body__code="chengguan").first()
    sent = {"case": [other.pk], "section": "", "lead": ""}
    page = signed_in("wangge.jingban").post("/desk/requests/assign/wangge", sent, follow=True)
    assert "请先在列表里勾选" in page.content.decode()


def test_a_filter_is_kept_under_its_name_for_one_person(signed_in):
    officer = signed_in("wangge.jingban")
    kept = {"name": "待补正的", "query": "show=all&stage=AWAITING_CORRECTION"}
    assert "待补正的" in officer.post("/desk/requests/filters", kept, follow=True).content.decode()
    assert "待补正的" not in signed_in("jiguan.jingban").get("/desk/requests/").content.decode()
    officer.post(f"/desk/requests/filters/{SavedFilter.objects.get().pk}/drop")
    assert not SavedFilter.objects.exists()


def test_an_unknown_filter_narrows_nothing(signed_in):
    page = signed_in("wangge.jingban").get("/desk/requests/?show=all&stage=NOWHERE&section=x")
    assert page.status_code == 200
    assert "网格化服务的所有材料" in page.content.decode()


def test_the_folded_filters_say_which_of_them_are_set(signed_in):
    officer = signed_in("wuchang.jingban")
    page = officer.get("/desk/requests/?show=all&stage=ANSWERED&channel=EMAIL&answer=none")
    assert "（阶段：已答复，来件渠道：电子邮件）</span></summary>" in page.content.decode()
    assert '<span id="set"></span>' in officer.get("/desk/requests/").content.decode()


def test_the_list_goes_out_as_a_spreadsheet_without_names(signed_in):
    answer = signed_in("wangge.jingban").get("/desk/requests/list.xlsx?show=all")
    data = b"".join(answer.streaming_content)
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    assert rows[0][:4] == ["编号", "单位", "申请人类别", "所需信息名称"]
    assert len(rows) - 1 == Request.objects.filter(body__code="wangge").count()
    assert "杜鹃" not in str(rows)


def test_a_cell_that_looks_like_a_formula_stays_text():
    out = io.BytesIO()
    write_xlsx(out, "表", ["甲"], [["=1+1"], [date(2026, 1, 5)]])
    rows = CalamineWorkbook.from_filelike(io.BytesIO(out.getvalue())).get_sheet_by_index(0)
    assert rows.to_python() == [["甲"], ["=1+1"], [date(2026, 1, 5)]]
