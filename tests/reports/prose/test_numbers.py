"""Numbers are told apart: what counts something, and what only looks like it."""

import pytest

from gongkai.reports.prose.numbers import Kind, counts, numbers
from gongkai.reports.prose.text import prepare


def quantities(text):
    return numbers(prepare(text).plain)[0]


def years(text):
    return numbers(prepare(text).plain)[1]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("收到1,234件", 1234, "件"),
        ("收到１２件", 12, "件"),
        ("收到1，234件", 1234, "件"),
        ("收到 12 件", 12, "件"),
        ("收到二十三件", 23, "件"),
        ("收到两件", 2, "件"),
        ("收费3.2万元", 32000, "元"),
        ("收费1.5亿元", 150_000_000, "元"),
        ("访问120万次", 1_200_000, "次"),
        ("入群4502（总人口多）人", 4502, "人"),
        ("培训120人次", 120, "人次"),
    ],
)
def test_a_number_with_its_unit_is_read(text, value, unit):
    (found,) = quantities(text)
    assert (found.value, found.unit) == (value, unit)
    assert not found.vague


@pytest.mark.parametrize(
    "text", ["近420条", "100余次", "30多人", "约50件", "20件左右", "3—5件", "十余件"]
)
def test_a_rough_number_is_vague(text):
    (found,) = quantities(text)
    assert found.vague


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        ("63.2%", 63.2, 0.1),
        ("百分之十二点五", 12.5, 0.1),
        ("９９．３５％", 99.35, 0.01),
        ("5‰", 0.5, 0.1),
    ],
)
def test_a_percentage_keeps_its_last_digit(text, value, step):
    (found,) = quantities(text)
    assert found.kind is Kind.PERCENT
    assert (found.value, found.step) == (value, pytest.approx(step))


def test_percentage_points_are_no_percentage():
    assert [q.kind for q in quantities("提高2.5个百分点")] == [Kind.POINTS]


@pytest.mark.parametrize(
    "text",
    [
        "第173号建议",
        "173号建议",
        "国办发〔2021〕30号",
        "电话：027-88100001",
        "手机13800000001",
        "H5页面、5G网络",
        "见www.example.gov.cn/2024/12.html和a1@b2.cn",
        "《武汉市2023年工作要点》",
        "“2件”",
        "第十五届第六次会议第3条",
        "12345热线",
        "8点至17：30",
        "高效办成一件事、一次办好",
        "邮编4300001",
        "百分之点",
    ],
)
def test_what_only_looks_like_a_count_is_none(text):
    assert [q for q in quantities(text) if counts(q) and q.unit] == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024年", 2024, 2024),
        ("二〇二四年", 2024, 2024),
        ("2021年度", 2021, 2021),
        ("2021-2025年", 2021, 2025),
        ("2021年至2023年", 2021, 2023),
        ("2024年3月5日", 2024, 2024),
        ("2024.01.10", 2024, 2024),
        ("1至6月", 0, 0),
        ("12月31日", 0, 0),
    ],
)
def test_a_year_is_a_year(text, first, last):
    (found,) = years(text)
    assert (found.first, found.last) == (first, last)
    assert quantities(text) == []


def test_a_list_number_before_a_year_is_no_part_of_it():
    assert [year.first for year in years("2.2024年收到申请。")] == [2024]
