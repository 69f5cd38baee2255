"""Where the three tables stand: found by their heads and labels, never by position alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from gongkai.reports.read.labels import labels_of
from gongkai.reports.read.strips import Strip
from gongkai.reports.read.titles import heading
from gongkai.reports.read.tokens import tokens
from gongkai.reports.read.values import is_value
from gongkai.statute.forms import form

TableName = Literal["proactive", "requests", "remedies"]

_PROACTIVE_HEAD = re.compile(
    r"第二十条第[一五六八九]项|制发件数|废止件数|现行有效件数|新制作数量|新公开数量|对外公开总数量"
    r"|上一?年项目数量|本年增减|处理决定数量|本年收费金额|采购总金额|^信息内容"
)
_REQUESTS_HEAD = re.compile(r"本列数据的?勾稽关系|第一项加第二项之和|申请人情况")
_FIRST_ROW = re.compile(
    r"^一?本年度?新收(?:到)?(?:的)?政府信息公开申请(?:数量|数)?(?:二上年.*|\d*)$"
)
_REMEDIES_HEAD = re.compile(r"^行政复议行政诉讼|未经复议直接起诉|结果维持|^结果结果其他尚未")
_NUMBERING = re.compile(r"^[一二三四五六七八\d]+")
_CAPTION = re.compile(r"^[#*\s]*[附]?表\s*[一二三四五\d][：:.、\s]")
_SENTENCE = re.compile(r"[。！？]")
_LAST_ROW = {
    "proactive": re.compile(r"事业性收费"),
    "requests": re.compile(r"结转下一?年"),
    "remedies": re.compile(r""),
}
_LAST_LABEL = "结转下年度继续办理"
_PROCUREMENT = re.compile("集中采购")
_FULL = {"proactive": 1, "requests": 7, "remedies": 15}


@dataclass(slots=True)
class Regions:
    """The strips of each table, and which strips (by index) are not prose."""

    tables: dict[TableName, list[Strip]] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)
    starts: dict[TableName, int] = field(default_factory=dict)


def regions_of(strips: Sequence[Strip]) -> Regions:
    """Walk the strips once; a table opens at its head or first row and ends with its last row."""
    finder = _Finder(strips)
    for index in range(len(strips)):
        finder.step(index)
    return finder.regions


class _Finder:
    def __init__(self, strips: Sequence[Strip]) -> None:
        self.strips = strips
        self.regions = Regions()
        self.table: TableName | None = None
        self.last_row = False
        self.figures = 0
        self.complete = False
        self.prose = 0
        self.old_form = False

    def step(self, index: int) -> None:
        strip = self.strips[index]
        if not strip.celled and self._ends_table(strip):
            self._close()
            return
        if self.complete and not self._goes_on(index):
            self._close()
        opened = self._opens(index)
        if opened and opened != self.table:
            self._close()
            self.table = opened
        if _CAPTION.match(strip.text) and len(strip.words) < 40:
            self.regions.taken.add(index)
        elif self.table:
            self._take(index, strip, opened is not None)

    def _take(self, index: int, strip: Strip, opened: bool) -> None:
        if not opened and _is_prose(strip):
            self.prose += 1
            if self.prose >= 3:
                self._close()
            return
        assert self.table is not None  # noqa: S101 - told to the type checker
        self.prose = 0
        self.regions.tables.setdefault(self.table, []).append(strip)
        self.regions.taken.add(index)
        self.regions.starts.setdefault(self.table, index)
        self._count(strip)

    def _count(self, strip: Strip) -> None:
        """Whether the last row of the form is complete with this strip."""
        assert self.table is not None  # noqa: S101
        text = strip.words
        self.old_form = self.old_form or "新制作" in text or "对外公开总" in text
        pattern = _LAST_ROW[self.table]
        if self.table == "proactive" and self.old_form:
            pattern = _PROCUREMENT
        if self.table != "remedies" and pattern.search(text):
            self.last_row, self.figures = True, _figures(strip, after=pattern)
        elif self.last_row or self.table == "remedies":
            self.figures += _figures(strip)
        self.complete = self.figures >= (2 if pattern is _PROCUREMENT else _FULL[self.table])

    def _goes_on(self, index: int) -> bool:
        """After the last figures: the rest of their label, or local rows right below them."""
        strip, before = self.strips[index], self.strips[index - 1]
        if self.table == "requests" and 0 < len(strip.words) <= 6 and strip.words in _LAST_LABEL:
            return True
        if self.table == "remedies" or not strip.celled or strip.grid != before.grid:
            return False
        figures = sum(bool(p.text.strip()) and is_value(p.text) for p in strip.pieces)
        return bool(strip.grid) or (before.celled and not strip.gap and figures > 0)

    def _close(self) -> None:
        self.table, self.complete, self.figures, self.prose = None, False, 0, 0
        self.last_row = False

    def _ends_table(self, strip: Strip) -> bool:
        """A heading; inside table two 三、本年 may be the first half of a group's label."""
        found = heading(strip.text, strip.level)
        return found is not None and (found.key is not None or self.table != "requests")

    def _opens(self, index: int) -> TableName | None:
        strip = self.strips[index]
        text = strip.words
        if not text or _SENTENCE.search(strip.text) or (len(text) > 90 and not _dense(strip)):
            return None
        if _REQUESTS_HEAD.search(text) or _FIRST_ROW.match(text):
            return "requests" if self._has_rows(index) else None
        if self.table is None and _names_row(text):
            return "requests" if self._has_rows(index, 6) else None
        if self.table != "requests" and (_REMEDIES_HEAD.search(text) or self._split_head(index)):
            return "remedies" if "，" not in strip.text else None
        if self.table in {None, "proactive"} and _PROACTIVE_HEAD.search(text):
            return "proactive" if _is_head(strip) else None
        if self.table is None and _is_row(strip):
            return "proactive"
        if self.table is None and _is_row(strip, "requests"):
            return "requests"
        return None

    def _split_head(self, index: int) -> bool:
        """行政复议 and 行政诉讼 as two short lines or cells of their own."""
        if self.strips[index].words != "行政复议":
            return False
        near = self.strips[index + 1 : index + 4]
        return any(s.words in {"行政诉讼", "结果维持"} or s.words.startswith("结果") for s in near)

    def _has_rows(self, index: int, least: int = 3) -> bool:
        """Rows of the table follow: a sentence that only names the table does not open it."""
        labels = labels_of(form("2021"), "requests")
        found: set[int] = set()
        for strip in self.strips[index : index + 80]:
            found.update(hit.row for hit in labels.hits(strip.words))
        return len(found) >= least


def _names_row(text: str) -> bool:
    """A line that is a row's label and nothing else: the head and the first row are gone."""
    names = labels_of(form("2021"), "requests").names
    return len(text) > 4 and _NUMBERING.sub("", text) in names


def _is_prose(strip: Strip) -> bool:
    if strip.celled:
        return "。" in strip.text and len(strip.words) > 60
    if _SENTENCE.search(strip.text):
        return True
    return len(strip.words) > 45 and not _dense(strip)


def _dense(strip: Strip) -> bool:
    """A whole table in one line: many labels of the form, no sentence."""
    hits = len(labels_of(form("2021"), "requests").hits(strip.words))
    heads = len(_PROACTIVE_HEAD.findall(strip.words)) + strip.words.count("结果维持")
    return hits >= 3 or heads >= 2


def _is_head(strip: Strip) -> bool:
    return strip.celled or len(strip.words) < 60 or _dense(strip)


def _is_row(strip: Strip, table: str = "proactive") -> bool:
    """A row of cells (or a line) that is a label of the form and figures, nothing else."""
    labels = labels_of(form("2021"), table)
    if strip.celled:
        texts = [p.text for p in strip.pieces if p.text.strip()]
    else:
        texts = [token.text for token in tokens(strip.text)] if len(strip.words) < 50 else []
    if len(texts) < 2 or not is_value(texts[-1]) or re.search("[，,。；;件]", "".join(texts)):
        return False
    label = "".join(text for text in texts if not is_value(text))
    hits = labels.hits(label) if label else ()
    return len(hits) == 1 and len(label) <= len(labels.names[hits[0].row]) + 8


def _figures(strip: Strip, after: re.Pattern[str] | None = None) -> int:
    """How many figures a strip shows (digits where they are glued), blank cells counted."""
    if strip.celled:
        cells = [p.text for p in strip.pieces]
        if after:
            slots = [i for i, text in enumerate(cells) if after.search("".join(text.split()))]
            cells = cells[slots[-1] + 1 :] if slots else cells
        figures = sum(1 for text in cells if not text.strip() or is_value(text))
        return 99 if after and figures else (figures if not any(_words(c) for c in cells) else 0)
    count, seen = 0, after is None
    text = ""
    for token in tokens(strip.text):
        text += token.text
        if not token.figure:
            if after and after.search("".join(text.split())):
                seen, count = True, 0
            continue
        if seen:
            count += len(token.text) if token.glued else 1
    return count


def _words(text: str) -> bool:
    return bool(text.strip()) and not is_value(text)
