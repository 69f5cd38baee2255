"""Whatever may happen to an application: the clock agrees with one that lives through the days."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.calendar.workdays import default_calendar
from gongkai.law.request.clock import Conventions, reply_due, reply_explained
from gongkai.law.request.lifecycle import Act, Clock, Stage, acts_at, move
from gongkai.law.request.record import Entry, Record, stage_after, standing_after
from tests.law.request.ledger import details
from tests.law.request.slow import slow_due

CALENDAR = default_calendar()
FIRST, LAST = date(2018, 6, 1), date(2026, 3, 1)
CONSULT = {Act.CONSULT_THIRD_PARTY, Act.CONSULT_BODY}
CLOSE = {
    Act.THIRD_PARTY_RECEIVES: Act.CONSULT_THIRD_PARTY,
    Act.BODY_RECEIVES: Act.CONSULT_BODY,
    Act.THIRD_PARTY_REPLIES: Act.CONSULT_THIRD_PARTY,
    Act.THIRD_PARTY_SILENT: Act.CONSULT_THIRD_PARTY,
    Act.BODY_REPLIES: Act.CONSULT_BODY,
    Act.BODY_SILENT: Act.CONSULT_BODY,
    Act.TELL_THIRD_PARTY: Act.CONSULT_THIRD_PARTY,
}


def possible(record: Record) -> list[tuple[Act, str]]:
    """Every act that may come next, with the consultation it speaks of."""
    now = standing_after(record)
    found = []
    for act in acts_at(now.stage):
        if act in CONSULT:
            found.append((act, f"c{len(record)}"))
        elif act in CLOSE:
            names = now.consultations if act is Act.TELL_THIRD_PARTY else now.open
            found += [(act, n) for n in sorted(names) if now.consultations[n] is CLOSE[act]]
        else:
            found.append((act, ""))
    return found


@st.composite
def records(draw: Any) -> Record:
    """A record of up to a dozen entries, made only of moves that the table has."""
    on = draw(st.dates(FIRST, LAST))
    record = (Entry(Act.RECEIVE, on, details(Act.RECEIVE, on, "")),)
    for _ in range(draw(st.integers(0, 11))):
        choices = possible(record)
        if not choices:
            break
        act, word = draw(st.sampled_from(choices))
        on += timedelta(days=draw(st.integers(0, 12)))
        if act is Act.EXTEND:
            word = str(draw(st.integers(1, 25)))
        elif act is Act.SET_DELAY:
            word = str(on + timedelta(days=draw(st.integers(0, 90))))
        elif act in (Act.COURT_ORDER, Act.REVIEW_ORDER):
            named = str(on + timedelta(days=draw(st.integers(0, 60))))
            word = draw(st.sampled_from(["", "7", "15", named]))
        record = (*record, Entry(act, on, details(act, on, word)))
    return record


@given(records())
def test_the_clock_agrees_with_one_that_lives_through_every_day(record):
    assert reply_due(record, CALENDAR).date == slow_due(record, CALENDAR.is_working_day)


@given(records())
def test_the_explanation_numbers_the_days_without_a_gap_up_to_the_last(record):
    due = reply_explained(record, CALENDAR)
    assert (due.date, due.provisional) == (
        reply_due(record, CALENDAR).date,
        reply_due(record, CALENDAR).provisional,
    )
    dates = [each.date for each in due.days]
    assert dates == [dates[0] + timedelta(days=n) for n in range(len(dates))] if dates else True
    numbers = [each.number for each in due.days if each.number is not None]
    assert numbers == list(range(1, len(numbers) + 1))
    if due.date:
        assert dates[-1] == due.date
    for each in due.days:
        assert each.number is None or CALENDAR.is_working_day(each.date)


@given(records(), st.integers(0, 2), st.integers(0, 2), st.integers(0, 2))
def test_the_last_number_is_the_length_of_the_period_however_days_are_counted(record, a, b, c):
    due = reply_explained(record, CALENDAR, Conventions(first_day=a, pause_from=b, pause_until=c))
    numbers = [each.number for each in due.days if each.number is not None]
    if numbers:
        assert numbers == list(range(1, len(numbers) + 1))
        assert due.days[-1].number is not None or due.days[-1].why == "确定的延迟答复期限内"


@given(records())
def test_the_stage_of_every_beginning_follows_from_the_one_before(record):
    for n in range(1, len(record)):
        before, after = stage_after(record[:n]), stage_after(record[: n + 1])
        then = move(before, record[n].act).leads_to(before)
        assert after is then or {after, then} <= {Stage.IN_HAND, Stage.CONSULTING}


@given(records(), st.integers(0, 30))
def test_a_consultation_never_makes_an_answer_due_earlier(record, length):
    now = standing_after(record)
    if Act.CONSULT_BODY not in acts_at(now.stage):
        return
    before = reply_due(record, CALENDAR).date
    sent, back = record[-1].on, record[-1].on + timedelta(days=length)
    longer = (
        *record,
        Entry(Act.CONSULT_BODY, sent, details(Act.CONSULT_BODY, sent, "new")),
        Entry(Act.BODY_SILENT, back, details(Act.BODY_SILENT, back, "new")),
    )
    after = reply_due(longer, CALENDAR).date
    assert before is None or (after is not None and after >= before)


@given(records())
def test_acts_that_leave_the_clock_alone_leave_the_day_alone(record):
    for act, word in possible(record):
        if move(stage_after(record), act).clock is Clock.RUNS:
            on = record[-1].on
            longer = (*record, Entry(act, on, details(act, on, word)))
            assert reply_due(longer, CALENDAR) == reply_due(record, CALENDAR)
