"""Numbers in the prose that are bound to their source: `{新收申请}` is the number of now. Pure.

What people type stays as it is; a number typed by hand is pointed out, with the names that have
the same value.
"""

import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files

from gongkai.reports.model.statement import Number
from gongkai.reports.prose.numbers import counts, numbers
from gongkai.reports.write.printed import number
from gongkai.statute.forms import Form, Row

TOKEN = re.compile(r"\{([^{}\n]+)\}")
SAID_BEFORE, SAID_BEHIND = re.compile(r"[约近超逾]\s*$"), re.compile(r"\s*(?:余|多|左右|上下|以上)")
"""Words beside a number that already say that it is approximate."""
BLANK = re.compile(r"【[^】\n]*】")
"""What the template leaves to be written; nothing of it may be left when a report is submitted."""


@dataclass(frozen=True)
class Bound:
    """A name, its number now, the cell whose records it counts, or the page that shows them.

    `about`: recorded as approximate (约, 近, 余), or made of such figures.
    """

    name: str
    value: Number
    cell: str = ""
    address: str = ""
    about: bool = False

    @property
    def shown(self) -> str:
        """The number by itself: 8855, 约8200."""
        return f"{'约' if self.about else ''}{number(self.value)}"

    @property
    def told(self) -> str:
        """What stands where its number is pointed at."""
        return f"{self.name}（登记的是约数）" if self.about else self.name


@dataclass(frozen=True)
class Piece:
    """A run of the text as it is read; `bound` where it is a bound number."""

    text: str
    bound: Bound | None = None


@dataclass(frozen=True)
class Loose:
    """A number typed by hand: where it stands in what was typed, and the names of its value."""

    start: int
    end: int
    text: str
    around: str
    names: tuple[str, ...]


class UnknownNameError(ValueError):
    """A name in braces that is bound to nothing; the message is for the writer."""


@cache
def _data() -> dict:
    path = files("gongkai.web.reporting").joinpath("bindings.toml")
    return tomllib.loads(path.read_text("utf-8"))


@cache
def cells_by_name(form: Form) -> Mapping[str, tuple[str, ...]]:
    """Name → the cells that it is the sum of; the first of them opens its records."""
    named = {
        name: tuple(cell for cell in form.cells if any(fnmatchcase(cell, each) for each in of))
        for name, of in _data()["sums"].items()
    }
    for row in form.rows:
        for column in row.columns:
            named.setdefault(_name(form, row, column), (row.cell(column),))
    return {name: cells for name, cells in named.items() if cells}


def named(form: Form, cell: str) -> str:
    """The name of a cell."""
    return next(name for name, cells in cells_by_name(form).items() if cells == (cell,))


def _name(form: Form, row: Row, column: str) -> str:
    base = _data()["short"].get(row.path, row.label)
    if column == "total" or len(row.columns) == 1:
        return base
    label = _data()["columns"].get(column) or form.column(row.table, column).label
    return f"{base}·{label}"


def bound_numbers(
    form: Form, figures: Mapping[str, Number], others: Iterable[Bound] = ()
) -> dict[str, Bound]:
    """Everything that a text may bind: the tables' figures, and others by name."""
    found = {
        name: Bound(name, sum(figures[cell] for cell in cells), cells[0] if len(cells) == 1 else "")
        for name, cells in cells_by_name(form).items()
    }
    return found | {each.name: each for each in others}


def pieces(words: str, known: Mapping[str, Bound]) -> list[Piece]:
    """The text as it is read, bound numbers apart. A name that is not known stays as typed.

    An approximate number is told as one (约8200) where the words beside it do not say so.
    """
    found, at = [], 0
    for match in TOKEN.finditer(words):
        bound = known.get(match[1])
        if bound is None:
            continue
        if match.start() > at:
            found.append(Piece(words[at : match.start()]))
        at = match.end()
        said = SAID_BEFORE.search(words[: match.start()]) or SAID_BEHIND.match(words, at)
        found.append(Piece(number(bound.value) if said else bound.shown, bound))
    return [*found, Piece(words[at:])] if words[at:] else found


def resolved(words: str, known: Mapping[str, Bound]) -> str:
    """The text with the numbers of now."""
    return "".join(piece.text for piece in pieces(words, known))


def demand_known(words: str, known: Mapping[str, Bound]) -> None:
    """Refuse a name that is bound to nothing; UnknownNameError names the nearest ones."""
    for match in TOKEN.finditer(words):
        if match[1] not in known:
            near = difflib.get_close_matches(match[1], known, n=3, cutoff=0.4)
            hint = f"是不是{'、'.join(f'{{{name}}}' for name in near)}？" if near else ""
            raise UnknownNameError(
                f"没有名为“{match[1]}”的数据。{hint}不绑定数据时请不要用花括号。"
            )


def loose(words: str, known: Mapping[str, Bound]) -> list[Loose]:
    """The numbers typed by hand that count something, in order; years and document numbers not."""
    hidden = TOKEN.sub(lambda match: "□" * len(match[0]), words)
    by_value: dict[float, list[str]] = {}
    for bound in known.values():
        by_value.setdefault(float(bound.value), []).append(bound.name)
    found = []
    for quantity in numbers(hidden)[0]:
        digits = re.match(r"[\d,.]+", hidden[quantity.start : quantity.end])
        if digits and counts(quantity):
            end = quantity.start + digits.end()
            around = words[max(0, quantity.start - 12) : quantity.end + 6].replace("\n", " ")
            names = tuple(by_value.get(quantity.value, ()))[:6] if quantity.value else ()
            found.append(Loose(quantity.start, end, digits[0], around, names))
    return found


def bind(words: str, start: int, text: str, name: str) -> str:
    """The text with the number typed at `start` bound to the name; ValueError if it moved."""
    if words[start : start + len(text)] != text:
        raise ValueError("文字已经改动，请刷新后再绑定。")
    return f"{words[:start]}{{{name}}}{words[start + len(text) :]}"
