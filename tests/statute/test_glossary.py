"""The glossary: every statutory term of the code once."""

import importlib
import pkgutil
from enum import Enum
from pathlib import Path

import pytest

import gongkai.law
import gongkai.statute
from gongkai.statute.glossary import TERMS

ROOT = Path(__file__).parents[2]


def members():
    """`Class.MEMBER` and value of every enumeration of the two lowest floors."""
    for package in (gongkai.statute, gongkai.law):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            module = importlib.import_module(found.name)
            for each in vars(module).values():
                is_enum = isinstance(each, type) and issubclass(each, Enum)
                if is_enum and each.__module__ == found.name:
                    for member in each:
                        yield f"{each.__name__}.{member.name}", member.value


BY_CODE = {each.code: each for each in TERMS}
MEMBERS = dict(members())


@pytest.mark.parametrize("code", MEMBERS)
def test_every_stage_act_ground_and_answer_is_in_the_glossary(code):
    assert code in BY_CODE, f'add "{code}" to docs/glossary.toml'


@pytest.mark.parametrize("code", [code for code in BY_CODE if "." in code])
def test_every_name_in_the_glossary_is_in_the_code(code):
    assert code in MEMBERS


@pytest.mark.parametrize("code", MEMBERS)
def test_a_chinese_value_in_code_is_the_term_itself(code):
    value = MEMBERS[code]
    if not value.isascii():
        assert BY_CODE[code].zh == value


def test_one_english_name_stands_for_one_term():
    english = [each.en.lower() for each in TERMS]
    assert sorted(english) == sorted(set(english))


def test_a_term_is_not_its_own_false_friend():
    assert all(each.zh not in each.not_to_be_confused_with for each in TERMS)


def test_refused_not_processed_and_not_held_are_three_things():
    assert "不予公开" in BY_CODE["AnswerKind.PETITION"].not_to_be_confused_with
    assert "不予公开" in BY_CODE["AnswerKind.NOT_HELD"].not_to_be_confused_with


def test_the_glossary_is_found_among_the_documents():
    assert (ROOT / "docs/glossary.toml").resolve() == (
        ROOT / "src/gongkai/statute/glossary.toml"
    ).resolve()
