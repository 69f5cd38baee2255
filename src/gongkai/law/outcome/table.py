# ruff: noqa: E501 (the table is wide)
"""Answer kind ↔ provision ↔ row of the 2021 and 2019 forms ↔ letter ↔ remedy ↔ what is stated.

One table, read by everyone who needs any two of these together. Rows are keys of table two in
`gongkai.statute.forms`; an application counts in one row, or in none where it is None.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from gongkai.law.exemption.grounds import EXEMPTIONS, Ground
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.outcome.letters import Letter, letter
from gongkai.statute.provisions import (
    ARCHIVES,
    COUNTING_PRACTICE,
    FEE_MEASURES,
    REGULATION,
    Provision,
)


class Review(Enum):
    """Whether reconsideration comes before the court (since 2024)."""

    FIRST = "复议前置"
    BY_GROUNDS = "按不予公开部分的理由"
    CHOICE = "可以直接起诉"
    UNSETTLED = "可以直接起诉（可设为复议前置）"
    NONE = "无"


@dataclass(frozen=True)
class Outcome:
    """All that follows from one kind of answer.

    `row_2021`: None where it is not counted. `letter_code`: see `letters`. `states`: what the
    letter must say. `other_row_2019`: where the form of 2019 has another row.
    """

    kind: AnswerKind
    sources: tuple[Provision, ...]
    row_2021: str | None
    letter_code: str
    review: Review
    states: tuple[str, ...]
    ground: Ground | None = None
    other_row_2019: str | None = None

    @property
    def row_2019(self) -> str | None:
        return self.other_row_2019 or self.row_2021

    @property
    def letter(self) -> Letter:
        return letter(self.letter_code)


def refusals() -> Iterable[Outcome]:
    """One row for each ground of articles 14 to 16, all in the D4 letter."""
    extra = {Ground.THIRD_PARTY: ("征求第三方意见的情况",)}
    for row in EXEMPTIONS:
        yield Outcome(
            kind=AnswerKind[f"REFUSED_{row.ground.name}"],
            sources=(REGULATION.article("36(3)"), row.source),
            row_2021=row.row,
            letter_code="D4",
            review=Review.FIRST,
            states=("不予公开的决定", "理由", *extra.get(row.ground, ())),
            ground=row.ground,
        )


_article = REGULATION.article
_fee = FEE_MEASURES.article(6)
_archives = ARCHIVES.article(15)
_form_only = COUNTING_PRACTICE.article(18)
_withdrawal = COUNTING_PRACTICE.article(13)

# fmt: off
OUTCOMES = (
    #       kind                                 provisions                            row (2021)                       letter  review            the letter says
    Outcome(AnswerKind.ALREADY_PUBLIC,          (_article("36(1)"),),                 "granted",                       "D1",  Review.CHOICE,    ("获取的方式、途径",)),
    Outcome(AnswerKind.GRANTED,                 (_article("36(2)"),),                 "granted",                       "D2",  Review.CHOICE,    ("信息内容，或者获取的方式、途径和时间",)),
    Outcome(AnswerKind.PARTLY_GRANTED,          (_article(37), _article("36(3)")),    "partly_granted",                "D3",  Review.BY_GROUNDS, ("可以公开的部分", "不予公开部分的理由")),
    *refusals(),
    Outcome(AnswerKind.ADMINISTRATIVE_INQUIRY,  (_article("36(7)"),),                 "refused_administrative_inquiry", "D5", Review.UNSETTLED, ("适用的法律、行政法规", "办理查询的机构")),
    Outcome(AnswerKind.NOT_HELD,                (_article("36(4)"),),                 "unavailable_not_held",          "D6",  Review.CHOICE,    ("经检索没有所申请的信息",)),
    Outcome(AnswerKind.NOT_RESPONSIBLE,         (_article("36(5)"),),                 "unavailable_not_held",          "D7",  Review.CHOICE,    ("不由本机关负责公开的理由", "能够确定的负责机关名称、联系方式")),
    Outcome(AnswerKind.IN_ARCHIVES,             (_article("36(5)"), _archives),       "unavailable_not_held",          "D7",  Review.CHOICE,    ("已移交的事实", "保存信息的档案馆名称、联系方式")),
    Outcome(AnswerKind.MUST_BE_CREATED,         (_article(38),),                      "unavailable_must_be_created",   "D8",  Review.CHOICE,    ("需要加工、分析的理由",)),
    Outcome(AnswerKind.STILL_UNCLEAR,           (_article(30),),                      "unavailable_still_unclear",     "D9",  Review.CHOICE,    ("补正告知的情况", "内容仍不明确的理由")),
    Outcome(AnswerKind.PETITION,                (_article("39(1)"),),                 "not_processed_petition",        "D10", Review.CHOICE,    ("不作为政府信息公开申请处理", "相应的渠道")),
    Outcome(AnswerKind.REPEATED,                (_article("36(6)"),),                 "not_processed_repeated",        "D11", Review.CHOICE,    ("原答复的日期、文号",)),
    Outcome(AnswerKind.PUBLICATION,             (_article("39(2)"),),                 "not_processed_publication",     "D12", Review.CHOICE,    ("获取的途径",)),
    Outcome(AnswerKind.EXCESSIVE,               (_article(35),),                      "not_processed_excessive",       "D13", Review.CHOICE,    ("申请理由不合理的认定",)),
    Outcome(AnswerKind.RECONFIRMATION,          (_form_only,),                        "not_processed_reconfirmation",  "D14", Review.CHOICE,    ("原提供信息的情况",)),
    Outcome(AnswerKind.NOT_CORRECTED,           (_article(30),),                      "other_not_corrected",           "D15", Review.CHOICE,    ("补正告知的日期", "逾期未补正的事实"), other_row_2019="other_other"),
    Outcome(AnswerKind.FEE_UNPAID,              (_article(42), _fee),                 "other_fee_unpaid",              "D16", Review.CHOICE,    ("收费通知的日期", "应缴数额", "逾期未缴费的事实"), other_row_2019="other_other"),
    Outcome(AnswerKind.RECORD_CORRECTED,        (_article(41),),                      None,                            "D17", Review.CHOICE,    ("更正的结果",)),
    Outcome(AnswerKind.RECORD_TRANSFERRED,      (_article(41),),                      None,                            "D17", Review.CHOICE,    ("转送的机关",)),
    Outcome(AnswerKind.RECORD_REFERRED,         (_article(41),),                      None,                            "D17", Review.CHOICE,    ("有权更正的机关",)),
    Outcome(AnswerKind.RECORD_NOT_CORRECTED,    (_article(41),),                      None,                            "D17", Review.CHOICE,    ("不予更正的理由",)),
    Outcome(AnswerKind.WITHDRAWN,               (_withdrawal,),                       "other_other",                   "D18", Review.NONE,      ("申请人撤回的日期",)),
)
# fmt: on

_BY_KIND = {row.kind: row for row in OUTCOMES}


def outcome(kind: AnswerKind) -> Outcome:
    """The row of that kind of answer."""
    return _BY_KIND[kind]


def refusal(ground: Ground) -> AnswerKind:
    """The kind of answer that withholds everything on this ground."""
    return AnswerKind[f"REFUSED_{ground.name}"]


def grounds_of(kind: AnswerKind, withheld: Iterable[Ground] = ()) -> tuple[Ground, ...]:
    """On what grounds an answer withholds: its own, or those of the parts it leaves out."""
    own = outcome(kind).ground
    if own:
        return (own,)
    return tuple(withheld) if kind is AnswerKind.PARTLY_GRANTED else ()


def whole_answer(parts: Iterable[Ground | None]) -> AnswerKind:
    """The answer to an application from what holds for each separable part (article 37).

    None is a part that is open. Some open, some not: partial disclosure, and only that row counts.
    All withheld on several grounds: the first in the order of the form.
    """
    found = set(parts)
    if not found:
        raise ValueError("an answer has at least one part")
    withheld = found - {None}
    if not withheld:
        return AnswerKind.GRANTED
    if None in found:
        return AnswerKind.PARTLY_GRANTED
    first = next(row.ground for row in EXEMPTIONS if row.ground in withheld)
    return refusal(first)
