"""Two years of a body: problems named, documents counted, text copied."""

import pytest

from gongkai.checks.catalogue import RULES
from gongkai.checks.examples import ReportExample, YearsExample
from gongkai.checks.years.problems_taken_up import problems_named

LAST = (
    "上一年度存在的解读形式单一问题已经改进。本年度存在的主要问题：一是栏目更新不够及时；"
    "二是业务培训有待加强。下一步改进措施：一是建立提醒机制，解决更新不及时的问题。"
)


def test_only_the_problems_of_its_own_year_are_named():
    assert problems_named(LAST) == ["栏目更新不够及时", "业务培训有待加强"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", []),
        ("存在不足。", []),
        (
            "主要问题是公开的渠道比较单一，受众面不够广。",
            ["主要问题是公开的渠道比较单一，受众面不够广"],
        ),
        ("今后将解决更新不及时的问题。", []),
    ],
)
def test_short_or_planned_sentences_name_no_problem(text, named):
    assert problems_named(text) == named


def findings(rule, before, now):
    return list(RULES[rule].judge(YearsExample(before, now).build()))


def test_a_problem_that_is_not_taken_up_is_quoted():
    now = ReportExample(prose={"problems": "上一年度栏目更新不够及时的问题已经解决。"})
    (found,) = findings("Y04", ReportExample(prose={"problems": LAST}), now)
    assert found.zh == "上一年度提出的问题没有下文：“业务培训有待加强”"


def test_short_sections_may_be_alike():
    alike = ReportExample(prose={"overview": "同样的话。" * 9, "problems": "同样的话。" * 9})
    assert findings("Y03", alike, alike) == []


def test_a_section_in_which_only_figures_changed_is_copied():
    text = "全年公开信息{}条，更新栏目{}次，培训{}人次，答复申请{}件，都已按期办结。" * 4
    before = ReportExample(prose={"overview": text.format(*range(1, 17))})
    now = ReportExample(prose={"overview": text.format(*range(31, 47))})
    assert [f.at for f in findings("Y03", before, now)] == ["sections.overview"]


@pytest.mark.parametrize(("shown", "found"), [(22, 0), (21, 1), (23, 1), (None, 0)])
def test_documents_in_force_follow_from_last_year(shown, found):
    row = "proactive.normative_documents"
    before = ReportExample(figures={f"{row}.in_force": 20})
    figures = {f"{row}.in_force": shown, f"{row}.issued": 3, f"{row}.repealed": 1}
    assert len(findings("Y02", before, ReportExample(figures=figures))) == found
