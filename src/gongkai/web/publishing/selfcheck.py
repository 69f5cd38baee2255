"""The monthly self-check of columns, channels and links as a Word document. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from gongkai.reports.write.docx import styles
from gongkai.web.ui.templatetags.gongkai import day

GRID = "Table Grid"


@dataclass(frozen=True)
class SelfCheck:
    """What the month came to. Rows are what the tables print, cell by cell."""

    body: str
    year: int
    month: int
    on: date
    """As of which day."""
    published: int
    columns: Sequence[Sequence[str]]
    stale: Sequence[str]
    """A sentence for each column that is not fresh."""
    vetoes: Sequence[str]
    channels: Sequence[Sequence[str]]
    links: str
    dead: Sequence[Sequence[str]]

    @property
    def title(self) -> str:
        return f"{self.body}{self.year}年{self.month}月政务公开栏目自查报告"


def written(check: SelfCheck) -> bytes:
    document = docx.Document()
    styles.set_up(document)
    about = document.core_properties
    about.title, about.author, about.language = check.title, check.body, "zh-CN"
    about.comments = about.last_modified_by = ""
    about.created = about.modified = datetime.combine(check.on, time(), UTC)
    document.add_paragraph(check.title, styles.TITLE)
    _overview(document, check)
    _heading(document, "二、栏目更新")
    _table(document, ("栏目", "更新要求", "最近更新", "应更新至", "责任", "情况"), check.columns)
    _heading(document, "三、渠道和账号")
    _table(document, ("渠道", "类别", "本月发布", "情况"), check.channels)
    _heading(document, "四、链接检查")
    document.add_paragraph(check.links, styles.BODY)
    if check.dead:
        _table(document, ("页面", "链接", "情况"), check.dead)
    _heading(document, "五、需要整改的事项")
    for each in (*check.vetoes, *check.stale) or ("本月没有发现需要整改的事项。",):
        document.add_paragraph(each, styles.BODY)
    for line in (check.body, day(check.on)):
        document.add_paragraph(line, styles.BODY).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    styles.name_substitutes(document)
    styles.number_pages(document)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _overview(document: Document, check: SelfCheck) -> None:
    _heading(document, "一、总体情况")
    said = (
        f"本月主动公开政府信息 {check.published} 条。设有栏目 {len(check.columns)} 个，"
        f"截至{day(check.on)}，{_stale(check)}。"
    )
    document.add_paragraph(said, styles.BODY)
    if check.vetoes:
        found = f"对照单项否决指标，有 {len(check.vetoes)} 项触及，须立即整改。"
        document.add_paragraph(found, styles.BODY)


def _stale(check: SelfCheck) -> str:
    return f"其中 {len(check.stale)} 个没有按要求更新" if check.stale else "均按要求更新"


def _heading(document: Document, text: str) -> None:
    document.add_paragraph(text, styles.HEADING)


def _table(document: Document, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    if not rows:
        document.add_paragraph("无。", styles.BODY)
        return
    table = document.add_table(rows=1 + len(rows), cols=len(head), style=GRID)
    for line, cells in zip(table.rows, (head, *rows), strict=True):
        for cell, text in zip(line.cells, cells, strict=True):
            cell.paragraphs[0].style = document.styles[styles.TABLE]
            cell.paragraphs[0].text = text
