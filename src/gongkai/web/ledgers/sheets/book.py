"""What every kind of file is read into: sheets of numbered lines."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

Value = str | int | float | bool | date | datetime | time | None
MOST_LINES = 200_000
MOST_COLUMNS = 100
BLANK_TO_STOP = 2_000
"""So many empty lines in a row end a sheet: the rest of it is only formatted."""


class UnreadableError(Exception):
    """The file cannot be read as a table; the message is a sentence for the clerk."""


@dataclass(frozen=True)
class Line:
    """One line of a sheet; `number` is the one that the spreadsheet program shows."""

    number: int
    values: tuple[Value, ...]

    @property
    def blank(self) -> bool:
        return all(shown(value) == "" for value in self.values)


@dataclass(frozen=True)
class Sheet:
    """One sheet. `length`: how many lines it says it has, an estimate; 0 where it does not say."""

    name: str
    length: int
    read: Callable[[], Iterator[tuple[Value, ...]]]

    def lines(self) -> Iterator[Line]:
        """The lines that are not empty; UnreadableError when there are too many."""
        blank = 0
        for number, values in enumerate(self.read(), 1):
            line = Line(number, values[:MOST_COLUMNS])
            blank = blank + 1 if line.blank else 0
            if blank > BLANK_TO_STOP:
                return
            if number > MOST_LINES:
                raise UnreadableError(
                    f"工作表“{self.name}”超过 {MOST_LINES // 10_000} 万行，请拆成几个文件再导入。"
                )
            if not blank:
                yield line


def shown(value: Value) -> str:
    """A cell as people read it."""
    match value:
        case None:
            return ""
        case bool():
            return "是" if value else "否"
        case datetime():
            bare = value.time() == time()
            return value.date().isoformat() if bare else value.isoformat(" ", "minutes")
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case _:
            return str(value).strip()
