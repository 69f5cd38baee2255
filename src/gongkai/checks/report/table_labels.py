import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.rule import rule
from gongkai.reports.model.report import Report
from gongkai.reports.model.statement import Label
from gongkai.statute.provisions import REPORT_FORM_2021

FIRST_REFUSAL = "requests.refused_state_secret"
PROHIBITED = "requests.refused_prohibited_by_law"
PROHIBITED_LABEL = "2.其他法律行政法规禁止公开"
NUMBER = re.compile(
    r"^\s*(?:[（(]\s*[一二三四五六七\d]+\s*[)）]|[一二三四]\s*[、．.]|\d+\s*[.．、)）]?)"
)
UNIT = re.compile(
    r"[（(]?\s*(?:单位\s*[:：])?\s*(?:0?\s*万?元|件|条|项|宗|次|个)\s*[)）]|单位[:：]\S+"
)
BROKEN = re.compile(r"[\ufffd?？□�]")


@rule(
    id="L03",
    severity=Severity.WARNING,
    source=REPORT_FORM_2021.whole,
    english="A label of a table differs from the form in meaning",
    mend=Wording("使用统一格式的行名和列名。", "Use the form's own labels."),
    passes=(
        ReportExample(labels=(Label(FIRST_REFUSAL, "（1） 属于国家 秘密", "1.属于国家秘密"),)),
        ReportExample(
            labels=(
                Label("proactive.normative_documents", "规范性文件", "行政规范性文件"),
                Label("requests.other_other", "（六）其他", "（六）其他处理"),
            )
        ),
    ),
    fails=(
        ReportExample(labels=(Label(PROHIBITED, "2.其他法律法规禁止公开", PROHIBITED_LABEL),)),
        ReportExample(labels=(Label("remedies", "行政法复议", "行政复议"),)),
        ReportExample(labels=(Label(PROHIBITED, "2.其他法律行政止公开", PROHIBITED_LABEL),)),
    ),
)
def table_labels(report: Report) -> Iterator[Found]:
    """表内行名、列名与统一格式一致

    行名改一个词，统计的范围就可能变了，例如“法律法规”包括地方性法规，“法律行政法规”不包括。
    编号、括号、空格和通行的简称不算错；残缺的字可能是转换造成的，只作提示。
    """
    for label in report.statement.labels:
        printed, own = _core(label.printed), _core(label.form)
        if not printed or _same(printed) == _same(own):
            continue
        damaged = printed not in _data()["wrong"] and _damaged(printed, own, label.printed)
        yield Found(
            label.at,
            f"行名“{_shown(label.printed)}”{'残缺' if damaged else '与统一格式意思不同'}，"
            f"应为“{label.form}”",
            f"the label “{_shown(label.printed)}” {'is damaged' if damaged else 'differs'}; "
            f"the form says “{label.form}”",
            severity=Severity.NOTE if damaged else None,
        )


@cache
def _data() -> dict[str, Any]:
    text = files("gongkai.checks.data").joinpath("labels.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def _first_of_group() -> dict[str, str]:
    return {label: group[0] for group in _data()["same"] for label in group}


def _same(core: str) -> str:
    return _first_of_group().get(core, core)


def _core(label: str) -> str:
    """A label without number, unit, brackets, quotes, blanks and punctuation."""
    plain = re.sub(r"\s", "", label)
    return re.sub(r"[\W_]", "", UNIT.sub("", NUMBER.sub("", plain)))


def _shown(printed: str) -> str:
    return re.sub(r"\s+", "", printed)


def _damaged(printed: str, own: str, as_printed: str) -> bool:
    """Whether characters were lost on the way: damage signs, or a loss that cuts words apart."""
    if BROKEN.search(as_printed):
        return True
    rest = iter(own)
    in_order = all(character in rest for character in printed)
    return in_order and not re.fullmatch(_words_left_out(own), printed)


def _words_left_out(own: str) -> str:
    """A pattern for a label from which whole words were taken out."""
    words = sorted(_data()["words"], key=len, reverse=True)
    cut = re.findall("|".join([*map(re.escape, words), "."]), own)
    return "".join(f"(?:{re.escape(word)})?" for word in cut)
