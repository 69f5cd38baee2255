"""Who is told of last days and of papers to be signed."""

from datetime import date

import pytest

from gongkai.web.accounts.models import Person
from gongkai.web.agencies.models import Body
from gongkai.web.agencies.queries import standing_of
from gongkai.web.audit.actor import system
from gongkai.web.notices.models import Notice
from gongkai.web.requests.acts.remind import Step, reached, remind
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.queries import OPEN
from gongkai.web.review import acts, queries
from gongkai.web.review.chain import Verdict
from gongkai.web.ui import clock

DUE = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2026, 11, 12), None),
        (date(2026, 11, 13), Step("request_due", 10)),
        (date(2026, 11, 19), Step("request_due", 10)),
        (date(2026, 11, 20), Step("request_due", 5)),
        (date(2026, 11, 23), Step("request_due", 5)),
        (date(2026, 11, 25), Step("request_due", 3)),
        (date(2026, 11, 26), Step("request_due", 1)),
        (DUE, Step("request_due_today")),
        (date(2026, 12, 3), Step("request_overdue")),
    ],
)
def test_a_last_day_has_its_ladder_of_reminders(today, told):
    assert reached(DUE, today) == told


@pytest.fixture
def due():
    """An application of which it is known when it is due, and none beside it."""
    found = Request.objects.filter(stage__in=OPEN, body__code="wangge").first()
    Request.objects.exclude(pk=found.pk).update(due=None)
    Request.objects.filter(pk=found.pk).update(due=DUE)
    return found


def told_on(case, *days: date) -> list[str]:
    """What the officer is told when the daily run takes place on these days only."""
    for each in days:
        remind(each)
    found = Notice.objects.filter(subject=f"requests.request:{case.pk}", due=DUE)
    found = found.filter(person__login="wangge.jingban").order_by("pk")
    return [each.title.removeprefix(f"申请 {case.number} ") for each in found]


@pytest.mark.django_db
def test_a_step_is_told_once_though_the_run_comes_daily(due):
    days = [date(2026, 11, day) for day in range(9, 31)]
    titles = [
        "还有 10 个工作日到期",
        "还有 5 个工作日到期",
        "还有 3 个工作日到期",
        "还有 1 个工作日到期",
        "今天到期",
        "已经超期",
    ]
    assert told_on(due, *days) == titles


@pytest.mark.django_db
def test_after_days_of_standstill_what_came_near_meanwhile_is_told(due):
    assert told_on(due, date(2026, 11, 12), date(2026, 11, 24)) == ["还有 3 个工作日到期"]


@pytest.mark.django_db
def test_of_several_missed_steps_only_the_last_is_told(due):
    assert told_on(due, date(2026, 11, 12), date(2026, 11, 26)) == ["还有 1 个工作日到期"]


@pytest.mark.django_db
def test_a_late_application_is_told_to_the_officer_and_the_head_of_the_office_once():
    late = Request.objects.filter(stage__in=OPEN, body__code="wangge").first()
    Request.objects.exclude(pk=late.pk).update(due=None)
    Request.objects.filter(pk=late.pk).update(due=date(2024, 1, 2))
    remind(date(2024, 1, 10))
    remind(date(2024, 1, 11))
    told = Notice.objects.filter(subject=f"requests.request:{late.pk}", due=date(2024, 1, 2))
    told = told.values_list("person__login", flat=True)
    assert sorted(told) == ["wangge.jingban", "wangge.zhuren"]


def opened():
    body = Body.objects.get(code="wangge")
    return acts.open_review(
        system(),
        body=body,
        subject="publishing.item:999",
        title="关于试行的通知",
        address="/desk/items/999/",
        digest="d",
    )


def told_of(kind: str) -> list[str]:
    found = Notice.objects.filter(kind=kind, title__contains="关于试行的通知")
    return sorted(found.values_list("person__login", flat=True))


def sign(review, login: str, verdict: Verdict, opinion: str = "") -> None:
    person = Person.objects.get(login=login)
    today = clock.today()
    acting = queries.turn(review, person, standing_of(person, today), today)
    by = system(person.name)
    acts.sign(by, review=review, acting=acting, verdict=verdict, opinion=opinion, digest="d")
    review.refresh_from_db()


@pytest.mark.django_db
def test_each_signer_is_told_when_it_is_their_turn():
    review = opened()
    assert told_of("review_waiting") == ["wangge.baomi"]
    sign(review, "wangge.baomi", Verdict.APPROVE)
    assert told_of("review_waiting") == ["wangge.baomi", "wangge.zhuren"]


@pytest.mark.django_db
def test_the_officer_is_told_of_a_paper_that_was_returned():
    sign(opened(), "wangge.baomi", Verdict.RETURN, "标题不清")
    assert told_of("review_returned") == ["wangge.jingban"]
