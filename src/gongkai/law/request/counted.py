"""How an application counts in table two: once, whatever became of its answer afterwards.

It counts as handled in the year in which it first ended, in the row of the ending that stood on
31 December of that year. An answer given anew in a later year, after a decision was set aside or
taken back, is not counted again: the published table of the first year stands, and the sums of
the form (came in = went out) hold for every year. What the review or the court did counts in table
three. No text says so; the provision is marked provisional.

Applications that are handled and answered together count each by itself, in its own column and
year of receipt, as answered on the day and in the way of the one letter: the form counts
applications, not letters.

An application that was split counts in its parts, a forwarded one where it went. What was carried
over the end of a year before stays in the tables of those years: of the parts the first goes on
with the count of the whole, the others count as received on the day of the split; one forwarded
after that counts as handled otherwise, on the day it left, and so does one that turned out to ask
for the correction of a record.
"""

from dataclasses import dataclass
from datetime import date

from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.outcome.table import outcome
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.record import Record, answer_after, standing_after
from gongkai.statute.provisions import COUNTING_PRACTICE, REPORT_FORM_2021

once = COUNTING_PRACTICE.article(23)
elsewhere = COUNTING_PRACTICE.article(24)
form = REPORT_FORM_2021.article(3)

_BACK = (Act.RETURN, Act.REVIEW_ORDER, Act.COURT_ORDER)
"""Acts after which a forwarded application is handled here again."""
_OTHERWISE = outcome(AnswerKind.WITHDRAWN).row_2021


@dataclass(frozen=True)
class Counted:
    """`received`: the year of the first row is this day's. `closed`: None while open.

    `kind`: None while open, and where it was closed without an answer that has a row.
    """

    received: date
    closed: date | None = None
    kind: AnswerKind | None = None

    @property
    def row(self) -> str | None:
        """The key of its row of outcomes; None while it is open."""
        if self.closed and self.kind is None:
            return _OTHERWISE
        return outcome(self.kind).row_2021 if self.kind else None


def first_end(record: Record) -> tuple[date, AnswerKind] | None:
    """The day on which the application ended for the first time, and how."""
    for length in range(1, len(record) + 1):
        kind = answer_after(record[:length])
        if kind is not None:
            return record[length - 1].on, kind
    return None


def counted(record: Record, split_off: date | None = None) -> Counted | None:
    """How the application counts; None where it counts in no row of this body's table.

    `split_off`: of a part but the first, where the whole was carried over the end of a year: the
    day of the split, with which it counts as received.
    """
    received = standing_after(record).received_on
    if received is None or any(entry.act is Act.SPLIT for entry in record):
        return None
    came, carried, missed = split_off or received, False, False
    for year in range(came.year, max(came, record[-1].on).year + 1):
        known = tuple(entry for entry in record if entry.on.year <= year)
        left, back = _away(known)
        if missed and back:
            came, missed = back, False
        ends = [end for end in _ends(known) if end[0].year == year and end[0] >= came]
        if ends:
            found = Counted(came, ends[0][0], ends[-1][1])
            if found.row is None and carried:
                return Counted(came, found.closed)
            return found if found.row else None
        if left and carried:
            return Counted(came, left)
        carried, missed = carried or not left, missed or left is not None
    return Counted(came) if carried else None


def _away(record: Record) -> tuple[date | None, date | None]:
    """The day it left for another body, None while it is here; the day it last came back."""
    left, back = None, None
    for entry in record:
        if entry.act is Act.FORWARD:
            left = entry.on
        elif left and entry.act in _BACK:
            left, back = None, entry.on
    return left, back


def _ends(record: Record) -> list[tuple[date, AnswerKind]]:
    """Every day on which it stood ended here, and how."""
    found = []
    for length in range(1, len(record) + 1):
        kind = answer_after(record[:length])
        if kind and _away(record[:length])[0] is None:
            found.append((record[length - 1].on, kind))
    return found
