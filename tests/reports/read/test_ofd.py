"""OFD: pages in their order, glyphs by their offsets, rulings to grids."""

import docx
import pytest
import typst

from gongkai.reports.model.document import SourceKind
from gongkai.reports.read.limits import Limits
from gongkai.reports.read.ofd import document
from gongkai.reports.read.pdf import document as pdf_document
from gongkai.reports.read.unreadable import UnreadableError
from tests.reports.read.ofd_maker import NS, line, ofd, ofd_of, text
from tests.reports.read.seen import grids, hidden, texts
from tests.reports.read.test_docx import saved
from tests.reports.read.test_pdf import PAGE, PROSE, TABLE


def read(*pages, **parts):
    return document(ofd(list(pages), **parts), Limits())


def test_it_reads_as_the_pdf_of_the_same_pages_does():
    pdf = typst.compile(
        f"{PAGE}一、总体情况\n\n{PROSE}{PROSE}\n{TABLE}#pagebreak()\n{PROSE}".encode()
    )
    got, same = document(ofd_of(pdf), Limits()), pdf_document(pdf, Limits())
    assert got.kind is SourceKind.OFD
    assert got.pages == 2
    assert (texts(got), grids(got)) == (texts(same), grids(same))
    assert hidden(got).replace(" ", "") == hidden(same).replace(" ", "")


def test_pages_stand_in_the_order_of_the_document_not_of_the_package():
    assert texts(read(text(30, 40, "甲"), text(30, 40, "乙"), text(30, 40, "丙"))) == [
        "甲",
        "乙",
        "丙",
    ]


def test_offsets_place_every_character():
    down = '<ofd:TextCode X="0" Y="4" DeltaY="g 1 5">竖排</ofd:TextCode>'
    twice = (
        '<ofd:TextCode X="0" Y="4">放大</ofd:TextCode><ofd:TextCode Y="14">下一行</ofd:TextCode>'
    )
    got = read(
        text(30, 40, "甲乙丙丁", deltas="g 2 4.2 60")
        + f'<ofd:TextObject Size="4.2" Boundary="30 60 9 40">{down}</ofd:TextObject>'
        + '<ofd:TextObject Size="2" CTM="2 0 0 2 0 0" Boundary="30 100 50 9">'
        + f"{twice}</ofd:TextObject>"
    )
    assert [t.split() for t in texts(got)] == [
        ["甲乙丙", "丁"],
        ["竖"],
        ["排"],
        ["放大"],
        ["下一行"],
    ]


def test_turned_writing_is_read_in_its_own_order():
    frame = "".join(
        line(x, 30, x, 60) for x in (30, 40, 80)
    ) + line(30, 30, 80, 30) + line(30, 60, 80, 60)  # fmt: skip
    turned = text(33, 55, "办理结果", ctm="0 -1 1 0 0 0")
    assert grids(read(frame + turned + text(45, 45, "予以公开"))) == [["办理结果|予以公开"]]


def path(data, more=""):
    data = f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData>"
    return f'<ofd:PathObject Boundary="30 30 60 20" {more}>{data}</ofd:PathObject>'


def thin(x, y, width, height):
    return f"S {x} {y} L {x + width} {y} L {x + width} {y + height} L {x} {y + height} C "


STROKES = path("M 0 0 L 60 0 L 60 20 L 0 20 C M 30 0 L 30 20 M 0 10 L 60 10")
FILLED = path(
    "".join(thin(0, y, 60, 0.2) for y in (0, 10, 20))
    + "".join(thin(x, 0, 0.2, 20) for x in (0, 30, 60)),
    'Stroke="false" Fill="true"',
)


@pytest.mark.parametrize("paths", [STROKES, f"<ofd:PageBlock>{FILLED}</ofd:PageBlock>"])
def test_rulings_are_seen_however_they_are_drawn(paths):
    words = text(32, 36, "规章") + text(62, 36, "1") + text(32, 46, "许可") + text(62, 46, "2")
    curves = path("M 0 0 B 1 1 2 2 3 3 Q 1 x 2 2 Z A") + "<ofd:PathObject Boundary='x'/>"
    curves += path("M 0 0 L 60 0", 'Stroke="false"')
    assert grids(read(words + paths + curves)) == [["规章|1", "许可|2"]]


def test_a_template_stands_under_its_pages():
    under, over = (
        f"<ofd:Content><ofd:Layer>{text(30, y, words)}</ofd:Layer></ofd:Content>"
        for y, words in ((40, "表头"), (60, "正文"))
    )
    template = f"<ofd:Page {NS}>{under}</ofd:Page>"
    got = read(
        f"<ofd:Template TemplateID='7'/>{over}",
        common="<ofd:TemplatePage ID='7' BaseLoc='Tpls/Tpl_0/Content.xml'/>"
        "<ofd:TemplatePage ID='8' BaseLoc='/Doc_0/none.xml'/>",
        files={"Doc_0/Tpls/Tpl_0/Content.xml": template}.items(),
    )
    assert texts(got) == ["表头", "正文"]


def test_what_the_package_says_of_itself_is_told():
    got = read(
        text(30, 40, "甲"),
        info="<ofd:Title>年度报告</ofd:Title><ofd:Author>档案局</ofd:Author><ofd:X/>",
    )
    assert got.meta == {"title": "年度报告", "author": "档案局"}


def test_attached_files_are_read():
    inner = docx.Document()
    inner.add_paragraph("附件里的话")
    got = read(text(30, 40, "甲"), files={"Doc_0/Attachs/a.docx": saved(inner)}.items())
    assert [(a.name, a.text) for a in got.attachments] == [("a.docx", "附件里的话")]


def test_a_scan_is_named_as_one():
    picture = '<ofd:ImageObject Boundary="0 0 210 297" ResourceID="4"/>'
    with pytest.raises(UnreadableError, match="OFD 是扫描件"):
        read(picture)
    assert "第 2 页只有图片" in read(text(30, 40, "甲"), picture + "<ofd:ImageObject/>").notes[0]


def test_a_font_without_codes_is_told():
    with pytest.raises(UnreadableError, match="乱码"):
        read(text(30, 40, "\ue001\ue002\ue003甲"))


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"more": "<ofd:Encryptions>x</ofd:Encryptions>"}, "加了密码"),
        ({"files": {"OFD.xml": f"<ofd:OFD {NS}/>"}.items()}, "找不到页面"),
        ({"files": {"OFD.xml": f"<ofd:OFD {NS}><ofd:DocBody/></ofd:OFD>"}.items()}, "找不到页面"),
        ({"files": {"OFD.xml": "<ofd"}.items()}, "已损坏"),
        ({"files": {"Doc_0/Document.xml": f"<ofd:Document {NS}/>"}.items()}, "找不到页面"),
    ],
)
def test_a_damaged_or_locked_file_ends_in_a_sentence(parts, reason):
    with pytest.raises(UnreadableError, match=reason):
        read(text(30, 40, "甲"), **parts)


def test_limits_are_kept():
    with pytest.raises(UnreadableError, match="超过 1 页"):
        document(ofd([text(30, 40, "甲")] * 2), Limits(pages=1))
    with pytest.raises(UnreadableError, match="不合常理"):
        read(text(30, 40, "甲" * 300_000) + text(30, 50, "甲" * 300_000))


def test_a_package_without_its_root_is_refused():
    with pytest.raises(UnreadableError, match="找不到页面"):
        document(saved(docx.Document()), Limits())
