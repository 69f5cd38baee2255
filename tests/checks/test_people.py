"""Names beside numbers, duty lines, codes, private mail."""

import pytest

from gongkai.checks.people import (
    is_code,
    is_duty_line,
    is_name,
    is_private_mail,
    masked,
    name_beside,
)

NUMBER = "13800000001"


def beside(text):
    start = text.index(NUMBER)
    return name_beside(text, start, start + len(NUMBER))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"联系人：李思远，电话{NUMBER}", "李思远"),
        (f"负责人 王一凡 {NUMBER}", "王一凡"),
        (f"张伟同志（{NUMBER}）", "张伟"),
        (f"姓名\t电话\n赵文清\t{NUMBER}", "赵文清"),
        (f"欧阳明月 {NUMBER}", "欧阳明月"),
        (f"电话：{NUMBER}（陈晨）", "陈晨"),
        (f"{NUMBER} 周舟，", "周舟"),
        (f"赵文清\t职务\t科员\t办公：88100003\t手机：{NUMBER}", "赵文清"),
    ],
)
def test_a_name_beside_a_number_is_seen(text, name):
    assert beside(text) == name


@pytest.mark.parametrize(
    "text",
    [
        f"办公室 {NUMBER}",
        f"联系人：办公室，电话{NUMBER}",
        f"公开电话 {NUMBER}",
        f"高新区 {NUMBER}",
        f"联系方式：{NUMBER}",
        f"全年播放 {NUMBER}",
        f"{NUMBER}（办公电话）",
        f"安全平台：{NUMBER}",
    ],
)
def test_other_words_beside_a_number_are_no_names(text):
    assert beside(text) is None


@pytest.mark.parametrize(
    ("text", "duty"),
    [
        (f"值班电话：{NUMBER}", True),
        (f"监督举报电话（24小时）{NUMBER}", True),
        (f"值班电话 88100000，联系人手机 {NUMBER}", False),
        (f"手机：{NUMBER}", False),
    ],
)
def test_the_label_just_before_a_number_makes_a_duty_line(text, duty):
    assert is_duty_line(text, text.index(NUMBER)) is duty


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"合同编号：{NUMBER}", True),
        (f"https://www.example.gov.cn/art?id={NUMBER}", True),
        (f"电话：{NUMBER}", False),
        (NUMBER, False),
        (f"受理编号 2024-1；电话：{NUMBER}", False),
    ],
)
def test_a_label_or_an_address_makes_a_code(text, code):
    assert is_code(text, text.index(NUMBER)) is code


def test_private_mail_is_told_by_its_service():
    assert is_private_mail("someone@QQ.com")
    assert not is_private_mail("office@qinghe.gov.cn")


def test_a_name_may_not_be_a_word_that_begins_like_one():
    assert is_name("王一凡")
    assert not is_name("办公室")
    assert not is_name("应急局")


def test_a_number_is_never_repeated_in_full():
    assert masked("138 0000-0001") == "138****0001"
