"""What each format holds, read back by other libraries."""

import re
from datetime import date
from io import BytesIO

import openpyxl
import pdfplumber
import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from gongkai.reports.model.statement import (
    SECTION_KEYS,
    Annex,
    CellState,
    ExtraRow,
    Section,
    State,
    Statement,
)
from gongkai.reports.write import pdf
from gongkai.reports.write.layout.tables import tables
from gongkai.reports.write.registry import RENDERINGS, CannotRenderError, render
from gongkai.statute.forms import form
from tests.reports.write import grids
from tests.reports.write.samples import BODY, complete, statements


def document(statement=None):
    return Document(BytesIO(render(statement or complete(), "docx")))


def page(statement=None):
    return html.fromstring(render(statement or complete(), "html").decode())


def pdf_text(data):
    return "".join(p.get_textpage().get_text_bounded() for p in pypdfium2.PdfDocument(data))


@pytest.mark.parametrize("to", list(RENDERINGS))
def test_a_statement_without_anything_can_be_written(to):
    assert render(Statement(None, None, None), to)


@settings(max_examples=15, deadline=None)
@given(statements())
def test_docx_html_and_xlsx_hold_the_same_squares(statement):
    wanted = [grids.expected(table) for table in tables(statement)]
    assert grids.in_docx(render(statement, "docx")) == wanted
    assert grids.in_html(render(statement, "html")) == wanted
    assert grids.in_xlsx(render(statement, "xlsx")) == wanted


@pytest.mark.parametrize("to", ["docx", "html", "xlsx", "pdf"])
def test_cells_that_show_nothing_stay_empty(to):
    base = complete()
    figures = {**base.figures, "requests.granted.total": None, "requests.granted.business": None}
    cells = {
        "requests.granted.total": CellState(State.PLACEHOLDER, "—"),
        "requests.granted.business": CellState(State.BLANK),
    }
    given_ = complete(figures=figures, cells=cells)
    made = render(given_, to)
    if to == "pdf":
        assert "—" in pdf_text(made)
        return
    grid = getattr(grids, f"in_{to}")(made)[1]
    assert grid[5][9] == "—"
    assert grid[5][4] == ""


def test_a_word_document_has_the_margins_and_lines_of_gb_t_9704():
    section = document().sections[0]
    assert [round(getattr(section, f"{edge}_margin") / Mm(1)) for edge in EDGES] == [37, 35, 28, 26]
    assert (round(section.page_width / Mm(1)), round(section.page_height / Mm(1))) == (210, 297)
    assert section._sectPr.find(qn("w:docGrid")).get(qn("w:linePitch")) == "579"


EDGES = ("top", "bottom", "left", "right")


@pytest.mark.parametrize(
    ("style", "font", "points"),
    [
        ("Title", "方正小标宋简体", 22),
        ("Heading 1", "黑体", 16),
        ("Heading 2", "楷体_GB2312", 16),
        ("Body Text", "仿宋_GB2312", 16),
        ("Table Text", "宋体", 10.5),
    ],
)
def test_a_word_document_names_the_official_fonts(style, font, points):
    found = document().styles[style]
    assert found.element.rPr.rFonts.get(qn("w:eastAsia")) == font
    assert found.font.size.pt == points


def test_headings_of_a_word_document_have_their_levels():
    styled = [(p.style.name, p.text) for p in document().paragraphs]
    assert ("Heading 1", "一、总体情况") in styled
    assert ("Heading 2", "（二）依申请公开") in styled
    lead = next(p for p in document().paragraphs if p.text.startswith("（一）主动公开"))
    assert [(run.style.name, run.text) for run in lead.runs] == [
        ("Lead", "（一）主动公开。"),
        ("Default Paragraph Font", "发布信息12条。"),
    ]


def test_a_word_document_repeats_table_heads_and_numbers_its_pages():
    made = document()
    heads = [len(t._tbl.findall(".//" + qn("w:tblHeader"))) for t in made.tables]
    assert heads == [0, 3, 3]
    for footer in (made.sections[0].footer, made.sections[0].even_page_footer):
        assert footer._element.find(".//" + qn("w:fldSimple")).get(qn("w:instr")) == "PAGE"
        assert "".join(t.text for t in footer._element.iter(qn("w:t"))) == "— 1 —"


def test_a_word_document_says_what_may_stand_in_for_a_font():
    part = next(p for p in document().part.package.iter_parts() if "fontTable" in p.partname)
    assert '仿宋_GB2312"><w:altName w:val="仿宋,' in part.blob.decode()


def test_signature_and_date_close_a_word_document_at_the_right():
    *_, name, day = document().paragraphs
    assert (name.text, day.text) == (BODY, "2024年1月8日")
    assert {str(p.alignment) for p in (name, day)} == {"RIGHT (2)"}


def test_an_annex_begins_a_page_of_its_own():
    annexes = (Annex("附件：名词解释", "甲"), Annex(None, "乙"), Annex(None, ""))
    breaks = [
        p.text
        for p in document(complete(annexes=annexes)).paragraphs
        if p.paragraph_format.page_break_before
    ]
    assert breaks == ["附件：名词解释", "乙"]


def test_the_page_is_in_chinese_and_says_what_and_when():
    made = page()
    meta = {m.get("name"): m.get("content") for m in made.iter("meta")}
    assert made.get("lang") == "zh-CN"
    assert meta["ArticleTitle"] == made.findtext(".//title") == complete().title
    assert meta["PubDate"] == "2024-01-09"
    assert meta["ContentSource"] == BODY
    bare = {m.get("name") for m in page(complete(published_on=None, body=None)).iter("meta")}
    assert not bare & {"PubDate", "ContentSource"}


def test_the_page_fetches_nothing():
    text = render(complete(), "html").decode()
    assert not re.search(r"src=|href=|url\(|@import|<script", text)


def test_every_figure_of_the_page_points_at_heads_that_are_there():
    made = page()
    names = [th.get("id") for th in made.iter("th")]
    assert len(names) == len(set(names))
    cells = [td for td in made.iter("td") if td.get("headers")]
    assert len(cells) == 200
    assert all(set(td.get("headers").split()) <= set(names) for td in cells)
    assert {th.get("scope") for th in made.iter("th")} == {"row", "rowgroup", "col", "colgroup"}
    assert [c.text for c in made.iter("caption")] == [t.label for t in tables(complete())]


def test_text_of_a_statement_is_never_markup():
    wild = Section(
        "overview", "一", "总体<b>情况", "<script>alert(1)</script>\n#let x = 1 \\ $a$ *b*"
    )
    given_ = complete(sections=(wild, *complete().sections[1:]))
    made = page(given_)
    assert not list(made.iter("script"))
    assert "<script>alert(1)</script>" in made.text_content()
    text = pdf_text(render(given_, "pdf"))
    assert "<script>alert(1)</script>" in text
    assert "#let x = 1 \\ $a$ *b*" in text


def test_a_pdf_is_tagged_archival_and_embeds_its_fonts():
    made = render(complete(), "pdf")
    with pdfplumber.open(BytesIO(made)) as opened:
        assert opened.doc.catalog["MarkInfo"]["Marked"]
        assert opened.metadata["Title"] == complete().title
        assert (round(opened.pages[0].width), round(opened.pages[0].height)) == (595, 842)
    assert b"<pdfaid:part>2</pdfaid:part>" in made
    assert b"/FontFile" in made or b"/ObjStm" in made


def test_rare_characters_of_names_and_places_are_printed_in_a_pdf():
    name = "硚喆赟玥䶮㛃"
    made = render(complete(preamble=f"{name}均应印出。"), "pdf")
    assert f"{name}均应印出。" in pdf_text(made)


def test_a_pdf_numbers_its_pages_outside():
    with pdfplumber.open(BytesIO(render(complete(), "pdf"))) as opened:
        for number, one in enumerate(opened.pages, 1):
            dash = next(c for c in one.chars if c["text"] == "—" and c["top"] > 740)
            assert f"— {number} —" in (one.extract_text() or "")
            assert (dash["x0"] > 300) == bool(number % 2)


def test_without_a_complete_font_a_pdf_is_refused_with_what_to_install():
    with pytest.raises(CannotRenderError, match="fonts-noto-cjk"):
        pdf.chosen(frozenset({"FandolFang R", "DejaVu Sans"}))


def test_fonts_at_hand_come_in_order_with_a_complete_one_behind():
    at_hand = frozenset({"FandolFang R", "Noto Serif CJK SC", "DejaVu Sans"})
    chosen = pdf.chosen(at_hand)
    assert chosen["body"] == ["FandolFang R", "Noto Serif CJK SC"]
    assert chosen["title"] == ["Noto Serif CJK SC"]


@pytest.mark.parametrize(
    ("character", "said"),
    [(chr(0xF0000), r"没有“.”（U\+F0000）"), (chr(0xE000), r"自造字“.”（U\+E000）")],
)
def test_a_character_that_cannot_be_printed_is_named(character, said):
    with pytest.raises(CannotRenderError, match=said):
        render(complete(preamble=character), "pdf")


def test_a_workbook_holds_numbers_as_numbers_and_never_formulas():
    wild = complete(preamble="=1+1", issued_on=date(2024, 1, 8))
    book = openpyxl.load_workbook(BytesIO(render(wild, "xlsx")))
    assert book.sheetnames == ["年度报告", "主动公开", "依申请公开", "复议诉讼"]
    assert book["年度报告"]["A2"].value == "=1+1"
    assert book["年度报告"]["A2"].data_type == "s"
    assert book["主动公开"]["B3"].value == 1


def test_markdown_reads_as_it_stands():
    text = render(complete(), "md").decode()
    assert text.startswith(f"# {complete().title}\n\n")
    assert "\n## 一、总体情况\n" in text
    assert "\n### （二）依申请公开\n" in text
    assert "| 规章 | 1 | 2 | 3 |" in text
    assert "|  | （三）不予公开 | 1.属于国家秘密 | 39 |" in text
    assert f"\n{BODY}\n\n2024年1月8日\n" in text


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("# 不是标题", r"\# 不是标题"),
        ("1. 登记", r"1\. 登记"),
        ("1.登记", "1.登记"),
        ("- 一项", r"\- 一项"),
        ("a|b_c*d", r"a\|b\_c\*d"),
        ("<b>", r"\<b\>"),
    ],
)
def test_marks_of_markdown_in_the_text_are_escaped(line, written):
    assert f"\n{written}\n" in render(complete(preamble=line), "md").decode()


TEXT = st.text(max_size=30)
MAYBE = st.none() | TEXT
LOOSE = st.builds(
    Statement,
    form_id=st.sampled_from(["2021", "2019"]),
    body=MAYBE,
    year=st.none() | st.integers(2008, 2100),
    figures=st.dictionaries(
        st.sampled_from(form("2021").cells),
        st.none() | st.integers(-9, 10**14) | st.floats(0, 1e15),
    ),
    cells=st.dictionaries(
        st.sampled_from(form("2021").cells),
        st.builds(CellState, st.sampled_from(list(State)), MAYBE),
        max_size=3,
    ),
    title=MAYBE,
    signature=MAYBE,
    preamble=TEXT,
    sections=st.lists(
        st.builds(Section, st.sampled_from([None, *SECTION_KEYS]), MAYBE, TEXT, TEXT), max_size=3
    ).map(tuple),
    annexes=st.lists(st.builds(Annex, MAYBE, TEXT), max_size=2).map(tuple),
    fees_unit=MAYBE,
    extra_rows=st.lists(
        st.builds(
            ExtraRow,
            st.sampled_from(["proactive", "requests", "remedies"]),
            TEXT,
            st.lists(st.none() | TEXT | st.integers(), max_size=18).map(tuple),
        ),
        max_size=2,
    ).map(tuple),
)


@pytest.mark.parametrize("to", list(RENDERINGS))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(statement=LOOSE)
def test_whatever_a_statement_holds_it_is_written_or_refused_with_the_reason(to, statement):
    reason = ""
    try:
        made = render(statement, to)
    except CannotRenderError as refusal:
        made, reason = b"", str(refusal)
    assert made or (to == "pdf" and re.search("字体里没有|自造字", reason))
