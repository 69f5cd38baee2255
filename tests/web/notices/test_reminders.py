"""Who is told of last days and of papers to be signed."""

from datetime import date

import pytest

from gongkai.web.accounts.models import Person
from gongkai.web.agencies.models import Body
from gongkai.web.agencies.queries import standing_of
from gongkai.web.audit.actor import system
from gongkai.web.notices.models import Notice
from gongkai.web.requests.acts.remind import remind, step
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.queries import OPEN
from gongkai.web.review import acts, queries
from gongkai.web.review.chain import Verdict
from gongkai.web.ui import clock

DUE = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2026, 11, 19), None),
        (date(2026, 11, 20), ("request_due", 5)),
        (date(2026, 11, 23), None),
        (date(2026, 11, 25), ("request_due", 2)),
        (date(2026, 11, 26), ("request_due", 1)),
        (DUE, ("request_due_today", 0)),
        (date(2026, 12, 3), ("request_overdue", 0)),
    ],
)
def test_a_last_day_has_its_ladder_of_reminders(today, told):
    assert step(DUE, today) == told


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
