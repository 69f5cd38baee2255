"""The page of provisions and the code that relies on them."""

import ast

import law_index
import pytest

from gongkai.law.fee.tariff import Basis
from gongkai.statute.provisions import FEE_MEASURES, LITIGATION, REGULATION


@pytest.fixture(scope="module")
def found():
    return law_index.citations()


@pytest.mark.parametrize(
    ("source", "keys"),
    [
        ('REGULATION.article("33(2)")', ["regulation:33(2)"]),
        ("REGULATION.article( 26 )", ["regulation:26"]),
        ("FEE_MEASURES.whole", ["fee_measures"]),
        ('provision("penalties:48(2)")', ["penalties:48(2)"]),
        ("UNKNOWN.article(1)", []),
        ("image = 'python:3.11'", []),
        ("x = 1", []),
    ],
)
def test_citations_are_read_from_the_source(source, keys):
    assert list(law_index.cited_in_source(source)) == keys


def test_citations_are_found_in_whatever_a_module_holds():
    table = {"a": (REGULATION.article(26), [FEE_MEASURES.whole]), "b": {LITIGATION.article(46)}}
    assert sorted(law_index.cited_in_objects(table)) == [
        "fee_measures",
        "litigation:46",
        "regulation:26",
    ]
    assert list(law_index.cited_in_objects(Basis)) == ["fee_measures:4", "fee_measures:5"]
    assert list(law_index.cited_in_objects(REGULATION)) == []


def test_what_a_module_imports_is_not_its_own():
    tree = ast.parse("from a import b\nC = 1\nd: int = 2\ndef e(): ...\nclass F: ...\nx.y = 3")
    assert law_index.own_names(tree) == {"C", "d", "e", "F"}


def test_rules_and_apps_stand_under_their_folder():
    assert law_index.place("checks.report.rows_add_up") == "checks.report"
    assert law_index.place("web.requests.acts.answer") == "web.requests"
    assert law_index.place("law.request.lifecycle") == "law.request.lifecycle"


def test_a_provision_lists_modules_and_parameters_that_rely_on_it(found):
    assert {"law.request.lifecycle", "`request.reply_days`"} <= found["regulation:33(2)"]
    assert "law.publication.duties" in found["regulation:10(3)"]
    assert not any("glossary" in name for names in found.values() for name in names)


def test_the_page_names_every_law_and_what_nothing_relies_on():
    page = law_index.page()
    assert page.count("\n## 《") == len(law_index.LAWS)
    assert "- 《中华人民共和国政府信息公开条例》：1、" in page
    assert page.index("## 《中华人民共和国政府信息公开条例》") < page.index(
        "## 《中华人民共和国档案法》"
    )
