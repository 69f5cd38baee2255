"""How an application counts in table two: once, whatever became of its answer afterwards.

It counts as handled in the year in which it first ended, in the row of the ending that stood on
31 December of that year. An answer given anew in a later year, after a decision was set aside or
taken back, is not counted again: the published table of the first year stands, and the sums of
the form (came in = went out) hold for every year. What the review or the court did counts in table
three. No text says so; the provision is marked provisional.

An application that was split counts in its parts, a forwarded one where it went.
"""

from dataclasses import dataclass
from datetime import date

from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.outcome.table import outcome
from gongkai.law.request.lifecycle import Stage
from gongkai.law.request.record import Record, answer_after, standing_after
from gongkai.statute.provisions import COUNTING_PRACTICE, REPORT_FORM_2021

once = COUNTING_PRACTICE.article(23)
elsewhere = COUNTING_PRACTICE.article(24)
form = REPORT_FORM_2021.article(3)

_ELSEWHERE = (Stage.SPLIT_UP, Stage.FORWARDED)


@dataclass(frozen=True)
class Counted:
    """`received`: the year of the first row is this day's. `closed`, `kind`: None while open."""

    received: date
    closed: date | None = None
    kind: AnswerKind | None = None

    @property
    def row(self) -> str | None:
        """The key of its row of outcomes; None while it is open."""
        return outcome(self.kind).row_2021 if self.kind else None


def first_end(record: Record) -> tuple[date, AnswerKind] | None:
    """The day on which the application ended for the first time, and how."""
    for length in range(1, len(record) + 1):
        kind = answer_after(record[:length])
        if kind is not None:
            return record[length - 1].on, kind
    return None


def counted(record: Record) -> Counted | None:
    """How the application counts; None where it counts in no row of this body's table."""
    standing, end = standing_after(record), first_end(record)
    if standing.received_on is None:
        return None
    if end is None:
        open_here = standing.stage not in _ELSEWHERE
        return Counted(standing.received_on) if open_here else None
    closed, kind = end
    found = Counted(standing.received_on, closed, _at_the_end_of(closed.year, record) or kind)
    return found if found.row else None


def _at_the_end_of(year: int, record: Record) -> AnswerKind | None:
    """The last ending of that year."""
    kinds = [
        answer_after(record[: index + 1])
        for index, entry in enumerate(record)
        if entry.on.year <= year
    ]
    return next((kind for kind in reversed(kinds) if kind), None)
