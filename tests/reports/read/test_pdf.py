"""PDF: grids from rulings, paragraphs from lines, page furniture, scans and locked files."""

import io
import json
import shutil
import subprocess
import zlib

import docx
import pypdfium2
import pytest
import typst
from PIL import Image

from gongkai.reports.model.document import Grid, Line, Paragraph, SourceKind
from gongkai.reports.read.limits import Limits
from gongkai.reports.read.pdf import document
from gongkai.reports.read.unreadable import UnreadableError
from tests.reports.read.office import converted
from tests.reports.read.seen import grids, hidden, texts

PAGE = """#set page(width: 210mm, height: 297mm, margin: 30mm, numbering: "- 1 -")
#set text(font: ("Noto Serif CJK SC",), size: 12pt, lang: "zh")
#set par(first-line-indent: (amount: 2em, all: true), justify: true)
"""

TABLE = """#table(columns: (3fr, 1fr, 1fr, 1fr),
table.cell(colspan: 4)[第二十条第（一）项], [信息内容], [制发件数], [废止件数], [有效件数],
[规章], [0], [], [12], [行政规范性文件], table.cell(rowspan: 2)[5], [6], [7], [合计], [8], [9])
"""


def made(source, settings=PAGE):
    return typst.compile((settings + source).encode())


def read(source, settings=PAGE):
    return document(made(source, settings), Limits())


def test_merged_cells_and_empty_cells_of_a_ruled_table():
    got = read(TABLE)
    assert got.kind is SourceKind.PDF
    assert grids(got) == [
        [
            "第二十条第（一）项",
            "信息内容|制发件数|废止件数|有效件数",
            "规章|0||12",
            "行政规范性文件|5|6|7",
            "合计|8|9",
        ]
    ]
    (grid,) = [block for block in got.blocks if isinstance(block, Grid)]
    spans = {cell.text: (cell.row_span, cell.column_span) for cell in grid.cells}
    assert spans["第二十条第（一）项"] == (1, 4)
    assert spans["5"] == (2, 1)
    assert grid.place.page == 1


PROSE = (
    "根据《中华人民共和国政府信息公开条例》的规定，由江南区档案局编制本年度报告，所列数据的统计期限"
    "自2023年1月1日起至2023年12月31日止，电子版可从本局网站下载。"
)


def test_wrapped_lines_are_joined_and_paragraphs_kept_apart():
    got = read(f"一、总体情况\n\n{PROSE}\n\n（一）主动公开\n\n{PROSE}{PROSE}\n\n二、其他")
    assert texts(got) == ["一、总体情况", PROSE, "（一）主动公开", PROSE + PROSE, "二、其他"]
    assert {type(block) for block in got.blocks} == {Paragraph}


def test_a_paragraph_goes_on_over_the_page_and_page_numbers_are_furniture():
    got = read("\n\n".join([PROSE * 3] * 12))
    assert texts(got) == [PROSE * 3] * 12
    assert got.pages == len(got.hidden) > 1
    assert hidden(got).split("\n")[0].replace(" ", "") == "-1-"
    assert got.blocks[-1].place.page == got.pages


def test_heads_that_repeat_are_furniture():
    settings = PAGE + "#set page(header: [江南区政府信息公开年度报告])\n"
    got = read("\n\n".join([PROSE * 3] * 12), settings)
    assert texts(got) == [PROSE * 3] * 12
    assert "江南区政府信息公开年度报告" in hidden(got)


def test_a_table_over_two_pages_is_one_table():
    rows = "".join(f"[行{n}], [{n}]," for n in range(90))
    got = read(f"前文\n#table(columns: 2, {rows})\n后文")
    assert grids(got) == [[f"行{n}|{n}" for n in range(90)]]
    assert texts(got) == ["前文", "后文"]
    assert {cell.place.page for cell in got.blocks[1].cells} == {1, 2, 3}


def test_a_head_repeated_on_every_page_stands_once():
    rows = "".join(f"[行{n}], [{n}]," for n in range(60))
    head = "table.header([信息内容], [件数]),"
    assert grids(read(f"#table(columns: 2, {head} {rows})")) == [
        ["信息内容|件数", *(f"行{n}|{n}" for n in range(60))]
    ]


@pytest.mark.parametrize("space", range(0, 90, 12))
def test_a_row_that_a_page_end_cuts_is_one_row(space):
    """Whichever line of the label the page ends after, and on whichever side the figures are."""
    label = "5.要求行政机关确认或重新出具已获取信息"
    got = read(
        f"#v({1290 - 600 - space}pt - 12pt)\n#table(columns: (20mm, 15mm, 15mm), [甲], [1], [2],"
        f"[{label}], table.cell(align: horizon)[3], table.cell(align: horizon)[4], [乙], [5], [6])"
    )
    assert [row.replace("/", "") for grid in grids(got) for row in grid] == [
        "甲|1|2", f"{label}|3|4", "乙|5|6",
    ]  # fmt: skip


def test_a_frame_around_text_and_stationery_lines_are_no_table():
    lines = "".join(f"#place(dx: 0mm, dy: {8 * n}mm, line(length: 150mm))" for n in range(25))
    sides = "#place(line(end: (0mm, 192mm)))#place(dx: 150mm, line(end: (0mm, 192mm)))"
    got = read(f"{lines}{sides}\n{PROSE}")
    assert grids(got) == []
    assert texts(got) == [PROSE]
    assert texts(read("#rect(width: 100%)[框里的话]")) == ["框里的话"]


def test_a_page_that_lies_on_its_side_is_read_upright():
    book = pypdfium2.PdfDocument(made(TABLE))
    for turn in (90, 180, 270):
        book[0].set_rotation(turn)
        out = io.BytesIO()
        book.save(out)
        assert "第二十条第（一）项" in grids(document(out.getvalue(), Limits()))[0]


def test_tables_without_rulings_keep_their_columns_apart():
    rows = "[信息内容], [本年制发件数], [本年废止件数], [规章], [3], [5],"
    rows += "[行政规范性文件], [564], [984],"
    got = read(f"{PROSE}\n#table(columns: (3fr, 1fr, 1fr), stroke: none, {rows})\n{PROSE}")
    lines = [block for block in got.blocks if isinstance(block, Line)]
    assert [line.text.split() for line in lines] == [
        ["信息内容", "本年制发件数", "本年废止件数"],
        ["规章", "3", "5"],
        ["行政规范性文件", "564", "984"],
    ]


def test_upright_writing_in_a_narrow_column_is_read_downwards():
    got = read("#table(columns: (8mm, 60mm), [三、本年度], [（一）予以公开])")
    assert [row.replace("/", "") for row in grids(got)[0]] == ["三、本年度|（一）予以公开"]


def test_sideways_writing_is_read_in_its_own_order():
    got = read("#table(columns: 2, rotate(-90deg, reflow: true)[办理结果], [（一）予以公开])")
    assert grids(got) == [["办理结果|（一）予以公开"]]


def test_properties_are_told():
    got = read('#set document(title: "年度报告", author: "档案局")\n正文')
    assert (got.meta["title"], got.meta["author"]) == ("年度报告", "档案局")


def test_a_scan_is_named_as_one_never_read_as_zeros():
    with pytest.raises(UnreadableError, match="扫描件"):
        read("#rect(fill: gray, width: 100%, height: 100%)", PAGE.replace('"- 1 -"', "none"))


def picture():
    out = io.BytesIO()
    Image.new("RGB", (60, 80), "gray").save(out, "PNG")
    return out.getvalue()


def test_pages_that_are_pictures_are_noted(tmp_path):
    (tmp_path / "a.png").write_bytes(picture())
    source = PAGE.replace('"- 1 -"', "none").replace("30mm", "0mm") + (
        '有字的页#pagebreak()#image("a.png", width: 100%, height: 100%)'
        '#pagebreak()#place(image("a.png", width: 100%, height: 100%))识别出的字'
    )
    (tmp_path / "a.typ").write_text(source, "utf-8")
    got = document(typst.compile(str(tmp_path / "a.typ")), Limits())
    assert "第 2 页只有图片" in got.notes[0]
    assert "第 3 页是图片加识别出的文字层" in got.notes[1]


def test_too_many_pages_are_refused():
    with pytest.raises(UnreadableError, match="有 3 页，超过上限 2 页"):
        document(made("甲#pagebreak()乙#pagebreak()丙"), Limits(pages=2))


def bare_pdf(content, more=b""):
    """A PDF of one page whose content stream is given."""
    stream = zlib.compress(content)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources "
            b"<< /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >> >>"
        ),
        b"<< /Length %d /Filter /FlateDecode >> stream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        more or b"null",
    ]
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, thing in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, thing)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(out)


WORDS = b"BT /F 12 Tf 100 700 Td (A1) Tj 100 0 Td (22) Tj -100 -30 Td (B1) Tj 100 0 Td (33) Tj ET "


RULINGS = {
    "strokes": b"80 660 m 280 660 l 80 690 m 280 690 l 80 720 m 280 720 l "
    b"80 660 m 80 720 l 180 660 m 180 720 l 280 660 m 280 720 l S",
    "box": b"80 660 200 60 re 180 660 m 180 720 l 80 690 m 280 690 l S",
    "filled lines": b"80 660 200 1 re 80 690 200 1 re 80 720 200 1 re "
    b"80 660 1 60 re 180 660 1 60 re 280 660 1 60 re f",
    "single filled lines": b"80 660 200 1 re f 80 690 200 1 re f 80 720 200 1 re f "
    b"80 660 1 60 re f 180 660 1 60 re f 280 660 1 60 re f",
    "open sides, a background": b"80 660 100 30 re f 180 660 m 180 720 l S 80 690 m 280 690 l S "
    b"80 720 m 280 720 l S 80 660 m 280 660 l S",
    "scaled": b"q 2 0 0 2 0 0 cm 40 330 100 30 re 90 330 m 90 360 l 40 345 m 140 345 l S Q",
}


@pytest.mark.parametrize("rulings", RULINGS.values(), ids=RULINGS)
def test_rulings_are_seen_however_they_are_drawn(rulings):
    got = document(bare_pdf(WORDS + rulings), Limits())
    assert grids(got) == [["A1|22", "B1|33"]]


@pytest.mark.parametrize(
    "turn",
    [b"0 1 -1 0 842 0", b"-1 0 0 -1 595 842", b"0 -1 1 0 -200 595"],
    ids=["90", "180", "270"],
)
def test_a_page_drawn_on_its_side_is_read_upright(turn):
    got = document(bare_pdf(turn + b" cm " + WORDS + RULINGS["strokes"]), Limits())
    assert grids(got) == [["A1|22", "B1|33"]]


def test_rulings_in_a_form_are_seen_where_the_form_stands():
    drawing = b"0 0 200 60 re 100 0 m 100 60 l 0 30 m 200 30 l S"
    form = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 300 300] /Length %d >> stream\n%s\nendstream"
        % (len(drawing), drawing)
    )
    got = document(bare_pdf(WORDS + b"q 1 0 0 1 80 660 cm /X Do Q", form), Limits())
    assert grids(got) == [["A1|22", "B1|33"]]


def test_a_drawing_of_thousands_of_lines_is_no_table():
    lines = b"".join(b"%d 0 m %d 800 l 0 %d m 600 %d l " % (n, n, n, n) for n in range(4000))
    got = document(bare_pdf(WORDS + lines + b"S"), Limits())
    assert grids(got) == []


def sentence_or_blocks(data):
    """Why a file is refused, else its blocks."""
    try:
        return document(data, Limits()).blocks
    except UnreadableError as error:
        return str(error)


@pytest.mark.parametrize("cut", [0.3, 0.7, 0.95])
def test_a_truncated_file_ends_in_text_or_a_sentence(cut):
    whole = made(TABLE)
    assert sentence_or_blocks(whole[: int(len(whole) * cut)])


def test_what_only_begins_like_a_pdf_is_told():
    with pytest.raises(UnreadableError, match="已损坏"):
        document(b"%PDF-1.7\nnothing", Limits())


@pytest.mark.libreoffice
def test_a_locked_file_is_told():
    options = {
        "EncryptFile": {"type": "boolean", "value": "true"},
        "DocumentOpenPassword": {"type": "string", "value": "1234"},
    }
    page = "<p>年度报告</p>".encode()
    locked = converted(page, "html", f"pdf:writer_web_pdf_Export:{json.dumps(options)}")
    with pytest.raises(UnreadableError, match="密码"):
        document(locked, Limits())


@pytest.mark.libreoffice
def test_what_libreoffice_prints_of_a_word_file_is_read():
    word = docx.Document()
    word.add_paragraph("一、总体情况")
    table = word.add_table(rows=3, cols=3, style="Table Grid")
    for row, cells in enumerate(
        (("第二十条", "", ""), ("规章", "0", "2"), ("规范性文件", "", "4"))
    ):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    table.cell(0, 0).merge(table.cell(0, 2))
    out = io.BytesIO()
    word.save(out)
    got = document(converted(out.getvalue(), "docx", "pdf"), Limits())
    assert grids(got) == [["第二十条", "规章|0|2", "规范性文件||4"]]
    assert texts(got) == ["一、总体情况"]


def test_chrome_prints_radicals_which_are_read_as_the_characters_meant(tmp_path):
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("no chromium")
    page = tmp_path / "a.html"
    page.write_text(
        "<meta charset=utf-8><body style='font-family:\"Noto Sans CJK SC\"'><table border=1>"
        "<tr><td>人民政府</td><td>1</td></tr><tr><td>用于</td><td>2</td></tr></table>",
        "utf-8",
    )
    subprocess.run(
        [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
         f"--print-to-pdf={tmp_path}/a.pdf", str(page)],
        check=True, capture_output=True, timeout=60,
    )  # fmt: skip
    got = document((tmp_path / "a.pdf").read_bytes(), Limits())
    assert grids(got) == [["人民政府|1", "用于|2"]]
