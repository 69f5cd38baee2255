"""Fresh columns, and what fails a site outright."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from gongkai.law.publication.columns import Freshness, Site, Veto, freshness, score, vetoes

ON = date(2026, 11, 20)


def ago(days):
    return ON - timedelta(days=days)


@pytest.mark.parametrize(
    ("kind", "last_fresh"),
    [
        ("news", date(2026, 11, 6)),
        ("homepage", date(2026, 11, 6)),
        ("new_media", date(2026, 11, 6)),
        ("notices", date(2026, 5, 20)),
        ("plans", date(2025, 11, 20)),
    ],
)
def test_a_column_is_fresh_for_its_period_and_stale_the_day_after(kind, last_fresh):
    assert freshness(kind, last_fresh, ON) == Freshness(kind, last_fresh, ON, stale=False)
    earlier = last_fresh - timedelta(days=1)
    assert freshness(kind, earlier, ON) == Freshness(kind, earlier, ago(1), stale=True)


def test_a_column_without_a_shown_date_counts_as_not_updated():
    assert freshness("news", None, ON) == Freshness("news", None, None, stale=True)


@pytest.mark.parametrize("kind", ["organisation", "report_archive"])
def test_a_column_without_a_period_is_never_stale(kind):
    assert freshness(kind, date(2010, 1, 1), ON) == (
        Freshness(kind, date(2010, 1, 1), None, stale=False)
    )
    assert not freshness(kind, None, ON).stale


GOOD = Site(homepage_updated=ON)


def found(site):
    return [(each.indicator, each.found) for each in vetoes(site, ON)]


def test_a_good_site_has_no_veto():
    assert found(GOOD) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"homepage_updated": ago(14)}, []),
        ({"homepage_updated": ago(15)}, [("首页不更新", "首页超过14天没有更新")]),
        ({"homepage_updated": None}, [("首页不更新", "首页超过14天没有更新")]),
        ({"news": [ago(15)] * 4}, []),
        (
            {"news": [ago(15)] * 3, "notices": [ago(200)] * 2},
            [("栏目不更新", "5个动态、通知类栏目超过期限没有更新")],
        ),
        ({"news": [ago(14)] * 9, "notices": [ago(100)] * 9}, []),
        ({"idle": 9, "empty": 4}, []),
        ({"idle": 10}, [("栏目不更新", "10个应更新的栏目长期没有更新")]),
        ({"empty": 5}, [("栏目不更新", "5个栏目是空白")]),
        ({"has_consultation": False}, [("互动回应差", "没有有效的咨询留言渠道")]),
        ({"unanswered": [date(2026, 8, 20)]}, []),
        ({"unanswered": [date(2026, 8, 19)]}, [("互动回应差", "1条有效留言超过3个月没有回应")]),
        ({"unanswered": [date(2025, 11, 20)]}, [("互动回应差", "1条有效留言超过3个月没有回应")]),
        ({"unanswered": [date(2025, 11, 19)]}, []),
        ({"visits": 140, "failed_visits": 6}, []),
        ({"visits": 2001, "failed_visits": 100}, []),
        (
            {"visits": 140, "failed_visits": 7},
            [("站点无法访问", "140次访问中7次打不开，达到5%")],
        ),
        ({"visits": 0, "failed_visits": 0}, []),
    ],
)
def test_each_veto_has_its_threshold(change, expected):
    assert found(Site(**{"homepage_updated": ON, **change})) == expected


def test_a_veto_names_the_indicators():
    assert Veto("首页不更新", "").source.key == "site_inspection:1"


@pytest.mark.parametrize(
    ("deducted", "bonus", "points", "passed"),
    [
        (0, 30, 130, True),
        (0, 45, 130, True),
        (19, 10, 91, True),
        (20, 10, 80, True),
        (40, 30, 60, True),
        (41, 30, 59, False),
    ],
)
def test_a_bonus_counts_only_above_eighty_points(deducted, bonus, points, passed):
    found = score(Fraction(deducted), Fraction(bonus), ON)
    assert (found.points, found.passed) == (points, passed)


def test_a_department_without_services_is_scaled_up_from_a_base_of_75():
    assert score(Fraction(0), Fraction(0), ON, outward=False).points == 100
    assert score(Fraction(30), Fraction(9), ON, outward=False).points == 60
    assert score(Fraction(3), Fraction(9), ON, outward=False).points == 96 + 9
    assert not score(Fraction(31), Fraction(0), ON, outward=False).passed
