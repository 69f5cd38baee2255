# ruff: noqa: E501 (the table is wide)
"""The three ways open to a person: what, who may go it, where, how long."""

from dataclasses import dataclass
from enum import Enum

from gongkai.statute.provisions import (
    COURT_INTERPRETATION_2018,
    LITIGATION,
    RECONSIDERATION,
    REGULATION,
    Provision,
)


class Way(Enum):
    """A way to attack an answer, its absence or a disclosure."""

    COMPLAINT = "投诉、举报"
    RECONSIDERATION = "行政复议"
    SUIT = "行政诉讼"


class Claimant(Enum):
    """Who may go it."""

    APPLICANT = "申请人"
    THIRD_PARTY = "认为公开侵犯其合法权益的第三方"
    ANYONE = "任何公民、法人或者其他组织"


@dataclass(frozen=True)
class Remedy:
    """One way: what it attacks, where, and until when in words; `limits` gives the dates."""

    way: Way
    claimants: tuple[Claimant, ...]
    against: str
    where: str
    until: str
    source: Provision


_BOTH = (Claimant.APPLICANT, Claimant.THIRD_PARTY)

# fmt: off
REMEDIES = (
    Remedy(Way.COMPLAINT,       (Claimant.APPLICANT, Claimant.ANYONE), "未按要求主动公开，或者未依法答复申请", "主管部门",                     "没有期限",                       REGULATION.article("47(2)")),
    Remedy(Way.COMPLAINT,       _BOTH,                                 "侵犯合法权益的行为",                   "上一级行政机关或者主管部门",   "没有期限",                       REGULATION.article(51)),
    Remedy(Way.RECONSIDERATION, _BOTH,                                 "答复或者决定公开",                     "行政复议机关",                 "知道之日起六十日内",             RECONSIDERATION.article("20(1)")),
    Remedy(Way.RECONSIDERATION, (Claimant.APPLICANT,),                 "逾期不答复",                           "行政复议机关",                 "答复期限届满之日起六十日内",     RECONSIDERATION.article("20(1)")),
    Remedy(Way.SUIT,            _BOTH,                                 "答复或者决定公开",                     "人民法院",                     "知道之日起六个月内",             LITIGATION.article(46)),
    Remedy(Way.SUIT,            (Claimant.APPLICANT,),                 "逾期不答复",                           "人民法院",                     "答复期限届满之日起六个月内",     COURT_INTERPRETATION_2018.article(66)),
    Remedy(Way.SUIT,            _BOTH,                                 "复议决定或者复议机关逾期不作决定",     "人民法院",                     "收到复议决定或者期满之日起十五日内", RECONSIDERATION.article(34)),
)
# fmt: on


def ways_of(claimant: Claimant) -> tuple[Remedy, ...]:
    """The ways open to that person."""
    return tuple(row for row in REMEDIES if claimant in row.claimants)
