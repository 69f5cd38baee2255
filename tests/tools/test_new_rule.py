"""The scaffold of a rule: it compiles, stands in the catalogue, and refuses what cannot be."""

import ast

import pytest
from new_rule import CHECKS, SUBJECTS, entered, refusal, text


@pytest.mark.parametrize("folder", SUBJECTS)
def test_the_scaffold_is_python_with_the_rule_in_it(folder):
    tree = ast.parse(text(folder, "fees_are_told", "C11"))
    (function,) = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    assert function.name == "fees_are_told"
    assert "'C11'" in ast.unparse(tree)


@pytest.mark.parametrize("folder", SUBJECTS)
def test_the_catalogue_takes_the_rule_at_the_end_of_its_tuple(folder):
    made = entered((CHECKS / "catalogue.py").read_text("utf-8"), folder, "fees_are_told")
    ast.parse(made)
    group = made.partition(f"{SUBJECTS[folder][0]}: ")[2].partition(")")[0]
    assert group.rstrip().endswith("fees_are_told,")
    assert f"from gongkai.checks.{folder}.fees_are_told import fees_are_told\n" in made


@pytest.mark.parametrize(
    ("folder", "name", "rule_id", "said"),
    [
        ("letters", "fees_are_told", "C11", "SUBJECT"),
        ("report", "FeesTold", "C11", "NAME"),
        ("report", "fees_are_told", "C1", "ID"),
        ("report", "fees_are_told", "A01", "taken"),
        ("report", "rows_add_up", "C11", "already"),
    ],
)
def test_what_cannot_be_a_rule_is_refused(folder, name, rule_id, said):
    assert said in refusal(folder, name, rule_id)
    assert refusal("report", "fees_are_told", "C11") is None
