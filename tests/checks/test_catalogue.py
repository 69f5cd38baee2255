"""The catalogue lists what lies in the folders, each id once, in the order of its letters."""

import inspect
from importlib.resources import files

import pytest

from gongkai.checks.catalogue import EVERY as RULES

FOLDERS = ("report", "prose", "years", "area", "request", "text", "letter")
LONGEST = 60


def test_the_catalogue_has_every_file_of_the_folders():
    on_disk = {
        f"gongkai.checks.{folder}.{file.name.removesuffix('.py')}"
        for folder in FOLDERS
        for file in files("gongkai.checks").joinpath(folder).iterdir()
        if file.name.endswith(".py") and file.name != "__init__.py"
    }
    assert {rule.file for rule in RULES} == on_disk


def test_a_rule_is_called_as_its_file():
    for rule in RULES:
        assert rule.file.rpartition(".")[2] == rule.name


def test_no_id_is_given_twice_and_numbers_rise():
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))
    for letter in {one[0] for one in ids}:
        of_letter = [one for one in ids if one[0] == letter]
        assert of_letter == sorted(of_letter)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_rule_is_longer_than_a_page(rule):
    assert len(inspect.getsource(rule.judge).splitlines()) <= LONGEST
