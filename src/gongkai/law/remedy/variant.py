"""Which remedy paragraph an answer bears: by its kind, its grounds and the day of the decision."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from gongkai.law.exemption.grounds import Ground
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.outcome.table import Review, grounds_of, outcome
from gongkai.statute.parameters import UnknownParameterError, parameter


class Variant(Enum):
    """R0: before 2024, either way. R1: reconsideration first. R2: either way."""

    R0 = "复议或者直接起诉（2024年以前）"
    R1 = "复议前置"
    R2 = "复议或者直接起诉"


@dataclass(frozen=True)
class Unsettled:
    """Questions the law leaves open: whether reconsideration comes first for a register inquiry
    (36(7)), and against silence. `unsettled_on` gives what the parameters say.
    """

    inquiry_first: bool
    inaction_first: bool


def _flag(name: str, day: date) -> bool:
    """Whether the parameter is 1 on that day; False before it begins."""
    found = parameter(name)
    try:
        return found.on(day) == 1
    except UnknownParameterError:
        return False


def unsettled_on(day: date) -> Unsettled:
    """How the parameters answer the open questions on that day."""
    return Unsettled(_flag("remedy.inquiry_first", day), _flag("remedy.inaction_first", day))


def reconsideration_first(
    kind: AnswerKind,
    withheld: Iterable[Ground] = (),
    *,
    decided_on: date,
    unsettled: Unsettled | None = None,
) -> bool:
    """Whether an answer must go to reconsideration before a court (since 2024, grounds 14–16)."""
    if not _flag("remedy.reconsideration_first", decided_on):
        return False
    match outcome(kind).review:
        case Review.FIRST:
            return True
        case Review.BY_GROUNDS:
            return bool(grounds_of(kind, withheld))
        case Review.UNSETTLED:
            return (unsettled or unsettled_on(decided_on)).inquiry_first
        case _:
            return False


def variant(
    kind: AnswerKind,
    withheld: Iterable[Ground] = (),
    *,
    decided_on: date,
    unsettled: Unsettled | None = None,
) -> Variant | None:
    """The paragraph of an answer decided on that day; None where none is owed (withdrawal)."""
    if outcome(kind).review is Review.NONE:
        return None
    if reconsideration_first(kind, withheld, decided_on=decided_on, unsettled=unsettled):
        return Variant.R1
    return Variant.R2 if _flag("remedy.reconsideration_first", decided_on) else Variant.R0


def silence_goes_to_reconsideration_first(on: date, unsettled: Unsettled | None = None) -> bool:
    """Whether silence after the last day must go to reconsideration first; unsettled law."""
    return (unsettled or unsettled_on(on)).inaction_first
