"""What pages show of a report: the official layout, its findings in order."""

from gongkai.checks.finding import Finding, Severity
from gongkai.reports.model.statement import Statement
from gongkai.reports.write.outline import outline, title_lines
from gongkai.statute.forms import form_in_force
from gongkai.web.reporting import assemble
from gongkai.web.reporting.record import State


def printed(statement: Statement) -> dict[str, object]:
    """What the report's template needs: the official layout, each part with the key it has here."""
    laid = outline(statement)
    keys = [section.key for section in statement.sections]
    parts = list(zip(keys, laid.parts, strict=True))
    return {"laid": laid, "parts": parts, "title_lines": title_lines(laid.title)}


def part_title(year: int, part: str) -> str:
    return "引言" if part == "preamble" else assemble.section_title(form_in_force(year), part)


def ranked(found: list[Finding], state: State) -> list[dict[str, object]]:
    """Errors, warnings, notes; each with the word given on it."""
    order = list(Severity)
    return [
        {"finding": each, "reason": state.explained.get((each.rule, each.at), "")}
        for each in sorted(found, key=lambda each: order.index(each.severity))
    ]
