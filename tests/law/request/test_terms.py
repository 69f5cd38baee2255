"""The other periods of a case."""

import pytest

from gongkai.law.calendar.workdays import Due, default_calendar
from gongkai.law.request.clock import Conventions
from gongkai.law.request.lifecycle import NotProvidedFor
from gongkai.law.request.record import standing_after
from gongkai.law.request.terms import (
    SOURCES,
    TermKind,
    consultation_due,
    correction_notice_due,
    extension_due,
    latest_reply_due,
    payment_due,
    running_terms,
)
from tests.law.request.ledger import day, record

CALENDAR = default_calendar()
RECEIVED = "01-26 RECEIVE"
DAY_ONE = Conventions(first_day=0)


def said(due: Due | None) -> str | None:
    return due and str(due.date).removeprefix("2026-")


def running(entries: str = "") -> list[tuple[TermKind, str]]:
    found = running_terms(record(f"{RECEIVED}; {entries}"), CALENDAR)
    return [(each.term, str(each.date).removeprefix("2026-")) for each in found]


@pytest.mark.parametrize(
    ("received", "last"),
    [("01-26", "02-04"), ("02-10", "02-26"), ("09-18", "09-29"), ("12-01", "12-10")],
)
def test_a_correction_is_asked_within_seven_working_days_of_receipt(received, last):
    assert said(correction_notice_due(record(f"{received} RECEIVE"), CALENDAR)) == last


def test_the_day_to_ask_for_a_correction_stays_that_of_receipt():
    whole = record(f"{RECEIVED}; 01-28 ASK_CORRECTION; 02-10 CORRECT; 02-27 ANSWER; 04-28 REOPEN")
    assert said(correction_notice_due(whole, CALENDAR)) == "02-04"
    assert said(correction_notice_due(whole, CALENDAR, DAY_ONE)) == "02-03"


def test_there_is_no_day_to_ask_before_receipt_or_under_the_old_law():
    assert correction_notice_due((), CALENDAR) is None
    assert correction_notice_due(record("2019-05-14 RECEIVE"), CALENDAR) is None
    assert correction_notice_due(record("2019-05-15 RECEIVE"), CALENDAR) is not None


def test_an_extension_is_told_by_the_last_day_of_the_first_period():
    assert said(extension_due(record(RECEIVED), CALENDAR)) == "02-28"
    assert said(extension_due(record(RECEIVED), CALENDAR, DAY_ONE)) == "02-27"
    assert said(latest_reply_due(record(RECEIVED), CALENDAR)) == "03-27"
    assert said(latest_reply_due(record(RECEIVED), CALENDAR, DAY_ONE)) == "03-26"


@pytest.mark.parametrize(
    "entries",
    [
        "01-27 EXTEND 5",
        "01-28 ASK_CORRECTION",
        "01-28 CHARGE_FEE",
        "01-28 CONSULT_BODY a",
        "02-27 ANSWER; 04-28 COURT_ORDER 15",
    ],
)
def test_there_is_no_extension_twice_nor_while_nothing_is_counted(entries):
    whole = record(f"{RECEIVED}; {entries}")
    assert extension_due(whole, CALENDAR) is None
    assert latest_reply_due(whole, CALENDAR) is None


def test_a_period_that_ran_out_before_a_consultation_cannot_be_lengthened_meanwhile():
    whole = record(f"{RECEIVED}; 03-02 CONSULT_BODY a")
    assert said(extension_due(whole, CALENDAR)) == "02-28"
    assert latest_reply_due(whole, CALENDAR) is None


def test_the_longest_extension_is_that_of_the_law_at_the_time():
    old = record("2019-05-14 RECEIVE")
    assert said(extension_due(old, CALENDAR)) == "2019-06-04"
    assert said(latest_reply_due(old, CALENDAR)) == "2019-06-26"
    anew = record("2019-05-10 RECEIVE; 2019-05-13 ASK_CORRECTION; 2019-05-20 CORRECT")
    assert said(latest_reply_due(anew, CALENDAR)) == "2019-07-16"


@pytest.mark.parametrize("act", ["CONSULT_THIRD_PARTY", "CONSULT_BODY"])
def test_those_consulted_have_fifteen_working_days_from_receiving_the_letter(act):
    whole = record(f"{RECEIVED}; 01-26 {act} a; 01-26 {act} b@02-10")
    assert said(consultation_due(whole[1], CALENDAR)) == "02-14"
    assert said(consultation_due(whole[2], CALENDAR)) == "03-09"
    assert said(consultation_due(whole[1], CALENDAR, DAY_ONE)) == "02-13"
    with pytest.raises(TypeError, match="RECEIVE is no consultation"):
        consultation_due(whole[0], CALENDAR)


@pytest.mark.parametrize("whom", ["THIRD_PARTY", "BODY"])
def test_a_signature_that_came_later_moves_the_last_day_of_the_consulted(whom):
    term = TermKind.THIRD_PARTY if whom == "THIRD_PARTY" else TermKind.OTHER_BODY
    posted = f"02-10 CONSULT_{whom} a"
    assert (term, "03-09") in running(posted)
    signed = f"{posted}; 02-26 {whom}_RECEIVES a@02-12"
    assert (term, "03-11") in running(signed)
    on_time = f"02-10 CONSULT_{whom} a@02-12"
    assert running(signed) == running(on_time), "as if it had been known when the letter went out"


def test_who_is_not_asked_any_more_receives_no_letter():
    over = f"{RECEIVED}; 02-10 CONSULT_BODY a; 02-12 BODY_REPLIES a"
    with pytest.raises(NotProvidedFor):
        standing_after(record(f"{over}; 02-13 BODY_RECEIVES a"))
    both = f"{RECEIVED}; 02-10 CONSULT_BODY a; 02-10 CONSULT_BODY b; 02-12 BODY_REPLIES a"
    with pytest.raises(NotProvidedFor, match="已经结束"):
        standing_after(record(f"{both}; 02-13 BODY_RECEIVES a"))


def test_a_signature_is_not_later_than_the_day_it_is_entered():
    with pytest.raises(NotProvidedFor, match="不能晚于"):
        record("02-13 BODY_RECEIVES a@02-14")


def test_under_the_old_law_those_consulted_had_no_period():
    whole = record("2019-04-10 RECEIVE; 2019-04-11 CONSULT_BODY a")
    assert consultation_due(whole[1], CALENDAR) is None
    assert running_terms(whole, CALENDAR) == ()


def test_a_fee_is_paid_within_twenty_working_days_after_the_notice_came():
    whole = record(f"{RECEIVED}; 01-26 CHARGE_FEE")
    assert said(payment_due(whole[1], CALENDAR)) == "02-28"
    assert (
        said(payment_due(record("01-26 RECEIVE; 01-26 CHARGE_FEE 02-10")[1], CALENDAR)) == "03-16"
    )
    with pytest.raises(TypeError, match="RECEIVE is no fee notice"):
        payment_due(whole[0], CALENDAR)


def test_a_signature_that_came_later_moves_the_last_day_to_pay():
    charged = "01-26 CHARGE_FEE"
    assert running(charged) == [(TermKind.PAYMENT, "02-28")]
    signed = running(f"{charged}; 02-26 NOTICE_RECEIVED 02-10")
    assert signed == running("01-26 CHARGE_FEE 02-10") == [(TermKind.PAYMENT, "03-16")]


def test_before_the_fee_measures_there_was_no_period_to_pay():
    whole = record("2020-11-02 RECEIVE; 2020-11-03 CHARGE_FEE")
    assert payment_due(whole[1], CALENDAR) is None
    assert running_terms(whole, CALENDAR) == ()


def test_what_runs_at_each_stage():
    assert running() == [
        (TermKind.CORRECTION_NOTICE, "02-04"),
        (TermKind.REPLY, "02-28"),
        (TermKind.EXTENSION, "02-28"),
    ]
    assert running("01-28 ASK_CORRECTION 02-12") == [(TermKind.CORRECTION, "02-12")]
    assert running("01-28 ASK_CORRECTION") == []
    assert running("01-28 ASK_CORRECTION 02-12; 02-10 CORRECT") == [
        (TermKind.REPLY, "03-16"),
        (TermKind.EXTENSION, "03-16"),
    ]
    assert running("01-28 CHARGE_FEE") == [(TermKind.PAYMENT, "03-03")]
    assert running("01-28 ASK_REASONS 02-12") == [
        (TermKind.REASONS, "02-12"),
        (TermKind.REPLY, "02-28"),
        (TermKind.EXTENSION, "02-28"),
    ]
    assert running("01-28 ASK_REASONS") == [
        (TermKind.REPLY, "02-28"),
        (TermKind.EXTENSION, "02-28"),
    ]
    assert running("01-28 ANSWER") == []
    assert running("01-27 EXTEND 5; 02-09 ASK_CORRECTION; 02-10 CORRECT") == [
        (TermKind.REPLY, "03-23")
    ]


def test_another_way_of_counting_moves_every_day():
    whole = record(f"{RECEIVED}; 01-26 CONSULT_BODY a; 01-27 BODY_REPLIES a; 01-28 CONSULT_BODY b")
    found = running_terms(whole, CALENDAR, DAY_ONE)
    assert [(each.term, each.date) for each in found] == [
        (TermKind.CORRECTION_NOTICE, day("02-03")),
        (TermKind.OTHER_BODY, day("02-24")),
    ]
    plain = running_terms(record(RECEIVED), CALENDAR, DAY_ONE)
    assert [(each.term, each.date) for each in plain] == [
        (TermKind.CORRECTION_NOTICE, day("02-03")),
        (TermKind.REPLY, day("02-27")),
        (TermKind.EXTENSION, day("02-27")),
    ]


def test_the_last_letter_to_the_applicant_is_the_one_that_is_waited_for():
    assert running("01-28 ASK_CORRECTION 02-12; 01-29 ASK_CORRECTION 02-25") == [
        (TermKind.CORRECTION, "02-25")
    ]


def test_only_open_consultations_are_waited_for():
    found = running_terms(
        record(
            f"""{RECEIVED}; 01-26 CONSULT_THIRD_PARTY a; 01-26 CONSULT_BODY b@01-28
            01-26 CONSULT_THIRD_PARTY c; 01-27 THIRD_PARTY_REPLIES c"""
        ),
        CALENDAR,
    )
    assert [(each.term, each.date, each.consultation) for each in found] == [
        (TermKind.CORRECTION_NOTICE, day("02-04"), ""),
        (TermKind.THIRD_PARTY, day("02-14"), "a"),
        (TermKind.OTHER_BODY, day("02-25"), "b"),
    ]


def test_a_term_into_a_year_without_a_notice_is_provisional():
    consulted = "12-20 RECEIVE; 12-20 CONSULT_BODY a"
    found = running_terms(record(consulted), CALENDAR)
    assert {each.term: each.provisional for each in found} == {
        TermKind.CORRECTION_NOTICE: False,
        TermKind.OTHER_BODY: True,
    }
    late = running_terms(record("12-28 RECEIVE"), CALENDAR)
    assert {each.provisional for each in late} == {True}
    paid = running_terms(record("12-20 RECEIVE; 12-21 CHARGE_FEE"), CALENDAR)
    assert [each.provisional for each in paid] == [True]
    extension = extension_due(record("12-20 RECEIVE"), CALENDAR)
    assert extension is not None
    assert extension.provisional
    latest = latest_reply_due(record("12-01 RECEIVE"), CALENDAR)
    assert latest is not None
    assert latest.provisional


def test_every_term_names_its_source():
    assert {term: source.key for term, source in SOURCES.items()} == {
        TermKind.REPLY: "regulation:33",
        TermKind.CORRECTION_NOTICE: "regulation:30",
        TermKind.EXTENSION: "regulation:33(2)",
        TermKind.CORRECTION: "regulation:30",
        TermKind.THIRD_PARTY: "regulation:32",
        TermKind.OTHER_BODY: "regulation:34",
        TermKind.REASONS: "regulation:35",
        TermKind.PAYMENT: "fee_measures:6",
    }
    assert running_terms(record(RECEIVED), CALENDAR)[0].source.key == "regulation:30"
