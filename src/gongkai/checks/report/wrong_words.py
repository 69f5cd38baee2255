import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.rule import rule
from gongkai.checks.source import prose_parts
from gongkai.reports.model.report import Report
from gongkai.statute.provisions import REGULATION


@dataclass(frozen=True, slots=True)
class WrongWord:
    """One entry of the reviewed list; `seen` and `fine` are its tests."""

    key: str
    wrong: str
    right: str
    seen: tuple[str, ...]
    fine: tuple[str, ...]
    note: bool = False


@cache
def wrong_words_listed() -> tuple[WrongWord, ...]:
    text = files("gongkai.checks.data").joinpath("wrong_words.toml").read_text("utf-8")
    return tuple(
        WrongWord(**{**entry, "seen": tuple(entry["seen"]), "fine": tuple(entry["fine"])})
        for entry in tomllib.loads(text)["word"]
    )


@rule(
    id="T03",
    severity=Severity.WARNING,
    source=REGULATION.article("6"),
    english="A wrong word from the reviewed list",
    mend=Wording("核对原意后改正。", "Correct the word after checking what was meant."),
    passes=(
        ReportExample(prose={"overview": "推进权力运行公开，办理议案提案 3 件。"}),
        ReportExample(prose={"overview": "历史遗留问题案件全部公开。"}),
    ),
    fails=(
        ReportExample(prose={"overview": "公开内容覆盖权利运行全流程。"}),
        ReportExample(prose={"other": "本年度无人大和政协议题案办理内容。"}),
        ReportExample(prose={"overview": "明确办理流程 and 材料。"}),
        ReportExample(prose={"overview": "截止2024年12月31日，共发布信息 20 条。"}),
    ),
)
def wrong_words(report: Report) -> Iterator[Found]:
    """没有错别字

    错字会改变意思，也损害公信力。只收录几乎可以肯定的错误，有争议的写法只作提示。
    """
    for part in prose_parts(report):
        for word in wrong_words_listed():
            if word.key not in part.text:
                continue
            for match in re.finditer(word.wrong, part.text):
                shown = part.around(match.start(), match.end(), 6)
                yield Found(
                    part.at,
                    f"“{shown}”中的“{match[0].strip()}”疑为“{word.right}”之误",
                    f"“{match[0].strip()}” in “{shown}” is probably meant to be “{word.right}”",
                    severity=Severity.NOTE if word.note else None,
                    place=part.place(match.start()),
                )
