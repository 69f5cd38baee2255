"""What is to be said of a report that is drafted here, and what keeps it from being submitted."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from gongkai.checks.finding import Finding, Severity
from gongkai.reports.model.document import Place
from gongkai.reports.model.statement import Statement
from gongkai.web.reporting.assemble import PROSE_TITLES
from gongkai.web.reporting.binding import BLANK, Bound, Loose, loose
from gongkai.web.reporting.models.report import Report
from gongkai.web.reporting.points import DRAFTED
from gongkai.web.reporting.queries.carrying import carried, settled
from gongkai.web.reporting.queries.report import earlier_of, findings, statement_of
from gongkai.web.reporting.record import Carrying, Stage, State, Verdict

UNWRITTEN = "未填写"
"""Stands in place of a rule's id where the draft has a blank left."""
UNENDED, AS_DRAFTED = "未满年度", "初稿原文"
"""Of the platform's own findings: the year still runs; nobody has touched the words yet."""
CARRIED = "Y01"
OPENING = 1
"""Number of the entry that a report is begun with."""


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
    own = [*_blanks(statement), *_year_runs(report, on), *_as_drafted(state)]
    found = [*own, *findings(statement, earlier)]
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
    texts = [("preamble", "引言", statement.preamble or "")]
    texts += [(f"sections.{each.key}", each.title, each.text) for each in statement.sections]
    return [
        Finding(UNWRITTEN, Severity.ERROR, at, Place(), f"“{title}”还有没有填写的内容：{blank}")
        for at, title, words in texts
        for blank in BLANK.findall(words)
    ]


def _year_runs(report: Report, on: date) -> list[Finding]:
    """The report tells of the whole year (article 50); before its end the figures still move."""
    if on > date(report.year, 12, 31):
        return []
    words = f"{report.year}年还没有结束，数据还会变化；现在送审的，请说明理由。"
    return [Finding(UNENDED, Severity.WARNING, "", Place(), words)]


def _as_drafted(state: State) -> list[Finding]:
    """Sections that tell what a template cannot know, still in its words."""
    if state.stage is not Stage.DRAFTING:
        return []
    words = "“{}”还是初稿的文字，请对照本单位的实际情况核对、修改。"
    return [
        Finding(
            AS_DRAFTED,
            Severity.NOTE,
            f"sections.{key}",
            Place(),
            words.format(PROSE_TITLES[key]),
        )
        for key in DRAFTED
        if key in state.texts and state.texts[key].version == OPENING
    ]


def typed_by_hand(state: State, known: Mapping[str, Bound]) -> dict[str, list[Loose]]:
    """Part → the numbers in it that are bound to nothing."""
    found = {part: loose(text.words, known) for part, text in state.texts.items()}
    return {part: each for part, each in found.items() if each}
