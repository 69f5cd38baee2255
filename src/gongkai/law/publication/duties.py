"""Who must publish what (articles 19 to 21) and which body is responsible (article 10)."""

from dataclasses import dataclass
from enum import Enum

from gongkai.statute.catalogue import DISCLOSURE_ITEMS, BodyKind, DisclosureItem, Level
from gongkai.statute.provisions import REGULATION, Provision

RULE_MAKERS = {
    (Level.STATE, BodyKind.GOVERNMENT),
    (Level.STATE, BodyKind.DEPARTMENT),
    (Level.PROVINCE, BodyKind.GOVERNMENT),
    (Level.PREFECTURE, BodyKind.GOVERNMENT),
}
"""Bodies that can make rules 规章; others report none of them."""


def items_of(level: Level, kind: BodyKind) -> list[DisclosureItem]:
    """What such a body must publish, in the order of the articles.

    A public enterprise follows the rules of its sector (article 55): none of these items. A street
    office is a branch office and not named in article 21.
    """
    if kind is BodyKind.ENTERPRISE:
        return []
    return [
        item
        for item in DISCLOSURE_ITEMS
        if level in (item.levels or {level}) and kind in (item.kinds or {kind})
    ]


def may_make_rules(level: Level, kind: BodyKind) -> bool:
    return (level, kind) in RULE_MAKERS


class Origin(Enum):
    """How a body came by information (article 10)."""

    MADE = "made"
    FROM_THE_PUBLIC = "from_the_public"
    FROM_ANOTHER_BODY = "from_another_body"
    MADE_JOINTLY = "made_jointly"


@dataclass(frozen=True)
class Responsible:
    """Which body discloses information of that origin, in Chinese, and on what ground.

    `this_body`: whether it is the body that holds the information.
    """

    body: str
    this_body: bool
    source: Provision


MAKER = REGULATION.article("10(1)")
LEAD = REGULATION.article("10(3)")


def responsible(origin: Origin, *, leads: bool = False) -> Responsible:
    """The responsible body; `leads`: this body led the making of joint information.

    If it is another body, the answer is that of article 36(5). Laws may say otherwise.
    """
    if origin is Origin.MADE:
        return Responsible("制作该信息的本机关", True, MAKER)
    if origin is Origin.FROM_THE_PUBLIC:
        return Responsible("保存该信息的本机关", True, MAKER)
    if origin is Origin.FROM_ANOTHER_BODY:
        return Responsible("制作或者最初获取该信息的行政机关", False, MAKER)
    return Responsible("牵头制作的行政机关", leads, LEAD)
