"""Glued digits: every split that the sums allow, none that they do not, nothing on a guess."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.reports.read.glued import MOST_SPLITS, consistent, splits, summing

small = st.integers(0, 60)
rows = st.lists(small, min_size=6, max_size=6).map(lambda parts: (*parts, sum(parts)))


def joined(numbers):
    return "".join(map(str, numbers))


@settings(max_examples=80, deadline=None)
@given(rows)
def test_the_truth_is_among_the_splits_of_a_row(row):
    found = summing([joined(row)], 1, 7)
    assert row in found
    assert all(sum(split[:-1]) == split[-1] and joined(split) == joined(row) for split in found)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(small, min_size=4, max_size=4), min_size=3, max_size=3))
def test_the_truth_is_among_the_splits_of_three_blocks(parts):
    blocks = [(*block, sum(block)) for block in parts]
    truth = tuple(number for block in blocks for number in block)
    found = summing([joined(truth)], 3, 5)
    assert truth in found or found == []
    assert len(found) <= MOST_SPLITS


def test_digits_of_the_law_books_example_have_two_readings_until_the_columns_decide():
    assert sorted(summing(["191000020"], 1, 7)) == [
        (1, 9, 10, 0, 0, 0, 20),
        (19, 1, 0, 0, 0, 0, 20),
    ]


def test_a_blank_inside_is_a_cut():
    assert summing(["500000", "5"], 1, 7) == [(5, 0, 0, 0, 0, 0, 5)]
    assert splits(["12", "3"], 2) == [(12, 3)]


def test_no_number_begins_with_a_zero():
    assert splits(["102"], 2) == [(10, 2)]
    assert splits(["007"], 2) == []


def test_columns_choose_among_the_splits_only_where_one_fits():
    choices = [[(1, 9), (19, 0)], [(1, 1)], [(20, 1)]]
    assert consistent(choices, [[1, 1, -1]], 2) == [{1}, {0}, {0}]
    broken = [[(1, 9), (19, 0)], [(1, 1)], [(7, 7)]]
    assert consistent(broken, [[1, 1, -1]], 2) == [set(), set(), set()]


def test_endless_digits_end_soon_and_empty():
    start = time.process_time()
    for length in (40, 100, 400):
        assert summing(["1" * length], 1, 7) == []
        assert summing(["12" * length], 3, 5) == []
        assert splits(["1" * length], 7) == []
    many = [tuple(range(n, n + 7)) for n in range(40)]
    wide = [[row, (n, *row[1:])] for n, row in enumerate(many)]
    assert consistent(wide, [[3**n for n in range(40)]], 7) == [set()] * 40
    assert time.process_time() - start < 3
