"""Who must publish what, and which body is responsible."""

import pytest

from gongkai.law.publication.duties import Origin, items_of, may_make_rules, responsible
from gongkai.statute.catalogue import BodyKind, Level


def keys(level, kind):
    return [item.key for item in items_of(level, kind)]


def test_every_body_publishes_the_fifteen_items_of_article_20():
    for level in Level:
        for kind in BodyKind:
            if kind is not BodyKind.ENTERPRISE:
                items = items_of(level, kind)[:15]
                assert [each.source.key for each in items] == [
                    f"regulation:20({number})" for number in range(1, 16)
                ]


@pytest.mark.parametrize(
    ("level", "kind", "more"),
    [
        (Level.COUNTY, BodyKind.GOVERNMENT, ["local_affairs"]),
        (Level.COUNTY, BodyKind.DEPARTMENT, ["local_affairs"]),
        (Level.PREFECTURE, BodyKind.GOVERNMENT, ["local_affairs"]),
        (Level.PREFECTURE, BodyKind.DEPARTMENT, ["local_affairs"]),
        (Level.TOWNSHIP, BodyKind.GOVERNMENT, ["township_affairs"]),
        (Level.TOWNSHIP, BodyKind.BRANCH_OFFICE, []),
        (Level.COUNTY, BodyKind.AUTHORISED, []),
        (Level.PROVINCE, BodyKind.GOVERNMENT, []),
        (Level.STATE, BodyKind.DEPARTMENT, []),
    ],
)
def test_article_21_adds_by_level_and_kind(level, kind, more):
    assert keys(level, kind)[15:] == more


def test_a_public_enterprise_follows_the_rules_of_its_sector():
    assert keys(Level.COUNTY, BodyKind.ENTERPRISE) == []


def test_rules_are_made_from_cities_with_districts_up():
    can = {(level, kind) for level in Level for kind in BodyKind if may_make_rules(level, kind)}
    assert can == {
        (Level.STATE, BodyKind.GOVERNMENT),
        (Level.STATE, BodyKind.DEPARTMENT),
        (Level.PROVINCE, BodyKind.GOVERNMENT),
        (Level.PREFECTURE, BodyKind.GOVERNMENT),
    }


@pytest.mark.parametrize(
    ("origin", "leads", "body", "this_body", "source"),
    [
        (Origin.MADE, False, "制作该信息的本机关", True, "10(1)"),
        (Origin.FROM_THE_PUBLIC, False, "保存该信息的本机关", True, "10(1)"),
        (Origin.FROM_ANOTHER_BODY, True, "制作或者最初获取该信息的行政机关", False, "10(1)"),
        (Origin.MADE_JOINTLY, True, "牵头制作的行政机关", True, "10(3)"),
        (Origin.MADE_JOINTLY, False, "牵头制作的行政机关", False, "10(3)"),
    ],
)
def test_who_made_it_or_got_it_first_discloses_it(origin, leads, body, this_body, source):
    found = responsible(origin, leads=leads) if leads else responsible(origin)
    assert (found.body, found.this_body, found.source.number) == (body, this_body, source)
