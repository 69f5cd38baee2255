"""The day a decision counts as served, which is the day the answer is judged by (235号, 2016)."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from gongkai.statute.provisions import COUNTING_PRACTICE, SERVICE_LETTER_2016, Provision


class Delivery(Enum):
    """How a decision reaches the applicant; post only through the postal enterprise."""

    DIRECT = "直接送达"
    ENTRUSTED = "委托送达"
    POST = "邮寄送达"
    ONLINE = "互联网送达"


@dataclass(frozen=True)
class ServiceRule:
    """Which day counts; `online_review`: an on-line way to reconsideration must be named too."""

    counts: str
    source: Provision
    online_review: bool = False


RULES = {
    Delivery.DIRECT: ServiceRule("签收之日", SERVICE_LETTER_2016.article(4)),
    Delivery.ENTRUSTED: ServiceRule("签收之日", SERVICE_LETTER_2016.article(4)),
    Delivery.POST: ServiceRule("交邮之日", SERVICE_LETTER_2016.article(4)),
    Delivery.ONLINE: ServiceRule("到达之日", COUNTING_PRACTICE.article(20), online_review=True),
}


@dataclass(frozen=True, kw_only=True)
class Service:
    """`handed_over_on`: posted or sent; `reached_on`: signed for, or arrived; None if not yet."""

    delivery: Delivery
    handed_over_on: date
    reached_on: date | None = None

    def __post_init__(self) -> None:
        if self.reached_on and self.reached_on < self.handed_over_on:
            raise ValueError("签收日期不能早于交付日期")

    @property
    def date(self) -> date | None:
        """The day of service; None while a signature is awaited."""
        return self.handed_over_on if self.delivery is Delivery.POST else self.reached_on

    @property
    def source(self) -> Provision:
        return RULES[self.delivery].source
