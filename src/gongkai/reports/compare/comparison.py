"""A comparison as a whole, and as JSON and text."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from gongkai.reports.compare.figures import Pair, pairs
from gongkai.reports.compare.prose import Likeness, likenesses
from gongkai.reports.model.area import same_name
from gongkai.reports.model.statement import Number, Statement
from gongkai.reports.write.printed import number

LONGEST_LABEL = 30
"""Characters of a label in the text for a terminal."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports: what they are called here, their figures, their prose.

    `body` is the one whose two years these are, empty where they are of two bodies.
    """

    body: str
    before: str
    after: str
    pairs: tuple[Pair, ...]
    likenesses: tuple[Likeness, ...]

    def main(self) -> tuple[Pair, ...]:
        """The figures without the split by applicants."""
        return tuple(pair for pair in self.pairs if pair.is_main)


def compare(before: Statement, after: Statement) -> Comparison:
    """Set two reports side by side; two years of a body are called by their years alone."""
    same = before.body and after.body and same_name(before.body) == same_name(after.body)
    years = same and before.year and after.year and before.year != after.year
    names = [_year(s) if years else f"{s.body or ''}{_year(s)}" for s in (before, after)]
    return Comparison(
        (after.body or "") if years else "",
        names[0] or "第一份",
        names[1] or "第二份",
        pairs(before, after),
        likenesses(before, after),
    )


def _year(statement: Statement) -> str:
    return f"{statement.year}年" if statement.year else ""


def as_json(comparison: Comparison) -> dict[str, Any]:
    """Plain data; percent and likeness as numbers."""
    return {
        "body": comparison.body or None,
        "before": comparison.before,
        "after": comparison.after,
        "figures": [
            {
                "at": pair.path,
                "row": pair.row,
                "column": pair.column,
                "before": pair.before,
                "after": pair.after,
                "change": pair.change,
                "percent": None if pair.percent is None else float(pair.percent),
            }
            for pair in comparison.pairs
        ],
        "prose": [
            {
                "section": likeness.title,
                "before": likeness.before,
                "after": likeness.after,
                "similarity": None if likeness.share is None else round(likeness.share, 4),
            }
            for likeness in comparison.likenesses
        ],
    }


def as_text(comparison: Comparison) -> str:
    """Aligned columns for a terminal: the main figures, then the prose."""
    head = (comparison.body, comparison.before, comparison.after, "增减", "增减%")
    lines = list(_aligned([head, *(_line(pair) for pair in comparison.main())]))
    if comparison.likenesses:
        prose = [
            (each.title, str(each.before), str(each.after), share(each))
            for each in comparison.likenesses
        ]
        lines += ["", *_aligned([("文字", "字数", "字数", "相似"), *prose])]
    return "\n".join(lines)


def share(likeness: Likeness) -> str:
    """A likeness in percent, a dash where there is nothing to compare."""
    return "—" if likeness.share is None else f"{likeness.share:.0%}"


def shown(value: Number | None) -> str:
    """A figure, a dash where there is none."""
    return "—" if value is None else number(value)


def signed(pair: Pair) -> str:
    """A change with its sign."""
    if pair.change is None:
        return "—"
    return ("+" if pair.change > 0 else "") + number(pair.change)


def percent(pair: Pair) -> str:
    return "—" if pair.percent is None else f"{pair.percent:+}%" if pair.percent else "0%"


def label(pair: Pair) -> str:
    """Row and column in one; the split by applicants is told, 总计 of table two is not."""
    return pair.row if pair.section == "requests" and pair.is_main else f"{pair.row} {pair.column}"


def _line(pair: Pair) -> tuple[str, ...]:
    return (_short(label(pair)), shown(pair.before), shown(pair.after), signed(pair), percent(pair))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_LABEL else text[: LONGEST_LABEL - 1] + "…"


def _aligned(lines: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    for first, *others in lines:
        cells = [first + " " * (widths[0] - _width(first))]
        cells += [
            " " * (width - _width(cell)) + cell
            for cell, width in zip(others, widths[1:], strict=True)
        ]
        yield "  ".join(cells).rstrip()


def _width(text: str) -> int:
    """Columns of a terminal: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)
