"""A letter read back from its file, beside the record it should agree with."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gongkai.law.exemption.grounds import Ground
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.remedy.paragraph import Addresses
from gongkai.reports.model.document import Place

NUMBER = re.compile(
    r"(?P<series>[\u4e00-\u9fff（）]+)"
    r"(?P<open>[〔﹝\[【(（])(?P<year>\d{4})(?P<close>[〕﹞\]】)）])第?(?P<serial>\d+)号"
)
DAY = re.compile(r"(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
LONGEST_DAY_LINE = 14
BLANKS = re.compile(r"\s+")


@dataclass(frozen=True)
class Line:
    """A paragraph without blanks in it, and where it stands."""

    text: str
    place: Place


@dataclass(frozen=True)
class Paper:
    """What the file says, paragraph by paragraph; what can be told apart by its form."""

    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)

    @property
    def number(self) -> re.Match[str] | None:
        """The number on a line of its own, in whatever brackets."""
        found = (NUMBER.fullmatch(line.text) for line in self.lines)
        return next((match for match in found if match), None)

    @property
    def addressee(self) -> str:
        """The first line that ends as an address does, without its colon; empty for none."""
        found = (line.text for line in self.lines if line.text.endswith(("：", ":")))
        return next(found, "").rstrip("：:")

    @property
    def dated(self) -> int | None:
        """The index of the line that is a date and nothing else."""
        for index, line in enumerate(self.lines):
            if len(line.text) <= LONGEST_DAY_LINE and DAY.fullmatch(line.text):
                return index
        return None

    @property
    def day(self) -> date | None:
        """The date at its end; None where there is none or no such day exists."""
        return None if self.dated is None else day_of(self.lines[self.dated].text)

    @property
    def signature(self) -> str:
        """The line above the date."""
        return self.lines[self.dated - 1].text if self.dated else ""


@dataclass(frozen=True, kw_only=True)
class CheckedLetter:
    """A letter and what the record says of it.

    `on`: the day of the decision. `number`: as it was allotted, empty before. `terms`: the last
    days that it must tell. `days`: periods in words that it must tell, as 十五个工作日.
    `hidden_applicant`: the applicant, where the one addressed must not learn who that is.
    `online`: it is served on line.
    """

    paper: Paper
    code: str
    on: date
    body: str
    addressee: str
    kind: AnswerKind | None = None
    withheld: tuple[Ground, ...] = ()
    received_on: date | None = None
    number: str = ""
    where: Addresses = Addresses(authorities=(), court="")  # noqa: RUF009 (frozen)
    terms: tuple[date, ...] = ()
    days: tuple[str, ...] = ()
    hidden_applicant: str = ""
    online: bool = False


def paper_of(lines: Iterable[tuple[str, Place]]) -> Paper:
    """The paper from its paragraphs and their places, empty ones left out."""
    plain = (Line(BLANKS.sub("", text), place) for text, place in lines)
    return Paper(tuple(line for line in plain if line.text))


def day_of(text: str) -> date | None:
    """The day that a text names; None where there is no such day."""
    found = DAY.search(text)
    if found is None:
        return None
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def said(day: date) -> str:
    """`2026年2月5日`."""
    return f"{day.year}年{day.month}月{day.day}日"
