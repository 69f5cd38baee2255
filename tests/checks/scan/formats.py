"""One made-up paper in the formats that offices attach."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape

import docx
import openpyxl
import typst
from openpyxl.comments import Comment


@dataclass
class Sheet:
    """A title, lines, rows of a table, and what a reader of the page does not see."""

    title: str
    lines: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    hidden_column: int | None = None
    hidden_rows: list[list[str]] = field(default_factory=list)
    comment: str = ""

    @property
    def fits(self) -> tuple[str, ...]:
        """Formats that can hold what is hidden in it."""
        if self.hidden_column is not None or self.hidden_rows:
            return ("xlsx",)
        return ("xlsx", "docx") if self.comment else tuple(FORMATS)


def to_xlsx(sheet: Sheet) -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    page = book.active
    page.append([sheet.title])
    for line in sheet.lines:
        page.append([line])
    for row in sheet.rows:
        page.append(row)
    if sheet.hidden_column is not None:
        page.column_dimensions["ABCDEFGH"[sheet.hidden_column]].hidden = True
    if sheet.comment:
        page["A1"].comment = Comment(sheet.comment, "某科")
    if sheet.hidden_rows:
        behind = book.create_sheet("底稿")
        behind.sheet_state = "hidden"
        for row in sheet.hidden_rows:
            behind.append(row)
    book.save(out)
    return out.getvalue()


def to_docx(sheet: Sheet) -> bytes:
    paper, out = docx.Document(), io.BytesIO()
    first = paper.add_paragraph(sheet.title)
    for line in sheet.lines:
        paper.add_paragraph(line)
    if sheet.rows:
        table = paper.add_table(rows=0, cols=len(sheet.rows[0]))
        for row in sheet.rows:
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words
    if sheet.comment:
        paper.add_comment(first.runs, text=sheet.comment, author="某科")
    paper.save(out)
    return out.getvalue()


def to_pdf(sheet: Sheet) -> bytes:
    def said(words: str) -> str:
        return '#"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'

    body = [said(sheet.title), *map(said, sheet.lines)]
    if sheet.rows:
        cells = ", ".join(f"[{said(cell)}]" for row in sheet.rows for cell in row)
        columns = len(sheet.rows[0])
        body.append(f"#table(columns: {columns}, {cells})")
    start = '#set text(font: "Noto Serif CJK SC", lang: "zh")\n#set page(flipped: true)\n'
    return typst.compile((start + "\n\n".join(body)).encode())


def to_txt(sheet: Sheet) -> bytes:
    rows = ["\t".join(row) for row in sheet.rows]
    return "\n".join([sheet.title, *sheet.lines, *rows]).encode()


def to_csv(sheet: Sheet) -> bytes:
    rows = [",".join(row) for row in sheet.rows]
    return "\n".join([sheet.title, *sheet.lines, *rows]).encode("gb18030")


def to_html(sheet: Sheet) -> bytes:
    told = "".join(f"<p>{escape(line)}</p>" for line in sheet.lines)
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in sheet.rows
    )
    table = f"<table>{rows}</table>" if rows else ""
    title = escape(sheet.title)
    return (
        f'<html><head><meta charset="utf-8"><title>{title}</title></head>'
        f"<body><h1>{title}</h1>{told}{table}</body></html>"
    ).encode()


FORMATS: Mapping[str, Callable[[Sheet], bytes]] = {
    "xlsx": to_xlsx,
    "docx": to_docx,
    "pdf": to_pdf,
    "txt": to_txt,
    "csv": to_csv,
}
ALL_FORMATS = {**FORMATS, "html": to_html}
