"""A body's own Word template is filled where it says so, and can do nothing else."""

from io import BytesIO

import docx
import pytest

from gongkai.web.requests.letters.own import (
    TemplateRefusedError,
    names_in,
    refuse_unfit,
    rendered,
)


def template(*lines: str, title: str = "") -> bytes:
    document = docx.Document()
    document.core_properties.title = title
    for line in lines:
        document.add_paragraph(line)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def lines(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(BytesIO(data)).paragraphs]


def test_blanks_are_filled_and_those_for_later_stay():
    made = rendered(
        template("{{ 机关 }}", "{{文号}}", "{{正文}}"), {"机关": "甲", "正文": "一\n二"}
    )
    assert lines(made) == ["甲", "{{文号}}", "一", "二"]
    assert lines(rendered(made, {"文号": "甲〔2026〕1号"}))[1] == "甲〔2026〕1号"


def test_signs_of_markup_in_a_value_stay_text():
    assert lines(rendered(template("{{机关}}"), {"机关": "<b>&甲"})) == ["<b>&甲"]


def test_a_blank_that_word_split_into_runs_is_still_one():
    document = docx.Document()
    paragraph = document.add_paragraph("{{")
    paragraph.add_run("机").bold = True
    paragraph.add_run("关}}")
    made = BytesIO()
    document.save(made)
    assert lines(rendered(made.getvalue(), {"机关": "甲"})) == ["甲"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{{ 7*7 }}", "不能写公式"),
        ("{{ 机关.__class__ }}", "不能写公式"),
        ("{{ 机关|upper }}", "不能写公式"),
        ("{% for each in 机关 %}{% endfor %}", "不能写公式"),
        ("{{机关", "是否成对"),
    ],
)
def test_anything_but_blanks_is_refused_with_a_sentence(line, said):
    with pytest.raises(TemplateRefusedError, match=said):
        names_in(template(line))
    with pytest.raises(TemplateRefusedError):
        names_in(template("{{机关}}", title=line))


def test_a_template_needs_a_place_for_number_and_date_and_known_names():
    refuse_unfit(template("{{文号}}", "{{成文日期}}"))
    with pytest.raises(TemplateRefusedError, match="编号时无处填写"):
        refuse_unfit(template("{{文号}}"))
    with pytest.raises(TemplateRefusedError, match="不是可以填写的内容"):
        refuse_unfit(template("{{文号}}", "{{成文日期}}", "{{某某}}"))
    with pytest.raises(TemplateRefusedError, match="打不开"):
        refuse_unfit(b"PK\x03\x04 nothing")
