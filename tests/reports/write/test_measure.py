"""Widths of columns and size of type."""

import pytest

from gongkai.reports.write.layout.measure import SMALLEST, measure
from gongkai.reports.write.layout.tables import tables
from tests.reports.write.samples import complete


def requests_with(**numbers):
    base = complete()
    figures = {f"requests.granted.{column}": number for column, number in numbers.items()}
    return tables(complete(figures={**base.figures, **figures}))[1]


def test_columns_fill_the_width_that_is_given():
    for table in tables(complete()):
        widths, _ = measure(table, 156, 9)
        assert sum(widths) == pytest.approx(156)


def test_a_long_figure_widens_its_column_at_the_cost_of_the_labels():
    usual, _ = measure(requests_with(), 156, 9)
    wide, size = measure(requests_with(total=1234567890123), 156, 9)
    assert size == 9
    assert wide[9] > 13 * 0.5 * 9 * 25.4 / 72 > usual[9]
    assert wide[2] < usual[2]


def test_type_grows_smaller_when_every_column_is_long_but_stays_readable():
    columns = ("natural_person", "business", "research", "legal_service", "total")
    _, size = measure(requests_with(**dict.fromkeys(columns, 123456789012)), 156, 9)
    assert SMALLEST <= size < 9
    _, least = measure(requests_with(**dict.fromkeys(columns, 10**60)), 156, 9)
    assert least == SMALLEST
