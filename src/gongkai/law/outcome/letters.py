# ruff: noqa: E501 (the table is wide)
"""The letters of a case: code, name, when, what each must say.

L are letters on the way, D are decisions. Names vary by city; these are the ones used here unless
a body sets its own.
"""

from dataclasses import dataclass

from gongkai.statute.provisions import (
    COUNTING_PRACTICE,
    FEE_MEASURES,
    LETTERS_2021,
    REGULATION,
    Provision,
)


@dataclass(frozen=True)
class Letter:
    """A kind of letter: `limit` in words, `states` what it must contain.

    What a decision must state stands with its answer kind, not here.
    """

    code: str
    zh: str
    limit: str
    states: tuple[str, ...]
    source: Provision


_PILOT = LETTERS_2021.whole
_ANSWER = REGULATION.article(36)

# fmt: off
LETTERS = (
    Letter("L1",  "登记回执",                 "收到申请时",         ("申请编号", "收到日期", "答复期限", "联系方式"), _PILOT),
    Letter("L2",  "补正告知书",               "收到之日起七个工作日内，一次", ("需要补正的内容", "补正期限", "逾期的后果"), REGULATION.article(30)),
    Letter("L3",  "说明理由告知书",           "答复期限内",         ("数量、频次明显超过合理范围的事实", "说明理由的期限"), REGULATION.article(35)),
    Letter("L4",  "延期答复告知书",           "首个答复期限届满前", ("延长的理由", "延长后的答复期限"), REGULATION.article("33(2)")),
    Letter("L5",  "第三方意见征询书",         "答复期限内",         ("涉及的政府信息", "十五个工作日的期限", "意见回执", "逾期未提出意见的由机关决定"), REGULATION.article(32)),
    Letter("L6",  "征求意见告知书",           "与征询书同时",       ("征求意见所需时间不计算在答复期限内",), REGULATION.article("33(3)")),
    Letter("L7",  "第三方意见回执",           "收到征询书之日起十五个工作日内", ("同意或者不同意", "不同意的理由"), REGULATION.article(32)),
    Letter("L8",  "决定公开告知书",           "决定公开时",         ("决定公开的信息内容", "决定公开的理由"), REGULATION.article(32)),
    Letter("L9",  "共同制作机关意见征询函",   "答复期限内",         ("涉及的政府信息", "十五个工作日的期限", "逾期未答复视为同意公开"), REGULATION.article(34)),
    Letter("L10", "收费通知书",               "答复期限内",         ("收费依据", "收费标准", "收费数额", "缴纳方式", "缴费期限", "逾期的后果"), FEE_MEASURES.article(6)),
    Letter("L11", "转办告知书",               "转办时",             ("接转机关的名称、联系方式",), COUNTING_PRACTICE.article(14)),
    Letter("L12", "延迟答复告知书",           "答复期限内",         ("延迟答复的理由", "延迟后的答复日期"), REGULATION.article(35)),
    Letter("D1",  "已主动公开告知书",         "答复期限内", (), _ANSWER),
    Letter("D2",  "予以公开告知书",           "答复期限内", (), _ANSWER),
    Letter("D3",  "部分公开告知书",           "答复期限内", (), _ANSWER),
    Letter("D4",  "不予公开告知书",           "答复期限内", (), _ANSWER),
    Letter("D5",  "行政查询事项告知书",       "答复期限内", (), _ANSWER),
    Letter("D6",  "信息不存在告知书",         "答复期限内", (), _ANSWER),
    Letter("D7",  "非本机关负责公开告知书",   "答复期限内", (), _ANSWER),
    Letter("D8",  "没有现成信息告知书",       "答复期限内", (), _ANSWER),
    Letter("D9",  "补正后仍不明确告知书",     "答复期限内", (), _ANSWER),
    Letter("D10", "信访举报投诉类申请告知书", "答复期限内", (), _ANSWER),
    Letter("D11", "不予重复处理告知书",       "答复期限内", (), _ANSWER),
    Letter("D12", "公开出版物告知书",         "答复期限内", (), _ANSWER),
    Letter("D13", "大量反复申请不予处理告知书", "答复期限内", (), _ANSWER),
    Letter("D14", "不予确认或者重新出具告知书", "答复期限内", (), _ANSWER),
    Letter("D15", "逾期不补正不再处理告知书", "补正期限届满后", (), REGULATION.article(30)),
    Letter("D16", "逾期不缴费不再处理告知书", "缴费期限届满后", (), FEE_MEASURES.article(6)),
    Letter("D17", "本人信息更正处理告知书",   "核实后",     (), REGULATION.article(41)),
    Letter("D18", "终止办理告知书",           "收到撤回申请后", (), _PILOT),
)
# fmt: on

NOT_TO_THE_APPLICANT = ("L5", "L7", "L8", "L9")
"""Letters to a consulted third party or another body; the applicant does not see them."""

_BY_CODE = {letter.code: letter for letter in LETTERS}


def letter(code: str) -> Letter:
    """The letter of that code; KeyError when there is none."""
    return _BY_CODE[code]
