"""What is to be said of a report that is drafted here, and what keeps it from being submitted."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from gongkai.checks.finding import Finding, Severity
from gongkai.reports.model.document import Place
from gongkai.reports.model.statement import Statement
from gongkai.web.reporting.binding import BLANK, Bound, Loose, loose
from gongkai.web.reporting.models.report import Report
from gongkai.web.reporting.queries.carrying import carried, settled
from gongkai.web.reporting.queries.report import earlier_of, findings, statement_of
from gongkai.web.reporting.record import Carrying, State, Verdict

UNWRITTEN = "未填写"
"""Stands in place of a rule's id where the draft has a blank left."""
CARRIED = "Y01"


@dataclass(frozen=True)
class Point:
    """A finding as the desk shows it: the word given on it, the part it lies in, if in one."""

    finding: Finding
    verdict: Verdict | None
    carrying: Carrying | None
    part: str

    @property
    def stops(self) -> bool:
        """Errors stop a report; warnings until there is a word on them."""
        if self.carrying:
            return False
        if self.finding.severity is Severity.ERROR:
            return True
        return self.finding.severity is Severity.WARNING and self.verdict is None


def points(
    report: Report, state: State, on: date, statement: Statement | None = None
) -> list[Point]:
    """Everything found, errors first; dated with the day on which it would be signed."""
    statement = replace(statement or statement_of(report, state, None), issued_on=on)
    earlier = earlier_of(report)
    found = [*_blanks(statement), *findings(statement, earlier)]
    agreed = settled(state, carried(report, statement, earlier))
    order = list(Severity)
    made = [_point(each, statement, state, agreed) for each in found]
    return sorted(made, key=lambda each: order.index(each.finding.severity))


def stops(found: list[Point]) -> list[Point]:
    return [each for each in found if each.stops]


def _point(
    finding: Finding, statement: Statement, state: State, agreed: dict[str, Carrying]
) -> Point:
    verdict = state.explained.get((finding.rule, finding.at, finding.message))
    column = finding.at.rpartition(".")[2]
    carrying = agreed.get(column) if finding.rule == CARRIED else None
    return Point(finding, verdict, carrying, part_of(finding.at, statement))


def part_of(at: str, statement: Statement) -> str:
    """The part of the text that a path speaks of; empty for a cell of a table."""
    head, _, rest = at.partition(".")
    if head == "preamble":
        return head
    if head != "sections":
        return ""
    key = rest.partition(".")[0]
    return statement.sections[int(key)].key or "" if key.isdigit() else key


def _blanks(statement: Statement) -> list[Finding]:
    """What the template left to be written and nobody wrote."""
    texts = {"preamble": statement.preamble}
    texts |= {f"sections.{section.key}": section.text for section in statement.sections}
    return [
        Finding(UNWRITTEN, Severity.ERROR, at, Place(), f"还有没有填写的内容：{blank}")
        for at, words in texts.items()
        for blank in BLANK.findall(words)
    ]


def typed_by_hand(state: State, known: Mapping[str, Bound]) -> dict[str, list[Loose]]:
    """Part → the numbers in it that are bound to nothing."""
    found = {part: loose(text.words, known) for part, text in state.texts.items()}
    return {part: each for part, each in found.items() if each}
