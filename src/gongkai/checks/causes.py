"""Which findings follow from another one, so that one mistake is told once.

A wrong cell breaks the sum of its row and of its column: the column's finding is put down to the
row's where mending the row would mend the column too.
"""

from collections.abc import Sequence

from gongkai.reports.model.report import Report
from gongkai.reports.model.statement import Number, Statement
from gongkai.statute.forms import Equation

Key = tuple[str, str]
"""A finding by its rule and path."""


def causes(report: Report, found: Sequence[Key]) -> dict[int, int]:
    """Index of a finding → index of the finding it follows from; never in a circle."""
    first: dict[Key, int] = {}
    for index, key in enumerate(found):
        first.setdefault(key, index)
    gaps = _gaps(report.statement, first)
    links = {}
    for key, index in first.items():
        cause = next((c for c in _candidates(key, first) if _explains(c, key, gaps)), None)
        if cause is not None:
            links[index] = first[cause]
    return links


class _Gap:
    """How far the sides of a broken sum are apart, and which cells stand on which side."""

    def __init__(self, equation: Equation, sides: tuple[Number, Number]) -> None:
        self.left, self.right = equation.left, equation.right
        self.size = sides[0] - sides[1]

    def mended_by(self, cell: str, change: Number) -> bool:
        """Whether changing that cell makes the sides equal."""
        sign = (cell in self.left) - (cell in self.right)
        return sign != 0 and self.size + sign * change == 0


def _gaps(statement: Statement, found: dict[Key, int]) -> dict[Key, _Gap]:
    gaps = {}
    for equation in statement.form.equations if statement.form else ():
        row = "" if ".*." in equation.at else ".total"
        key = (equation.rule, equation.at + row)
        sides = statement.sides(equation) if key in found else None
        if sides:
            gaps[key] = _Gap(equation, sides)
    return gaps


def _candidates(key: Key, found: dict[Key, int]) -> list[Key]:
    """Findings that could be behind one, the likeliest first."""
    rule, at = key
    rows = [other for other in found if other[0] == "A03"]
    match rule:
        case "A01":
            return [*rows, ("A02", at), *_parts_of(key, found)]
        case "A02":
            return [*rows, *_parts_of(key, found)]
        case "L01":
            return [other for other in found if other[0] == "C01"]
        case _:
            return []


def _parts_of(key: Key, found: dict[Key, int]) -> list[Key]:
    """For the column of totals: the same rule's findings in the columns of applicants."""
    rule, at = key
    if not at.endswith(".total"):
        return []
    return [other for other in found if other[0] == rule and other != key]


def _explains(cause: Key, key: Key, gaps: dict[Key, _Gap]) -> bool:
    if key[0] == "L01":
        return True
    gap, other = gaps.get(key), gaps.get(cause)
    if gap is None or other is None:
        return False
    column = key[1].rpartition(".")[2]
    if cause[0] == "A03":
        row = cause[1].rpartition(".")[0]
        change = other.size if column == "total" else -other.size
        return gap.mended_by(f"{row}.{column}", change)
    if cause[0] == "A02" and key[0] == "A01":
        return gap.mended_by(f"requests.handled_total.{column}", other.size)
    return gap.size == other.size
