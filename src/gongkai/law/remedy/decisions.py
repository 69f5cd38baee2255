# ruff: noqa: E501 (the table is wide)
"""The ways a remedy may end, and the column of table three each is counted in."""

from dataclasses import dataclass

from gongkai.law.remedy.counting import Result
from gongkai.law.remedy.ways import Way
from gongkai.statute.provisions import COUNTING_PRACTICE, LITIGATION, RECONSIDERATION, Provision


@dataclass(frozen=True)
class Decision:
    """One way to end. `key` stands in records; `anew`: an order to act again may come with it."""

    key: str
    zh: str
    way: Way
    result: Result
    source: Provision
    anew: bool = False


_review, _court, _ours = (
    RECONSIDERATION.article(64),
    LITIGATION.article(70),
    COUNTING_PRACTICE.article(22),
)

# fmt: off
DECISIONS = (
    Decision("review_upheld",      "维持",                         Way.RECONSIDERATION, Result.UPHELD,    _ours),
    Decision("review_rejected",    "驳回复议请求",                 Way.RECONSIDERATION, Result.UPHELD,    _ours),
    Decision("review_revoked",     "撤销或者部分撤销",             Way.RECONSIDERATION, Result.CORRECTED, _review, anew=True),
    Decision("review_varied",      "变更",                         Way.RECONSIDERATION, Result.CORRECTED, _ours),
    Decision("review_unlawful",    "确认违法或者无效",             Way.RECONSIDERATION, Result.CORRECTED, _ours, anew=True),
    Decision("review_ordered",     "责令履行",                     Way.RECONSIDERATION, Result.CORRECTED, _ours, anew=True),
    Decision("review_refused",     "不予受理或者驳回复议申请",     Way.RECONSIDERATION, Result.OTHER,     _ours),
    Decision("review_ended",       "终止（撤回、和解、调解等）",   Way.RECONSIDERATION, Result.OTHER,     _ours),
    Decision("suit_rejected",      "驳回诉讼请求",                 Way.SUIT,            Result.UPHELD,    _ours),
    Decision("suit_revoked",       "撤销或者部分撤销",             Way.SUIT,            Result.CORRECTED, _court, anew=True),
    Decision("suit_varied",        "变更",                         Way.SUIT,            Result.CORRECTED, _ours),
    Decision("suit_unlawful",      "确认违法或者无效",             Way.SUIT,            Result.CORRECTED, _ours, anew=True),
    Decision("suit_ordered",       "判决履行",                     Way.SUIT,            Result.CORRECTED, LITIGATION.article(72), anew=True),
    Decision("suit_dismissed",     "不予立案或者驳回起诉",         Way.SUIT,            Result.OTHER,     _ours),
    Decision("suit_ended",         "撤诉、调解或者终结",           Way.SUIT,            Result.OTHER,     _ours),
    Decision("complaint_unfounded", "反映的问题不成立",            Way.COMPLAINT,       Result.UPHELD,    _ours),
    Decision("complaint_ordered",  "责令改正",                     Way.COMPLAINT,       Result.CORRECTED, _ours, anew=True),
    Decision("complaint_other",    "其他",                         Way.COMPLAINT,       Result.OTHER,     _ours),
)
# fmt: on

_BY_KEY = {row.key: row for row in DECISIONS}


def decision(key: str) -> Decision:
    return _BY_KEY[key]


def decisions_of(way: Way) -> tuple[Decision, ...]:
    """How a case of that way may end."""
    return tuple(row for row in DECISIONS if row.way is way)
