"""Word documents: automatic numbers, merged cells, what is hidden, what is broken."""

import io
import zipfile

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls

from gongkai.reports.model.document import Grid, SourceKind
from gongkai.reports.read.docx import document
from gongkai.reports.read.limits import Limits
from gongkai.reports.read.unreadable import UnreadableError
from tests.reports.read.seen import grids, hidden, texts

W = nsdecls("w")


def saved(made):
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def read(made):
    return document(saved(made), Limits())


def with_parts(data, **parts):
    """A docx with parts replaced or added (None: taken out); `__` stands for /."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        names = {name.replace("__", "/"): content for name, content in parts.items()}
        for name in old.namelist():
            if name not in names:
                new.writestr(name, old.read(name))
        for name, content in names.items():
            if content is not None:
                new.writestr(name, content)
    return out.getvalue()


def body(xml, **parts):
    """A document of the given body; its numbering and other parts as they are given."""
    main = f"<w:document {W}><w:body>{xml}</w:body></w:document>"
    return document(
        with_parts(saved(docx.Document()), **{"word__document.xml": main}, **parts), Limits()
    )


def p(text, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def listed(num, level=0):
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'


def level(depth, form, text, start=1, more=""):
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


NUMBERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="0">{level(0, "chineseCountingThousand", "%1、")}
{level(1, "chineseCounting", "（%2）")}{level(2, "decimal", "%3.")}
{level(3, "decimal", "%1.%4", more="<w:isLgl/>")}</w:abstractNum>
<w:abstractNum w:abstractNumId="1">{level(0, "bullet", "")}{level(1, "upperRoman", "%2", 4)}
{level(2, "lowerLetter", "%3)")}{level(3, "decimalEnclosedCircle", "%4")}{level(4, "decimalZero", "%5")}
{level(5, "decimalFullWidth", "%6．", more='<w:suff w:val="nothing"/>')}{level(6, "none", "x")}
{level(7, "upperLetter", "%8")}{level(8, "russian", "%9", 7)}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">{level(0, "decimal", "第%1条", 9)}</w:lvlOverride></w:num>
</w:numbering>"""  # noqa: E501


def test_numbers_that_word_makes_are_part_of_the_text():
    made = body(
        p("总体情况", listed(1)) + p("主动公开", listed(1, 1)) + p("依申请公开", listed(1, 1))
        + p("甲", listed(1, 2)) + p("乙", listed(1, 2)) + p("主动公开政府信息情况", listed(1))
        + p("丙", listed(1, 1)) + p("丁", listed(1, 2)) + p("戊", listed(1, 3)),
        **{"word__numbering.xml": NUMBERING},
    )  # fmt: skip
    assert texts(made) == [
        "一、总体情况", "（一）主动公开", "（二）依申请公开", "1.甲", "2.乙",
        "二、主动公开政府信息情况", "（一）丙", "1.丁", "2.1 戊",
    ]  # fmt: skip


def test_every_number_format_is_written_as_word_writes_it():
    made = body(
        "".join(p("甲", listed(2, depth)) for depth in range(9)) + p("乙", listed(2, 1)),
        **{"word__numbering.xml": NUMBERING},
    )
    assert texts(made) == [
        "甲", "IV 甲", "a)甲", "① 甲", "01 甲", "１．甲", "甲", "A 甲", "7 甲", "V 乙",
    ]  # fmt: skip


def test_lists_go_on_or_begin_anew_as_the_document_says():
    made = body(
        p("甲", listed(1)) + p("乙", listed(1)) + p("丙", listed(3)) + p("丁", listed(4))
        + p("戊", listed(0)) + p("己", listed(77)) + p("", listed(1)) + p("庚", listed(1)),
        **{"word__numbering.xml": NUMBERING},
    )  # fmt: skip
    assert texts(made) == ["一、甲", "二、乙", "一、丙", "第9条 丁", "戊", "己", "二、", "三、庚"]


def test_styles_give_outline_levels_and_lists():
    styles = f"""<w:styles {W}>
    <w:style w:styleId="a"><w:name w:val="heading 1"/></w:style>
    <w:style w:styleId="b"><w:name w:val="自定"/><w:basedOn w:val="a"/>
      <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:styleId="c"><w:name w:val="x"/><w:basedOn w:val="c"/>
      <w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
    <w:style w:styleId="t"><w:name w:val="toc 1"/></w:style></w:styles>"""
    made = body(
        "".join(p("甲", f'<w:pStyle w:val="{style}"/>') for style in "abct")
        + p("乙", '<w:outlineLvl w:val="9"/>'),
        **{"word__styles.xml": styles, "word__numbering.xml": NUMBERING},
    )
    assert [(block.text, block.level) for block in made.blocks] == [
        ("甲", 1), ("一、甲", 1), ("甲", 3), ("乙", None),
    ]  # fmt: skip
    assert hidden(made) == "甲"


def test_merged_cells_stand_once_with_their_spans():
    made = docx.Document()
    table = made.add_table(rows=4, cols=3)
    for row in range(4):
        for column in range(3):
            table.cell(row, column).text = f"{row}{column}"
    table.cell(0, 0).merge(table.cell(0, 1)).text = "宽"
    table.cell(1, 0).merge(table.cell(3, 0)).text = "三、本年度\n办理结果"
    (grid,) = read(made).blocks
    assert isinstance(grid, Grid)
    assert grids(read(made)) == [["宽|02", "三、本年度/办理结果|11|12", "21|22", "31|32"]]
    spans = [(cell.row_span, cell.column_span) for cell in grid.cells]
    assert spans[0] == (1, 2)
    assert spans[2] == (3, 1)


def tc(text, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def tr(*cells, properties=""):
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def test_lying_merges_lose_nothing():
    made = body(
        "<w:tbl>"
        + tr(tc("甲", "<w:vMerge/>"), tc("1"))
        + tr(tc("乙", "<w:vMerge/>"), tc("2", '<w:gridSpan w:val="9999"/>'))
        + tr(tc("丙", '<w:vMerge w:val="restart"/>'), properties='<w:gridBefore w:val="2"/>')
        + "</w:tbl>"
    )
    assert grids(made) == [["甲|1", "2", "丙"]]
    assert hidden(made) == "乙"


def test_hidden_and_deleted_text_is_kept_apart_inserted_text_is_text():
    made = body(
        "<w:p><w:r><w:t>申请</w:t></w:r>"
        '<w:del w:id="1"><w:r><w:delText>10</w:delText></w:r></w:del>'
        '<w:ins w:id="2"><w:r><w:t>12</w:t></w:r></w:ins>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r>"
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>件</w:t></w:r></w:p>'
        '<w:moveFrom w:id="3"><w:p><w:r><w:t>旧处</w:t></w:r></w:p></w:moveFrom><w:tbl>'
        + tr(tc("信息内容"), tc("1"))
        + tr(tc("删"), tc("2"), properties="<w:del w:id='4'/>")
        + tr(tc("隐"), tc("3"), properties="<w:hidden/>")
        + "</w:tbl>"
    )
    assert texts(made) == ["申请12件"]
    assert grids(made) == [["信息内容|1"]]
    assert hidden(made).split("\n") == ["10", "密", "旧处", "删2", "隐3"]


def test_headers_footers_and_comments_are_hidden_text():
    made = docx.Document()
    made.add_paragraph("正文")
    made.sections[0].header.paragraphs[0].text = "内部资料"
    made.sections[0].footer.paragraphs[0].text = "第 1 页"
    comments = f"<w:comments {W}><w:comment w:id='0'>{p('请核对')}</w:comment></w:comments>"
    data = with_parts(saved(made), **{"word__comments.xml": comments})
    got = document(data, Limits())
    assert {(line.place.part, line.text) for line in got.hidden} == {
        ("页眉", "内部资料"), ("页脚", "第 1 页"), ("批注", "请核对"),
    }  # fmt: skip


def test_fields_give_their_results_not_their_codes():
    made = body(
        "<w:p><w:r><w:instrText>PAGE  \\* MERGEFORMAT</w:instrText></w:r><w:r><w:t>共</w:t></w:r>"
        "<w:fldSimple w:instr='SUM(ABOVE)'><w:r><w:t>12</w:t></w:r></w:fldSimple>"
        "<w:bookmarkStart w:id='0' w:name='_GoBack'/><w:r><w:t>件</w:t><w:tab/><w:t>乙</w:t><w:br/>"
        "<w:t>丙</w:t><w:noBreakHyphen/><w:sym w:font='Wingdings' w:char='F0FE'/></w:r></w:p>"
    )
    assert texts(made) == ["共12件\t乙\n丙-☑"]


def test_text_boxes_follow_their_paragraph_once():
    box = f"<w:txbxContent>{p('框内')}</w:txbxContent>"
    made = body(
        "<w:p><w:r><w:t>甲</w:t></w:r><w:r><mc:AlternateContent "
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>{p('乙')}"
    )
    assert texts(made) == ["甲", "框内", "乙"]
    assert "1 张图片" in made.notes[0]


def test_footnotes_follow_the_paragraph_that_calls_them():
    notes = (
        f"<w:footnotes {W}><w:footnote w:type='separator' w:id='-1'>{p('分隔')}</w:footnote>"
        f"<w:footnote w:id='2'>{p('注：含上年结转。')}</w:footnote></w:footnotes>"
    )
    call = "<w:p><w:r><w:t>甲</w:t><w:footnoteReference w:id='2'/></w:r></w:p>"
    made = body(
        call + p("乙") + f"<w:tbl><w:tr><w:tc>{call}</w:tc><w:tc>{p('1')}</w:tc></w:tr></w:tbl>",
        **{"word__footnotes.xml": notes},
    )
    assert texts(made) == ["甲", "注：含上年结转。", "乙"]
    assert grids(made) == [["甲|1"]]


def test_a_note_called_in_a_cell_follows_its_table():
    notes = f"<w:endnotes {W}><w:endnote w:id='2'>{p('单位万元')}</w:endnote></w:endnotes>"
    call = "<w:p><w:r><w:t>甲</w:t><w:endnoteReference w:id='2'/></w:r></w:p>"
    made = body(
        f"<w:tbl><w:tr><w:tc>{call}</w:tc><w:tc>{p('1')}</w:tc></w:tr></w:tbl>",
        **{"word__endnotes.xml": notes},
    )
    assert grids(made) == [["甲|1"]]
    assert texts(made) == ["单位万元"]


def test_a_frame_and_a_table_of_tables_are_taken_apart():
    inner = f"<w:tbl>{tr(tc('信息内容'), tc('1'))}</w:tbl>"
    made = body(
        f"<w:tbl>{tr(tc('框中的话'))}</w:tbl>"
        f"<w:tbl><w:tr><w:tc>{p('左')}</w:tc><w:tc>{inner}{p('')}</w:tc></w:tr></w:tbl>"
        "<w:sdt><w:sdtContent><w:tbl>"
        f"<w:sdt><w:sdtContent>{tr(tc('甲'), tc('2'))}</w:sdtContent></w:sdt>"
        "</w:tbl></w:sdtContent></w:sdt>"
    )
    assert texts(made) == ["框中的话", "左"]
    assert grids(made) == [["信息内容|1"], ["甲|2"]]


def test_an_empty_table_is_none():
    with pytest.raises(UnreadableError, match="没有文字"):
        body("<w:tbl></w:tbl>")


def test_pages_are_told_where_word_left_its_breaks():
    made = body(
        p("甲") + "<w:p><w:r><w:lastRenderedPageBreak/><w:t>乙</w:t></w:r></w:p>" + p("丙"),
        **{"docProps__app.xml": "<Properties><Pages>2</Pages></Properties>"},
    )
    assert [block.place.page for block in made.blocks] == [1, 1, 2]
    assert made.pages == 2
    assert [block.place.line for block in made.blocks] == [1, 2, 3]


def test_properties_of_the_file_are_told():
    made = docx.Document()
    made.add_paragraph("甲")
    made.core_properties.title = "年度报告"
    made.core_properties.author = "档案局"
    got = read(made)
    assert got.kind is SourceKind.DOCX
    assert got.meta["title"] == "年度报告"
    assert got.meta["author"] == "档案局"


def test_embedded_files_are_read_as_attachments():
    made, inner = docx.Document(), docx.Document()
    made.add_paragraph("甲")
    inner.add_paragraph("附件里的话")
    packed = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + saved(inner)
    got = document(
        with_parts(
            saved(made),
            **{
                "word__embeddings__a.docx": saved(inner),
                "word__embeddings__oleObject1.bin": packed,
                "word__embeddings__x.bin": b"\xd0\xcf\x11\xe0" + bytes(9),
            },
        ),
        Limits(),
    )
    assert [(a.name, a.text) for a in got.attachments] == [
        ("a.docx", "附件里的话"), ("oleObject1.bin", "附件里的话"), ("x.bin", ""),
    ]  # fmt: skip


def test_damaged_side_parts_do_not_make_a_file_unreadable():
    made = docx.Document()
    made.add_paragraph("甲")
    data = with_parts(
        saved(made),
        **{"word__styles.xml": "<broken", "docProps__core.xml": "", "_rels__.rels": "<x"},
    )
    assert texts(document(data, Limits())) == ["甲"]


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"word__document.xml": "<w:document"}, "已损坏"),
        ({"word__document.xml": f"<w:document {W}/>"}, "缺少正文"),
        ({"word__document.xml": None, "_rels__.rels": None}, "缺少正文"),
        ({"word__document.xml": f"<w:document {W}><w:body/></w:document>"}, "没有文字"),
        ({"word__document.xml": "<a>" * 3000}, "已损坏"),
    ],
)
def test_a_damaged_file_ends_in_a_sentence(parts, reason):
    with pytest.raises(UnreadableError, match=reason):
        document(with_parts(saved(docx.Document()), **parts), Limits())


def with_entities(entities, reference):
    text = f"<w:document {W}><w:body>{p(f'甲{reference}乙')}</w:body></w:document>"
    main = f"<!DOCTYPE x [{entities}]>{text}"
    return with_parts(saved(docx.Document()), **{"word__document.xml": main})


def test_entities_are_not_expanded():
    outside = '<!ENTITY f SYSTEM "file:///etc/passwd">'
    assert texts(document(with_entities(outside, "&f;"), Limits())) == ["甲"]
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    with pytest.raises(UnreadableError, match="已损坏"):
        document(with_entities(f'<!ENTITY l0 "哈">{laughs}', "&l11;"), Limits())


def test_what_unpacks_beyond_the_limit_is_refused():
    data = with_parts(saved(docx.Document()), **{"word__document.xml": "<a>" + " " * 10**6})
    with pytest.raises(UnreadableError, match="解压后有"):
        document(data, Limits(unpacked_bytes=10**5))


def test_a_locked_member_is_told():
    data = bytearray(saved(docx.Document()))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 1)
    with pytest.raises(UnreadableError, match="加了密码"):
        document(bytes(data), Limits())


def test_what_is_no_zip_is_told():
    with pytest.raises(UnreadableError, match="已损坏"):
        document(b"PK\x03\x04 nothing", Limits())


def test_symbols_and_odd_elements_do_no_harm():
    made = docx.Document()
    paragraph = made.add_paragraph("甲")
    paragraph._p.append(OxmlElement("w:proofErr"))
    paragraph._p.append(parse_xml(f"<w:r {W}><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>拼</w:t></w:r></w:rubyBase></w:ruby></w:r>"))  # fmt: skip
    assert texts(read(made)) == ["甲拼"]
