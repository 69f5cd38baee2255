"""What is about to be published, as the X rules look at it: text, files, metadata, links."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import accumulate

from gongkai.checks.source import Part, narrow
from gongkai.reports.characters import exchange
from gongkai.reports.model.document import Place

HIDDEN = "\f"
"""In the text of a file: what follows is seen by no reader of the page."""
UNSEEN = "隐藏的"
"""Begins a line that says which sheets, rows or columns of a spreadsheet are hidden."""
TEXT = "text"
plain_dashes = exchange(
    dict.fromkeys("‐‑‒–—―−－", "-") | dict.fromkeys("\u3000\u2002\u2003\u2009", " ")
)
NUMBERED = re.compile(r"(?m)^(\s*\d{1,3})\.(?=[^\d\s.]|\d{11}|\d{4} \d{4} )")
"""The number of an item of a list: its point is none of a figure."""


@dataclass(frozen=True)
class Metadata:
    """What the catalogue tells of an item (article 12 and the record of the platform)."""

    title: str = ""
    summary: str = ""
    subject: str = ""
    made_on: date | None = None
    document_number: str = ""
    numbered: bool = False
    """Whether documents of this kind always have a number."""


@dataclass(frozen=True)
class Publication:
    """One thing before it goes out. `attachments`: name → text, None where none can be read.

    `freed`: names of those of which a copy was made that hides nothing.
    `links`: address → why it leads nowhere; whoever asks has tried them. No metadata: not judged.
    """

    text: str
    attachments: tuple[tuple[str, str | None], ...] = ()
    metadata: Metadata | None = None
    links: Mapping[str, str] = field(default_factory=dict)
    freed: tuple[str, ...] = ()

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The text, then each file, what is hidden in it apart."""
        return tuple(self._parts())

    def _parts(self) -> Iterator[Part]:
        yield from _part(TEXT, self.text, None)
        for index, (name, text) in enumerate(self.attachments):
            shown, _, hidden = (text or "").partition(HIDDEN)
            yield from _part(f"attachments.{index}", shown, name)
            yield from _part(f"attachments.{index}.hidden", hidden, f"{name}（隐藏的内容）")


def _part(at: str, text: str, name: str | None) -> Iterator[Part]:
    """A part of the publication; lines are counted from 1, empty ones too."""
    lines = text.split("\n")
    if not text.strip():
        return
    starts = tuple(accumulate((len(line) + 1 for line in lines[:-1]), initial=0))
    places = tuple(Place(line=number, part=name) for number in range(1, len(lines) + 1))
    plain = NUMBERED.sub(r"\1、", plain_dashes(narrow(text)))
    yield Part(at, text, plain, starts, places)


@dataclass(frozen=True, kw_only=True)
class PublicationExample:
    """A publication made up for a rule."""

    text: str = "关于开展楼道清理的通知，请各社区于月底前完成。"
    attachments: tuple[tuple[str, str | None], ...] = ()
    metadata: Metadata | None = None
    links: Mapping[str, str] = field(default_factory=dict)
    freed: tuple[str, ...] = ()

    def build(self) -> Publication:
        return Publication(self.text, self.attachments, self.metadata, self.links, self.freed)


def lines_of(part: Part) -> Iterable[tuple[int, str]]:
    """Offset and text of each line."""
    return zip(part.starts, part.plain.split("\n"), strict=True)
