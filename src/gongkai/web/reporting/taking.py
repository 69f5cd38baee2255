"""What a worker makes of one file of past reports. Pure: knows no database."""

import hashlib
from collections.abc import Container
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from gongkai.checks.finding import Finding, Severity
from gongkai.checks.run import check
from gongkai.reports.model.exchange import to_json
from gongkai.reports.model.report import Report
from gongkai.reports.model.statement import State, Statement
from gongkai.reports.read import Limits, UnreadableError, read_bytes
from gongkai.web.reporting.facsimile import facsimile

DOUBTFUL = {
    State.SOLVED,
    State.AMBIGUOUS,
    State.MISSING_CELL,
    State.MISSING_ROW,
    State.MISSING_COLUMN,
    State.INVALID,
    State.WORDS,
}
"""States in which a person must look at the source; a blank is plainly a blank."""

NO_REPORT = "没有找到年度报告的表格和章节，可能不是年度报告"


@dataclass(frozen=True, slots=True)
class TakenReport:
    """A report of the file: as data, what the rules found, its source to be shown beside it."""

    statement: dict[str, Any]
    findings: list[dict[str, Any]]
    facsimile: dict[str, Any]
    doubts: int
    clear: bool


@dataclass(frozen=True, slots=True)
class Taken:
    """A file: its content's hash, and its reports; none where the content was known before."""

    sha256: str
    size: int
    known: bool
    reports: tuple[TakenReport, ...] = ()


def taken(name: str, data: bytes, limits: Limits, known: Container[str]) -> Taken:
    """Read and check one file. Raises UnreadableError."""
    sha256 = hashlib.sha256(data).hexdigest()
    if sha256 in known:
        return Taken(sha256, len(data), known=True)
    reports = [report for report in read_bytes(name, data, limits) if _is_report(report.statement)]
    if not reports:
        raise UnreadableError(NO_REPORT)
    return Taken(sha256, len(data), False, tuple(map(_taken_report, reports)))


def doubtful(statement: Statement) -> tuple[str, ...]:
    """The cells of the form that a person has to settle against the source, in its order."""
    own = statement.form
    return tuple(cell for cell in (own.cells if own else ()) if statement.state(cell) in DOUBTFUL)


def _taken_report(report: Report) -> TakenReport:
    statement, found = report.statement, check(report)
    doubts = len(doubtful(statement)) + (not statement.body) + (not statement.year)
    errors = any(each.severity is Severity.ERROR and _of_figures(each) for each in found)
    return TakenReport(
        to_json(_without_folder(statement)),
        [each.to_json() for each in found],
        facsimile(report),
        doubts,
        not doubts and not errors and statement.form_id is not None,
    )


def _of_figures(finding: Finding) -> bool:
    """Whether it may be the reading that is wrong, not the report."""
    return finding.rule.startswith(("A", "C02", "C03", "C04"))


def _is_report(statement: Statement) -> bool:
    return statement.form_id is not None or len(statement.sections) > 2


def _without_folder(statement: Statement) -> Statement:
    """The name of the file alone: where it lay is nobody's business."""
    source = statement.source
    if source is None:
        return statement
    name = PurePosixPath(source.file.replace("\\", "/")).name
    return replace(statement, source=replace(source, file=name))
