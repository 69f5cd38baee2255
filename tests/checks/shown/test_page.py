"""The page: each finding once, in its place; nothing of the report is taken for markup."""

import re
from datetime import date

import pytest

from gongkai.checks.examples import ReportExample, clean_sections
from gongkai.checks.run import check
from gongkai.checks.shown.page import article
from gongkai.checks.verdicts import Verdict
from gongkai.reports.model.statement import State


def page(example, verdicts=(), lang="zh"):
    report = example.build()
    findings = check(report, lang=lang)
    decided = [next((v for v in verdicts if v.settles(f)), None) for f in findings]
    return article(report, "报告.docx", findings, decided, lang), findings


@pytest.mark.parametrize(
    "example",
    [
        ReportExample(figures={"requests.granted.business": 1}),
        ReportExample(prose={"overview": "公开内容覆盖权利运行全流程。"}, signature=None),
        ReportExample(sections=clean_sections("problems"), hidden="秘密"),
        ReportExample(states={"requests.*.total": State.MISSING_COLUMN}),
        ReportExample(form_id=None, prose={"annex": "手机：13800000001"}),
        ReportExample(states={"requests.granted.total": State.MISSING_CELL}, title=None),
    ],
)
def test_every_finding_stands_on_the_page_once(example):
    made, findings = page(example)
    anchors = re.findall(r'class="finding [^"]*" id="([^"]+)"', made)
    assert findings
    assert len(anchors) == len(set(anchors)) == len(findings)
    assert set(re.findall(r'href="#([^"]+)"', made)) <= set(anchors)


def test_a_finding_about_prose_stands_below_its_paragraph_with_the_words_set_off():
    made, _ = page(ReportExample(prose={"overview": "公开内容覆盖权利运行全流程。"}))
    paragraph, card = made.index("<mark>"), made.index('class="finding warning"')
    assert paragraph < card < made.index("二、主动公开政府信息情况")


def test_a_wrong_cell_is_coloured_and_leads_to_its_finding():
    made, _ = page(ReportExample(figures={"requests.granted.business": 1}))
    assert re.search(r'<td class="error"><a href="#[^"]+">0</a></td>', made)


def test_what_stands_in_place_of_a_figure_is_said():
    made, _ = page(ReportExample(states={"requests.granted.total": State.BLANK}))
    assert re.search(r'<td class="warning faint"><a href="#[^"]+">空白</a>', made)
    made, _ = page(ReportExample(states={"requests.granted.total": State.BLANK}), lang="en")
    assert ">blank<" in made


def test_markup_in_a_report_is_shown_not_obeyed():
    made, _ = page(ReportExample(prose={"overview": "<script>alert(1)</script> <b>粗</b>"}))
    assert "<script>" not in made
    assert "&lt;script&gt;" in made


def test_a_settled_finding_goes_last_and_tells_who_settled_it():
    at = "requests.granted.total"
    verdict = Verdict("A03", at, "explained", "李某", "原件如此", date(2026, 1, 20))
    made, _ = page(ReportExample(figures={"requests.granted.business": 1}), [verdict])
    assert "已有结论，已说明：原件如此（李某，2026-01-20）" in made
    assert made.index("A02</span>") < made.index("A03</span>")


def test_a_number_that_must_not_be_public_is_masked_on_the_page_too():
    prose = {"annex": "手机：１３８００００００００\n身份证 11010519491231002X\n办公 027-88100003"}
    made, _ = page(ReportExample(prose={**prose, "preamble": "手机：138-0000-0001"}))
    assert "１３８００００００００" not in made
    assert "11010519491231002X" not in made
    assert "138-0000-0001" not in made
    assert "110****002X" in made
    assert "88100003" in made


def test_a_clean_report_says_so():
    made, findings = page(ReportExample())
    assert findings == []
    assert "没有发现问题" in made
