"""A year of figures: what it comes to, and where parts and totals do not agree. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

WHOLE = 0
"""The month of a figure for the whole year."""
MONTHS = tuple(range(1, 13))


@dataclass(frozen=True)
class Recorded:
    """One figure; `record`: its id."""

    record: int
    value: Decimal
    about: bool = False


@dataclass(frozen=True)
class Counted:
    """What something is counted as: its name, its total, and what a year is of its months."""

    id: int
    name: str
    unit: str = ""
    total: int | None = None
    last_month: bool = False


@dataclass(frozen=True)
class YearFigure:
    """What an indicator came to in a year, and the records that say so."""

    value: Decimal
    about: bool
    records: tuple[int, ...]


Recordings = Mapping[tuple[int, int], Recorded]
"""Indicator and month → figure."""


def of_year(each: Counted, all_of: Sequence[Counted], found: Recordings) -> YearFigure | None:
    """The figure for the whole year as recorded, else from the months, else from the parts."""
    if whole := found.get((each.id, WHOLE)):
        return YearFigure(whole.value, whole.about, (whole.record,))
    months = [figure for month in MONTHS if (figure := found.get((each.id, month)))]
    if months:
        return _sum(months[-1:] if each.last_month else months)
    parts = [of_year(part, all_of, found) for part in all_of if part.total == each.id]
    known = [part for part in parts if part is not None]
    if not known:
        return None
    records = tuple(record for part in known for record in part.records)
    return YearFigure(sum(p.value for p in known), any(p.about for p in known), records)


def _sum(figures: Sequence[Recorded]) -> YearFigure:
    return YearFigure(
        sum((each.value for each in figures), Decimal()),
        any(each.about for each in figures),
        tuple(each.record for each in figures),
    )


def disagreements(all_of: Sequence[Counted], found: Recordings) -> list[str]:
    """A sentence for every total that is not the sum of its parts, or of its months."""
    return [*_months_and_year(all_of, found), *_parts_and_total(all_of, found)]


def _months_and_year(all_of: Iterable[Counted], found: Recordings) -> Iterable[str]:
    for each in all_of:
        whole = found.get((each.id, WHOLE))
        months = [figure for month in MONTHS if (figure := found.get((each.id, month)))]
        if whole is None or not months or each.last_month:
            continue
        summed = _sum(months)
        missing = f"，另有 {12 - len(months)} 个月没有登记" if len(months) < 12 else ""
        if summed.value != whole.value:
            yield _sentence(
                f"{each.name}：全年登记为 {said(whole.value)}{each.unit}，各月相加是 "
                f"{said(summed.value)}{each.unit}{missing}",
                summed.value - whole.value,
                summed.about or whole.about,
            )


def _parts_and_total(all_of: Sequence[Counted], found: Recordings) -> Iterable[str]:
    for each in all_of:
        parts = [part for part in all_of if part.total == each.id]
        for month in (*MONTHS, WHOLE):
            total = found.get((each.id, month))
            known = [figure for part in parts if (figure := found.get((part.id, month)))]
            summed = _sum(known)
            if total is None or not known or summed.value == total.value:
                continue
            when = "全年" if month == WHOLE else f"{month}月"
            yield _sentence(
                f"{when}“{each.name}”登记为 {said(total.value)}{each.unit}，"
                f"{len(known)} 个分项相加是 {said(summed.value)}{each.unit}",
                summed.value - total.value,
                summed.about or total.about,
            )


def _sentence(words: str, difference: Decimal, about: bool) -> str:
    more = "多" if difference > 0 else "少"
    doubt = "，其中有约数" if about else ""
    return f"{words}，{more} {said(abs(difference))}{doubt}。"


def said(value: Decimal) -> str:
    return f"{value.normalize():f}"
