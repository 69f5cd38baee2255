"""How remedies are counted in table three of the annual report."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from gongkai.statute.parameters import parameter


class Block(Enum):
    """The blocks of the table; the value is the key of the row."""

    RECONSIDERATION = "reconsideration"
    LITIGATION_DIRECT = "litigation_direct"
    LITIGATION_AFTER_RECONSIDERATION = "litigation_after_reconsideration"


class Result(Enum):
    """How a case ended; the value is the key of the column."""

    UPHELD = "upheld"
    CORRECTED = "corrected"
    OTHER = "other"


PENDING = "pending"


@dataclass(frozen=True, kw_only=True)
class RemedyCase:
    """One case. `instance`: 1, or 2 on appeal. `co_defendant`: as the reviewing body only."""

    block: Block
    filed_on: date
    decided_on: date | None = None
    result: Result | None = None
    instance: int = 1
    co_defendant: bool = False

    def __post_init__(self) -> None:
        if (self.decided_on is None) is not (self.result is None):
            raise ValueError("结案日期和结果要么都填，要么都不填")
        if self.decided_on and self.decided_on < self.filed_on:
            raise ValueError("结案日期不能早于立案日期")


@dataclass(frozen=True, kw_only=True)
class CountingRule:
    """What counts: the state on this day of the year, and which cases besides the plain ones."""

    month: int
    day: int
    carried_in: bool
    second_instance: bool
    co_defendant: bool


def counting_rule(year: int) -> CountingRule:
    """The rule of the parameters for the report of that year."""
    said = parameter("remedy.table_three").record_on(date(year, 12, 31))
    return CountingRule(
        month=said["month"],
        day=said["day"],
        carried_in=bool(said["carried_in"]),
        second_instance=bool(said["second_instance"]),
        co_defendant=bool(said["co_defendant"]),
    )


def cell(case: RemedyCase, year: int, rule: CountingRule | None = None) -> str | None:
    """The cell of the report of that year a case counts in, as `remedies.reconsideration.upheld`.

    None when it does not count that year.
    """
    rule = rule or counting_rule(year)
    if case.instance > 1 and not rule.second_instance:
        return None
    if case.co_defendant and not rule.co_defendant:
        return None
    last = date(year, rule.month, rule.day)
    before = date(year - 1, rule.month, rule.day)
    if case.filed_on > last or (case.filed_on <= before and not rule.carried_in):
        return None
    if case.decided_on and case.decided_on <= before:
        return None
    ended = case.decided_on and case.decided_on <= last
    column = case.result.value if case.result and ended else PENDING
    return f"remedies.{case.block.value}.{column}"
