"""Reports made up of a sentence, for the rules on prose."""

from dataclasses import dataclass
from typing import Any

from gongkai.checks.examples import ReportExample
from gongkai.reports.prose.reading import Prose


@dataclass(frozen=True, kw_only=True, slots=True)
class ProseExample:
    """A report as prose; `before` is the same body's report for the year before."""

    report: ReportExample
    before: ReportExample | None = None

    def build(self) -> Prose:
        return Prose(self.report.build(), self.before.build() if self.before else None)


def told(text: str, /, section: str = "overview", **report: Any) -> ProseExample:
    """A clean report in which one section says this; `report` as for ReportExample."""
    return ProseExample(report=ReportExample(prose={section: text}, **report))
