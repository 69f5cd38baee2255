import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from rapidfuzz.distance.Levenshtein import distance

from gongkai.checks.examples import TITLES, ReportExample, clean_sections, section
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.rule import rule
from gongkai.reports.model.report import Report, section_path
from gongkai.statute.provisions import REPORT_FORM_2021


@rule(
    id="L02",
    severity=Severity.WARNING,
    source=REPORT_FORM_2021.whole,
    english="A section title differs from the form in meaning",
    mend=Wording("使用统一格式的章名。", "Use the form's own title."),
    passes=(
        ReportExample(),
        ReportExample(
            sections=clean_sections(
                problems=section("problems", "五", "政府信息公开工作存在的主要问题及改进情况"),
                remedies=section(
                    "remedies", "四", "因政府信息公开工作被申请行政复议、提起行政诉讼情况"
                ),
            )
        ),
    ),
    fails=(
        ReportExample(
            sections=clean_sections(
                remedies=section("remedies", "四", "政府信息公开行政法复议、行政诉讼情况")
            )
        ),
        ReportExample(
            sections=clean_sections(problems=section("problems", "五", "下一年度工作安排"))
        ),
    ),
)
def section_titles(report: Report) -> Iterator[Found]:
    """章名与统一格式一致

    章名写错或者换成别的意思，会让读者和汇总程序找不到相应部分。意思相同的常见写法不算错。
    """
    for index, one in enumerate(report.statement.sections):
        if one.key and one.title and _means_something_else(one.key, one.title):
            yield Found(
                section_path(report.statement, index),
                f"章名“{one.title}”与统一格式“{TITLES[one.key]}”意思不同",
                f"the title “{one.title}” means something else than “{TITLES[one.key]}”",
            )


def _means_something_else(key: str, title: str) -> bool:
    core, accepted = _core(title), _accepted(key)
    if core in accepted:
        return False
    slip = any(distance(core, one, score_cutoff=1) <= 1 for one in accepted)
    return slip or not re.search(_data()["enough"][key], title)


@cache
def _data() -> dict[str, Any]:
    text = files("gongkai.checks.data").joinpath("section_titles.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def _accepted(key: str) -> frozenset[str]:
    return frozenset(_core(title) for title in (TITLES[key], *_data()["titles"][key]))


def _core(title: str) -> str:
    """A title without bracketed remarks, punctuation, blanks and words that change nothing."""
    plain = re.sub(r"[（(][^）)]*[）)]|[\W_]", "", title).replace("其它", "其他")
    for word in _data()["idle"]:
        plain = plain.replace(word, "")
    return plain
