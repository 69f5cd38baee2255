"""Who is told of a reply, a hearing, an ordered answer, and when."""

from datetime import date, timedelta

import pytest

from gongkai.web.accounts.models import Person
from gongkai.web.notices.models import Notice
from gongkai.web.remedies.acts import case as acts
from gongkai.web.remedies.acts.remind import remind
from gongkai.web.remedies.record import Act, Kind
from tests.web.remedies.conftest import BY

pytestmark = pytest.mark.django_db
ORDERED = {"decision": "review_ordered", "served_on": "2026-03-16", "anew": True}


@pytest.fixture
def case(attack):
    """Received on Monday 2 March 2026: the reply is due on 16 March."""
    return attack(filed_on=date(2026, 2, 27), received_on=date(2026, 3, 2))


def told(login: str = "wuchang.jingban") -> list[str]:
    person = Person.objects.get(login=login)
    found = Notice.objects.filter(person=person, kind__startswith="remedy_")
    return list(found.order_by("pk").values_list("title", flat=True))


def pass_by(first: date, last: date) -> None:
    """Every day from one to another."""
    for number in range((last - first).days + 1):
        remind(first + timedelta(days=number))


def test_the_reply_is_told_of_three_days_and_one_before_on_the_day_and_once_after(case):
    pass_by(date(2026, 3, 2), date(2026, 3, 20))
    due = f"行政复议 {case}：应当在2026年3月16日前提交答复和证据"
    assert told() == [
        due,
        due,
        f"行政复议 {case}：今天提交答复和证据",
        f"行政复议 {case} 已经超期：提交答复和证据",
    ]
    assert len(Notice.objects.filter(kind="remedy_overdue")) == 1, "this body has no office head"


def test_a_day_on_which_nothing_ran_loses_no_reminder(case):
    remind(date(2026, 3, 12))
    remind(date(2026, 3, 12))
    assert told() == [f"行政复议 {case}：应当在2026年3月16日前提交答复和证据"]


def test_nothing_more_is_told_once_the_reply_is_in(case):
    acts.enter(BY, case, Act.REPLY, on=date(2026, 3, 9))
    pass_by(date(2026, 3, 10), date(2026, 3, 20))
    assert told() == []


def test_a_hearing_is_told_of_before_and_on_its_day_and_not_when_it_was_retracted(case):
    acts.enter(BY, case, Act.REPLY, on=date(2026, 3, 9))
    acts.enter(BY, case, Act.HEAR, on=date(2026, 3, 18))
    acts.enter(BY, case, Act.HEAR, on=date(2026, 3, 19))
    acts.retract(BY, case, number=4, on=date(2026, 3, 9), reason="改期")
    pass_by(date(2026, 3, 10), date(2026, 3, 24))
    soon = f"行政复议 {case}：定于2026年3月18日听证或者开庭"
    assert told() == [soon, soon, f"行政复议 {case}：今天听证或者开庭"]


@pytest.mark.parametrize("period", [{"days": 5}, {"until": "2026-03-23"}])
def test_an_ordered_answer_is_told_of_by_the_day_the_order_set(case, period):
    acts.decide(BY, case, on=date(2026, 3, 16), facts=ORDERED | period)
    pass_by(date(2026, 3, 16), date(2026, 3, 23))
    due = f"行政复议 {case}：应当在2026年3月23日前按决定重新处理"
    assert told() == [due, due, f"行政复议 {case}：今天按决定重新处理"]


def test_an_order_that_stands_in_the_application_is_told_of_there(attack, answered):
    case = attack(request=answered.pk, filed_on=date(2026, 2, 27), received_on=date(2026, 3, 2))
    acts.decide(BY, case, on=date(2026, 3, 16), facts=ORDERED | {"days": 5})
    pass_by(date(2026, 3, 16), date(2026, 3, 23))
    assert told() == []


def test_a_hearing_may_be_entered_when_it_is_announced(case, signed_in):
    client = signed_in("wuchang.jingban")
    where = f"/desk/remedies/{case.pk}/act/"
    assert Kind(case.kind) is Kind.RECONSIDERATION
    client.post(f"{where}hear", {"on": "2099-01-05", "place": ""})
    client.post(f"{where}reply", {"on": "2099-01-05"})
    acts_done = list(case.entries.values_list("act", flat=True))
    assert acts_done == ["receive", "hear"]
