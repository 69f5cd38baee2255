# ruff: noqa: E501 (the tables are wide)
"""The words that offices write in their ledgers, and what they stand for.

The first row that fits counts, so the narrower ones come first. What fits none is not guessed.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from gongkai.law.exemption.grounds import Ground
from gongkai.law.identity.applicant import column_hint
from gongkai.law.outcome.kinds import AnswerKind as Kind
from gongkai.law.outcome.table import refusal
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.receipt import Channel
from gongkai.web.requests.models.case import Applicant, Delivery

T = TypeVar("T")


class UnplacedError(ValueError):
    """The words do not say which; the message tells how to write it."""


@dataclass(frozen=True)
class Ending:
    """How an application ended: an answer of some kind, or without one."""

    act: Act
    kind: Kind | None = None
    withheld: tuple[Ground, ...] = ()


# fmt: off
GROUNDS = {
    Ground.STATE_SECRET:           "国家秘密|涉密",
    Ground.PROHIBITED_BY_LAW:      "法律.{0,8}禁止|法规.{0,6}禁止|禁止公开",
    Ground.SECURITY_AND_STABILITY: "三安全|国家安全|公共安全|经济安全|社会稳定",
    Ground.THIRD_PARTY:            "第三方|第三人|商业秘密|个人隐私|隐私|第?十五条|15条",
    Ground.INTERNAL_AFFAIRS:       "内部事务|内部管理|内部信息|人事管理|后勤管理|内部工作流程|十六条第?一款|16条第?1款",
    Ground.PROCESS_INFORMATION:    "过程性|过程信息|讨论记录|过程稿|磋商信函|请示报告",
    Ground.ENFORCEMENT_FILE:       "执法案卷|案卷信息",
}
KINDS = {
    Kind.NOT_CORRECTED:          "不补正|未补正|没有补正|未按.{0,6}补正",
    Kind.FEE_UNPAID:             "不缴费|未缴费|不缴纳|未缴纳|没有缴费|不缴.{0,8}费|未缴.{0,8}费|未按.{0,10}缴纳",
    Kind.STILL_UNCLEAR:          "补正后.*不明确|仍不明确|仍然不明确|内容不明确",
    Kind.IN_ARCHIVES:            "档案馆",
    Kind.NOT_RESPONSIBLE:        "(?:不属于?|非|不是|不归)本?(?:机关|单位|部门|行政机关|局|街道|中心).{0,6}(?:公开|职责|范围|信息|负责|制作|掌握|管辖)?",
    Kind.NOT_HELD:               "不存在|不掌握|未制作|未获取|未检索到|没有检索到|查无",
    Kind.MUST_BE_CREATED:        "没有现成|无现成|另行制作|加工|汇总分析",
    Kind.PUBLICATION:            "出版物|公报|报刊",
    Kind.EXCESSIVE:              "大量反复|反复大量|大量、反复|无正当理由大量|申请理由不合理",
    Kind.REPEATED:               "重复申请|重复答复|不予重复|重复处理",
    Kind.RECONFIRMATION:         "重新出具|要求.{0,6}确认|确认或",
    Kind.PETITION:               "信访|举报|投诉",
    Kind.ADMINISTRATIVE_INQUIRY: "行政查询|查询事项|不动产登记资料|工商登记资料",
    Kind.ALREADY_PUBLIC:         "主动公开|已经?公开|告知.{0,6}(?:途径|方式|网址)",
    Kind.GRANTED:                "^(?:全部|依申请|同意|予以|准予|可以|全文)?(?:公开|提供)(?:信息)?$|予以公开|予以提供|同意公开|同意提供|全部公开|提供信息|已提供",
}
APPLICANTS = {
    Applicant.LEGAL_SERVICE:       "律师|法律服务|律所|公证",
    Applicant.RESEARCH:            "科研",
    Applicant.SOCIAL_ORGANISATION: "社会公益|公益组织|社会团体|社团|基金会|社会组织|民办非企业",
    Applicant.BUSINESS:            "企业|公司|商业|个体工商户",
    Applicant.NATURAL_PERSON:      "自然人|公民|个人|居民|群众|村民|市民",
    Applicant.OTHER_ORGANISATION:  "^其他$|其他组织$|^其它$|其它组织$|学校|医院|机关",
}
NAMES = {
    Applicant.LEGAL_SERVICE:       "律师事务所|法律服务所|公证处$",
    Applicant.BUSINESS:            "公司$|有限合伙|厂$|商店$|合作社$|企业$|经营部$|商行$|超市$",
    Applicant.RESEARCH:            "研究院$|研究所$|科学院$",
    Applicant.SOCIAL_ORGANISATION: "协会$|学会$|商会$|基金会$|联合会$|促进会$",
    Applicant.OTHER_ORGANISATION:  "委员会$|学校$|小学$|中学$|大学$|医院$|业委会$",
}
CHANNELS = {
    Channel.REROUTED:    "转来|热线|12345|转办",
    Channel.ORAL:        "口头",
    Channel.IN_PERSON:   "当面|现场|窗口|上门|来访",
    Channel.PLAIN_POST:  "平信|平常信函|平邮",
    Channel.SIGNED_POST: "信函|邮寄|挂号|快递|EMS|邮政",
    Channel.FAX:         "传真",
    Channel.EMAIL:       "邮件|邮箱|E-?MAIL",
    Channel.ONLINE:      "网|在线|平台|系统|小程序",
}
DELIVERIES = {
    Delivery.EMAIL:   "电子邮件|邮箱|EMAIL",
    Delivery.POST:    "邮寄|快递|挂号|信函|EMS",
    Delivery.COLLECT: "自行|自取|当面|领取|现场",
    Delivery.ONLINE:  "网|在线|平台",
}
# fmt: on
REASONS = {
    kind: pattern
    for kind, pattern in KINDS.items()
    if kind not in (Kind.ALREADY_PUBLIC, Kind.GRANTED)
}
"""What a reason alone may say."""
REFUSED = "不予公开|不公开|不同意公开|拒绝公开|暂不公开|不宜公开"
PARTLY = "部分(?:予以|准予)?公开|部分提供|部分不予公开|区分处理"
UNAVAILABLE, NOT_PROCESSED = "无法提供", "不予处理|不再处理|不作为"
WITHDRAWN = "撤回|撤销申请|主动撤|放弃申请"
FORWARDED = "转办|移送|转交|转送"
PERSON_NAME = re.compile(r"[\u4e00-\u9fff·]{2,4}")
UNIT = re.compile(r"(?:单位|组织|法人)")


def bare(words: str) -> str:
    """Half-width capitals without blanks and what stands before the words: 三、(三)5."""
    half = "".join(unicodedata.normalize("NFKC", words).upper().split())
    return re.sub(r"^(?:\(?[一二三四五六七八九十\d]+[)、.．]+)+", "", half)


def _first(table: Mapping[T, str], words: str) -> T | None:
    return next((found for found, pattern in table.items() if re.search(pattern, words)), None)


def ending(kind: str, reason: str = "") -> Ending:
    """How an application ended, from the kind of the answer and the reason beside it."""
    said, why = bare(kind), bare(reason)
    both = f"{said};{why}"
    if re.search(WITHDRAWN, said):
        return Ending(Act.WITHDRAW)
    if re.search(PARTLY, said):
        return _partly(both)
    if re.search(REFUSED, said):
        return _refused(both)
    if re.search(FORWARDED, said) and _first(KINDS, said) is None:
        return Ending(Act.FORWARD)
    # what is general is settled by the reason: "无法提供", "不予处理", "其他处理"
    found = _first(KINDS, said)
    if found is None and (ground := _first(GROUNDS, said)):
        found = refusal(ground)
    found = found or _first(REASONS, why)
    if found is not None:
        return Ending(Act.ANSWER, found)
    raise UnplacedError(_advice(said))


def _partly(both: str) -> Ending:
    """The grounds of what was left out, where they are written."""
    grounds = tuple(ground for ground, pattern in GROUNDS.items() if re.search(pattern, both))
    return Ending(Act.ANSWER, Kind.PARTLY_GRANTED, grounds)


def _refused(both: str) -> Ending:
    ground = _first(GROUNDS, both)
    if ground is not None:
        return Ending(Act.ANSWER, refusal(ground))
    if re.search(KINDS[Kind.ADMINISTRATIVE_INQUIRY], both):
        return Ending(Act.ANSWER, Kind.ADMINISTRATIVE_INQUIRY)
    raise UnplacedError(
        "“不予公开”要写明理由才能归入表二，例如：不予公开（国家秘密）、（法律行政法规禁止公开）、"
        "（危及三安全一稳定）、（第三方合法权益）、（内部事务信息）、（过程性信息）、（行政执法案卷）、"
        "（行政查询事项）。"
    )


def _advice(said: str) -> str:
    if re.search(UNAVAILABLE, said):
        return "“无法提供”要写明是哪一种：本机关不掌握、没有现成信息需要另行制作、补正后仍不明确。"
    if re.search(NOT_PROCESSED, said):
        return (
            "“不予处理”要写明是哪一种：信访举报投诉、重复申请、要求提供公开出版物、"
            "无正当理由大量反复申请、要求确认或重新出具。"
        )
    return (
        "看不出归入表二的哪一行。请写：予以公开、部分公开、不予公开（写明理由）、无法提供（写明理由）、"
        "不予处理（写明理由）、逾期不补正、逾期不缴费、申请人撤回或者转办。"
    )


def applicant(kind: str, name: str, number: str = "") -> Applicant:
    """The column of table two: as the ledger says, else as number or name leave no doubt."""
    said, called = bare(kind), bare(name)
    found = _first(APPLICANTS, said) if said else None
    vague = bool(UNIT.search(said)) and found in (None, Applicant.OTHER_ORGANISATION)
    if found is not None and not (vague and "法人" in said):
        return found
    hint = column_hint(number) if number else None
    if hint is not None and hint.certain:
        return Applicant(hint.column.value)
    told = _first(NAMES, called)
    if told is None and not said and PERSON_NAME.fullmatch(called):
        told = Applicant.NATURAL_PERSON
    if told is None:
        raise UnplacedError(
            "看不出是哪一类申请人。请写：自然人、商业企业、科研机构、社会公益组织、法律服务机构或者其他。"
        )
    return told


def channel(words: str) -> Channel:
    """How it came in; where the ledger does not say, that it stood there."""
    return _first(CHANNELS, bare(words)) or Channel.LEDGER


def delivery(words: str) -> str:
    """How the answer was wanted; empty where the ledger does not say."""
    found = _first(DELIVERIES, bare(words))
    return found.value if found else ""
