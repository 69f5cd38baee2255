"""The versions of a part, and how two texts differ."""

import difflib
from dataclasses import dataclass
from datetime import datetime

from gongkai.web.reporting.models.report import Report
from gongkai.web.reporting.record import Act

WRITTEN = (Act.OPEN, Act.WRITE, Act.ASIDE)


@dataclass(frozen=True)
class Line:
    """A paragraph of a comparison: same, taken out, put in, or changed, on both sides."""

    kind: str
    left: str
    right: str


@dataclass(frozen=True)
class Version:
    """The words of a part as one entry left them; `aside`: kept beside another's, not in force."""

    number: int
    by: str
    at: datetime
    words: str
    aside: bool
    changed: tuple[Line, ...]


def versions(report: Report, part: str) -> list[Version]:
    """Every version, the newest first, each against the one in force before it."""
    found: list[Version] = []
    before = ""
    for entry in report.entries.filter(act__in=WRITTEN):
        words = _words(entry, part)
        if words is None:
            continue
        aside = entry.act == Act.ASIDE
        lines = tuple(line for line in compared(before, words) if line.kind != "same")
        found.append(Version(entry.number, entry.by, entry.at, words, aside, lines))
        before = before if aside else words
    return found[::-1]


def version_of(report: Report, part: str, number: int) -> str | None:
    """The words of a version; None where there is no such one."""
    entry = report.entries.filter(act__in=WRITTEN, number=number).first()
    return _words(entry, part) if entry else None


def aside_of(report: Report, part: str) -> Version | None:
    """What was kept aside since the part was last written, for its writer not to forget it."""
    for version in versions(report, part):
        if not version.aside:
            return None
        return version
    return None


def compared(left: str, right: str) -> tuple[Line, ...]:
    """Two texts side by side, paragraph by paragraph."""
    one, other = left.splitlines(), right.splitlines()
    found: list[Line] = []
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        span = max(b - a, d - c)
        lefts = one[a:b] + [""] * (span - (b - a))
        rights = other[c:d] + [""] * (span - (d - c))
        word = "same" if kind == "equal" else "changed"
        found += [Line(word, x, y) for x, y in zip(lefts, rights, strict=True)]
    return tuple(found)


def _words(entry, part: str) -> str | None:
    if entry.act == Act.OPEN:
        return entry.facts["texts"].get(part)
    return entry.facts["words"] if entry.facts["part"] == part else None
