"""Items out of a body's own list, or of pages of its old site, as they stood before the public."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from gongkai.checks.catalogue import TEXT_RULES
from gongkai.checks.finding import Severity
from gongkai.checks.published import Publication
from gongkai.law.identity.digits import InvalidNumberError
from gongkai.law.identity.document_number import read_document_number
from gongkai.statute.catalogue import subjects
from gongkai.web.ledgers.sheets.values import Amount
from gongkai.web.publishing.kinds import KINDS, NORMATIVE
from gongkai.web.publishing.record import Validity
from gongkai.web.publishing.text import cleaned, plain

OWN = "own_"
"""Before the labels of a kind's own fields, where they are columns."""
SUMMARY, NAMED = 100, 3
GENERAL = "综合政务\\其他"
"""Where the list tells no subject."""
ADDRESS = re.compile(r"https?://\S+")
# fmt: off
WORDS = {
    "interpretation":         "解读",
    "final_accounts":         "决算",
    "budget":                 "预算",
    "normative_document":     "规范性文件",
    "disclosure_rules":       "公开制度|公开指南",
    "objection_notice":       "公示",
    "consultation":           "征求意见|意见征集|征集",
    "penalty":                "处罚",
    "permit":                 "许可",
    "coercion":               "强制",
    "enforcement_plan":       "检查计划|抽查计划",
    "enforcement_result":     "检查结果|抽查结果|监督检查",
    "procurement_intention":  "采购意向",
    "procurement":            "采购|中标",
    "fee_list":               "收费",
    "personnel":              "人事|任免|招考|招聘|录用",
    "organisation":           "机构|职能|领导|概况",
    "plan_progress":          "实施情况|完成情况|落实情况",
    "plan":                   "规划|计划|要点|总结",
    "statistics":             "统计",
    "powers_list":            "权责|权力清单|责任清单",
    "service_guide":          "指南|办事",
    "emergency":              "应急|预警",
    "notice":                 "通知|公告|通告",
    "news":                   "动态|新闻|要闻|简报",
    "other":                  "其他|其它|文件|政策",
}
# fmt: on
"""Kind → what lists call it; the first that fits counts."""


class RowError(ValueError):
    """What is wrong with a row: key of the field → sentence."""

    def __init__(self, faults: Mapping[str, str]):
        super().__init__("；".join(faults.values()))
        self.faults = faults


@dataclass(frozen=True)
class Past:
    """An item that stood before the public. `facts` are those of a draft, as plain data."""

    facts: Mapping[str, Any]
    on: date
    index_number: str
    address: str
    validity: Validity
    ended_on: date | None

    @property
    def made_on(self) -> date:
        return date.fromisoformat(self.facts["made_on"])


def past(said: Mapping[str, Any], today: date) -> Past:
    """The item in a row; RowError with a sentence for each cell that does not fit."""
    found = read(said, today)
    _refuse_private(found.facts, plain(found.facts["content"]) if said.get("content") else "")
    return found


def read(said: Mapping[str, Any], today: date) -> Past:
    """The same without a look for what may not be published: for texts that we made up."""
    faults: dict[str, str] = {}
    made, on = _days(said, today, faults)
    kind = _kind(said, faults)
    validity, ended = _validity(said, kind, faults)
    address = said.get("address", "")
    if address and not ADDRESS.fullmatch(address):
        faults["address"] = "应当是以 http:// 或者 https:// 开头的网址。"
    if faults:
        raise RowError(faults)
    content = _content(said.get("content", ""), address)
    words = plain(content) if said.get("content") else ""
    facts = {
        "kind": kind,
        "audience": "public",
        "title": said["title"],
        "document_number": _number(said.get("document_number", "")),
        "made_on": made.isoformat(),
        "summary": said.get("summary", "")[:SUMMARY] or " ".join(words.split())[:SUMMARY],
        "subject": _subject(said.get("subject", "")),
        "content": content,
        "details": _details(said, kind),
        "full_text": bool(content),
        "relations": {},
        "about": None,
    }
    return Past(facts, on, said.get("index_number", ""), address, validity, ended)


def _days(said: Mapping[str, Any], today: date, faults: dict[str, str]) -> tuple[date, date]:
    """Made and published; where a list tells one day only, it stands for both."""
    made = said.get("made_on") or said.get("on")
    on = said.get("on") or said.get("made_on")
    if made is None or on is None:
        faults["on"] = "生成日期和发布日期至少要写一个。"
        return today, today
    for key in ("made_on", "on"):
        if said.get(key, today) > today:
            faults[key] = "晚于今天，请核对年份。"
    if on < made:
        faults["on"] = "早于生成日期，请核对。"
    return made, on


def _kind(said: Mapping[str, Any], faults: dict[str, str]) -> str:
    """The kind that the list or the page names; budget and accounts in one are told by title."""
    words = "".join(said.get("kind", "").split())
    if not words:
        return "other"
    labels = {each.zh: key for key, each in KINDS.items()}
    if words in labels:
        return labels[words]
    found = next((key for key, pattern in WORDS.items() if re.search(pattern, words)), None)
    if found is None:
        faults["kind"] = f"没有这一类。可以写：{'、'.join(labels)}。"
        return "other"
    if found == "final_accounts" and "决算" not in said.get("title", "") and "预" in words:
        return "budget"
    return found


def _validity(
    said: Mapping[str, Any], kind: str, faults: dict[str, str]
) -> tuple[Validity, date | None]:
    words, ended = said.get("validity", ""), said.get("ended_on")
    found = Validity.IN_FORCE
    if "废止" in words:
        found = Validity.REPEALED
    elif "失效" in words or "无效" in words:
        found = Validity.LAPSED
    if found is Validity.IN_FORCE or kind != NORMATIVE:
        return Validity.IN_FORCE, None
    if ended is None:
        faults["ended_on"] = f"写了{found.value}，没有写{found.value}日期；年度报告按日期统计。"
    return found, ended


def _content(typed: str, address: str) -> str:
    if typed:
        return cleaned(typed)
    if not address:
        return ""
    return cleaned(f'<p>正文见原发布地址：<a href="{address}">{address}</a></p>')


def _number(typed: str) -> str:
    """As the standard prints it where it can be made out, else as it was written."""
    try:
        return str(read_document_number(typed)) if typed else ""
    except InvalidNumberError:
        return typed


def _subject(words: str) -> str:
    """The class whose name stands there, by its last part too."""
    wanted = words.replace("/", "\\").replace("·", "\\").strip()
    for each in subjects():
        if wanted and wanted in (each, each.split("\\")[-1]):
            return each
    return GENERAL


def _details(said: Mapping[str, Any], kind: str) -> dict[str, object]:
    """What items of the kind tell of themselves, where a column of that name has it."""
    found = {each.key: said.get(f"{OWN}{each.zh}") for each in KINDS[kind].fields}
    return {key: _own(value) for key, value in found.items() if value is not None}


def _own(value: object) -> object:
    match value:
        case date():
            return value.isoformat()
        case Amount(value=number):
            return f"{number.normalize():f}"
        case _:
            return value


def _refuse_private(facts: Mapping[str, Any], words: str) -> None:
    """What the scan before publication would stop is not taken over either."""
    own = "\n".join(str(value) for value in facts["details"].values())
    told = Publication(text="\n".join([facts["title"], facts["summary"], own, words]))
    found = [
        each.zh
        for rule in TEXT_RULES
        if rule.severity is Severity.ERROR
        for each in rule.judge(told)
    ]
    if found:
        listed = "；".join(dict.fromkeys(found[:NAMED]))
        raise RowError({"": f"含有不能公开的内容：{listed}。遮盖或者删去后再导入。"})
