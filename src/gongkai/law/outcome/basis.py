"""The provisions an answer names: those of its kind and grounds, of the law of its day."""

from collections.abc import Iterable
from datetime import date

from gongkai.law.exemption.grounds import Ground, exemption
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.outcome.table import grounds_of, outcome
from gongkai.statute.provisions import COUNTING_PRACTICE, REGULATION, REGULATION_2007, Provision

_2007 = REGULATION_2007.article
_BEFORE_2019 = {
    AnswerKind.ALREADY_PUBLIC: ("21(1)",),
    AnswerKind.GRANTED: ("21(1)",),
    AnswerKind.PARTLY_GRANTED: ("22", "21(2)"),
    AnswerKind.NOT_HELD: ("21(3)",),
    AnswerKind.NOT_RESPONSIBLE: ("21(3)",),
    AnswerKind.IN_ARCHIVES: ("21(3)",),
    AnswerKind.STILL_UNCLEAR: ("21(4)",),
    AnswerKind.RECORD_CORRECTED: ("25",),
    AnswerKind.RECORD_TRANSFERRED: ("25",),
    AnswerKind.RECORD_REFERRED: ("25",),
    AnswerKind.RECORD_NOT_CORRECTED: ("25",),
}
"""What the Regulation of 2007 said of them; the other kinds it did not know."""
_GROUNDS_BEFORE_2019 = {
    Ground.STATE_SECRET: "14(4)",
    Ground.THIRD_PARTY: "14(4)",
    Ground.SECURITY_AND_STABILITY: "8",
}


def cited(kind: AnswerKind, withheld: Iterable[Ground] = (), *, on: date) -> tuple[Provision, ...]:
    """The provisions that the letter of an answer names, decided on that day, each once.

    Our own conventions are no law and are not named: an answer may have none.
    """
    grounds = grounds_of(kind, withheld)
    if not REGULATION.holds_on(on):
        return _of_2007(kind, grounds)
    named = [*outcome(kind).sources, *(exemption(ground).source for ground in grounds)]
    in_force = (each for each in named if each.law is not COUNTING_PRACTICE)
    return tuple(dict.fromkeys(each for each in in_force if each.law.holds_on(on)))


def _of_2007(kind: AnswerKind, grounds: Iterable[Ground]) -> tuple[Provision, ...]:
    own = ("21(2)",) if outcome(kind).ground else _BEFORE_2019.get(kind, ())
    of_grounds = (_GROUNDS_BEFORE_2019[g] for g in grounds if g in _GROUNDS_BEFORE_2019)
    return tuple(_2007(number) for number in dict.fromkeys((*own, *of_grounds)))
