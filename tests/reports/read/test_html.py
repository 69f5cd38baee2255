"""Web pages: the article out of the page, tables with their spans, encodings, hostile pages."""

import time

import pytest

from gongkai.reports.model.document import Grid, Line, SourceKind
from gongkai.reports.read.html import document
from gongkai.reports.read.limits import Limits
from gongkai.reports.read.unreadable import UnreadableError
from tests.reports.read.seen import grids, hidden, texts

TABLE = """<table border=1>
<tr><td colspan="4">第二十条第（一）项</td></tr>
<tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
<tr><td>规章</td><td>0</td><td><p align="center">&nbsp;</p></td><td>0</td></tr>
<tr><td>行政规范性文件</td><td>2</td><td></td><td><span><o:p> </o:p></span></td></tr>
</table>"""

ARTICLE = f"""<p>根据条例编制本报告。</p><p>一、总体情况</p><p>全年公开信息12条。</p>
<p>二、主动公开政府信息情况</p>{TABLE}<p>三、收到和处理政府信息公开申请情况</p>
<p>六、其他需要报告的事项</p><p>无。</p><p>江南区档案局</p>"""


def read(body, head="", encoding="utf-8"):
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    return document(page.encode(encoding), Limits())


def test_the_article_is_told_from_what_stands_around_it():
    page = read(
        f"""<div class="top"><ul class="nav"><li><a href="/">首页</a></li>
        <li>政务公开</li></ul></div>
        <div class="position">当前位置：首页 &gt; 年报</div>
        <div class="main"><h1>江南区档案局2023年政府信息公开工作年度报告</h1>
        <div class="info">发布时间：2024-01-09 来源：档案局 字体：【大 中 小】</div>
        <div class="txt">{ARTICLE}</div></div>
        <div class="foot">版权所有：江南区人民政府 网站标识码 <a href="/map">网站地图</a></div>""",
        head="<title>江南区档案局2023年政府信息公开工作年度报告_江南区</title>"
        "<meta name=PubDate content='2024-01-09 10:00'>",
    )
    seen = texts(page)
    assert page.kind is SourceKind.HTML
    assert seen[0] == "江南区档案局2023年政府信息公开工作年度报告"
    assert seen[-1] == "江南区档案局"
    assert not any(word in "".join(seen) for word in ("首页", "版权", "网站地图", "政务公开"))
    assert page.meta["published_on"] == "2024-01-09 10:00"


def test_a_title_in_meta_leads_an_article_that_has_none():
    page = read(ARTICLE, "<meta name='ArticleTitle' content='江南区档案局2023年政府信息公开年报'>")
    assert page.blocks[0].text == "江南区档案局2023年政府信息公开年报"
    assert page.blocks[0].level == 1
    assert texts(read(ARTICLE))[0] == "根据条例编制本报告。"


def test_the_day_beside_the_title_is_taken_where_meta_is_silent():
    page = read(
        "<div><span>信息来源：档案局</span><span>发布日期：2024年1月9日</span><a>1</a><a>2</a><a>3</a>"
        f"<a>4</a><a>5</a></div><div id=zoom>{ARTICLE}</div><div>上一篇：无</div>"
    )
    assert page.meta["published_on"] == "2024年1月9"
    assert texts(page)[0] == "根据条例编制本报告。"


def test_a_page_without_a_reports_words_is_read_from_its_content_element():
    words = "这里是正文。" * 30
    page = read(f"<div id=menu>菜单</div><div id=zoom><p>{words}</p></div><p>页脚</p>")
    assert texts(page) == [words]


def test_merged_cells_stand_once_with_their_spans():
    (grid,) = [block for block in read(ARTICLE).blocks if isinstance(block, Grid)]
    assert grids(read(ARTICLE))[0] == [
        "第二十条第（一）项",
        "信息内容|本年制发件数|本年废止件数|现行有效件数",
        "规章|0||0",
        "行政规范性文件|2||",
    ]
    assert grid.cells[0].column_span == 4
    assert grid.cells[1].place.row == 2


def test_pieces_of_a_label_are_joined():
    page = read(
        "<table><tr><td rowspan=2><p>三、本</p><p>年度办&nbsp;\n理结果</p></td>"
        "<td><span>（</span><span>二</span><span>）</span>部分\n   公开</td><td>1<br>2</td></tr>"
        "<tr><td>乙</td><td>3</td></tr></table>"
    )
    assert grids(page) == [["三、本/年度办 理结果|（二）部分公开|1/2", "乙|3"]]


@pytest.mark.parametrize(
    ("rows", "seen"),
    [
        ("<tr><td rowspan=99>甲<td>1<tr><td>2", [["甲", 2, 1], ["1", 1, 1], ["2", 1, 1]]),
        ("<tr><td rowspan=0>甲<td>1<tr><td>2", [["甲", 2, 1], ["1", 1, 1], ["2", 1, 1]]),
        (
            "<tr><td>甲<td rowspan=2>乙<tr><td colspan=3>丙",
            [["甲", 1, 1], ["乙", 2, 1], ["丙", 1, 1]],
        ),
        ("<tr><td colspan=x rowspan=-2>甲<td>1", [["甲", 1, 1], ["1", 1, 1]]),
        ("<td>没有行<td>1", [["没有行", 1, 1], ["1", 1, 1]]),
    ],
)  # fmt: skip
def test_spans_that_lie_end_where_the_table_does(rows, seen):
    (grid,) = read(f"<table>{rows}</table>").blocks
    assert [[cell.text, cell.row_span, cell.column_span] for cell in grid.cells] == seen


def test_a_table_that_arranges_the_page_is_no_grid():
    page = read(f"<table><tr><td>左栏</td><td><div>{ARTICLE}</div></td></tr></table>")
    assert len(grids(page)) == 1
    assert "一、总体情况" in texts(page)


def test_a_page_that_is_one_table_of_340_columns_is_taken_apart():
    wide = "<td></td>" * 9
    prose = "全年公开信息12条，均在规定期限内办结，详细情况见下列各部分所附的统计表格。"
    head, figures = (
        "".join(f"<td colspan=85>{cell}</td>" for cell in row)
        for row in (("信息内容", "制发", "废止", "有效"), ("规章", "1", "", "3"))
    )
    rows = (
        f"<tr><td colspan=340>江南区2023年政府信息公开工作年度报告</td>{wide}</tr>"
        f"<tr><td colspan=340>一、总体情况</td>{wide}</tr>"
        f"<tr><td colspan=340>{prose}</td>{wide}</tr>"
        f"<tr><td colspan=340></td>{wide}</tr>"
        f"<tr><td colspan=340>第二十条第（一）项</td>{wide}</tr>"
        f"<tr>{head}{wide}</tr>"
        f"<tr>{figures}{wide}</tr>"
    )
    page = read(f"<table>{rows}</table>")
    assert texts(page)[:2] == ["江南区2023年政府信息公开工作年度报告", "一、总体情况"]
    assert grids(page) == [["第二十条第（一）项", "信息内容|制发|废止|有效", "规章|1||3"]]


def test_a_label_table_with_a_table_inside_a_cell_stays_a_grid():
    inner = "<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>"
    page = read(
        f"<table><tr><td>信息内容</td><td>{inner}</td></tr><tr><td>规章</td><td>0</td></tr></table>"
    )
    assert grids(page) == [["信息内容|甲/乙", "规章|0"]]


def test_scripts_styles_pinyin_and_controls_are_dropped():
    page = read(
        "<script>var a='一、总体情况'</script><style>p{}</style>"
        "<p><ruby>公<rt>gong</rt></ruby>开</p><p>【打印】 【关闭窗口】</p>"
        "<div class=bdsharebuttonbox>分享到微信</div><p>字体：大 中 小</p>"
    )
    assert texts(page) == ["公开"]


def test_what_a_reader_does_not_see_is_kept_apart():
    page = read(
        "<p>看得见</p><!-- 内部说明：联系人 --><p style='display: none'>隐藏的手机号</p>"
        "<span hidden>暗藏</span><table><tr><td>信息内容</td><td>1</td></tr>"
        "<tr style='display:none'><td>隐藏行</td><td>2</td></tr></table><!--[if mso]>x<![endif]-->"
    )
    assert texts(page) == ["看得见"]
    assert grids(page) == [["信息内容|1"]]
    assert hidden(page) == "内部说明：联系人\n隐藏的手机号\n暗藏\n隐藏行2"


def test_line_breaks_and_blocks_part_paragraphs_source_lines_do_not():
    page = read("<div>甲<br>乙<p>丙\n   丁 x  y</p>戊<h2>标题</h2><p>　　己&nbsp;庚</p></div>")
    assert texts(page) == ["甲", "乙", "丙丁 x y", "戊", "标题", "己 庚"]
    assert [block.level for block in page.blocks][4] == 2


def test_preformatted_text_keeps_its_lines():
    page = read("<pre>规章\t0\t1\n行政许可  2</pre>")
    assert [type(block) for block in page.blocks] == [Line, Line]
    assert texts(page) == ["规章\t0\t1", "行政许可  2"]


def test_numbers_that_a_browser_writes_before_items_are_written():
    page = read(
        "<ol><li>甲<li>乙</ol><ol start=3 style='list-style-type:cjk-ideographic'><li>丙</ol>"
        "<ul><li>丁</ul><ol type=a><li>戊</ol><li>己"
    )
    assert texts(page) == ["1.甲", "2.乙", "三、丙", "丁", "戊", "己"]


def test_pictures_and_linked_files_are_noted():
    page = read("<p>报告见附件</p><img src=a.png><a href='/files/b.pdf?x=1'>年度报告.pdf</a>")
    assert "1 张图片" in page.notes[0]
    assert "年度报告.pdf" in page.notes[1]


@pytest.mark.parametrize(
    ("encoding", "meta"),
    [
        ("gbk", "<meta charset=gb2312>"),
        ("gb18030", ""),
        ("utf-8", "<meta charset=gb2312>"),
        ("utf-16", ""),
        ("utf-8-sig", ""),
        ("utf-8", "<meta charset=nonsense>"),
        ("utf-8", "<meta charset=ascii>"),
        ("big5", "<meta http-equiv=Content-Type content='text/html; charset=big5'>"),
    ],
)
def test_every_encoding_gives_the_same_text(encoding, meta):
    assert texts(read("<p>政府信息公文件</p>", meta, encoding)) == ["政府信息公文件"]


def test_a_page_without_words_is_refused():
    with pytest.raises(UnreadableError, match="没有可读的文字"):
        read("<script>load()</script><div id=app></div>")
    with pytest.raises(UnreadableError, match="没有可读的文字"):
        document(b"<!doctype html>", Limits())


@pytest.mark.parametrize(
    "body",
    [
        "<p>甲<b>乙</b></p>" * 100_000,
        "<div>" * 10_000 + "甲",
        "<table><tr><td>" * 3_000 + "甲",
        "<table>" + "<tr><td>1" * 60_000 + "</table>",
        "<span>甲" * 15_000,
    ],
)
def test_very_many_tags_are_read_within_seconds(body):
    start = time.monotonic()
    assert read(body).blocks
    assert time.monotonic() - start < 20


def test_tags_that_nest_beyond_reason_are_refused_at_once():
    with pytest.raises(UnreadableError, match="另存"):
        read("<div>" * 200_000)


def test_a_table_of_absurd_spans_is_refused():
    with pytest.raises(UnreadableError, match="不合常理"):
        read("<table>" + "<tr>" * 2000 + "<td rowspan=9 colspan=1000>甲" * 2000 + "<tr>" * 9)
