"""Table one: each row told by its label alone, for its parts may stand in any order."""

import re
from collections.abc import Sequence

from gongkai.reports.model.statement import ExtraRow, Number, State
from gongkai.reports.read import glued
from gongkai.reports.read.differing import compare_heads, compare_rows
from gongkai.reports.read.filling import Filling
from gongkai.reports.read.labels import labels_of
from gongkai.reports.read.normal import plain, squeezed, words
from gongkai.reports.read.runs import Run, RunReader, Shown
from gongkai.reports.read.strips import Strip
from gongkai.reports.read.values import is_value, value
from gongkai.statute.forms import Column, Row

_UNIT = re.compile(r"收费金额\(?(?:单位)?[:：]?\s*([^()（）]*?元)")
_AMOUNT_UNIT = re.compile(r"总金额\(?(?:单位)?[:：]?\s*(万?元)")
_SIGNED = re.compile(r"[+-]?\d+(?:\.\d+)?")


def read_proactive(strips: Sequence[Strip], filling: Filling) -> list[Run]:
    """Fill table one from its strips."""
    labels = labels_of(filling.form, filling.form.proactive_table)
    reader = RunReader(labels, 3)
    for strip in strips:
        reader.read(strip)
    runs = reader.finish()
    rows: dict[int, Run] = {}
    for run in runs:
        hits = labels.hits(run.words)
        if hits:
            best = rows.get(hits[-1].row)
            if best is None or not best.shown:
                rows[hits[-1].row] = run
        elif run.words and run.shown:
            _extra(run, filling)
    text = "".join(strip.text for strip in strips)
    if unit := _UNIT.search(squeezed(text)):
        filling.fees_unit = unit[1]
    if filling.amount_unit is None and (unit := _AMOUNT_UNIT.search(squeezed(text))):
        filling.amount_unit = "元" if unit[1] == "元" else "万元"
    lost = any(_separators_lost(run, labels.rows[index]) for index, run in rows.items())
    for index, row in enumerate(labels.rows):
        _row(row, rows.get(index), filling, text, lost)
    compare_rows(rows, labels, filling)
    compare_heads(strips, filling.form.columns_of(filling.form.proactive_table), filling)
    return runs


def _row(row: Row, run: Run | None, filling: Filling, text: str, lost: bool) -> None:
    for cell in row.cells:
        filling.figures[cell] = None
    if run is None:
        if words(row.label) in words(text):
            for cell in row.cells:
                filling.mark(cell, State.MISSING_CELL)
        else:
            filling.mark(row.path, State.MISSING_ROW)
        return
    filling.places[row.path] = run.place
    columns = _columns(row, filling, text, run)
    cells = _cells(run, len(columns))
    if lost and not run.celled and len(cells) < len(columns):
        _glued(row, cells, filling)
        return
    for column, shown in zip(columns, cells, strict=False):
        filling.show(row.cell(column.key), shown)
    if len(cells) < len(columns):
        for column in columns[len(cells) :]:
            filling.mark(row.cell(column.key), State.MISSING_CELL)
        filling.mark(row.path, State.AMBIGUOUS)


def _separators_lost(run: Run, row: Row) -> bool:
    """Digits stand against the label, or begin with zeros: they are several figures."""
    if not run.glued(len(row.columns)) or len(row.columns) == 1:
        return False
    return any(v.glued or (v.text[0] == "0" and v.text.isdigit()) for v in run.values)


def _columns(row: Row, filling: Filling, text: str, run: Run) -> list[Column]:
    """The row's columns; those that the head lacks are missing where the row is short as well."""
    form = filling.form
    columns = [form.column(row.table, key) for key in row.columns]
    head = words(text)
    shown = [c for c in columns if any(all(w in head for w in core) for core in c.core)]
    if 0 < len(shown) < len(columns) and run.shown == len(shown) and not run.glued(2):
        for column in columns:
            if column not in shown:
                filling.mark(f"{row.table}.*.{column.key}", State.MISSING_COLUMN)
        return shown
    return columns


def _cells(run: Run, width: int) -> list[Shown]:
    """The row's cells: blanks that merged cells leave fall away."""
    figures = [cell for cell in run.values if not cell.blank]
    if not run.celled or len(figures) >= width:
        return figures[:width]
    return run.values[:width]


def _glued(row: Row, cells: list[Shown], filling: Filling) -> None:
    """No sum holds for these rows: only a split without alternative is one."""
    shown = Shown("".join(cell.text for cell in cells), cells[0].place)
    found = _splits([plain(cell.text) for cell in cells], len(row.columns))
    for position, cell in enumerate(row.cells):
        numbers = {split[position] for split in found}
        if len(numbers) == 1:
            filling.figures[cell] = numbers.pop()
            filling.places[cell] = shown.place
        else:
            filling.open(cell, shown, tuple(found))
    if len(found) != 1:
        filling.note(
            "ambiguity", row.path, f"连写的数字“{shown.text}”有 {len(found)} 种分法，未能确定"
        )


def _splits(chunks: list[str], parts: int) -> list[tuple[Number, ...]]:
    """The ways to cut digits into numbers; a sign begins a number, decimals end the last."""
    pieces = [piece for chunk in chunks for piece in _SIGNED.findall(chunk)]
    decimals = ""
    if pieces and "." in pieces[-1]:
        whole, _, decimals = pieces[-1].partition(".")
        pieces[-1] = whole
    whole_splits = glued.splits(pieces, parts)
    signed = [piece for piece in pieces if piece[0] in "+-"]
    if len(signed) > 1 or (signed and len(pieces) != 2):
        return []
    found: list[tuple[Number, ...]] = []
    for split in whole_splits:
        numbers: list[Number] = list(split)
        if signed and signed[0][0] == "-":
            numbers[1] = -numbers[1]
        if decimals:
            numbers[-1] = float(f"{numbers[-1]}.{decimals}")
        found.append(tuple(numbers))
    if signed:
        first = int(pieces[0])
        found = [split for split in found if split[0] == first]
    return found


def _extra(run: Run, filling: Filling) -> None:
    label = "".join(run.label.split())
    values: tuple[Number | str | None, ...] = tuple(
        value(s.text, "amount").number if is_value(s.text) else (s.text or None) for s in run.values
    )
    filling.extra_rows.append(ExtraRow("proactive", label, values))
