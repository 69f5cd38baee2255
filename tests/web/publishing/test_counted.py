"""The counts that published reports print, from the records of the sample."""

import pytest

from gongkai.web.agencies.models import Body
from gongkai.web.publishing.queries import channels, counts


@pytest.mark.parametrize(
    ("code", "year", "wanted"),
    [
        ("wangge", 2021, {"概况": 5, "财政": 2, "通知": 2}),
        ("wuchang-wangge", 2023, {"概况": 3, "财政": 2, "其他": 4}),
    ],
)
def test_nine_items_fall_into_the_categories_of_the_report_all_in_full(db, code, year, wanted):
    found = counts.of_year(Body.objects.get(code=code), year)
    assert {each.name: each.value for each in found.categories} == wanted
    assert (len(found.ids), str(found.full_text_rate.percent)) == (9, "100.00")


def test_what_went_out_through_a_streets_channels_is_what_its_report_prints(db):
    figures = channels.figures(Body.objects.get(code="shidong"), 2021)
    found = {(each.channel.kind, each.sort): each.count for each in figures}
    assert found["website", "政策解读"] == 20
    assert found["website", "政府信息公开制度"] == 16
    assert found["intranet", "工作动态"] == 52
    assert sum(count for (kind, _sort), count in found.items() if kind == "community") == 502


def test_what_goes_out_on_the_intranet_is_never_counted_as_public(db):
    figures = channels.figures(Body.objects.get(code="shidong"), 2021)
    inward = [each.count for each in figures if each.channel.inward]
    assert inward == [52]
    assert sum(each.count for each in figures if not each.channel.inward) == 20 + 16 + 502
