"""The outcome for one report: read or not, its findings, what people decided about them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from gongkai.checks.finding import Finding, Severity
from gongkai.checks.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Judged:
    """A report under the path a person gave; `reason` where it could not be read.

    `verdicts` runs beside `findings`, None for what nobody decided. `page` is the report as HTML
    with its findings marked, where that was asked for.
    """

    path: str
    body: str | None = None
    year: int | None = None
    findings: tuple[Finding, ...] = ()
    verdicts: tuple[Verdict | None, ...] = ()
    reason: str | None = None
    page: str = ""

    @property
    def readable(self) -> bool:
        return self.reason is None

    def open_findings(self) -> Iterable[Finding]:
        """The findings that nobody has settled."""
        return (f for f, v in zip(self.findings, self.verdicts, strict=True) if v is None)

    def count(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self.open_findings())

    def to_json(self) -> dict[str, Any]:
        data: dict[str, Any] = {
            "path": self.path,
            "body": self.body,
            "year": self.year,
            "readable": self.readable,
            "findings": [
                finding.to_json() | ({"verdict": verdict.to_json()} if verdict else {})
                for finding, verdict in zip(self.findings, self.verdicts, strict=True)
            ],
        }
        return data if self.readable else data | {"reason": self.reason}
