"""The remedy paragraph of a letter: pieces of text, put together by variant and date."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gongkai.law.remedy.variant import Variant
from gongkai.statute.parameters import parameter
from gongkai.statute.provisions import (
    LITIGATION,
    RECONSIDERATION,
    Provision,
    chinese_number,
    provision,
)

PIECES = {
    Variant.R0: ("opening", "reconsideration", "or_suit"),
    Variant.R1: ("opening", "reconsideration_first", "then_suit"),
    Variant.R2: ("opening", "reconsideration", "or_suit"),
}
TEXTS = {
    "opening": "对本答复不服的，",
    "reconsideration": "可以自收到本答复之日起{days}日内向{authority}申请行政复议，",
    "or_suit": "也可以自收到本答复之日起{months}个月内直接向{court}提起行政诉讼。",
    "reconsideration_first": "应当先自收到本答复之日起{days}日内向{authority}申请行政复议；",
    "then_suit": "对复议决定不服的，再自收到复议决定书之日起{after}日内向{court}提起行政诉讼。",
    "online": "行政复议申请可以通过互联网提交：{channel}。",
}
"""Our own wording; a body may set another with the same blanks."""

SOURCES: dict[Variant, tuple[Provision, ...]] = {
    Variant.R0: (provision("reconsideration_1999:9"), LITIGATION.article(46)),
    Variant.R1: (RECONSIDERATION.article("23(1)(4)"), RECONSIDERATION.article("23(2)")),
    Variant.R2: (RECONSIDERATION.article("20(1)"), LITIGATION.article(46)),
}


@dataclass(frozen=True, kw_only=True)
class Addresses:
    """Who hears the case: authorities to choose from, the court, the on-line way if any."""

    authorities: Sequence[str]
    court: str
    channel: str = ""


def paragraph(variant: Variant, where: Addresses, *, decided_on: date, online: bool = False) -> str:
    """The paragraph in Chinese.

    `online`: the answer is served on line, so the on-line way to reconsideration must stand in it
    (reconsideration law, article 22, paragraph 2); ValueError when none is given.
    """
    if online and not where.channel:
        raise ValueError("通过互联网送达的答复，要写明网上申请行政复议的渠道")
    names = (*PIECES[variant], "online") if online else PIECES[variant]
    blanks = {
        "days": chinese_number(parameter("remedy.reconsideration_days").on(decided_on)),
        "months": chinese_number(parameter("remedy.suit_months").on(decided_on)),
        "after": chinese_number(parameter("remedy.suit_after_reconsideration_days").on(decided_on)),
        "authority": "或者".join(where.authorities),
        "court": where.court,
        "channel": where.channel,
    }
    return "".join(TEXTS[name].format(**blanks) for name in names)
