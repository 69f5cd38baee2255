import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.rule import rule
from gongkai.checks.source import prose_parts
from gongkai.reports.model.report import Report
from gongkai.statute.provisions import REGULATION

WORD = re.compile(r"([\u4e00-\u9fff]{2,5})\1")
PARTICLE = re.compile(r"([的了对是在和与为将被把由向])\1")


@rule(
    id="T05",
    severity=Severity.NOTE,
    source=REGULATION.article("6"),
    english="A word is doubled",
    mend=Wording("删去重复的字词。", "Delete the doubled word."),
    passes=(
        ReportExample(prose={"overview": "层层签批，时时更新，方方面面都要明明白白。"}),
        ReportExample(
            prose={"overview": "为了了解情况，由县公安局局长、区政府办公室办公室主任负责。"}
        ),
        ReportExample(prose={"overview": "以便民为目的的改革，对对策措施逐项研究。"}),
        ReportExample(prose={"overview": "打造政务公开公开栏，一步一步推进。"}),
    ),
    fails=(
        ReportExample(prose={"overview": "强化对对政府信息公开工作的监督。"}),
        ReportExample(prose={"overview": "落实武昌区武昌区营商环境任务。"}),
        ReportExample(prose={"overview": "规范审核审核发布机制。"}),
    ),
)
def no_doubled_words(report: Report) -> Iterator[Found]:
    """没有重复的字词

    修改时常留下重复的字词。叠词、成语和“公安局局长”一类的连写不算。
    """
    for part in prose_parts(report):
        doubled = [m for m in WORD.finditer(part.text) if not _rightly_twice(m)]
        doubled += [m for m in PARTICLE.finditer(part.text) if not _in_words(m)]
        for match in doubled:
            shown = part.around(match.start(), match.end(), 4)
            yield Found(
                part.at,
                f"“{shown}”中“{match[1]}”重复",
                f"“{match[1]}” is doubled in “{shown}”",
                place=part.place(match.start()),
            )


@cache
def _data() -> dict[str, Any]:
    text = files("gongkai.checks.data").joinpath("doubled_words.toml").read_text("utf-8")
    return tomllib.loads(text)


def _rightly_twice(match: re.Match[str]) -> bool:
    after = match.string[match.end() : match.end() + 4]
    return (
        match[0] in _data()["twice"]
        or len(set(match[1])) == 1
        or after.startswith(tuple(_data()["heads"]))
    )


def _in_words(match: re.Match[str]) -> bool:
    """Whether the first belongs to the word before it, or the second to the word after."""
    words = _data()["particles"][match[1]]
    before = match.string[match.start() - 1 : match.start()]
    after = match.string[match.end() : match.end() + 1]
    return (before != "" and before in words["before"]) or (after != "" and after in words["after"])
