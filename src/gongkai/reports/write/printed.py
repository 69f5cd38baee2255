"""What stands in a cell on paper: the number, the words as the source showed them, or nothing."""

import re
from decimal import Decimal

from gongkai.reports.model.statement import Number, State, Statement

KEPT = frozenset({State.WORDS, State.INVALID, State.PLACEHOLDER, State.BLANK})
"""States whose printed text is what the cell itself shows; other states keep evidence there."""


UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML does not allow, or that no font shows."""


def clean(text: str) -> str:
    """Text without what no format can hold."""
    return UNPRINTABLE.sub("", text)


def number(value: Number) -> str:
    """A number without an exponent, digit groups or needless zeros: 316441, 73802895.9."""
    if isinstance(value, int):
        return str(value)
    text = format(Decimal(str(value)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def printed(statement: Statement, cell: str) -> str:
    """The text of a cell. A cell that shows nothing stays empty: never a 0 that nobody printed."""
    said = statement.cells.get(cell)
    if said is not None and said.printed is not None and said.state in KEPT:
        return clean(said.printed).strip()
    value = statement.figure(cell)
    return "" if value is None else number(value)
