"""Labels as printed that differ from the form's, for the rules to judge what is harmless.

Numbers, brackets, quotes and blanks never count. Where a label is wrapped around its figures or
cut by other text, it differs only if the form's characters cannot be found there in their order.
"""

from collections.abc import Iterable, Mapping, Sequence

from gongkai.reports.model.statement import Label
from gongkai.reports.read.filling import Filling
from gongkai.reports.read.labels import MARK, Labels, column_of, unnumbered
from gongkai.reports.read.normal import plain, words
from gongkai.reports.read.runs import Run
from gongkai.reports.read.strips import Strip
from gongkai.reports.read.values import is_value
from gongkai.statute.forms import Column, Group, Row

MOST = 60
"""Characters: no label is longer, so longer text is more than a label."""


def compare_rows(rows: Mapping[int, Run], labels: Labels, filling: Filling) -> None:
    """Put the row labels that differ into the filling."""
    for index, run in sorted(rows.items()):
        row = labels.rows[index]
        printed = _own_label(run, labels, index) if run.own else _loose_label(run, row)
        if not printed or len(printed) > MOST or unnumbered(printed) == unnumbered(row.label):
            continue
        filling.labels.append(Label(row.path, printed, row.printed))


def _own_label(run: Run, labels: Labels, index: int) -> str:
    """The last piece of a row's own label, the pieces before it being groups."""
    name = labels.names[index]
    if name in words("".join(run.pieces)):
        return ""
    naming = [p for p in run.pieces if any(h.row == index for h in labels.hits(words(p)))]
    piece = naming[-1] if naming else run.pieces[-1]
    alone = unnumbered(piece)
    if alone in name and len(alone) * 2 < len(name):
        return ""
    if labels.group(words(piece)) and not naming:
        return ""
    return "".join(piece.split())


def _loose_label(run: Run, row: Row) -> str:
    """What stands from the row's number on, the rest of it below the figures included."""
    name = unnumbered(row.label)
    if name in words(run.label):
        return ""
    marks = [m for m in MARK.finditer(run.label) if words(m[0]) == words(row.number)]
    if not marks or not row.number:
        return ""
    start = run.label[marks[-1].start() :]
    following = MARK.search(run.after)
    rest = run.after[: following.start()] if following else run.after[:MOST]
    if in_order(name, words(start + rest)):
        return ""
    whole = start if len(unnumbered(start)) * 4 >= len(name) * 3 else start + rest
    return "".join(whole.split())


def in_order(name: str, text: str) -> bool:
    """Whether a text has the characters of a name in their order, others between."""
    letters = iter(text)
    return all(letter in letters for letter in name)


def compare_groups(
    runs: Iterable[Run], groups: Sequence[Group], rows: Sequence[Row], filling: Filling
) -> None:
    """Group labels in cells of their own: compared with the group of the same number."""
    seen: set[str] = set()
    names = {words(group.label) for group in groups} | {words(row.label) for row in rows}
    for run in runs:
        for piece in run.pieces[:-1]:
            number = MARK.match(plain("".join(piece.split())))
            alone = unnumbered(piece)
            group = next((g for g in groups if number and _alike(g.number, number[0])), None)
            if group is None or group.key in seen or alone in names or len(alone) < 3:
                continue
            if alone in words(group.label):
                continue
            seen.add(group.key)
            at = f"{group.table}.{group.key}"
            form_label = group.number + group.label
            filling.labels.append(Label(at, "".join(piece.split()), form_label))


def _alike(number: str, other: str) -> bool:
    """（三） and (三) are one number, 三、 is another."""
    bracketed = [plain(text).startswith("(") for text in (number, other)]
    return bracketed[0] == bracketed[1] and words(number) == words(other)


def compare_heads(strips: Sequence[Strip], columns: Sequence[Column], filling: Filling) -> None:
    """Column labels in cells of their own; one finding a column."""
    seen: set[str] = set()
    for strip in strips:
        pieces = [p.text for p in strip.pieces] if strip.celled else strip.text.split()
        if any(is_value(piece.strip()) for piece in pieces):
            continue
        for piece in pieces:
            column = column_of(piece, columns)
            printed = "".join(piece.split())
            if column is None or column.key in seen or len(printed) > MOST:
                continue
            if words(printed) == words(column.label) or not _whole(printed, column):
                continue
            seen.add(column.key)
            filling.labels.append(Label(f"{column.table}.*.{column.key}", printed, column.label))


def _whole(printed: str, column: Column) -> bool:
    """Whether a piece is a column's label as a whole, not part of one or several at once."""
    text, label = words(printed), words(column.label)
    if label in text:
        return False
    return len(text) * 4 >= len(label) * 3 and len(text) <= len(label) + 4 and text not in label
