"""What a body published for a year stays true: of applications split or forwarded later, too."""

from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.request.counted import Counted, counted
from gongkai.law.request.details import Answered, Forwarded
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.receipt import Channel, Receipt
from gongkai.law.request.record import Entry, Record, received
from tests.law.request.test_random_records import records

IN = date(2024, 11, 4)
START = received(Receipt(channel=Channel.IN_PERSON, arrived_on=IN))


def away(on: date) -> Entry:
    return Entry(Act.FORWARD, on, Forwarded(to="区水务局"))


def known(record: Record, year: int) -> Record:
    return tuple(entry for entry in record if entry.on.year <= year)


def rows(found: Counted | None, year: int) -> Counter:
    """The rows of a year's table in which it stands."""
    if found is None:
        return Counter()
    came, gone = found.received.year, found.closed.year if found.closed else year + 1
    return Counter(
        row
        for row, stands in (
            ("received", came == year),
            ("carried_in", came < year <= gone),
            (f"handled:{found.row}", gone == year),
            ("carried_out", came <= year < gone),
        )
        if stands
    )


def test_one_forwarded_in_the_year_it_came_counts_elsewhere_even_when_archived():
    assert counted((START, away(IN), Entry(Act.ARCHIVE, IN))) is None


def test_one_carried_over_and_then_forwarded_is_handled_otherwise():
    found = counted((START, away(date(2025, 2, 3))))
    assert found == Counted(IN, date(2025, 2, 3))
    assert found.row == "other_other"


def test_one_that_comes_back_in_the_same_year_was_never_away():
    back = Entry(Act.RETURN, date(2025, 3, 3))
    assert counted((START, away(date(2025, 2, 3)), back)) == Counted(IN)


def test_one_away_at_the_end_of_the_year_counts_as_received_when_it_is_back():
    back = Entry(Act.RETURN, date(2025, 3, 3))
    assert counted((START, away(date(2024, 12, 2)), back)) == Counted(back.on)
    answer = Entry(Act.ANSWER, date(2025, 3, 9), Answered(kind=AnswerKind.GRANTED))
    found = counted((START, away(date(2024, 12, 2)), back, answer))
    assert found == Counted(back.on, answer.on, AnswerKind.GRANTED)


def test_one_carried_over_that_asked_for_the_correction_of_a_record_is_handled_otherwise():
    answer = Entry(Act.ANSWER, date(2025, 1, 9), Answered(kind=AnswerKind.RECORD_CORRECTED))
    assert counted((START, answer)).row == "other_other"


def test_one_withdrawn_while_it_is_away_counts_where_it_went():
    assert counted((START, away(IN), Entry(Act.WITHDRAW, IN))) is None


@given(records())
def test_later_entries_never_change_the_table_of_a_year_that_is_over(record):
    whole_life = counted(record)
    if any(entry.act is Act.SPLIT for entry in record):
        return  # its parts stand for it, see below
    for year in range(record[0].on.year, record[-1].on.year + 1):
        assert rows(counted(known(record, year)), year) == rows(whole_life, year), year


@given(records(), st.integers(0, 500), st.integers(2, 4))
def test_the_parts_of_what_was_split_leave_the_years_before_as_they_were(record, days, number):
    """The whole until the split, from then on its parts: each year's table holds."""
    if any(entry.act is Act.SPLIT for entry in record):
        return
    on = record[-1].on + timedelta(days=days)
    count = counted(record)
    off = on if count and count.received.year < on.year else None
    parts = [counted(record), *(counted(record, off) for _part in range(number - 1))]
    for year in range(record[0].on.year, on.year):
        after = sum((rows(part, year) for part in parts), Counter())
        if off:
            assert after == rows(count, year), year
    if off and count and not count.closed:
        last = sum((rows(part, on.year) for part in parts), Counter())
        assert last["carried_in"] == 1
        assert last["received"] == number - 1
        assert last["carried_in"] + last["received"] == last["carried_out"]
