"""Index numbers 索引号 in the forms of places."""

import pytest

from gongkai.law.identity.digits import InvalidNumberError
from gongkai.law.identity.index_number import (
    INDEX_FORMS,
    IndexFormError,
    make_index_number,
    read_forms,
    read_index_number,
)

FORM = """
[ours]
where = "我区"
zh = "区划-流水号"
pattern = '(?P<region>\\d{6})-(?P<serial>\\d{3})'
template = "{region}-{serial:03}"
examples = ["420104-007"]
"""


@pytest.mark.parametrize(
    ("written", "form", "parts"),
    [
        (
            "000014349/2017-00110",
            "organisation_code",
            {"body": "000014349", "year": "2017", "serial": 110},
        ),
        (
            "11441700007280420y/2021-00050",
            "credit_code",
            {"body": "11441700007280420Y", "year": "2021", "serial": 50},
        ),
        (
            "530102012010320210007",
            "digits",
            {
                "region": "530102",
                "department": "012",
                "category": "01",
                "section": "03",
                "year": "2021",
                "serial": 7,
            },
        ),
        (
            "330203-12-03-01-20210105-7",
            "dashed",
            {
                "region": "330203",
                "department": "12",
                "category": "03",
                "section": "01",
                "year": "2021",
                "day": "0105",
                "serial": 7,
            },
        ),
    ],
)
def test_a_number_is_read_into_its_parts_and_printed_again(written, form, parts):
    found = read_index_number(written, INDEX_FORMS.values())
    assert found.form.key == form
    assert dict(found.parts) == parts
    assert str(found) == written.upper()


def test_width_and_blanks_do_not_matter():
    found = read_index_number("０００014349 /2017-00110", INDEX_FORMS.values())
    assert str(found) == "000014349/2017-00110"


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("2017-00110", "索引号应为：组织机构代码/年份-五位流水号；或者 统一社会信用代码"),
        ("000014348/2017-00110", "组织机构代码的校验位不对"),
        ("11441700007280420X/2021-00050", "统一社会信用代码的校验位不对"),
    ],
)
def test_a_number_that_cannot_be_right_is_refused_with_a_sentence(written, sentence):
    with pytest.raises(InvalidNumberError, match=sentence):
        read_index_number(written, INDEX_FORMS.values())


def test_a_new_number_is_made_from_its_parts():
    form = INDEX_FORMS["organisation_code"]
    assert str(make_index_number(form, body="014225972", year=2026, serial=12)) == (
        "014225972/2026-00012"
    )
    with pytest.raises(InvalidNumberError, match="生成索引号还缺少：serial、year"):
        make_index_number(form, body="014225972")
    with pytest.raises(InvalidNumberError, match="校验位不对"):
        make_index_number(form, body="014225973", year=2026, serial=12)
    with pytest.raises(InvalidNumberError, match="索引号应为"):
        make_index_number(form, body="014225972", year=2026, serial=100_000)


def test_a_body_may_have_a_form_of_its_own():
    form = read_forms(FORM)["ours"]
    assert (form.key, form.where, form.label) == ("ours", "我区", "区划-流水号")
    assert form.examples == ("420104-007",)
    assert read_index_number("420104-012", [form]).parts["serial"] == 12


def test_a_form_need_not_have_a_serial_number():
    text = FORM.replace("serial:03", "letter").replace("serial>\\d{3}", "letter>[A-Z]")
    form = read_forms(text.replace("420104-007", "420104-A"))["ours"]
    assert read_index_number("420104-b", [form]).parts == {"region": "420104", "letter": "B"}


@pytest.mark.parametrize(
    ("right", "wrong", "sentence"),
    [
        ("[ours]", "[ours", "不是有效的 TOML 文件"),
        ("where", "place", "索引号规则 ours 缺少 where"),
        ("(?P<region>", "(?P<region", "索引号规则 ours 的 pattern 写错了"),
        ("{region}", "{area}", "各部分名称不一致"),
        ("examples", "checked = { year = 'credit_code' }\nexamples", "各部分名称不一致"),
        ("serial:03", "serial:x3x", "示例 420104-007 不能原样写回"),
        ("420104-007", "420104-7", "示例 420104-7 不能原样写回"),
        ("{serial:03}", "{serial:03", "索引号规则 ours 的 template 写错了"),
        ("'(?P<region>", "3 #'", "索引号规则 ours 的各项应为文字"),
        ("[ours]", "ours = 1\n[mine]", "索引号规则 ours 的各项应为文字"),
        (
            "examples",
            "checked = { region = 'luhn' }\nexamples",
            "checked 只能用 organisation_code、credit_code",
        ),
        ("serial:03", "serial", "索引号规则 ours 读出的示例 420104-007 不能原样写回"),
    ],
)
def test_a_form_that_cannot_work_is_refused_with_a_sentence(right, wrong, sentence):
    with pytest.raises(IndexFormError, match=sentence):
        read_forms(FORM.replace(right, wrong, 1))


def test_the_shipped_forms_say_where_they_are_used():
    assert [(each.key, each.where) for each in INDEX_FORMS.values()] == [
        ("organisation_code", "中国政府网、江苏等"),
        ("credit_code", "广东、山东等"),
        ("digits", "云南民政等"),
        ("dashed", "宁波等"),
    ]
