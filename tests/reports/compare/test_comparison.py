"""Two reports side by side."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from lxml import etree, html

from gongkai.reports.compare.chart import Bars, chart
from gongkai.reports.compare.comparison import as_json, as_text, compare
from gongkai.reports.compare.page import page
from gongkai.reports.compare.prose import likenesses, similarity
from gongkai.reports.model.statement import CellState, Section, State, Statement
from tests.reports.write.samples import BODY, complete, statements


def with_figures(year=2023, **figures):
    base = complete(year=year)
    return replace(
        base, figures={**base.figures, **{k.replace("__", "."): v for k, v in figures.items()}}
    )


def pair(before, after, path):
    return next(p for p in compare(before, after).pairs if p.path == path)


@pytest.mark.parametrize(
    ("before", "after", "change", "percent"),
    [
        (4, 5, 1, "25.0"),
        (3, 1, -2, "-66.7"),
        (8, 8, 0, "0.0"),
        (0, 5, 5, None),
        (None, 5, None, None),
        (5, None, None, None),
        (0.1, 0.3, 0.2, "200.0"),
        (1000, 1001, 1, "0.1"),
        (-4, 2, 6, "150.0"),
    ],
)
def test_a_change_is_told_in_figures_and_percent(before, after, change, percent):
    path = "requests.granted.total"
    found = pair(
        with_figures(requests__granted__total=before),
        with_figures(requests__granted__total=after),
        path,
    )
    assert (found.before, found.after, found.change) == (before, after, change)
    assert found.percent == (Decimal(percent) if percent else None)


@pytest.mark.parametrize("form_id", ["2021", "2019"])
def test_every_cell_of_the_form_is_compared_once(form_id):
    one = complete(form_id)
    assert [p.path for p in compare(one, one).pairs] == [
        c for c in one.form.cells if form_id == "2021" or c in one.figures
    ]


def test_reports_of_different_forms_are_compared_where_they_count_the_same():
    old, new = complete("2019"), complete("2021")
    found = {p.path: p for p in compare(old, new).pairs}
    permits = found["proactive.permits"]
    assert permits.before == old.figures["proactive_2019.permits.decisions"]
    assert permits.after == new.figures["proactive.permits"]
    assert found["proactive.fees"].before is None
    assert found["proactive_2019.procurement.projects"].after is None
    assert "proactive_2019.permits.decisions" not in found
    other = found["requests.other_other.total"]
    assert other.row == "（六）其他处理"
    assert other.after == sum(
        v for c, v in new.figures.items() if c.startswith("requests.other_") and c.endswith("total")
    )
    assert "requests.other_fee_unpaid.total" not in found


def test_fees_are_compared_in_one_unit():
    yuan = replace(with_figures(proactive__fees=50_000), fees_unit="元")
    found = pair(yuan, with_figures(proactive__fees=10), "proactive.fees")
    assert (found.before, found.after) == (5, 10)


def test_years_names_and_punctuation_do_not_make_texts_differ():
    assert similarity("2022年，工作顺利。", "2023年 工作顺利") == 1
    assert similarity("甲乙丙丁", "子丑寅卯") == 0


def test_prose_is_compared_by_section_and_what_one_lacks_is_told():
    before = complete(
        preamble="",
        sections=(
            Section("overview", "一", "总体情况", f"{BODY}工作顺利。"),
            Section(None, None, "附 记", "甲"),
            Section("problems", "五", "问题", "乙"),
        ),
    )
    after = complete(
        body="江北区档案局",
        preamble="",
        sections=(
            Section("overview", "一", "总体情况", "江北区档案局工作顺利。"),
            Section(None, None, "附记", "甲"),
            Section("other", "六", "其他", "丙丁"),
        ),
    )
    found = {
        each.title: (each.before, each.after, each.share) for each in likenesses(before, after)
    }
    assert found["总体情况"][2] == 1
    assert found["附 记"] == (1, 1, 1)
    assert found["问题"] == (1, 0, None)
    assert found["其他"] == (0, 2, None)


def test_as_text_the_main_figures_stand_in_columns():
    before = with_figures(2022, requests__received__total=70)
    text = as_text(compare(before, with_figures(2023, requests__received__total=74)))
    head, *lines = text.splitlines()
    assert head.split() == [BODY, "2022年", "2023年", "增减", "增减%"]
    assert [line.split() for line in lines if "新收" in line] == [
        ["一、本年新收政府信息公开申请数量", "70", "74", "+4", "+5.7%"]
    ]
    assert "自然人" not in text
    assert "总体情况" in text
    assert "100%" in text


def test_two_bodies_are_called_by_their_names():
    found = compare(complete(), complete(body="江北区档案局"))
    assert (found.body, found.before, found.after) == ("", f"{BODY}2023年", "江北区档案局2023年")


def test_as_text_reports_without_prose_have_figures_alone():
    bare = complete(preamble="", sections=())
    assert "字数" not in as_text(compare(bare, bare))


def test_as_json_nothing_is_left_out():
    made = as_json(compare(complete(), complete(year=2024)))
    assert len(made["figures"]) == 200
    assert made["figures"][0] == {
        "at": "proactive.regulations.issued",
        "row": "第二十条第（一）项 规章",
        "column": "本年制发件数",
        "before": 1,
        "after": 1,
        "change": 0,
        "percent": 0.0,
    }
    assert made["prose"][0]["similarity"] == 1


@settings(max_examples=15, deadline=None)
@given(statements(), statements())
def test_the_page_of_any_two_reports_is_whole_and_fetches_nothing(before, after):
    made = html.fromstring(page(compare(before, after)).decode())
    assert made.get("lang") == "zh-CN"
    for drawing in made.iter("svg"):
        assert drawing.find("title").text
        assert drawing.find("desc").text
    assert not made.xpath("//script | //@src | //link")


def test_the_page_says_where_there_is_no_prose_and_escapes_names():
    bare = Statement("2021", "<b>甲", 2023, figures={})
    made = page(compare(bare, bare)).decode()
    assert "都没有文字部分" in made
    assert "<b>" not in made
    assert "<svg" not in made


def test_two_reports_without_tables_can_still_be_compared():
    one = Statement(None, None, None, preamble="甲")
    found = compare(one, one)
    assert (found.before, found.pairs) == ("第一份", ())
    assert "<h2>收到" not in page(found).decode()


def test_bars_are_as_long_as_their_figures():
    drawn = etree.fromstring(
        chart("c", "题", ("甲", "乙"), [Bars("新收", 50, 100), Bars("其他", None, -3)])
    )
    widths = [float(r.get("width")) for r in drawn.iter("{*}rect")][2:]
    assert widths == [180, 360, 0, 0]
    assert drawn.find("{*}desc").text == "甲与乙。新收：50、100；其他：—、-3"


def test_a_sum_with_an_empty_part_is_not_drawn():
    blank = complete(
        figures={**complete().figures, "requests.refused_third_party.total": None},
        cells={"requests.refused_third_party.total": CellState(State.BLANK)},
    )
    made = html.fromstring(page(compare(blank, complete())).decode())
    assert "不予公开：—、" in next(made.iter("desc")).text
