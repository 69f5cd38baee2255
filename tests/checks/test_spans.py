"""What is offered to be blacked out: every kind of personal data, to the character."""

import pytest

from gongkai.checks.private import Kind, spans


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("身份证号：11010519491231002X。", Kind.IDENTITY, "11010519491231002X"),
        (
            "１１０１０５１９４９１２３１００２Ｘ",
            Kind.IDENTITY,
            "１１０１０５１９４９１２３１００２Ｘ",
        ),
        ("旧证 110105491231002", Kind.IDENTITY, "110105491231002"),
        ("手机 138 0000 0001", Kind.TELEPHONE, "138 0000 0001"),
        ("值班电话：13800000004", Kind.TELEPHONE, "13800000004"),
        ("家庭电话：027-88100001", Kind.TELEPHONE, "027-88100001"),
        ("卡号 6222020000000000000", Kind.BANK_CARD, "6222020000000000000"),
        ("邮箱 somebody@163.com", Kind.ACCOUNT, "somebody@163.com"),
        ("微信：lisiyuan_01", Kind.ACCOUNT, "微信：lisiyuan_01"),
        ("车辆鄂A12345停放", Kind.PLATE, "鄂A12345"),
        ("住解放路12号3栋501室，", Kind.ADDRESS, "住解放路12号3栋501室"),
    ],
)
def test_it_is_found_to_the_character(text, kind, found):
    [span] = spans(text)
    assert (span.kind, text[span.start : span.end]) == (kind, found)


@pytest.mark.parametrize(
    "text",
    ["办公电话：027-88100001", "文号 青禾公复〔2026〕12号", "金额 13800000001 元", "解放路 12 号"],
)
def test_what_is_no_personal_data_is_not_offered(text):
    assert spans(text) == []


def test_what_overlaps_counts_once():
    text = "11010519491231002X"
    assert len(spans(text)) == 1
