"""What the sums of the form say about a report: the mechanism of the rules A01 to A04."""

from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.checks.finding import Wording
from gongkai.checks.naming import column_name, row_name
from gongkai.reports.model.report import Report
from gongkai.reports.model.statement import Number


@dataclass(frozen=True, slots=True)
class BrokenSum:
    """A sum that does not come out: where, what the row or column is called, its two sides."""

    at: str
    name: Wording
    left: Number
    right: Number


def broken_sums(report: Report, rule_id: str) -> Iterator[BrokenSum]:
    """The sums of one rule that speak and do not come out."""
    form = report.statement.form
    for equation in form.equations if form else ():
        sides = report.statement.sides(equation) if equation.rule == rule_id else None
        if form and sides and sides[0] != sides[1]:
            name = (column_name if ".*." in equation.at else row_name)(form, equation.at)
            yield BrokenSum(equation.at, name, *sides)
