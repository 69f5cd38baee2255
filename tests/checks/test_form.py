"""Sections and labels: lost in a conversion, misnamed, or damaged."""

import pytest

from gongkai.checks.catalogue import RULES
from gongkai.checks.examples import TITLES, ReportExample, clean_sections, section
from gongkai.checks.finding import Severity
from gongkai.reports.model.document import SourceKind
from gongkai.reports.model.statement import Label

FORM = "2.其他法律行政法规禁止公开"


def found(rule, example):
    return list(RULES[rule].judge(example.build()))


@pytest.mark.parametrize(
    ("left_out", "source", "count"),
    [
        (("problems",), SourceKind.TEXT, 0),
        (("problems",), SourceKind.JSON, 0),
        (("problems",), SourceKind.DOCX, 1),
        (("overview",), SourceKind.TEXT, 0),
        (("remedies", "problems"), SourceKind.TEXT, 0),
        ((), SourceKind.TEXT, 0),
    ],
)
def test_numbers_are_skipped_for_headings_that_a_conversion_lost(left_out, source, count):
    example = ReportExample(sections=clean_sections(*left_out), source=source)
    assert len(found("L01", example)) == count


def test_a_number_is_skipped_by_the_author_where_no_section_is_missing():
    sections = clean_sections(other=section("other", "八", TITLES["other"]))
    (one,) = found("L01", ReportExample(sections=sections, source=SourceKind.TEXT))
    assert "之后是“八、其他需要报告的事项”" in one.zh


def test_more_numbers_skipped_than_sections_missing_are_the_authors():
    sections = clean_sections("problems", other=section("other", "七", TITLES["other"]))
    assert len(found("L01", ReportExample(sections=sections, source=SourceKind.TEXT))) == 1


def test_a_number_given_twice_is_told_once_and_the_next_is_right():
    sections = clean_sections(remedies=section("remedies", "三", TITLES["remedies"]))
    assert [one.at for one in found("L01", ReportExample(sections=sections))] == [
        "sections.remedies"
    ]


@pytest.mark.parametrize(
    ("printed", "severity"),
    [
        ("2.其他法律法规禁止公开", Severity.WARNING),
        ("2.其他行政法规禁止公开", Severity.WARNING),
        ("2.法律行政法规禁止公开", Severity.WARNING),
        ("2.其他法律行政法规不予公开", Severity.WARNING),
        ("2.其他法律行政止公开", Severity.NOTE),
        ("2.其他法律行政法规禁\ufffd公开", Severity.NOTE),
        ("2.其他律行政法规禁止公开", Severity.NOTE),
    ],
)
def test_a_label_that_lost_words_means_something_else_one_that_lost_parts_is_damaged(
    printed, severity
):
    label = Label("requests.refused_prohibited_by_law", printed, FORM)
    (one,) = found("L03", ReportExample(labels=(label,)))
    assert (one.severity or RULES["L03"].severity) is severity
    assert printed.replace("\n", "") in one.zh


@pytest.mark.parametrize(
    "printed",
    [
        "（二）其他法律行政法规禁止公开",
        "2、其他法律、行政法规禁止公开",
        "２．其他法律行政法规　禁止公开",
        "其他法律行政\n法规禁止公开",
    ],
)
def test_numbering_punctuation_and_blanks_are_harmless(printed):
    label = Label("requests.refused_prohibited_by_law", printed, FORM)
    assert found("L03", ReportExample(labels=(label,))) == []
