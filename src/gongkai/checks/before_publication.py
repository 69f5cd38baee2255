"""What stops something from being published: the X rules over its text, files and facts."""

from dataclasses import dataclass

from gongkai.checks.catalogue import TEXT_RULES
from gongkai.checks.finding import Severity
from gongkai.checks.published import Publication


@dataclass(frozen=True)
class Stop:
    """One thing that may not go out as it is: the rule, where it stands, a sentence, what to do.

    `where` is the name of an attachment, empty for the text itself; `line` counts from 1. Digits
    in the sentence are masked.
    """

    rule: str
    where: str
    line: int | None
    message: str
    mend: str = ""


def stops(publication: Publication) -> list[Stop]:
    """Everything in it that must not be published, in the order of the rules."""
    return [
        Stop(
            rule.id,
            (found.place.part or "") if found.place else "",
            found.place.line if found.place else None,
            found.zh,
            rule.mend.zh,
        )
        for rule in TEXT_RULES
        for found in rule.judge(publication)
        if (found.severity or rule.severity) is not Severity.NOTE
    ]
