"""Two successive reports of one body: what the Y rules look at."""

from collections.abc import Iterable
from dataclasses import dataclass

from gongkai.reports.model.report import Report


@dataclass(frozen=True, slots=True)
class Years:
    """A report and the same body's report for the year before."""

    before: Report
    report: Report


def year_before(report: Report, earlier: Iterable[Report]) -> Report | None:
    """The report for the year before among others of the body; None where there is none."""
    year = report.statement.year
    if year is None:
        return None
    return next((other for other in earlier if other.statement.year == year - 1), None)
