"""What happens to an application is entered once, in order, and everything follows from it."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from gongkai.law.exemption.grounds import Ground
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.request.details import Answered, Consulted, CorrectionAsked, Extended, Opinion
from gongkai.law.request.lifecycle import Act, NotProvidedFor
from gongkai.law.request.receipt import Channel
from gongkai.law.request.record import Entry as LawEntry
from gongkai.web.audit import queries as trail
from gongkai.web.requests import queries
from gongkai.web.requests.acts.confirm import confirm
from gongkai.web.requests.acts.enter import enter
from gongkai.web.requests.acts.register import PRIVATE
from gongkai.web.requests.models.case import Entry, Request
from gongkai.web.vault.models import Sealed
from tests.web.requests.conftest import BY, PERSON

pytestmark = pytest.mark.django_db


def test_an_application_over_the_counter_is_received_that_day(apply):
    request = apply().request
    assert (request.stage, request.received) == ("IN_HAND", date(2026, 1, 26))
    assert (request.due, request.due_provisional) == (date(2026, 2, 28), False)
    assert request.counted


def test_one_on_line_waits_for_both_sides_to_confirm(apply):
    request = apply(channel=Channel.ONLINE).request
    assert (request.stage, request.received, request.due) == ("SUBMITTED", None, None)
    confirm(BY, request, on=date(2027, 1, 4))
    request.refresh_from_db()
    assert request.received == date(2027, 1, 4)


def test_numbers_run_without_gaps_even_when_one_act_fails(apply):
    first = apply().request.number
    with transaction.atomic():
        apply()
        transaction.set_rollback(True)
    assert int(apply().request.number[-4:]) == int(first[-4:]) + 1


def test_consultation_and_extension_move_the_last_day_as_the_law_computes(apply):
    request = apply().request
    steps = [
        LawEntry(Act.CONSULT_THIRD_PARTY, date(2026, 2, 10), Consulted(consultation="甲")),
        LawEntry(
            Act.THIRD_PARTY_REPLIES, date(2026, 2, 14), Opinion(consultation="甲", agrees=True)
        ),
    ]
    for step in steps:
        enter(BY, request, step)
    assert request.due == date(2026, 3, 5)
    extended = Extended(days=20, approved_by_head=True, applicant_told=True)
    enter(BY, request, LawEntry(Act.EXTEND, date(2026, 3, 2), extended))
    assert request.due == queries.due_explained(request).date > date(2026, 3, 25)


def test_what_the_law_has_no_place_for_is_refused_and_nothing_is_written(apply):
    request = apply().request
    with pytest.raises(NotProvidedFor, match="不能“补正”"):
        enter(BY, request, LawEntry(Act.CORRECT, date(2026, 2, 2)))
    assert request.entries.count() == 1


def test_a_breach_is_entered_as_it_happened(apply):
    request = apply().request
    late = CorrectionAsked(until=date(2026, 4, 1))
    enter(BY, request, LawEntry(Act.ASK_CORRECTION, date(2026, 3, 20), late))
    assert request.stage == "AWAITING_CORRECTION"


def test_an_answer_puts_it_in_its_row(apply):
    request = apply().request
    answered = Answered(kind=AnswerKind.PARTLY_GRANTED, withheld=(Ground.THIRD_PARTY,))
    enter(BY, request, LawEntry(Act.ANSWER, date(2026, 2, 12), answered))
    assert (request.row, request.closed) == ("partly_granted", date(2026, 2, 12))
    assert queries.record_of(request)[-1].details == answered


def test_every_entry_is_in_the_trail(apply):
    request = apply().request
    actions = [entry.action for entry in trail.of_subject(f"requests.request:{request.pk}")]
    assert actions == ["requests.register", "requests.enter"]
    assert not list(trail.broken())


def test_entries_can_be_neither_changed_nor_removed(apply):
    entry = apply().request.entries.get()
    for change in (
        Entry.objects.filter(pk=entry.pk).update,
        Entry.objects.filter(pk=entry.pk).delete,
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change(**({"note": "改"} if "update" in change.__name__ else {}))


def test_who_applied_and_what_they_wrote_is_nowhere_in_the_clear(apply):
    request = apply().request
    stored = str(Request.objects.filter(pk=request.pk).values().get())
    stored += str(list(request.entries.values())) + str(list(trail.entries().values()))
    stored += str(b"".join(bytes(row.text) for row in Sealed.objects.all()))
    for value in PERSON.values():
        assert value not in stored


def test_the_topic_in_lists_holds_no_numbers_of_people():
    assert (
        PRIVATE.sub("＊", "张三11010519491231002X，13800001234，a@b.cn的信息")
        == "张三＊，＊，＊的信息"
    )


def test_it_is_followed_with_its_number_and_code_only(apply):
    made = apply()
    assert queries.followed(made.request.number.lower(), made.code.lower()) == made.request
    assert queries.followed(made.request.number, "AAAAAAAA") is None
    assert queries.followed("SQ999-2026-0001", made.code) is None
    assert made.code not in str(Request.objects.values().get(pk=made.request.pk))
