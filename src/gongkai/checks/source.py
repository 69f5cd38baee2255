"""The whole source of a report in parts, for rules about words and about what must not be public.

Prose comes by its path; what is in no prose (tables, heads, hidden text, attachments) follows.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from gongkai.checks.finding import Severity
from gongkai.reports.characters import exchange
from gongkai.reports.model.document import NOWHERE, Line, Place, SourceKind
from gongkai.reports.model.report import Report, section_path

narrow = exchange(dict(zip("０１２３４５６７８９Ｘｘ－＠．", "0123456789Xx-@.", strict=True)))
"""Full-width digits and signs of numbers as narrow ones."""
BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the source: its path, its text, and the places of its lines.

    `plain` is the text with full-width digits read as plain ones, character by character.
    """

    at: str
    text: str
    plain: str
    starts: tuple[int, ...]
    places: tuple[Place, ...]

    def place(self, offset: int) -> Place:
        """Where a character of the text stands in the source."""
        return self.places[bisect_right(self.starts, offset) - 1] if self.places else NOWHERE

    def around(self, start: int, end: int, reach: int = 12) -> str:
        """A few characters before and after a stretch, on one line."""
        return BLANKS.sub(" ", self.text[max(0, start - reach) : end + reach]).strip()


def parts(report: Report) -> tuple[Part, ...]:
    """Every part of the source, prose first; nothing stands in two of them.

    Many rules ask for the parts of the same report one after another: the last ones are kept.
    """
    return _parts(_Same(report))


class _Same:
    """A report as a key: the same object, not an equal one."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def __hash__(self) -> int:
        return id(self.report)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.report is self.report


@lru_cache(maxsize=1)
def _parts(same: _Same) -> tuple[Part, ...]:
    return tuple(_all_parts(same.report))


@lru_cache(maxsize=1)
def _prose_parts(same: _Same) -> tuple[Part, ...]:
    return tuple(_prose(same.report, with_titles=False))


def _all_parts(report: Report) -> Iterator[Part]:
    prose = list(_prose(report))
    yield from prose
    texts = (*_headings(report), *(part.text for part in prose))
    known = "".join("".join(text.split()) for text in texts)
    rest = (line for line in report.document.lines() if "".join(line.text.split()) not in known)
    yield from _part("document", rest)
    yield from hidden_parts(report)


def _headings(report: Report) -> Iterator[str]:
    """The titles of sections and annexes as they are printed, numbers included."""
    for section in report.statement.sections:
        yield f"{section.number or ''}、{section.title}"
    for annex in report.statement.annexes:
        yield annex.title or ""


def prose_parts(report: Report) -> tuple[Part, ...]:
    """The report's title and its prose, without the titles of sections."""
    return _prose_parts(_Same(report))


def hidden_parts(report: Report) -> Iterator[Part]:
    """What a reader of the page does not see: comments, hidden rows, attached files."""
    yield from _part("hidden", report.document.hidden)
    for index, attachment in enumerate(report.document.attachments):
        place = Place(part=attachment.name)
        lines = (Line(text, place) for text in attachment.text.split("\n"))
        yield from _part(f"attachments.{index}", lines)


def _prose(report: Report, *, with_titles: bool = True) -> Iterator[Part]:
    statement = report.statement
    if statement.title:
        yield from _part("title", [Line(statement.title, report.place("title") or NOWHERE)])
    by_path: dict[str, list[Line]] = {}
    for path, at, title in _titles(report) if with_titles else ():
        by_path[at] = [Line(title, report.place(path) or NOWHERE)]
    for at, passage in report.passages():
        by_path.setdefault(at, []).append(Line(passage.text, passage.place))
    for at, lines in by_path.items():
        yield from _part(at, lines)


def _titles(report: Report) -> Iterator[tuple[str, str, str]]:
    """Sections and annexes: path in the report, path for findings, title."""
    statement = report.statement
    for index, section in enumerate(statement.sections):
        yield f"sections.{index}", section_path(statement, index), section.title
    for index, annex in enumerate(statement.annexes):
        yield f"annexes.{index}", f"annexes.{index}", annex.title or ""


def _part(at: str, lines: Iterable[Line]) -> Iterator[Part]:
    filled = [line for line in lines if line.text.strip()]
    if filled:
        starts = accumulate((len(line.text) + 1 for line in filled[:-1]), initial=0)
        text = "\n".join(line.text for line in filled)
        yield Part(
            at,
            text,
            narrow(text),
            tuple(starts),
            tuple(line.place for line in filled),
        )


def milder_if_extracted(report: Report) -> Severity | None:
    """A note where the text was taken out of something else: a conversion may have done it."""
    return Severity.NOTE if is_extracted(report) else None


def is_extracted(report: Report) -> bool:
    """Whether the text was taken out of something else; of a bare statement nobody knows."""
    kind = report.document.kind
    return kind.extracted or kind is SourceKind.JSON
