"""Ordinary reports: nothing above a note is said of what every other body writes too."""

import tomllib
from pathlib import Path

import pytest

from gongkai.checks.examples import CLEAN, TITLES, ReportExample, clean_sections, section
from gongkai.checks.finding import Severity
from gongkai.checks.run import check
from gongkai.reports.model.document import SourceKind

DATA = tomllib.loads(Path(__file__).with_name("clean.toml").read_text("utf-8"))
VARIANTS = [(key, title) for key, titles in DATA["titles"].items() for title in titles]
OWN_FIGURES = ("N",)
"""Sentences here name figures that the tables of the example do not hold."""


def above_a_note(example, ignore=()):
    found = check(example.build(), ignore=ignore)
    return [f"{f.rule} {f.message}" for f in found if f.severity is not Severity.NOTE]


@pytest.mark.parametrize("sentence", DATA["sentences"])
@pytest.mark.parametrize("kind", [SourceKind.DOCX, SourceKind.TEXT])
def test_an_ordinary_sentence_is_left_alone(sentence, kind):
    text = f"{CLEAN['overview']}\n{sentence}"
    assert above_a_note(ReportExample(prose={"overview": text}, source=kind), OWN_FIGURES) == []
    before = ReportExample(prose={"preamble": sentence, "annex": sentence}, source=kind)
    assert above_a_note(before, OWN_FIGURES) == []


@pytest.mark.parametrize(("key", "title"), VARIANTS)
def test_a_common_title_is_left_alone(key, title):
    number = "一二三四五六"[list(TITLES).index(key)]
    sections = clean_sections(**{key: section(key, number, title)})
    assert above_a_note(ReportExample(sections=sections)) == []


@pytest.mark.parametrize(
    ("body", "kind", "figures"),
    [
        ("青禾市人民政府", "government", {"proactive.regulations.in_force": 21}),
        ("江东省人民政府办公厅", "department", {"proactive.regulations.in_force": 80}),
        ("国家税务总局", "department", {"proactive.regulations.issued": 3}),
        ("应急管理部", "department", {"proactive.regulations.issued": 3}),
        ("青禾自治州人民政府", "government", {"proactive.regulations.in_force": 9}),
        ("青禾综合实验区", "government", {"proactive.regulations.in_force": 1}),
        ("青禾区公安局", "department", {"proactive.penalties": 0}),
        ("青禾区便民服务中心", "institution", {"proactive.normative_documents.in_force": 2}),
        ("青禾区图书馆", "institution", {}),
    ],
)
def test_what_a_body_may_count_is_left_alone(body, kind, figures):
    assert above_a_note(ReportExample(body=body, body_kind=kind, figures=figures)) == []
