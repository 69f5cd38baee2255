"""Which row of the form a label names, by the words that tell it in real reports."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from gongkai.reports.read.normal import words
from gongkai.statute.forms import Column, Form, Group, Row

_ENDINGS = {
    "other_other": re.compile(r"(?:3其他(?:情形|处理)?|六其他(?:处理)?|其他处理|^其他)$"),
    "handled_total": re.compile(r"(?:七总计|七合计|7总计|7合计|^总计|^合计|^办理结果总计)$"),
}
"""Labels that say little: told only where they end the text before the figures."""

MARK = re.compile(r"[（(][一二三四五六七\d][）)]?|[一二三四]、|\d[.、．]")
"""The numbers of labels: （一） 1. 四、"""

_HEAD = re.compile(r"勾稽关系|第[一三]项加|申请人情况|自然人|法人或|数据\d|信息内容|第二十条")
"""Words of the tables' heads: text with them is no label of a row."""

_NUMBERING = re.compile(r"^(?:[一二三四五六七八九十]{1,2}(?!类|安全|十条)|\d{1,2})+")


class Hit(NamedTuple):
    """A row's words found in a text: the row's index in the form's table, where the words end."""

    row: int
    end: int


class Labels:
    """The labels of one table of a form, ready for matching."""

    def __init__(self, rows: Sequence[Row], groups: Sequence[Group]) -> None:
        self.rows = tuple(rows)
        self.groups = {
            group.key: words(group.label) for group in groups if group.number and group.label
        }
        self.names = tuple(words(row.label) for row in rows)
        self._hits = lru_cache(maxsize=4096)(self._find)
        self._groups = lru_cache(maxsize=4096)(self._group)

    def hits(self, text: str) -> tuple[Hit, ...]:
        """The rows whose words stand in a text (already `words`), by where they end."""
        return self._hits(text)

    def _find(self, text: str) -> tuple[Hit, ...]:
        found = []
        for index, row in enumerate(self.rows):
            if ending := _ENDINGS.get(row.key):
                if ending.search(text):
                    found.append(Hit(index, len(text)))
                continue
            ends = [_end(text, core) for core in row.core]
            if best := max(ends, default=0):
                found.append(Hit(index, best))
        return tuple(sorted(found, key=lambda hit: hit.end))

    def begun(self, label: str) -> int | None:
        """The row whose label begins at the last number of a text: 1.属于, the rest below.

        Number and beginning must agree, so that what is left of the label before says nothing.
        """
        marks = list(MARK.finditer(label))
        if not marks:
            return None
        number, tail = words(marks[-1][0]), words(label[marks[-1].end() :])
        if not tail:
            return None
        found = [
            (_beginning(self.names[index], tail), index)
            for index, row in enumerate(self.rows)
            if words(row.number) == number
        ]
        best = sorted(found, reverse=True)[:2]
        if not best or not best[0][0] or (len(best) > 1 and best[1][0] == best[0][0]):
            return None
        return best[0][1]

    def group(self, text: str) -> frozenset[int]:
        """The rows of the group that a text names (and nothing else)."""
        return self._groups(text)

    def _group(self, text: str) -> frozenset[int]:
        name = _NUMBERING.sub("", text)
        keys = {key for key, label in self.groups.items() if name.endswith(label)}
        return frozenset(i for i, row in enumerate(self.rows) if row.group in keys)

    def strange(self, text: str) -> bool:
        """Whether a label is none of the form's and no piece of one: a row added locally."""
        if len(text) < 4 or _HEAD.search(text) or self.hits(text) or self.group(text):
            return False
        names = [*self.names, *self.groups.values()]
        return max(fuzz.partial_ratio(text, name) for name in names) < 60

    def likeness(self, text: str, row: int) -> float:
        """0 to 1: how far the end of a damaged or cut text is like a row's label."""
        name = self.names[row]
        tail = _NUMBERING.sub("", text[-len(name) - 4 :])
        if len(tail) >= 3 and name.startswith(tail):
            return 0.9
        return fuzz.ratio(tail, name) / 100


def _beginning(name: str, tail: str) -> int:
    """How many characters of a label a text begins with, pieces of a group's label between."""
    if tail[0] != name[0]:
        return 0
    letters = iter(tail)
    count = 0
    for letter in name:
        if letter not in letters:
            break
        count += 1
    return count if count * 2 >= len(tail) or count == len(name) else 0


def _end(text: str, core: tuple[str, ...]) -> int:
    ends = [text.rfind(word) + len(word) if word in text else 0 for word in core]
    return max(ends) if all(ends) else 0


@cache
def labels_of(form: Form, table: str) -> Labels:
    """The labels of a table's rows; one object a form."""
    return Labels(form.rows_of(table), form.groups_of(table))


def column_of(text: str, columns: Sequence[Column]) -> Column | None:
    """The column that a head's text names."""
    head = words(text)
    exact = next((column for column in columns if words(column.label) == head), None)
    if exact or "其他组织" in head or not head:
        return exact
    return next((c for c in columns for core in c.core if all(word in head for word in core)), None)


def unnumbered(label: str) -> str:
    """A label's words without its number: 2.其他 and （二）其他 are both 其他."""
    return _NUMBERING.sub("", words(label))
