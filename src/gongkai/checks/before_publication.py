"""What stops a text from being published: the rules about private data and marks, on any text.

The rules were written for annual reports, where a mobile number without a word beside it is mostly
a code. Lists of people are published here: every mobile number counts that is none of a duty line.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gongkai.checks.finding import Severity
from gongkai.checks.people import is_code, is_duty_line, masked
from gongkai.checks.report.no_private_telephones import MOBILE
from gongkai.checks.run import check
from gongkai.checks.source import Part, parts
from gongkai.reports.model.document import Attachment, Document, Line, Place, SourceKind
from gongkai.reports.model.report import Report
from gongkai.reports.model.statement import Statement

TELEPHONES = "P02"


@dataclass(frozen=True)
class Stop:
    """One thing that may not go out: the rule, where it stands, and a sentence with digits masked.

    `where` is the name of an attachment, empty for the text itself; `line` counts from 1.
    """

    rule: str
    where: str
    line: int | None
    message: str


def stops(text: str, attachments: Iterable[tuple[str, str]] = ()) -> list[Stop]:
    """Everything in the text and in the attachments (name, text) that must not be published."""
    report = _as_report(text, attachments)
    found = [
        Stop(each.rule, each.place.part or "", each.place.line, each.message)
        for each in check(report, select=["P"], ignore=[TELEPHONES])
        if each.severity is not Severity.NOTE
    ]
    return [*found, *_telephones(report)]


def _telephones(report: Report) -> Iterator[Stop]:
    for part in parts(report):
        for match in MOBILE.finditer(part.plain):
            start = match.start()
            if not is_duty_line(part.plain, start) and not is_code(part.plain, start):
                yield _stop(part, start, f"出现手机号 {masked(match[0])}")


def _stop(part: Part, start: int, message: str) -> Stop:
    place = part.place(start)
    return Stop(TELEPHONES, place.part or "", place.line, message)


def _as_report(text: str, attachments: Iterable[tuple[str, str]]) -> Report:
    lines = (Line(line, Place(line=at)) for at, line in enumerate(text.split("\n"), 1))
    beside = tuple(Attachment(name, words) for name, words in attachments)
    document = Document(SourceKind.HTML, tuple(lines), attachments=beside)
    return Report(Statement("2021", "", 0, {}), document)
