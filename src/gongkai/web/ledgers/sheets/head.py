"""Where the head of a table stands, and what each column is called."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gongkai.web.ledgers.sheets.book import Line, shown

LOOKED_AT = 30
DEEPEST = 3
LONGEST_LABEL = 40
BETWEEN = "·"
"""Stands between the parts of a head of several lines: 申请人·姓名."""
BRACKETS = re.compile(r"\([^()]*\)$")
SUMS = re.compile(r"^(?:本页|本月|全年|年度|以上)?(?:合计|总计|小计|累计|共计)[:\d]*")
FEET = re.compile(r"^(?:填表|制表|填报|审核|复核|经办|统计|联系|负责)[人员时日电单期话位]+:")
NOTES = re.compile(r"^(?:注|说明|备注|填表说明):")


@dataclass(frozen=True)
class Head:
    """The lines of the head, first and last, and the label of every column; "" for none."""

    first: int
    last: int
    labels: tuple[str, ...]


def normal(label: str) -> str:
    """A label for comparison: half-width, without blanks, marks, and what stands in brackets.

    The parts of one of several lines are joined: 答复·日期 is 答复日期.
    """
    half = unicodedata.normalize("NFKC", label).upper()
    bare = "".join(half.split())
    return re.sub(r"\W", "", BRACKETS.sub("", bare) or bare)


def find_head(lines: Sequence[Line], known: Iterable[str]) -> Head | None:
    """The head that holds most of the known labels (normal ones); None where nothing is a head.

    A head of several lines is read only if its last line names more columns.
    """
    wanted, best, most = set(known), None, 0
    for index in range(min(len(lines), LOOKED_AT)):
        for depth in range(1, DEEPEST + 1):
            rows = lines[index : index + depth]
            if len(rows) < depth or not all(map(_words_only, rows)):
                break
            labels = _joined(rows)
            score = 10 * sum(1 for label in labels if is_known(label, wanted)) + _tied(rows) - depth
            if score > most and len({label for label in labels if label}) > 1:
                best, most = Head(rows[0].number, rows[-1].number, labels), score
    return best or _first_row_of_words(lines)


def is_known(label: str, wanted: set[str]) -> bool:
    last = label.rsplit(BETWEEN, maxsplit=1)[-1]
    return bool(label) and (normal(label) in wanted or normal(last) in wanted)


def _tied(rows: Sequence[Line]) -> int:
    """2 for each line of which a cell reaches down into the next one: they belong together."""
    return sum(
        2
        for upper, lower in pairwise(rows)
        if any(
            above and above == below
            for above, below in zip(upper.values, lower.values, strict=False)
        )
    )


def _words_only(line: Line) -> bool:
    """Whether it may be part of a head: short words, no figures."""
    cells = [shown(value) for value in line.values if shown(value)]
    return all(isinstance(value, str) for value in line.values if value is not None) and all(
        len(cell) <= LONGEST_LABEL and not cell.isdecimal() for cell in cells
    )


def _joined(rows: Sequence[Line]) -> tuple[str, ...]:
    """The labels of the columns: what stands above a group belongs to each of its columns."""
    width = max(len(row.values) for row in rows)
    table = [[_word(row, column) for column in range(width)] for row in rows]
    for upper, lower in pairwise(table):
        for column in range(1, width):
            if not upper[column] and lower[column]:
                upper[column] = upper[column - 1]
    return _distinct(
        BETWEEN.join(dict.fromkeys(row[column] for row in table if row[column]))
        for column in range(width)
    )


def _word(row: Line, column: int) -> str:
    return "".join(shown(row.values[column]).split()) if column < len(row.values) else ""


def _distinct(labels: Iterable[str]) -> tuple[str, ...]:
    """Each label once: a second 备注 becomes 备注(2)."""
    seen: dict[str, int] = {}
    found = []
    for label in labels:
        seen[label] = seen.get(label, 0) + 1
        found.append(f"{label}({seen[label]})" if label and seen[label] > 1 else label)
    return tuple(found)


def _first_row_of_words(lines: Sequence[Line]) -> Head | None:
    for line in lines[:LOOKED_AT]:
        labels = _joined([line])
        if _words_only(line) and len({label for label in labels if label}) > 1:
            return Head(line.number, line.number, labels)
    return None


def no_record(line: Line, head: Head) -> str:
    """Why a line below the head is none of the table's: a sum, a signature, the head again."""
    words = ["".join(shown(value).split()) for value in line.values]
    filled = [word for word in words if word]
    first = unicodedata.normalize("NFKC", filled[0]) if filled else ""
    if any(SUMS.fullmatch(unicodedata.normalize("NFKC", word)) for word in filled[:3]):
        return "合计行"
    if FEET.match(first) or NOTES.match(first):
        return "填表说明"
    labels = [label.split(BETWEEN)[-1] for label in head.labels]
    same = sum(1 for word, label in zip(words, labels, strict=False) if word and word == label)
    return "重复的表头" if same > 1 and same * 2 > len(filled) else ""
