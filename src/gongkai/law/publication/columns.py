"""Whether the columns of a site are fresh, and what fails a site outright.

Inspection indicators of 2019 (国办秘函〔2019〕19号): part 1, any veto fails the site; part 2,
points off 100; part 3, a bonus. An item without a shown date counts as not updated.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from gongkai.law.calendar.periods import month_day
from gongkai.statute.catalogue import COLUMN_KINDS
from gongkai.statute.parameters import parameter
from gongkai.statute.provisions import SITE_INSPECTION, Provision

VETOES = SITE_INSPECTION.article(1)


@dataclass(frozen=True)
class Freshness:
    """A column on a day: last update, the last day it is still fresh, and whether that is past.

    `fresh_until` is None for a column without a period or without a dated item.
    """

    kind: str
    updated: date | None
    fresh_until: date | None
    stale: bool


def freshness(kind: str, updated: date | None, on: date) -> Freshness:
    """How fresh a column of that kind is; the kinds are those of `COLUMN_KINDS`."""
    limit = COLUMN_KINDS[kind].limit
    if not limit:
        return Freshness(kind, updated, None, stale=False)
    if updated is None:
        return Freshness(kind, None, None, stale=True)
    until = period_end(limit, updated, on)
    return Freshness(kind, updated, until, stale=on > until)


def period_end(name: str, start: date, on: date) -> date:
    """The last day of a period in calendar days or months, by the parameter's unit."""
    period = parameter(name)
    length = period.on(on)
    return month_day(start, length) if period.unit == "月" else start + timedelta(days=length)


@dataclass(frozen=True)
class Site:
    """What an inspection of a site found.

    `news`, `notices`: last update of each such column. `idle`: other columns that should have been
    updated long ago. `empty`: columns without content. `unanswered`: arrival of each valid message
    without an answer. `visits` and `failed_visits` of the monitored week.
    """

    homepage_updated: date | None
    news: Sequence[date | None] = ()
    notices: Sequence[date | None] = ()
    idle: int = 0
    empty: int = 0
    has_consultation: bool = True
    unanswered: Sequence[date] = ()
    visits: int = 0
    failed_visits: int = 0


@dataclass(frozen=True)
class Veto:
    """A reason to fail a site outright: the indicator and what was found, in Chinese."""

    indicator: str
    found: str
    source: Provision = VETOES


def vetoes(site: Site, on: date) -> Iterator[Veto]:
    """Every veto that applies on that day."""
    yield from unreachable(site, on)
    if freshness("homepage", site.homepage_updated, on).stale:
        days = parameter("site.homepage_days").on(on)
        yield Veto("首页不更新", f"首页超过{days}天没有更新")
    yield from columns_not_updated(site, on)
    yield from poor_interaction(site, on)


def unreachable(site: Site, on: date) -> Iterator[Veto]:
    share = parameter("site.unreachable_percent").on(on)
    if site.visits and 100 * site.failed_visits >= share * site.visits:
        found = f"{site.visits}次访问中{site.failed_visits}次打不开，达到{share}%"
        yield Veto("站点无法访问", found)


def columns_not_updated(site: Site, on: date) -> Iterator[Veto]:
    stale = sum(freshness("news", each, on).stale for each in site.news)
    stale += sum(freshness("notices", each, on).stale for each in site.notices)
    for count, limit, said in (
        (stale, "site.stale_columns", "个动态、通知类栏目超过期限没有更新"),
        (site.idle, "site.idle_columns", "个应更新的栏目长期没有更新"),
        (site.empty, "site.empty_columns", "个栏目是空白"),
    ):
        if count >= parameter(limit).on(on):
            yield Veto("栏目不更新", f"{count}{said}")


def poor_interaction(site: Site, on: date) -> Iterator[Veto]:
    if not site.has_consultation:
        yield Veto("互动回应差", "没有有效的咨询留言渠道")
    months = parameter("site.message_months").on(on)
    window = month_day(on, -parameter("site.message_window_months").on(on))
    late = [each for each in site.unanswered if window <= each and month_day(each, months) < on]
    if late:
        yield Veto("互动回应差", f"{len(late)}条有效留言超过{months}个月没有回应")


@dataclass(frozen=True)
class SiteScore:
    """The score of a site that was not vetoed; below the pass mark it fails."""

    points: Fraction
    passed: bool


def score(deducted: Fraction, bonus: Fraction, on: date, *, outward: bool = True) -> SiteScore:
    """Points left after deduction; the bonus counts only from a good score on.

    A department without outward services starts from a lower base, and its points are scaled up.
    """
    if outward:
        points = parameter("site.deduction_points").on(on) - deducted
    else:
        factor = parameter("site.inward_department_factor").record_on(on)
        base = parameter("site.inward_department_base").on(on)
        points = (base - deducted) * Fraction(factor["numerator"], factor["denominator"])
    passed = points >= parameter("site.pass_points").on(on)
    if points > parameter("site.bonus_from_points").on(on):
        points += min(bonus, Fraction(parameter("site.bonus_points").on(on)))
    return SiteScore(Fraction(points), passed)
