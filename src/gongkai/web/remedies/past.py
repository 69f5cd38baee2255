"""Reconsiderations, suits and complaints out of an office's own ledger. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from gongkai.law.remedy.ways import Way
from gongkai.web.remedies.record import Kind

PENDING = re.compile("尚未|未审结|未结|审理中|正在|办理中|待")
# fmt: off
KINDS = {
    Kind.LITIGATION_AFTER_RECONSIDERATION: "复议后",
    Kind.RECONSIDERATION:                  "复议",
    Kind.LITIGATION_DIRECT:                "诉讼|起诉|法院",
    Kind.COMPLAINT:                        "投诉|举报|申诉",
}
ENDS = {
    Way.RECONSIDERATION: {
        "review_refused":      "不予受理|驳回.{0,4}申请",
        "review_ended":        "终止|撤回|和解|调解",
        "review_ordered":      "责令",
        "review_unlawful":     "违法|无效",
        "review_revoked":      "撤销",
        "review_varied":       "变更",
        "review_rejected":     "驳回",
        "review_upheld":       "维持",
    },
    Way.SUIT: {
        "suit_dismissed":      "不予立案|驳回.{0,4}起诉",
        "suit_ended":          "撤诉|撤回|调解|终结|和解",
        "suit_ordered":        "履行|责令",
        "suit_unlawful":       "违法|无效",
        "suit_revoked":        "撤销",
        "suit_varied":         "变更",
        "suit_rejected":       "驳回.{0,6}请求|驳回原告|维持",
    },
    Way.COMPLAINT: {
        "complaint_unfounded": "不成立|不属实|无事实",
        "complaint_ordered":   "责令|改正|属实|成立",
        "complaint_other":     "其他|转送|撤回",
    },
}
# fmt: on
GENERAL = re.compile("结果纠正|^纠正$|其他结果|^其他$")
APPEAL = re.compile("上诉|原判")


class RowError(ValueError):
    """What is wrong with a row: key of the field → sentence."""

    def __init__(self, faults: Mapping[str, str]):
        super().__init__("；".join(faults.values()))
        self.faults = faults


@dataclass(frozen=True)
class Past:
    """A case as the ledger tells it; `decision` is a key of `law.remedy.decisions`, or empty."""

    kind: Kind
    subject: str
    forum: str
    case_number: str
    filed_on: date
    received_on: date
    instance: int
    decision: str
    decided_on: date | None
    document_number: str
    request: str
    note: str
    name: str = field(repr=False, default="")


def past(said: Mapping[str, Any], today: date) -> Past:
    """The case in a row; RowError with a sentence for each cell that cannot be placed."""
    faults = _days(said, today)
    kind = next((k for k, pattern in KINDS.items() if re.search(pattern, said["kind"])), None)
    if kind is None:
        faults["kind"] = "请写：行政复议、行政诉讼、复议后起诉或者投诉举报。"
        raise RowError(faults)
    decision = _decision(said, kind, faults)
    if faults:
        raise RowError(faults)
    return Past(
        kind=kind,
        subject=said["subject"],
        forum=said["forum"],
        case_number=said.get("case_number", ""),
        filed_on=said["filed_on"],
        received_on=said.get("received_on", said["filed_on"]),
        instance=2 if "二" in said.get("instance", "") or "终审" in said.get("instance", "") else 1,
        decision=decision,
        decided_on=said.get("decided_on") if decision else None,
        document_number=said.get("document_number", ""),
        request=said.get("request", ""),
        note=said.get("note", ""),
        name=said.get("name", ""),
    )


def _days(said: Mapping[str, Any], today: date) -> dict[str, str]:
    days = ("filed_on", "received_on", "decided_on")
    faults = {key: "晚于今天，请核对年份。" for key in days if said.get(key, today) > today}
    if said.get("decided_on", today) < said["filed_on"]:
        faults["decided_on"] = "早于受理（立案）日期，请核对。"
    if said.get("received_on", today) < said["filed_on"]:
        faults["received_on"] = "早于受理（立案）日期，请核对。"
    return faults


def _decision(said: Mapping[str, Any], kind: Kind, faults: dict[str, str]) -> str:
    words = "".join(said.get("result", "").split())
    if not words or PENDING.search(words):
        if "decided_on" in said:
            faults["result"] = "写了审结日期，没有写结果；尚未审结的请删去日期。"
        return ""
    if "decided_on" not in said:
        faults["decided_on"] = "写了结果，没有写审结日期；年度报告按日期统计。"
    if APPEAL.search(words):
        faults["result"] = "请写对本单位行为的最终结果，例如：驳回诉讼请求、撤销、确认违法。"
        return ""
    found = next((k for k, pattern in ENDS[kind.way].items() if re.search(pattern, words)), None)
    if found is None or GENERAL.search(words):
        faults["result"] = (
            "看不出是哪一种结果。请写：维持、驳回请求、撤销、变更、确认违法、责令履行、驳回申请（起诉）、"
            "撤回或者尚未审结。"
        )
    return found or ""
