"""What a letter is filled with: every blank by its Chinese name, from the case and its record."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from gongkai.law.calendar.workdays import WorkCalendar, default_calendar
from gongkai.law.exemption.grounds import Ground, exemption
from gongkai.law.outcome.basis import cited
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.outcome.table import grounds_of
from gongkai.law.remedy.paragraph import Addresses, paragraph
from gongkai.law.remedy.variant import variant
from gongkai.law.request.clock import reply_due
from gongkai.law.request.details import (
    Consulted,
    CorrectionAsked,
    Delayed,
    Details,
    Extended,
    FeeCharged,
    Forwarded,
    ReasonsAsked,
    ThirdPartyTold,
)
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.receipt import Channel
from gongkai.law.request.record import Entry, Record
from gongkai.statute.parameters import UnknownParameterError, parameter
from gongkai.statute.provisions import Provision, chinese_number
from gongkai.web.ui.templatetags.gongkai import day

NUMBER, DATE, TEXT, TITLE = "文号", "成文日期", "正文", "标题"
"""Filled when the letter is numbered, and those of a body's own Word template."""
BLANK = re.compile(r"\{\{\s*([^{}\s]+)\s*\}\}")
TO_THE_THIRD_PARTY = ("L5", "L7", "L8")
"""Letters that must not tell who applied."""
ACTS = {
    "L2": Act.ASK_CORRECTION,
    "L3": Act.ASK_REASONS,
    "L4": Act.EXTEND,
    "L5": Act.CONSULT_THIRD_PARTY,
    "L8": Act.TELL_THIRD_PARTY,
    "L9": Act.CONSULT_BODY,
    "L10": Act.CHARGE_FEE,
    "L11": Act.FORWARD,
    "L12": Act.SET_DELAY,
}
"""The act that a letter on the way is: it is entered on the day the letter is served."""
KINDS_OF_ACTS = {
    "D15": Act.LAPSE_UNCORRECTED,
    "D16": Act.LAPSE_UNPAID,
}
"""Decisions that have an act of their own; every other one answers."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """Who asked whom for what. `where`: who reviews this body's answers; empty names are left."""

    applicant: str
    natural: bool
    topic: str
    number: str
    channel: str
    body: str
    office: str = ""
    telephone: str = ""
    address: str = ""
    postcode: str = ""
    where: Addresses
    record: Record = ()


@dataclass(frozen=True, kw_only=True)
class Said:
    """What one letter says: its code, on which day, and what its kind needs.

    `details`: those of the act that the letter is. `online`: served on line, so that the on-line
    way to reconsideration must stand in it. `more`: blanks that a row of the case fills.
    """

    code: str
    on: date
    kind: AnswerKind | None = None
    withheld: tuple[Ground, ...] = ()
    details: Details = None
    addressee: str = ""
    online: bool = False
    more: Mapping[str, str] = field(default_factory=dict)


def blanks(
    case: Case, said: Said, content: str, calendar: WorkCalendar | None = None
) -> dict[str, str]:
    """Every blank that could be filled; what is missing stays for the officer to write."""
    calendar = calendar or default_calendar()
    found = {**_of_case(case), **_of_record(case, calendar), **_of_law(said)}
    found |= _of_details(case, said, calendar)
    found |= {"收件人": said.addressee or found["收件人"], "救济途径": remedy(case, said)}
    found |= _of_answer(said, content, found) | said.more
    return {name: harmless(value) for name, value in found.items() if value}


def remedy(case: Case, said: Said) -> str:
    """The remedy paragraph of a decision; empty where none is owed."""
    kind = AnswerKind.GRANTED if said.code == "L8" else said.kind
    found = variant(kind, said.withheld, decided_on=said.on) if kind else None
    if found is None:
        return ""
    online = said.online and bool(case.where.channel)
    return paragraph(found, case.where, decided_on=said.on, online=online)


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with its blanks filled; one without a value is left in 【】."""
    return BLANK.sub(lambda found: values.get(found[1], f"【{found[1]}】"), text)


def harmless(value: str) -> str:
    """A value that no template reads as a blank or command of its own."""
    return value.replace("{", "｛").replace("}", "｝")


def _of_case(case: Case) -> dict[str, str]:
    channel = Channel[case.channel].value if case.channel else ""
    return {
        "收件人": case.applicant,
        "申请人": case.applicant,
        "称谓": "您" if case.natural else "你单位",
        "申请编号": case.number,
        "来件方式": channel,
        "所需信息": case.topic,
        "机关": case.body,
        "工作机构": case.office,
        "联系电话": case.telephone,
        "办公地址": case.address,
        "邮政编码": case.postcode,
    }


def _of_record(case: Case, calendar: WorkCalendar) -> dict[str, str]:
    last = {entry.act: entry for entry in case.record}
    asked, charged = last.get(Act.ASK_CORRECTION), last.get(Act.CHARGE_FEE)
    corrected = last.get(Act.CORRECT)
    return {
        "收到日期": _on(last.get(Act.RECEIVE)),
        "答复期限": day(reply_due(case.record, calendar).date),
        "补正通知日期": _on(asked),
        "补正期限": day(asked.details.until) if asked else "",
        "补正情况": f"，并于{_on(corrected)}收到补正材料" if corrected else "",
        "收费通知日期": _on(charged),
        "收费金额": str(charged.details.amount) if charged else "",
        "撤回日期": _on(last.get(Act.WITHDRAW)),
    }


def _on(entry: Entry | None) -> str:
    return day(entry.on) if entry else ""


def _of_law(said: Said) -> dict[str, str]:
    return {
        "成文日期": day(said.on),
        "第三方天数": _days("request.third_party_days", said.on),
        "其他机关天数": _days("request.joint_maker_days", said.on),
        "缴费天数": _days("request.fee_payment_days", said.on),
    }


def _days(name: str, on: date) -> str:
    try:
        return chinese_number(parameter(name).on(on))
    except UnknownParameterError:
        return ""


def _of_details(case: Case, said: Said, calendar: WorkCalendar) -> dict[str, str]:
    match said.details:
        case CorrectionAsked(until=until):
            return {"补正期限": day(until)}
        case ReasonsAsked(until=until):
            return {"说明理由期限": day(until)}
        case Delayed(until=until):
            return {"延迟后期限": day(until)}
        case FeeCharged(amount=amount):
            return {"收费金额": str(amount)}
        case Forwarded(to=to):
            return {"接转机关": to}
        case Consulted(consultation=name) | ThirdPartyTold(consultation=name):
            return {"征求意见编号": name}
        case Extended(days=days):
            extended = (*case.record, Entry(Act.EXTEND, said.on, said.details))
            due = reply_due(extended, calendar).date
            return {"延长天数": str(days), "延长后期限": day(due)}
    return {}


def _of_answer(said: Said, content: str, known: Mapping[str, str]) -> dict[str, str]:
    if said.kind is None:
        return {}
    named = cited(said.kind, said.withheld, on=said.on)
    basis = f"根据{_together(named)}的规定，" if named else ""
    grounds = grounds_of(said.kind, said.withheld)
    why = "；".join(exemption(ground).asks for ground in grounds)
    return {"依据": basis, "答复内容": filled(content, {**known, "不予公开事由": why})}


def _together(named: Iterable[Provision]) -> str:
    """The provisions, the law named once for all of its own."""
    places: dict[str, list[str]] = {}
    for each in named:
        places.setdefault(each.law.title, []).append(each.place)
    return "和".join(f"《{title}》{'、'.join(listed)}" for title, listed in places.items())
