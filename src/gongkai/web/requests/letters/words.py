"""The words of a letter: the wording in force, filled from the case."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.outcome.table import outcome
from gongkai.web.requests.letters.blanks import BLANK, Case, Said, blanks, filled

EMPTY_WITHOUT_A_VALUE = ("救济途径", "依据", "补正情况")
"""Blanks that are rightly empty in some letters; others stay for the officer to write."""


@dataclass(frozen=True)
class Wording:
    """The title and text of a kind of letter, blanks in it."""

    title: str
    text: str


@cache
def _built_in() -> dict[str, Any]:
    text = files("gongkai.web.requests.letters").joinpath("texts.toml").read_text("utf-8")
    return tomllib.loads(text)


def version() -> str:
    """The version of the wording that comes with the platform."""
    return str(_built_in()["version"])


def built_in(code: str) -> Wording:
    """The wording that comes with the platform; decisions share one where none is their own."""
    letters = _built_in()["letters"]
    found = letters.get(code) or letters[code[0]]
    return Wording(found["title"], found["text"].strip())


def content(kind: AnswerKind | None) -> str:
    """What an answer of that kind says, blanks in it."""
    if kind is None:
        return ""
    said = _built_in()["content"]
    own = said.get(kind.name)
    return str(own or said["REFUSED"]) if outcome(kind).ground or own else ""


def wording(case: Case, said: Said, chosen: Wording | None = None) -> Wording:
    """The draft of a letter; the officer completes what stands in 【】."""
    form = chosen or built_in(said.code)
    values = values_of(case, said)
    lines = filled(form.text, values).split("\n")
    return Wording(filled(form.title, values), "\n".join(line for line in lines if line))


def values_of(case: Case, said: Said) -> Mapping[str, str]:
    """Every blank of a letter with its value."""
    found = blanks(case, said, content(said.kind))
    return {**dict.fromkeys(EMPTY_WITHOUT_A_VALUE, ""), **found}


def unknown_blanks(text: str) -> list[str]:
    """The blanks of a wording that nothing fills, in their order."""
    return [name for name in dict.fromkeys(BLANK.findall(text)) if name not in NAMES]


NAMES = {
    "收件人": "文书送给谁",
    "申请人": "申请人姓名或者名称（送第三方的文书不要写）",
    "称谓": "自然人为“您”，其他为“你单位”",
    "申请编号": "登记的申请编号",
    "收到日期": "收到申请的日期",
    "来件方式": "申请的提交方式",
    "所需信息": "申请公开的信息",
    "机关": "本机关全称",
    "工作机构": "信息公开工作机构",
    "联系电话": "本机关联系电话",
    "办公地址": "本机关办公地址",
    "邮政编码": "本机关邮政编码",
    "答复期限": "答复的最后一天",
    "依据": "答复依据的条款，如“根据……的规定，”",
    "答复内容": "按答复类型写好的内容",
    "救济途径": "复议、诉讼的途径和期限",
    "不予公开事由": "不予公开的法定事由",
    "补正情况": "收到补正材料的日期",
    "补正通知日期": "告知补正的日期",
    "补正期限": "补正的最后一天",
    "说明理由期限": "说明理由的最后一天",
    "延长天数": "延长的工作日数",
    "延长后期限": "延长后答复的最后一天",
    "延迟后期限": "延迟答复的日期",
    "第三方天数": "第三方提出意见的工作日数",
    "其他机关天数": "其他机关提出意见的工作日数",
    "征求意见编号": "征求意见的编号",
    "意见查询码": "网上提交意见用的查询码",
    "网上回复地址": "网上提交意见的网址",
    "涉及的政府信息": "征求意见时写明的涉及信息",
    "决定公开的信息内容": "决定公开的信息内容",
    "延长的理由": "报请延期时写明的理由",
    "收费金额": "信息处理费金额（元）",
    "收费通知日期": "收费通知的日期",
    "收费标准和计算": "按件或者按量的标准和计算",
    "缴费天数": "缴费的工作日数",
    "接转机关": "转往的机关",
    "接转机关的联系方式": "转往机关的联系方式、在该机关的申请编号",
    "撤回日期": "申请人撤回的日期",
    "文号": "编号时填写",
    "成文日期": "编号时填写",
    "标题": "文书标题（只用于 Word 模板）",
    "正文": "起草好的全部正文（只用于 Word 模板）",
}
"""Every blank, and what it is filled with: the list that those who edit templates see."""
