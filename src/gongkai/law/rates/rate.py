"""The four rates of cases 四率 and the share of full texts: each with its part and its whole.

No national text defines them; the formulas are conventions of this platform, and a rate is always
shown with the numbers it comes from.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from gongkai.statute.provisions import COUNTING_PRACTICE, Provision

CASES = COUNTING_PRACTICE.article(8)
FULL_TEXTS = COUNTING_PRACTICE.article(9)


@dataclass(frozen=True)
class Rate:
    """`part` of `whole`, both whole numbers; `whole_said` names the denominator in Chinese."""

    label: str
    part: int
    whole: int
    whole_said: str
    source: Provision

    def __post_init__(self) -> None:
        if not 0 <= self.part <= self.whole:
            raise ValueError(f"{self.label}：{self.part} 不能多于{self.whole_said} {self.whole}")

    @property
    def percent(self) -> Decimal | None:
        """Two decimals, half up; None where there is nothing to be a share of."""
        if not self.whole:
            return None
        exact = Decimal(100 * self.part) / Decimal(self.whole)
        return exact.quantize(Decimal("0.01"), ROUND_HALF_UP)

    def __str__(self) -> str:
        if self.percent is None:
            return f"{self.label}：无（{self.whole_said}为 0）"
        return (
            f"{self.label}：{self.percent}%（{self.part}/{self.whole}，以{self.whole_said}为基数）"
        )


def closing_rate(closed: int, received: int, returned: int) -> Rate:
    """办结率: closed of those received and not returned."""
    return Rate("办结率", closed, received - returned, "收到件减退回件", CASES)


def contact_rate(contacted: int, due: int) -> Rate:
    """办前沟通率: contacted before handling, of those that were to be contacted."""
    return Rate("办前沟通率", contacted, due, "应沟通件", CASES)


def callback_rate(called_back: int, closed: int) -> Rate:
    """办后回访率: called back, of those closed."""
    return Rate("办后回访率", called_back, closed, "办结件", CASES)


def satisfaction_rate(satisfied: int, evaluated: int) -> Rate:
    """办件满意率: satisfied, of those who gave their view."""
    return Rate("办件满意率", satisfied, evaluated, "参与评价件", CASES)


def full_text_rate(full_text: int, published: int) -> Rate:
    """全文电子化率: items with their full text on line, of those published in the year."""
    return Rate("全文电子化率", full_text, published, "当年公开件", FULL_TEXTS)
