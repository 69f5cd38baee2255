"""The reply clock, by the vectors and case by case."""

from datetime import date

import pytest

from gongkai.law.calendar.workdays import default_calendar
from gongkai.law.request.clock import Conventions, conventions_on, reply_due, reply_explained
from gongkai.law.request.lifecycle import NotProvidedFor
from gongkai.statute.parameters import UnknownParameterError
from tests.law.request.ledger import day, record

CALENDAR = default_calendar()
RECEIVED = "01-26 RECEIVE"


def due(text: str, by: Conventions | None = None) -> str | None:
    """The day, as `03-05`, or with its year when that is not 2026."""
    found = reply_due(record(text), CALENDAR, by).date
    return found and str(found).removeprefix("2026-")


@pytest.mark.parametrize(
    ("received", "twenty", "forty"),
    [
        ("01-26", "02-28", "03-27"),
        ("02-10", "03-16", "04-14"),
        ("02-14", "03-20", "04-20"),
        ("04-28", "05-28", "06-26"),
        ("09-18", "10-22", "11-19"),
        ("09-28", "10-30", "11-27"),
        ("10-10", "11-06", "12-04"),
        ("11-20", "12-18", None),
        ("12-01", "12-29", None),
    ],
)
def test_twenty_working_days_and_twenty_more(received, twenty, forty):
    assert due(f"{received} RECEIVE") == twenty
    if forty:
        assert due(f"{received} RECEIVE; {received} EXTEND 20") == forty


def test_nothing_is_due_before_receipt():
    assert reply_due((), CALENDAR).date is None
    assert due("01-26 FORWARD") is None


@pytest.mark.parametrize(
    ("entries", "last"),
    [
        ("02-10 CONSULT_THIRD_PARTY a; 02-14 THIRD_PARTY_REPLIES a", "03-05"),
        ("02-10 CONSULT_BODY a; 02-14 BODY_REPLIES a", "03-05"),
        ("02-10 CONSULT_THIRD_PARTY a; 02-14 THIRD_PARTY_SILENT a", "03-05"),
        ("02-10 CONSULT_THIRD_PARTY a; 02-10 THIRD_PARTY_REPLIES a", "02-28"),
        ("02-10 CONSULT_THIRD_PARTY a; 02-11 THIRD_PARTY_REPLIES a", "03-02"),
        (
            """02-10 CONSULT_THIRD_PARTY a; 02-11 CONSULT_BODY b
            02-12 THIRD_PARTY_REPLIES a; 02-14 BODY_REPLIES b""",
            "03-05",
        ),
        (
            """02-02 CONSULT_THIRD_PARTY a; 02-03 THIRD_PARTY_REPLIES a
            02-10 CONSULT_BODY b; 02-13 BODY_REPLIES b""",
            "03-05",
        ),
    ],
)
def test_days_of_consultation_do_not_count_and_overlapping_ones_once(entries, last):
    assert due(f"{RECEIVED}; {entries}") == last


def test_the_clock_stands_until_the_last_consultation_closes():
    both = f"{RECEIVED}; 02-10 CONSULT_THIRD_PARTY a; 02-10 CONSULT_BODY b"
    assert due(both) is None
    assert due(f"{both}; 02-12 THIRD_PARTY_REPLIES a") is None
    assert due(f"{both}; 02-12 THIRD_PARTY_REPLIES a; 02-14 BODY_REPLIES b") == "03-05"


def test_a_consultation_after_the_period_has_run_out_does_not_revive_it():
    assert due(f"{RECEIVED}; 03-02 CONSULT_THIRD_PARTY a") == "02-28"
    assert due(f"{RECEIVED}; 03-02 CONSULT_BODY a; 03-20 BODY_REPLIES a") == "02-28"


def test_the_clock_stands_while_a_correction_is_awaited():
    assert due(f"{RECEIVED}; 01-28 ASK_CORRECTION") is None


def test_the_period_begins_anew_with_the_correction():
    assert due(f"{RECEIVED}; 01-28 ASK_CORRECTION; 02-10 CORRECT") == "03-16"


def test_the_period_begins_anew_with_the_day_after_payment():
    assert due(f"{RECEIVED}; 02-02 CHARGE_FEE") is None
    assert due(f"{RECEIVED}; 02-02 CHARGE_FEE; 02-10 PAY") == "03-16"
    day_one_is_receipt = Conventions(first_day=0)
    assert due(f"{RECEIVED}; 02-02 CHARGE_FEE; 02-10 PAY", day_one_is_receipt) == "03-16"


@pytest.mark.parametrize(
    ("days", "last"), [(1, "03-02"), (20, "03-27"), (21, "03-27"), (60, "03-27")]
)
def test_an_extension_counts_as_far_as_the_law_allows(days, last):
    assert due(f"{RECEIVED}; 02-27 EXTEND {days}") == last


@pytest.mark.parametrize(("told", "last"), [("02-28", "03-27"), ("03-01", "02-28")])
def test_an_extension_counts_if_told_by_the_last_day(told, last):
    assert due(f"{RECEIVED}; {told} EXTEND 20") == last


def test_a_second_extension_adds_nothing():
    assert due(f"{RECEIVED}; 02-02 EXTEND 5; 02-03 EXTEND 15") == due(f"{RECEIVED}; 02-02 EXTEND 5")


def test_an_extension_is_possible_during_a_consultation():
    assert (
        due(
            f"""{RECEIVED}; 02-10 CONSULT_THIRD_PARTY a; 02-12 EXTEND 20
            02-14 THIRD_PARTY_REPLIES a"""
        )
        == "04-02"
    )


def test_an_extension_during_a_late_consultation_comes_too_late():
    assert due(f"{RECEIVED}; 03-02 CONSULT_BODY a; 03-03 EXTEND 20") == "02-28"


def test_an_extension_survives_a_correction_and_is_not_renewed_by_it():
    once = f"{RECEIVED}; 01-27 EXTEND 20; 01-28 ASK_CORRECTION; 02-10 CORRECT"
    assert due(once) == "04-14"
    assert due(f"{once}; 02-24 EXTEND 20") == "04-14"


def test_the_period_runs_while_reasons_are_awaited():
    assert due(f"{RECEIVED}; 01-28 ASK_REASONS") == "02-28"
    assert due(f"{RECEIVED}; 01-28 ASK_REASONS; 02-25 GIVE_REASONS") == "02-28"


def test_a_delay_under_article_35_sets_the_day():
    assert (
        due(f"{RECEIVED}; 01-28 ASK_REASONS; 02-02 GIVE_REASONS; 02-03 SET_DELAY 06-30") == "06-30"
    )


def test_a_delay_never_shortens_the_period():
    assert due(f"{RECEIVED}; 02-03 SET_DELAY 02-10") == "02-28"
    assert due(f"{RECEIVED}; 02-03 SET_DELAY 02-28") == "02-28"
    assert due(f"{RECEIVED}; 02-03 SET_DELAY 03-01") == "03-01"


def test_forwarding_that_came_back_has_cost_its_time():
    assert due(f"{RECEIVED}; 02-02 FORWARD; 02-10 RETURN") == "02-28"


@pytest.mark.parametrize(
    ("order", "last"),
    [
        ("COURT_ORDER", "05-28"),
        ("REVIEW_ORDER", "05-28"),
        ("COURT_ORDER 15", "05-21"),
        ("REVIEW_ORDER 7", "05-11"),
        ("COURT_ORDER 05-09", "05-09"),
    ],
)
def test_an_order_to_answer_has_its_own_period(order, last):
    assert due(f"{RECEIVED}; 02-27 ANSWER; 04-28 {order}") == last


def test_the_body_cannot_extend_what_an_order_set():
    assert due(f"{RECEIVED}; 02-27 ANSWER; 04-28 COURT_ORDER 15; 05-06 EXTEND 20") == "05-21"
    assert due(f"{RECEIVED}; 02-27 ANSWER; 04-28 COURT_ORDER 05-09; 05-06 EXTEND 20") == "05-09"


def test_an_order_that_sets_no_period_may_be_extended_though_it_was_before():
    assert (
        due(f"{RECEIVED}; 02-02 EXTEND 20; 02-27 ANSWER; 04-28 COURT_ORDER; 05-06 EXTEND 20")
        == "06-26"
    )


def test_a_correction_within_an_ordered_period_begins_that_period_anew():
    again = "04-29 ASK_CORRECTION; 05-06 CORRECT"
    assert due(f"{RECEIVED}; 02-27 ANSWER; 04-28 COURT_ORDER 7; {again}") == "05-14"


def test_a_correction_leaves_the_day_that_an_order_named():
    ordered = f"{RECEIVED}; 02-27 ANSWER; 04-28 COURT_ORDER 05-09; 04-29 ASK_CORRECTION"
    assert due(ordered) is None
    assert due(f"{ordered}; 05-11 CORRECT") == "05-09"
    assert explained(f"{ordered}; 05-11 CORRECT")[0][0] == "04-28"


def test_a_consultation_stands_in_the_way_of_an_ordered_period_too():
    asked = f"{RECEIVED}; 02-10 CONSULT_THIRD_PARTY a; 04-28 COURT_ORDER 7"
    assert due(asked) is None
    assert due(f"{asked}; 05-06 THIRD_PARTY_REPLIES a") == "05-14"


def test_a_decision_taken_back_is_made_anew_within_the_statutory_period():
    assert due(f"{RECEIVED}; 02-02 SET_DELAY 12-01; 02-09 ANSWER; 04-28 REOPEN") == "05-28"


def test_an_answer_leaves_a_closed_consultation_as_it_was():
    consulted = "02-10 CONSULT_THIRD_PARTY a; 02-14 THIRD_PARTY_REPLIES a"
    assert due(f"{RECEIVED}; {consulted}; 02-27 ANSWER") == "03-05"


def test_after_the_answer_the_day_is_the_one_that_held():
    assert due(f"{RECEIVED}; 02-27 ANSWER; 06-01 ARCHIVE") == "02-28"
    assert due(f"{RECEIVED}; 02-10 CONSULT_THIRD_PARTY a; 02-14 ANSWER") == "03-05"
    assert due(f"{RECEIVED}; 02-02 ASK_CORRECTION; 02-14 ANSWER") is None


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("2019-05-14 RECEIVE", "2019-06-04"),
        ("2019-05-15 RECEIVE", "2019-06-13"),
        ("2019-05-14 RECEIVE; 2019-05-20 EXTEND 20", "2019-06-26"),
        ("2019-05-15 RECEIVE; 2019-05-20 EXTEND 20", "2019-07-11"),
        ("2019-05-10 RECEIVE; 2019-05-13 ASK_CORRECTION; 2019-05-15 CORRECT", "2019-06-13"),
        ("2019-05-10 RECEIVE; 2019-05-13 ASK_CORRECTION; 2019-05-14 CORRECT", "2019-06-04"),
    ],
)
def test_fifteen_and_fifteen_days_held_until_the_regulation_was_revised(text, last):
    assert due(text) == last


def test_before_2008_there_was_no_period():
    with pytest.raises(UnknownParameterError):
        due("2008-04-30 RECEIVE")


def test_an_impossible_record_has_no_day():
    with pytest.raises(NotProvidedFor):
        due(f"{RECEIVED}; 02-02 WITHDRAW; 02-03 ANSWER")


def test_the_counting_of_receipt_and_consultation_can_be_switched():
    consulted = f"{RECEIVED}; 02-10 CONSULT_THIRD_PARTY a; 02-12 THIRD_PARTY_REPLIES a"
    assert due(consulted) == "03-03"
    assert due(RECEIVED, Conventions(first_day=0)) == "02-27"
    corrected = f"{RECEIVED}; 01-28 ASK_CORRECTION; 02-10 CORRECT"
    assert due(corrected, Conventions(first_day=0)) == "03-13"
    assert due(consulted, Conventions(pause_from=0)) == "03-04"
    assert due(consulted, Conventions(pause_until=0)) == "03-02"
    assert due(RECEIVED, Conventions(reply_days=10)) == "02-09"
    anew = f"{RECEIVED}; 01-28 ASK_CORRECTION; 02-10 CORRECT"
    assert due(anew, Conventions(reply_days=7)) == "02-26"
    assert due(f"{RECEIVED}; 02-27 ANSWER; 04-28 COURT_ORDER", Conventions(reply_days=7)) == "05-11"


def test_the_conventions_are_those_of_the_parameters():
    assert conventions_on(day("01-26")) == Conventions(first_day=1, pause_from=1, pause_until=1)
    assert conventions_on(day("01-26"), 7) == Conventions(reply_days=7)


def explained(text: str, by: Conventions | None = None) -> list[tuple[str, int | None, str]]:
    days = reply_explained(record(text), CALENDAR, by).days
    return [(str(each.date).removeprefix("2026-"), each.number, each.why) for each in days]


def test_every_day_says_whether_it_counted_and_why():
    text = "02-11 RECEIVE; 02-12 CONSULT_BODY a; 02-14 BODY_REPLIES a; 02-26 COURT_ORDER 2"
    assert explained("02-11 RECEIVE; 02-12 CONSULT_BODY a; 02-25 BODY_REPLIES a")[:17] == [
        ("02-11", None, "起算之日，不计入"),
        ("02-12", 1, "周四"),
        ("02-13", None, "征求意见，不计入"),
        ("02-14", None, "征求意见，不计入"),
        *((f"02-{n}", None, "春节放假") for n in range(15, 24)),
        ("02-24", None, "征求意见，不计入"),
        ("02-25", None, "征求意见，不计入"),
        ("02-26", 2, "周四"),
        ("02-27", 3, "周五"),
    ]
    assert explained(text) == [
        ("02-26", None, "起算之日，不计入"),
        ("02-27", 1, "周五"),
        ("02-28", 2, "调休上班"),
    ]


def test_days_up_to_a_named_day_are_listed_too():
    assert explained("02-26 COURT_ORDER 03-01") == [
        (when, None, "责令答复的期限内") for when in ("02-26", "02-27", "02-28", "03-01")
    ]
    assert explained(f"{RECEIVED}; 02-02 SET_DELAY 03-02")[-3:] == [
        ("02-28", 20, "调休上班"),
        ("03-01", None, "确定的延迟答复期限内"),
        ("03-02", None, "确定的延迟答复期限内"),
    ]


def test_the_days_of_an_extension_are_numbered_on():
    days = explained(f"{RECEIVED}; 01-27 EXTEND 5; 01-28 SET_DELAY 03-09")
    assert [number for _, number, _ in days if number] == list(range(1, 26))
    assert days[-3:] == [
        ("03-07", None, "确定的延迟答复期限内"),
        ("03-08", None, "确定的延迟答复期限内"),
        ("03-09", None, "确定的延迟答复期限内"),
    ]


def test_with_day_one_on_receipt_the_day_of_receipt_is_counted():
    assert explained(RECEIVED, Conventions(first_day=0))[0] == ("01-26", 1, "周一")
    later = explained(RECEIVED, Conventions(first_day=2))
    assert later[:3] == [
        ("01-26", None, "起算之日，不计入"),
        ("01-27", None, "起算之日，不计入"),
        ("01-28", 1, "周三"),
    ]


def test_while_the_clock_stands_there_is_nothing_to_explain():
    assert explained(f"{RECEIVED}; 01-27 CONSULT_BODY a") == []
    assert explained("01-26 FORWARD") == []


def test_without_an_explanation_the_day_is_the_same():
    whole = record(f"{RECEIVED}; 02-02 SET_DELAY 03-02")
    assert reply_due(whole, CALENDAR).days == ()
    assert reply_due(whole, CALENDAR).date == reply_explained(whole, CALENDAR).date


def test_a_period_into_a_year_without_a_notice_is_provisional():
    beyond = reply_explained(record("12-20 RECEIVE"), CALENDAR)
    assert beyond.provisional
    assert beyond.date is not None
    assert beyond.date.year == 2027
    assert [each.provisional for each in beyond.days] == [
        each.date >= date(2027, 1, 1) for each in beyond.days
    ]
    assert not reply_due(record("12-01 RECEIVE"), CALENDAR).provisional


def test_a_named_day_is_never_provisional():
    assert not reply_due(record("12-20 COURT_ORDER 2027-02-01"), CALENDAR).provisional
    assert not reply_due(record("12-20 RECEIVE; 12-21 SET_DELAY 2027-06-01"), CALENDAR).provisional
