"""Drawing and making changes for the kill test."""

import kill
import pytest


@pytest.mark.parametrize(("value", "source"), [(7, "8"), (True, "False"), ("工作日", "'工作日Q'")])
def test_a_constant_becomes_another_of_its_kind(value, source):
    assert kill.changed(value) == source


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("20", "21"),
        ("2019-05-15", "2019-05-12"),
        ("2019-05-12", "2019-05-11"),
        ("true", "false"),
        ('"工作日"', '"工作日Q"'),
        ("{ month = 1, day = 31 }", "{ month = 2, day = 31 }"),
        ('{ zh = "一", en = "one" }', '{ zh = "一Q", en = "one" }'),
    ],
)
def test_a_row_says_something_else(value, expected):
    assert kill.other(value) == expected


def test_changes_stand_where_they_say():
    constants = list(kill.constants())
    for each in (*constants[::50], *list(kill.rows())[::200]):
        assert each.before().strip() == each.before() != each.text
    assert all(each.before().startswith('"gongkai.') for each in kill.contracts())


def test_the_same_seed_draws_the_same_changes():
    assert kill.drawn(30, 1) == kill.drawn(30, 1) != kill.drawn(30, 2)
    assert len(kill.drawn(30, 1)) == 30
