"""Private numbers and accounts: whose they are decides."""

import pytest

from gongkai.checks.catalogue import RULES
from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Severity


def severities(rule, text):
    report = ReportExample(prose={"annex": text}).build()
    return [f.severity or RULES[rule].severity for f in RULES[rule].judge(report)]


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("手机：13800000001", Severity.ERROR),
        ("手 机 ： 13800000001", Severity.ERROR),
        ("移动电话 +86 13800000001", Severity.ERROR),
        ("李思远 13800000001", Severity.ERROR),
        ("联系人：李思远\n电话：138 0000 0001", Severity.ERROR),
        ("电话：13800000001", Severity.NOTE),
        ("联系方式：13800000001", Severity.NOTE),
        ("值班手机：13800000001", Severity.NOTE),
        ("24小时监督电话：13800000001（李思远）", Severity.NOTE),
    ],
)
def test_a_mobile_number_is_judged_by_what_stands_beside_it(text, severity):
    assert severities("P02", text) == [severity]


@pytest.mark.parametrize(
    "text",
    [
        "播放量 13800000001 次",
        "合同编号：13800000001",
        "13800000001",
        "电话：12345",
        "手机：138****0001",
        "手机：138000000012",
        "金额 13800000001 元",
        "手机：12800000001",
    ],
)
def test_other_long_numbers_are_no_telephones(text):
    assert severities("P02", text) == []


def test_every_number_is_told_with_its_place():
    report = ReportExample(prose={"annex": "手机：13800000001\n手机：13800000002"}).build()
    first, second = RULES["P02"].judge(report)
    assert second.place.line == first.place.line + 1
    assert (first.zh, second.zh) == (
        "公开了个人手机号 138****0001",
        "公开了个人手机号 138****0002",
    )


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("姓名：李思远，邮箱：lsy@163.com", 1),
        ("李思远 QQ：100000001", 1),
        ("本人微信号：lsy_2024", 1),
        ("个人邮箱 lsy@qq.com", 1),
        ("联系人：李思远，单位邮箱：office@163.com", 0),
        ("办公室邮箱：office@163.com", 0),
        ("李思远，邮箱 lsy@qinghe.gov.cn", 0),
        ("邮箱：office@qq.com", 0),
        ("微信：青禾发布", 0),
    ],
)
def test_an_account_is_private_where_a_person_stands_beside_it(text, count):
    assert len(severities("P04", text)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("身份证 11010519491231002X", 1),
        ("身份证 110105 19491231 002x", 1),
        ("11010519491231002X、440524188001010014", 2),
        ("身份证 110105194912310021", 0),
        ("身份证 110105********002X", 0),
        ("代码 A11010519491231002X", 0),
    ],
)
def test_an_identity_number_is_told_by_its_check_digit(text, count):
    assert len(severities("P01", text)) == count
