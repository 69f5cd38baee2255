"""The report as PDF/A with its fonts embedded, set by typst; user text is data, never source."""

import json
import re
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import typst

from gongkai.reports.model.statement import Statement
from gongkai.reports.write import page
from gongkai.reports.write.layout.measure import measure
from gongkai.reports.write.layout.square import Square, TableLayout
from gongkai.reports.write.outline import Outline, Part, closing, dated, outline, title_lines
from gongkai.reports.write.registry import CannotRenderError

STANDARD: Literal["a-2a"] = "a-2a"
"""PDF/A-2 with tags: for archives and for screen readers."""

COMPLETE = (
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "Source Han Serif CN",
    "Noto Sans CJK SC",
    "SimSun",
    "Songti SC",
)
"""Fonts with every character of names and places (硚, 喆, 䶮); one of them must be there."""

WANTED = {
    "title": ("FZXiaoBiaoSong-B05S", "FandolSong"),
    "heading": ("SimHei", "FandolHei", "Noto Sans CJK SC"),
    "subheading": ("KaiTi", "FandolKai", "LXGW WenKai"),
    "body": ("FangSong", "FandolFang R", "FandolFang"),
    "table": ("SimSun",),
    "page_number": ("SimSun",),
}
"""Use → the fonts for it as typst names them, the best first; the complete ones come after."""

FOLDERS = ("/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol",)
"""Where the free Fandol fonts lie when TeX Live brought them; not a folder of the system's."""

NO_FONT = (
    "没有找到可以嵌入 PDF 的中文字体。请先安装 Noto Serif CJK SC（思源宋体）："
    "Debian、Ubuntu、统信、麒麟用 sudo apt install fonts-noto-cjk，"
    "Fedora、openEuler 用 sudo dnf install google-noto-serif-cjk-ttc-fonts；"
    "要用仿宋，另装 texlive-lang-chinese"
)


def render(statement: Statement) -> bytes:
    """The report as PDF; raises CannotRenderError where no font can print it."""
    source = files("gongkai.reports.write.templates").joinpath("report.typ").read_bytes()
    report = json.dumps(_data(statement, chosen(families())), ensure_ascii=False)
    try:
        return typst.compile(
            source,
            format="pdf",
            font_paths=_fonts(),
            sys_inputs={"report": report},
            pdf_standards=STANDARD,
        )
    except typst.TypstError as error:
        raise CannotRenderError(_sentence(error)) from error


@cache
def _fonts() -> Any:
    """The fonts of the system, looked up once."""
    return typst.Fonts(font_paths=[folder for folder in FOLDERS if Path(folder).is_dir()])


def families() -> frozenset[str]:
    """The names of the fonts at hand."""
    return frozenset(_fonts().families())


def chosen(at_hand: frozenset[str]) -> dict[str, list[str]]:
    """For each use the fonts at hand in order; raises CannotRenderError if none is complete."""
    complete = [name for name in COMPLETE if name in at_hand]
    if not complete:
        raise CannotRenderError(NO_FONT)
    return {
        use: [*(name for name in names if name in at_hand), *complete]
        for use, names in WANTED.items()
    }


NO_GLYPH = re.compile(r"the (?:text|PDF contains the codepoint) `\"(?:\\u\{(\w+)\}|(.))")
"""How typst names a character that it cannot print: `"\\u{e000}"` or `"䶮"`."""


def _sentence(error: typst.TypstError) -> str:
    """What to do about an error of the typesetter."""
    lacking = NO_GLYPH.search(error.message)
    if not lacking:
        return f"排版没有成功：{error.message}"
    character = chr(int(lacking[1], 16)) if lacking[1] else lacking[2]
    named = f"“{character}”（U+{ord(character):04X}）"
    if "codepoint" in error.message:
        return f"文中有自造字{named}，归档用的 PDF 不收，请换成正式的字"
    return f"本机字体里没有{named}，请安装收字更全的中文字体，或者改用 docx 格式"


def _data(statement: Statement, fonts: dict[str, list[str]]) -> dict[str, Any]:
    laid = outline(statement)
    return {
        "title": laid.title,
        "author": laid.author,
        "date": dated(statement).timetuple()[:3],
        "fonts": fonts,
        "page": _measures(),
        "title_lines": title_lines(laid.title),
        "preamble": [asdict(p) for p in laid.preamble],
        "parts": [_part(part) for part in laid.parts],
        "closing": _closing(laid),
        "annexes": [_part(part) for part in laid.annexes],
    }


def _measures() -> dict[str, float]:
    return {
        "width": page.WIDTH,
        "height": page.HEIGHT,
        "top": page.TOP,
        "bottom": page.BOTTOM,
        "left": page.LEFT,
        "right": page.RIGHT,
        "line": page.LINE,
        "body_size": page.BODY_SIZE,
        "title_size": page.TITLE_SIZE,
        "page_number_size": page.PAGE_NUMBER_SIZE,
    }


def _closing(laid: Outline) -> list[dict[str, Any]]:
    return [{"text": text, "from_right": from_right} for text, from_right in closing(laid)]


def _part(part: Part) -> dict[str, Any]:
    return {
        "heading": part.heading,
        "prose": [asdict(p) for p in part.prose],
        "table": _table(part.table) if part.table else None,
    }


def _table(table: TableLayout) -> dict[str, Any]:
    widths, size = measure(table, page.TYPE_AREA, page.TABLE_SIZES[table.section])
    ordered = [square for row in table.rows() for square in row]
    return {
        "widths": widths,
        "size": size,
        "pad": 1.9 if table.section == "proactive" else 1.3,
        "whole": table.whole,
        "head": [_square(s) for s in ordered if s.row < table.head_rows],
        "body": [_square(s) for s in ordered if s.row >= table.head_rows],
    }


def _square(square: Square) -> dict[str, Any]:
    """Groups of rows stay on one page, but for the one that most of table two belongs to."""
    return {
        "text": square.text,
        "row_span": square.row_span,
        "column_span": square.column_span,
        "head": square.role == "column",
        "left": square.to_the_left,
        "breakable": square.row_span > 1 and square.column == 0,
    }
