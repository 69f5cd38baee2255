"""What cannot be read truly is refused with its reason; what is whole is read, with notes."""

import pytest

from gongkai.reports.read import UnreadableError, read_bytes
from tests.reports import layouts


def read(text):
    (report,) = read_bytes("report", text.encode())
    return report.statement


def lines_of(made):
    return layouts.cell_paragraphs(made).split("\n\n")


def column_first(made):
    """L5: labels first, then the columns one after the other."""
    labels = "\n".join("".join(row.levels[-1:]) for row in made.two)
    columns = zip(*(row.cells for row in made.two), strict=True)
    figures = "\n\n".join("\n".join(column) for column in columns)
    return f"申请人情况\n{labels}\n\n{figures}"


def in_report(made, two=None, three=None):
    whole = layouts.spaced(made)
    start, end = whole.index("（本列数据"), whole.index("四、政府信息公开行政复议")
    if two is not None:
        whole = whole[:start] + two + "\n\n" + whole[end:]
    if three is not None:
        start, end = whole.index("行政复议 行政诉讼"), whole.index("五、存在")
        whole = whole[:start] + three + "\n\n" + whole[end:]
    return whole


def test_text_taken_column_by_column_is_refused():
    made = layouts.tables(layouts.consistent(51))
    with pytest.raises(UnreadableError, match="逐列抽取"):
        read(in_report(made, column_first(made)))


def test_a_table_of_labels_without_figures_is_refused_and_never_read_as_zeros():
    made = layouts.tables(layouts.consistent(52))
    with pytest.raises(UnreadableError, match="没有数字"):
        read(in_report(made, "\n".join(row.levels[-1] for row in made.two)))


def test_text_whose_equal_lines_were_dropped_is_refused():
    lines = lines_of(layouts.tables(layouts.consistent(53)))
    with pytest.raises(UnreadableError, match="数值不足"):
        read("\n\n".join(dict.fromkeys(lines)))


def test_tables_that_are_pictures_are_refused():
    made = layouts.tables(layouts.consistent(54))
    text = layouts.spaced(made)
    start = text.index("第二十条")
    text = (
        text[:start]
        + "图1\n三、收到和处理政府信息公开申请情况\n图2\n五、存在的主要问题及改进情况\n无。"
    )
    with pytest.raises(UnreadableError, match="图片"):
        read(text)


def test_a_remedies_table_mixed_row_by_row_is_refused():
    made = layouts.tables(layouts.consistent(55))
    mixed = "行政复议 行政诉讼\n结 结 其 尚\n果 果 他 未\n维 纠 结 审\n持 正 果 结\n0 0 1"
    with pytest.raises(UnreadableError, match="按行交错"):
        read(in_report(made, three=mixed))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("# 工具说明\n\n怎样安装这个软件，见下文。\n", "不是政府信息公开工作年度报告"),
        ("关于召开会议的通知\n各科室：\n定于周五召开例会。\n", "不是政府信息公开工作年度报告"),
        ("江南区档案局2023年政府信息公开工作年度报告\n附件下载\n", "请交附件"),
    ],
)
def test_what_is_no_report_is_refused(text, reason):
    with pytest.raises(UnreadableError, match=reason):
        read(text)


def test_a_report_without_tables_is_read_without_a_form():
    text = layouts.spaced(layouts.tables(layouts.consistent(56)))
    one, two, three = text.index("第二十条"), text.index("三、收到"), text.index("（本列")
    text = text[:one] + text[two:three] + text[text.index("五、存在") :]
    statement = read(text)
    assert statement.form_id is None
    assert [section.key for section in statement.sections if section.key] != []


def test_a_missing_table_is_missing_as_a_whole():
    statement = read(in_report(layouts.tables(layouts.consistent(57)), three=""))
    assert statement.cells["remedies"].state == "missing_row"
    assert statement.figures["remedies.reconsideration.total"] is None


def test_traditional_characters_are_read_with_a_note():
    made = layouts.tables(layouts.consistent(58))
    text = layouts.tabbed(made)
    for pair in (
        "开開",
        "请請",
        "处處",
        "结結",
        "总總",
        "数數",
        "机機",
        "业業",
        "务務",
        "规規",
        "许許",
        "复覆",
        "议議",
    ):
        text = text.replace(pair[0], pair[1])
    statement = read(text)
    assert [c for c in made.figures if statement.figures[c] != made.figures[c]] == []
    assert len(statement.sections) == 6
    assert any("繁体字" in note.text for note in statement.notes)


def test_pinyin_between_the_characters_is_read_with_a_note():
    made = layouts.tables(layouts.consistent(59))
    statement = read(layouts.tabbed(made).replace("公开", "公(gong)开(kai)"))
    assert [c for c in made.figures if statement.figures[c] != made.figures[c]] == []
    assert any("拼音" in note.text for note in statement.notes)


def test_radicals_of_a_printer_are_matched_and_kept():
    made = layouts.tables(layouts.consistent(60))
    statement = read(layouts.tabbed(made).replace("自然人", "⾃然⼈").replace("人民", "人⺠"))
    assert [c for c in made.figures if statement.figures[c] != made.figures[c]] == []
    assert any("部首" in note.text for note in statement.notes)
