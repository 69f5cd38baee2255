"""An application form that comes back filled in is read as far as it is plain."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.web.files.words import read
from gongkai.web.requests.mail.form import filled_form, ticked
from tests.web.requests.mail.papers import OURS, filled, official


@pytest.mark.django_db
def test_our_own_form_is_read_whole(body):
    form = filled_form(read(filled(body, OURS)))
    assert form.fields == {
        "name": "程远山", "identity_number": "11010519491231002X", "phone": "13800001234",
        "email": "cheng@example.org", "address": "某路1号", "applicant": "natural_person",
        "topic": "2025年小区改造的资金安排", "description": "信息的形式：电子文本",
        "delivery": "post", "help": "视力障碍",
    }  # fmt: skip
    assert form.said == []


@pytest.mark.django_db
def test_our_blank_says_only_what_is_missing(body):
    form = filled_form(read(filled(body, {})))
    assert form.fields == {}
    assert "没有写明姓名或者名称。" in form.said
    assert "没有写明获取信息的方式，请核实。" in form.said


@pytest.mark.django_db
def test_an_agent_is_not_taken_for_the_applicant(body):
    agent = {(7, 2): "林晓", (7, 4): "440524188001010014", (8, 2): "13900007722"}
    form = filled_form(read(filled(body, OURS | agent)))
    said = [form.fields[name] for name in ("name", "agent", "agent_number", "agent_phone", "phone")]
    assert said == ["程远山", "林晓", "440524188001010014", "13900007722", "13800001234"]


def test_the_usual_official_form_is_read():
    form = filled_form(
        read(
            official(
                name="程远山", number="11010519491231002X", phone="13800001234", postcode="430061",
                address="某路1号", asked="2025年小区改造的资金安排", form="☑纸面 □电子邮件 □光盘",
                way="□邮寄 □电子邮件 √自行领取",
            )
        )
    )  # fmt: skip
    assert form.fields == {
        "name": "程远山", "identity_number": "11010519491231002X", "phone": "13800001234",
        "address": "某路1号（邮编 430061）", "applicant": "natural_person",
        "topic": "2025年小区改造的资金安排", "description": "信息的形式：纸面",
        "delivery": "collect",
    }  # fmt: skip


def test_an_organisation_is_told_from_its_part_of_the_form_and_its_code():
    firm = {"firm": "示例建材有限公司", "code": "91420106MA4KLT3H0Q", "firm_phone": "027-83770000"}
    form = filled_form(read(official(asked="检查记录", **firm)))
    assert form.fields["name"] == "示例建材有限公司"
    assert form.fields["phone"] == "027-83770000"
    assert form.fields["applicant"] == "business"


def test_a_citizen_and_an_organisation_in_one_form_are_left_to_the_clerk():
    form = filled_form(read(official(name="程远山", firm="示例建材有限公司", asked="检查记录")))
    assert not {"name", "applicant"} & {*form.fields}
    assert "姓名或者名称写了几个（程远山；示例建材有限公司），没有填入。" in form.said
    assert "申请人类别不明确，请选择。" in form.said


def test_several_ways_that_are_ticked_are_left_to_the_clerk():
    form = filled_form(read(official(name="程远山", way="☑邮寄 ☑电子邮件 □自行领取")))
    assert "delivery" not in form.fields
    assert "获取信息的方式选了几种，请选定一种。" in form.said


@pytest.mark.parametrize(
    ("words", "chosen"),
    [
        ("□ 纸质　☑ 电子文本", ["电子文本"]),
        ("☐邮寄 ■快递", ["快递"]),
        ("邮寄（√） 快递（ ）", ["邮寄"]),
        ("电子邮件", ["电子邮件"]),
        ("□邮寄 □快递", []),
        ("□邮寄 √□快递", None),
        ("", []),
    ],
)
def test_a_tick_counts_where_it_is_plain_what_it_ticks(words, chosen):
    assert ticked(words) == chosen


@pytest.mark.parametrize("text", ["", "关于举办培训班的通知\n一、时间", "姓名\t程远山\n电话\t1"])
def test_what_is_no_form_is_none(text):
    assert filled_form(text) is None


@given(
    st.lists(st.sampled_from(["姓名", "公民", "联系电话", "\t", "\n", "：", "☑", "甲", "获取方式"]))
)
@settings(max_examples=60)
def test_nothing_makes_the_reader_fail(pieces):
    filled_form("".join(pieces))
