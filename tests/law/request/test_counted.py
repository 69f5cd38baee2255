"""An application counts once in table two, whatever became of its answer afterwards."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.outcome.table import OUTCOMES
from gongkai.law.request.counted import Counted, counted, first_end
from gongkai.law.request.details import Answered, Forwarded, Ordered
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.receipt import Channel, Receipt
from gongkai.law.request.record import Entry, received

IN = date(2025, 3, 3)
START = received(Receipt(channel=Channel.IN_PERSON, arrived_on=IN))


def answer(on: date, kind: AnswerKind = AnswerKind.NOT_HELD) -> Entry:
    return Entry(Act.ANSWER, on, Answered(kind=kind))


def ordered(on: date) -> Entry:
    return Entry(Act.REVIEW_ORDER, on, Ordered())


def test_an_open_application_counts_as_received_in_no_row():
    assert counted((START,)) == Counted(IN)


def test_one_not_yet_received_counts_nowhere():
    assert counted(()) is None


def test_an_answer_anew_in_a_later_year_is_not_counted_again():
    first, order = answer(date(2025, 4, 1)), ordered(date(2025, 11, 3))
    anew = answer(date(2026, 1, 9), AnswerKind.GRANTED)
    found = counted((START, first, order, anew))
    assert found == Counted(IN, date(2025, 4, 1), AnswerKind.NOT_HELD)


def test_one_ordered_anew_and_open_at_the_end_of_the_year_keeps_its_row():
    record = (START, answer(date(2025, 4, 1)), ordered(date(2025, 11, 3)))
    assert counted(record) == Counted(IN, date(2025, 4, 1), AnswerKind.NOT_HELD)


def test_within_the_year_the_answer_that_stood_at_its_end_gives_the_row():
    anew = answer(date(2025, 12, 30), AnswerKind.GRANTED)
    record = (START, answer(date(2025, 4, 1)), ordered(date(2025, 11, 3)), anew)
    assert counted(record) == Counted(IN, date(2025, 4, 1), AnswerKind.GRANTED)


@pytest.mark.parametrize(
    "away", [Entry(Act.SPLIT, IN), Entry(Act.FORWARD, IN, Forwarded(to="区水务局"))]
)
def test_what_was_split_or_forwarded_counts_elsewhere(away):
    assert counted((START, away)) is None


def test_one_sent_back_counts_here_again():
    away = Entry(Act.FORWARD, IN, Forwarded(to="区水务局"))
    assert counted((START, away, Entry(Act.RETURN, IN))) == Counted(IN)


def test_a_correction_of_a_record_counts_in_no_row():
    assert counted((START, answer(date(2025, 4, 1), AnswerKind.RECORD_CORRECTED))) is None


@given(
    st.lists(
        st.tuples(
            st.sampled_from([row.kind for row in OUTCOMES if row.row_2021]), st.integers(1, 300)
        ),
        min_size=1,
        max_size=4,
    )
)
def test_later_years_never_change_what_was_counted(steps):
    record, on, first = [START], IN, None
    for kind, days in steps:
        on += timedelta(days=days)
        record.append(answer(on, kind))
        now = counted(tuple(record))
        assert now is not None
        assert now.closed == first_end(tuple(record))[0]
        if first and on.year > first.closed.year:
            assert now == first
        first = now
        record.append(ordered(on))
