"""The kinds of answer, each with a name of its own."""

from enum import Enum


class AnswerKind(Enum):
    """How an application ends; the value is what a clerk reads."""

    ALREADY_PUBLIC = "已主动公开"
    GRANTED = "予以公开"
    PARTLY_GRANTED = "部分公开"
    REFUSED_STATE_SECRET = "不予公开：国家秘密"  # noqa: S105 (a ground)
    REFUSED_PROHIBITED_BY_LAW = "不予公开：法律行政法规禁止公开"
    REFUSED_SECURITY_AND_STABILITY = "不予公开：危及三安全一稳定"
    REFUSED_THIRD_PARTY = "不予公开：保护第三方合法权益"
    REFUSED_INTERNAL_AFFAIRS = "不予公开：内部事务信息"
    REFUSED_PROCESS_INFORMATION = "不予公开：过程性信息"
    REFUSED_ENFORCEMENT_FILE = "不予公开：行政执法案卷"
    ADMINISTRATIVE_INQUIRY = "属于行政查询事项"
    NOT_HELD = "信息不存在"
    NOT_RESPONSIBLE = "不属于本机关负责公开"
    IN_ARCHIVES = "已移交档案馆"
    MUST_BE_CREATED = "没有现成信息"
    STILL_UNCLEAR = "补正后仍不明确"
    PETITION = "信访举报投诉类申请"
    REPEATED = "重复申请"
    PUBLICATION = "要求提供公开出版物"
    EXCESSIVE = "无正当理由大量反复申请"
    RECONFIRMATION = "要求确认或者重新出具"
    NOT_CORRECTED = "逾期不补正"
    FEE_UNPAID = "逾期不缴费"
    RECORD_CORRECTED = "更正本人信息"
    RECORD_TRANSFERRED = "转送有权更正的机关"
    RECORD_REFERRED = "告知向有权更正的机关提出"
    RECORD_NOT_CORRECTED = "不予更正本人信息"
    WITHDRAWN = "申请人撤回"
