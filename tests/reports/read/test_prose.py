"""Title, sections, signature, dates and annexes in the ways that real pages print them."""

from datetime import date

import pytest

from gongkai.reports.read import read_bytes
from gongkai.reports.read.titles import heading
from tests.reports import layouts

TABLES = layouts.tables(layouts.consistent(70))
REPORT = layouts.tabbed(TABLES)
TITLE = "江南区档案局2023年政府信息公开工作年度报告"


def read(text):
    (report,) = read_bytes("report", text.encode())
    return report


def changed(*pairs):
    text = REPORT
    for before, after in pairs:
        assert before in text
        text = text.replace(before, after, 1)
    return read(text).statement


@pytest.mark.parametrize(
    ("printed", "body", "year"),
    [
        ("2023年度江南区档案局政府信息公开工作年度报告", "江南区档案局", 2023),
        ("江南区档案局\n\n2023年度政府信息公开\n\n工作年度报告", "江南区档案局", 2023),
        ("江南区档案局关于2023年政府信息公开工作年度报告", "江南区档案局", 2023),
        ("江南区 2023 年政府信息公开年报", "江南区", 2023),
        ("江南区档案局二〇二三年政府信息公开工作年度报告", "江南区档案局", 2023),
        ("江南区档案局政府信息公开工作年度报告（2023年）", "江南区档案局", 2023),
        ("# 江南区档案局2023年政府信息公开工作年度报告", "江南区档案局", 2023),
    ],
)
def test_a_title_tells_body_and_year_however_it_is_set(printed, body, year):
    statement = changed((TITLE, printed))
    assert (statement.body, statement.year) == (body, year)
    assert statement.title == "".join(printed.lstrip("# ").split())


def test_a_title_printed_twice_stands_once_and_not_in_the_preamble():
    statement = changed((TITLE, f"{TITLE}\n\n{TITLE}"))
    assert statement.title == TITLE
    assert statement.preamble.startswith("本报告")


def test_without_a_title_the_signature_names_the_body_and_the_statistics_the_year():
    statement = changed((TITLE, ""))
    assert (statement.title, statement.body, statement.year) == (None, "江南区档案局", 2023)


def test_a_year_that_is_only_mentioned_is_not_the_reports():
    statement = changed(
        (TITLE, "江南区档案局政府信息公开工作年度报告"),
        ("所列数据的统计期限为2023年1月1日至12月31日", "与2020年相比有所增加"),
        ("2024年1月8日", ""),
    )
    assert statement.year is None


def test_the_head_of_a_web_page_gives_the_date_and_is_no_prose():
    head = (
        f"标题: {TITLE}\n发布时间: 2024-01-30 10:05\n来源：江南区档案局\n浏览次数：15\n"
        f"========== 正文 ==========\n{TITLE}\n发布日期：2024-01-30"
    )
    statement = changed((TITLE, head))
    assert statement.published_on == date(2024, 1, 30)
    assert statement.title == TITLE
    assert statement.preamble.startswith("本报告")


def test_navigation_before_the_first_sentence_is_cut_off():
    statement = changed(
        ("本报告依照", "当前位置： 首页 政务公开 年报 时间：2024-01-30 打印 关闭 本报告依照")
    )
    assert statement.preamble.startswith("本报告依照")
    assert statement.published_on == date(2024, 1, 30)


def test_lines_of_the_contents_are_no_sections():
    titles = [line for line in REPORT.split("\n") if heading(line)]
    listed = "目 录\n" + "\n".join(f"{title}……{page}" for page, title in enumerate(titles, 1))
    plainly = "目 录\n" + "\n".join(titles)
    for contents in (listed, plainly):
        statement = changed((f"{TITLE}\n\n", f"{TITLE}\n{contents}\n\n"))
        assert [section.number for section in statement.sections] == list("一二三四五六")
        assert statement.preamble.startswith("本报告")


def test_items_numbered_like_sections_stay_in_their_section():
    statement = changed(
        ("本局一年来把公开", "一、加强领导\n定人定责。\n二、规范流程\n三审三校。\n本局一年来把公开")
    )
    assert [s.key for s in statement.sections][:2] == ["overview", "proactive"]
    assert "二、规范流程" in statement.sections[0].text


def test_a_section_with_another_title_is_known_by_its_table():
    statement = changed(("四、政府信息公开行政复议、行政诉讼情况", "四、因公开引起的争议处理"))
    assert [(s.key, s.title) for s in statement.sections][3] == ("remedies", "因公开引起的争议处理")


def test_a_section_with_another_title_is_known_by_its_neighbours():
    statement = changed(("五、存在的主要问题及改进情况", "五、今后打算"))
    assert [(s.key, s.title) for s in statement.sections][4] == ("problems", "今后打算")


@pytest.mark.parametrize(
    ("end", "signature", "issued"),
    [
        ("江南区档案局\n2024年1月8日", "江南区档案局", date(2024, 1, 8)),
        ("江南区档案局  2024年1月8日", "江南区档案局", date(2024, 1, 8)),
        ("          江南区档案局\n        二〇二四年一月八日", "江南区档案局", date(2024, 1, 8)),
        ("江南区档案局\n2024.01.08\n【打印本页】\n关闭窗口", "江南区档案局", date(2024, 1, 8)),
        ("江南区档案局", "江南区档案局", None),
        ("2024年1月8日", None, date(2024, 1, 8)),
        ("", None, None),
    ],
)
def test_signature_and_date_stand_at_the_end(end, signature, issued):
    statement = changed(("江南区档案局\n\n2024年1月8日", end))
    assert (statement.signature, statement.issued_on) == (signature, issued)
    assert statement.sections[-1].text == "本年度没有收取信息处理费。"


def test_what_follows_the_signature_is_an_annex():
    statement = changed(
        ("2024年1月8日", "2024年1月8日\n\n附件：公开目录\n\n目录编号\t名称\n1\t机构职能\n")
    )
    (annex,) = statement.annexes
    assert "机构职能" in annex.text
    assert statement.issued_on == date(2024, 1, 8)


def test_a_registration_form_without_signature_is_an_annex_with_its_lines_above():
    form = "政府信息公开工作机构登记表\n填表时间：2024.01.08\n负责人\t甲某\t职务\t主任\n"
    statement = changed(("江南区档案局\n\n2024年1月8日", form))
    (annex,) = statement.annexes
    assert annex.title == "政府信息公开工作机构登记表"
    assert annex.text.split("\n") == ["填表时间：2024.01.08", "负责人\t甲某\t职务\t主任"]


def wrapped(text, width):
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


LONG = (
    "本局高度重视政府信息公开工作，主要负责人多次听取汇报，明确由办公室牵头，各科室分工配合，"
    "对照目录逐项核对，发现缺漏当场补齐，并把公开情况列入年度考核，与评先评优挂钩。"
)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_lines_that_were_only_wrapped_are_one_paragraph(gap):
    body = wrapped(f"（一）主动公开。{LONG}", 28) + "\n" + wrapped(f"（二）依申请公开。{LONG}", 28)
    text = layouts.spaced(TABLES).replace("\n\n", "\n")
    text = text.replace("本局一年来把公开当作日常工作来做，目录按季核对。", body)
    report = read(text.replace("\n", gap))
    assert report.statement.sections[0].text == (
        f"（一）主动公开。{LONG}\n（二）依申请公开。{LONG}"
    )


def test_a_sentence_cut_by_the_end_of_a_page_is_joined():
    half = len(LONG) - 20
    statement = changed(
        ("本局一年来把公开当作日常工作来做，目录按季核对。", f"{LONG[:half]}\n\n\f\n{LONG[half:]}")
    )
    assert statement.sections[0].text == LONG


def test_every_passage_has_its_place_and_joined_they_are_the_text():
    report = read(REPORT)
    for index, section in enumerate(report.statement.sections):
        passages = report.prose[f"sections.{index}"]
        assert "\n".join(passage.text for passage in passages) == section.text
        assert all(passage.place.line for passage in passages)


@pytest.mark.parametrize(
    ("line", "key", "title"),
    [
        (
            "五、政府信息公开工作存在的主要问题及改进情况",
            "problems",
            "政府信息公开工作存在的主要问题及改进情况",
        ),
        ("## 五、存在问题及改进情况", "problems", "存在问题及改进情况"),
        (
            "四、政府信息公开行政法复议、行政诉讼情况",
            "remedies",
            "政府信息公开行政法复议、行政诉讼情况",
        ),
        (
            "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
            "remedies",
            "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        ),
        ("第一部分 总体情况", "overview", "总体情况"),
        (
            "二、主动公开政府信息情况（数据截至年底）",
            "proactive",
            "主动公开政府信息情况（数据截至年底）",
        ),
        ("六、其他需要说明的事项", "other", "其他需要说明的事项"),
    ],
)
def test_section_titles_are_known_in_their_variants(line, key, title):
    found = heading(line)
    assert (found.key, found.title) == (key, title)


@pytest.mark.parametrize(
    "line",
    [
        "一、本年新收政府信息公开申请数量",
        "四、结转下年度继续办理",
        "一是加强领导。",
        "一、总体情况，二、主动公开政府信息情况，三、其他。",
        "本报告由六个部分组成",
        "2023年，本局主动公开政府信息情况良好。",
    ],
)
def test_labels_and_sentences_are_no_headings(line):
    assert heading(line) is None


def test_a_heading_glued_to_the_title_is_a_heading_of_its_own():
    statement = changed(
        (f"{TITLE}\n\n", f"{TITLE}一、总体情况\n\n"), ("\n\n一、总体情况\n", "\n\n")
    )
    assert statement.title == TITLE
    assert statement.sections[0].key == "overview"
