"""What pages show of a report: the official layout, and the marks on its cells and parts."""

from collections.abc import Mapping
from dataclasses import dataclass

from gongkai.reports.model.statement import Statement
from gongkai.reports.write.outline import outline, title_lines
from gongkai.statute.forms import form_in_force
from gongkai.web.reporting import assemble
from gongkai.web.reporting.queries.checking import Point
from gongkai.web.reporting.record import State


@dataclass(frozen=True)
class Mark:
    """What is to be seen at a cell: added by hand, found by a rule."""

    added: bool = False
    severity: str = ""


def printed(statement: Statement) -> dict[str, object]:
    """What the report's template needs: the official layout, each part with the key it has here."""
    laid = outline(statement)
    keys = [section.key for section in statement.sections]
    parts = list(zip(keys, laid.parts, strict=True))
    return {"laid": laid, "parts": parts, "title_lines": title_lines(laid.title)}


def part_title(year: int, part: str) -> str:
    return "引言" if part == "preamble" else assemble.section_title(form_in_force(year), part)


def marks(state: State, points: list[Point]) -> Mapping[str, Mark]:
    """Cell → its mark; findings come with the gravest first."""
    added = {each.cell for each in state.supplements}
    found: dict[str, str] = {}
    for point in points:
        found.setdefault(point.finding.at, point.finding.severity.value)
    return {cell: Mark(cell in added, found.get(cell, "")) for cell in added | found.keys()}
