"""Glyphs to lines of text by where they stand."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from gongkai.reports.read.page.shapes import Glyph

WIDE = re.compile(r"[⺀-鿿豈-﫿＀-￯　-〿\U00020000-\U0003ffff“”‘’…—]")
"""Chinese characters and punctuation: between two of them a small gap is no blank."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of a page: its glyphs in reading order, its text with blanks where gaps are."""

    glyphs: list[Glyph]
    text: str
    gaps: bool = False
    """Whether columns seem to stand side by side in it."""

    @property
    def spaced(self) -> str:
        """The text with a blank also at small gaps before or after a number: another column."""
        return _spaced(self.glyphs, narrow=True)[0]

    @property
    def left(self) -> float:
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        return max(glyph.right for glyph in self.glyphs)

    @property
    def top(self) -> float:
        return min(glyph.top for glyph in self.glyphs)

    @property
    def bottom(self) -> float:
        return max(glyph.bottom for glyph in self.glyphs)

    @property
    def size(self) -> float:
        """The middle height of its glyphs."""
        heights = sorted(glyph.height for glyph in self.glyphs)
        return heights[len(heights) // 2]


def text_lines(glyphs: Iterable[Glyph]) -> list[TextLine]:
    """The lines that glyphs form, from top to bottom; blanks at the ends are dropped."""
    lines = []
    for row in _rows(list(glyphs)):
        ordered = sorted(row, key=lambda glyph: glyph.left)
        while ordered and not ordered[0].text.strip():
            ordered.pop(0)
        while ordered and not ordered[-1].text.strip():
            ordered.pop()
        if ordered:
            text, gaps = _spaced(ordered)
            lines.append(TextLine(ordered, text, gaps))
    return lines


FIGURE = re.compile(r"[\d.,，．]+")


def cell_text(glyphs: list[Glyph], edge: float = 0.0) -> str:
    """The text of a cell, a line end between its lines; sideways writing in its own order.

    A figure too long for its cell is broken anywhere: lines of digits that reach the cell's right
    edge (less its margin) are one figure.
    """
    if glyphs and sum(glyph.turned for glyph in glyphs) * 2 > len(glyphs):
        return "".join(glyph.text for glyph in glyphs).strip()
    lines = text_lines(glyphs)
    broken = len(lines) > 1 and all(FIGURE.fullmatch(line.text) for line in lines)
    if broken and all(line.right + 0.5 * line.size > edge for line in lines[:-1]):
        return "".join(line.text for line in lines)
    return "\n".join(line.text for line in lines)


def _rows(glyphs: list[Glyph]) -> list[list[Glyph]]:
    """Glyphs by line: one belongs to the line whose band its middle lies in."""
    rows: list[list[Glyph]] = []
    bottom = middle = 0.0
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.y, glyph.left)):
        if rows and (glyph.y <= bottom or glyph.y - middle < glyph.height * 0.45):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
            bottom = glyph.y + glyph.height * 0.3
            middle = glyph.y
    return rows


def _spaced(glyphs: list[Glyph], *, narrow: bool = False) -> tuple[str, bool]:
    """The text of glyphs in a line, and whether a gap of columns is in it."""
    parts = [glyphs[0].text]
    gaps = False
    for before, glyph in pairwise(glyphs):
        gap = glyph.left - before.right
        em = max(before.height, glyph.height, 1.0)
        if gap > 1.8 * em and glyph.text.strip() and before.text.strip():
            parts.append(" " * min(int(gap / em * 2), 40))
            gaps = True
        elif gap > 0.2 * em and (narrow or not (WIDE.match(glyph.text) or WIDE.match(before.text))):
            parts.append(" ")
        parts.append(glyph.text)
    return "".join(parts), gaps


RADICALS = {
    "⺀": "冫", "⺁": "厂", "⺄": "乙", "⺆": "冂", "⺇": "几", "⺈": "刀", "⺉": "刂", "⺊": "卜",
    "⺋": "㔾", "⺌": "小", "⺍": "小", "⺎": "尢", "⺏": "尢", "⺐": "尢", "⺑": "尢", "⺒": "巳",
    "⺓": "幺", "⺔": "彑", "⺕": "彐", "⺖": "忄", "⺗": "心", "⺘": "扌", "⺙": "攵", "⺛": "旡",
    "⺜": "日", "⺝": "月", "⺞": "歺", "⺟": "母", "⺠": "民", "⺡": "氵", "⺢": "水", "⺣": "灬",
    "⺤": "爫", "⺥": "爫", "⺦": "丬", "⺧": "牛", "⺨": "犭", "⺩": "王", "⺪": "疋", "⺫": "罒",
    "⺬": "示", "⺭": "礻", "⺮": "竹", "⺯": "糹", "⺰": "纟", "⺱": "罓", "⺲": "罒", "⺳": "网",
    "⺴": "网", "⺵": "网", "⺶": "羊", "⺷": "羊", "⺸": "羊", "⺹": "耂", "⺺": "聿", "⺻": "聿",
    "⺼": "月", "⺽": "臼", "⺾": "艹", "⺿": "艹", "⻀": "艹", "⻁": "虎", "⻂": "衤", "⻃": "西",
    "⻄": "西", "⻅": "见", "⻆": "角", "⻇": "角", "⻈": "讠", "⻉": "贝", "⻊": "足", "⻋": "车",
    "⻌": "辶", "⻍": "辶", "⻎": "辶", "⻏": "阝", "⻐": "钅", "⻑": "長", "⻒": "镸", "⻓": "长",
    "⻔": "门", "⻕": "阜", "⻖": "阝", "⻗": "雨", "⻘": "青", "⻙": "韦", "⻚": "页", "⻛": "风",
    "⻜": "飞", "⻝": "食", "⻞": "飠", "⻟": "飠", "⻠": "饣", "⻡": "首", "⻢": "马", "⻣": "骨",
    "⻤": "鬼", "⻥": "鱼", "⻦": "鸟", "⻧": "卤", "⻨": "麦", "⻩": "黄", "⻪": "黾", "⻫": "斉",
    "⻬": "齐", "⻭": "歯", "⻮": "齿", "⻯": "竜", "⻰": "龙", "⻱": "龜", "⻲": "亀", "⻳": "龟",
}  # fmt: skip
"""CJK radicals supplement → the character meant; Unicode's own folding leaves these out."""


def plain(character: str) -> str:
    """The character itself for a radical that a font's text layer gives in its stead."""
    if "⺀" <= character <= "⻳":
        return RADICALS.get(character, character)
    if "⼀" <= character <= "⿕":
        return unicodedata.normalize("NFKC", character)
    return character
