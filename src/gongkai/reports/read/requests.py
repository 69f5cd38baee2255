"""Table two: the runs of figures fitted to the rows of applications."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from gongkai.reports.model.statement import ExtraRow, Number, State
from gongkai.reports.read import glued
from gongkai.reports.read.align import aligned, bare, named, named_after
from gongkai.reports.read.differing import compare_groups, compare_heads, compare_rows, in_order
from gongkai.reports.read.filling import Filling
from gongkai.reports.read.labels import Labels, labels_of
from gongkai.reports.read.normal import words
from gongkai.reports.read.runs import Run, RunReader, Shown
from gongkai.reports.read.strips import Strip
from gongkai.reports.read.values import is_value, value
from gongkai.reports.read.windows import Windows
from gongkai.statute.forms import Column, Row

_ONE_ROW = re.compile(r"六?其他(?:处理)?$")
_HEAD_NOISE = re.compile(r"法人或者?其他组织")


@dataclass(slots=True)
class RequestsTable:
    """Table two while it is read: its rows' runs and what remains open."""

    filling: Filling
    runs: list[Run]
    head: str
    labels: Labels
    rows: dict[int, Run] = field(default_factory=dict)
    candidates: dict[int, list[glued.Split]] = field(default_factory=dict)

    @property
    def separators_lost(self) -> bool:
        """Whether rows come as bare digits; where most are whole, a short row lacks a cell."""
        width = len(self.columns)
        glued_rows = sum(run.glued(width) for run in self.rows.values())
        return glued_rows * 2 > len(self.rows)

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.filling.form.columns_of("requests")


def read_requests(strips: Sequence[Strip], filling: Filling) -> RequestsTable:
    """Fill table two from its strips."""
    labels = labels_of(filling.form, "requests")
    width = len(filling.form.columns_of("requests"))
    reader = RunReader(labels, width)
    for strip in strips:
        reader.read(strip)
    table = RequestsTable(filling, reader.finish(), reader.head, labels)
    chosen = aligned(table.runs, labels, width)
    table.rows = {row: table.runs[run] for row, run in chosen.items()}
    _fill(table)
    compare_rows(table.rows, labels, filling)
    rows, groups = filling.form.rows_of("requests"), filling.form.groups_of("requests")
    compare_groups(table.runs, groups, rows, filling)
    compare_heads(_head_strips(strips, table.runs), table.columns, filling)
    return table


def _head_strips(strips: Sequence[Strip], runs: Sequence[Run]) -> list[Strip]:
    """The strips before the first figures."""
    if not runs:
        return list(strips)
    first = next((i for i, s in enumerate(strips) if s.place == runs[0].place), 0)
    return list(strips[:first])


def _fill(table: RequestsTable) -> None:
    columns = _columns_shown(table)
    lost = table.separators_lost
    windows = Windows([run for _, run in sorted(table.rows.items())], len(columns))
    _extra(table, windows)
    gaps = _unsure(table)
    for index, row in enumerate(table.labels.rows):
        run = table.rows.get(index)
        if run is None:
            _absent(table, index, row)
        elif index in gaps:
            _unplaced(table, row, run)
        else:
            table.filling.places[row.path] = run.place
            if lost and run.shown < len(columns):
                _glued_row(table, index, run.values)
            else:
                _row(table, index, columns, windows.of(run))
    _settle(table)
    _check_placed(table)


def _check_placed(table: RequestsTable) -> None:
    """Figures placed by order alone are proved by the sums; where those fail a note says so."""
    placed = [i for i, run in table.rows.items() if bare(run) and not named(run, i, table.labels)]
    outcomes = {row.key for row in table.filling.form.outcomes}
    rows = {row.key: _known(table, row) for row in table.labels.rows}
    parts = [rows[key] for key in outcomes]
    total = rows["handled_total"]
    if not placed or total is None or None in parts:
        return
    sums = tuple(map(sum, zip(*(part for part in parts if part), strict=True)))
    if sums != total:
        names = "、".join(table.labels.rows[index].label for index in sorted(placed))
        text = f"{names}的数字没有行名，按固定次序补位，纵向合计对不上，请对照原件"
        table.filling.note("ambiguity", "requests", text)


def _columns_shown(table: RequestsTable) -> list[Column]:
    """The columns that the table has: all, unless its head lacks some and its rows agree."""
    head = _HEAD_NOISE.sub("", words(table.head))
    shown = [column for column in table.columns if _in_head(head, column)]
    counts = Counter(run.shown for run in table.rows.values() if run.shown and not run.glued(7))
    if not counts or len(shown) < 4 or len(shown) == len(table.columns):
        return list(table.columns)
    if max(counts) > len(shown) or len(shown) not in counts:
        return list(table.columns)
    for column in table.columns:
        if column not in shown:
            table.filling.mark(f"requests.*.{column.key}", State.MISSING_COLUMN)
            for row in table.labels.rows:
                table.filling.figures[row.cell(column.key)] = None
    return shown


def _in_head(head: str, column: Column) -> bool:
    """Whether a head's text has a column's characters in order: its lines may be mixed."""
    return any(all(in_order(word, head) for word in core) for core in column.core)


def _absent(table: RequestsTable, index: int, row: Row) -> None:
    """No figures for a row: its label alone is there, the form has it as one row, or neither."""
    filling = table.filling
    for cell in row.cells:
        filling.figures[cell] = None
    if row.key in {"other_not_corrected", "other_fee_unpaid"} and _one_row_of_others(table):
        filling.mark(row.path, State.NOT_IN_FORM)
    elif any(hit.row == index for text in _texts(table) for hit in table.labels.hits(text)):
        for cell in row.cells:
            if cell not in filling.cells:
                filling.mark(cell, State.MISSING_CELL)
    else:
        filling.mark(row.path, State.MISSING_ROW)


def _texts(table: RequestsTable) -> list[str]:
    return [
        table.head,
        *(words(run.label) for run in table.runs),
        *(words(r.after) for r in table.runs),
    ]


def _one_row_of_others(table: RequestsTable) -> bool:
    """Whether （六）其他处理 stands as one row, as in the form of 2019."""
    rows = {row.key: index for index, row in enumerate(table.labels.rows)}
    run = table.rows.get(rows["other_other"])
    if run is None:
        return False
    text = words(run.label)
    return (
        bool(_ONE_ROW.search(text))
        and not text.endswith("3其他")
        and ("六" in text or "处理" in text)
    )


def _unsure(table: RequestsTable) -> set[int]:
    """Rows whose runs have no label of theirs and stand in a gap with more rows than runs."""
    unsure: set[int] = set()
    gap: list[int] = []
    late = any(_labelled_late(table, index, run) for index, run in table.rows.items())
    for index in range(len(table.labels.rows) + 1):
        run = table.rows.get(index)
        sure = index == len(table.labels.rows) or (
            run is not None and (run.own or not late) and named(run, index, table.labels)
        )
        if not sure:
            gap.append(index)
            continue
        unsure |= _loose_rows(table, gap)
        gap = []
    return unsure


def _labelled_late(table: RequestsTable, index: int, run: Run) -> bool:
    return (
        bare(run) and not named(run, index, table.labels) and named_after(run, index, table.labels)
    )


def _loose_rows(table: RequestsTable, gap: list[int]) -> set[int]:
    """The rows of a gap that are unsure: those with runs, unless every row has one."""
    with_runs = [index for index in gap if index in table.rows]
    rows = table.labels.rows
    if not with_runs:
        return set()
    placed = {id(run) for run in table.rows.values()}
    chosen = [table.runs.index(table.rows[index]) for index in with_runs]
    between = table.runs[chosen[0] : chosen[-1] + 2]
    spare = [run for run in between if bare(run) and run.shown and id(run) not in placed]
    if len(with_runs) == len(gap) and not spare:
        return set()
    empty = [rows[i].key for i in gap if i not in with_runs]
    if set(empty) == {"other_not_corrected", "other_fee_unpaid"} and _one_row_of_others(table):
        return set()
    texts = [words(text) for run in between for text in (run.label, run.after)]
    named_rows = {hit.row for text in texts for hit in table.labels.hits(text)}
    seen = [index for index in gap if index in named_rows]
    if len(seen) == len(with_runs) and not spare:
        runs = [table.rows.pop(index) for index in with_runs]
        table.rows.update(zip(seen, runs, strict=True))
        return set()
    return set(with_runs)


def _unplaced(table: RequestsTable, row: Row, run: Run) -> None:
    """Figures without a label, more than one row free for them: none is filled."""
    printed = " ".join(shown.text for shown in run.values)
    for cell in row.cells:
        table.filling.figures[cell] = None
        table.filling.mark(cell, State.AMBIGUOUS, printed)
    table.filling.note(
        "ambiguity", row.path, f"这一行数字（{printed}）没有行名，不能确定属于哪一行"
    )


def _row(table: RequestsTable, index: int, columns: list[Column], cells: list[Shown]) -> None:
    row, filling = table.labels.rows[index], table.filling
    for column, cell in zip(columns, cells, strict=False):
        filling.show(row.cell(column.key), cell)
    if len(cells) > len(columns):
        printed = " ".join(cell.text for cell in cells)
        filling.mark(row.path, State.AMBIGUOUS, printed)
        filling.note("layout", row.path, f"这一行有 {len(cells)} 格，比表头的 {len(columns)} 列多")
    elif len(cells) < len(columns):
        for column in columns[len(cells) :]:
            filling.figures[row.cell(column.key)] = None
            filling.mark(row.cell(column.key), State.MISSING_CELL)
        filling.mark(row.path, State.AMBIGUOUS)


def _glued_row(table: RequestsTable, index: int, cells: list[Shown]) -> None:
    row, width = table.labels.rows[index], len(table.columns)
    chunks = [cell.text for cell in cells]
    digits = "".join(c for chunk in chunks for c in chunk if c.isdigit())
    shown = Shown(" ".join(chunks), cells[0].place)
    if len(digits) == width and all(chunk.isdigit() for chunk in chunks):
        for cell, digit in zip(row.cells, digits, strict=True):
            table.filling.show(cell, Shown(digit, shown.place))
        return
    found = glued.summing(chunks, 1, width) if len(digits) > width else []
    if len(found) == 1:
        for cell, number in zip(row.cells, found[0], strict=True):
            table.filling.solve(cell, number, shown)
        return
    if found:
        table.candidates[index] = found
    for cell in row.cells:
        table.filling.open(cell, shown, tuple(found))


def _settle(table: RequestsTable) -> None:
    """Choose among the splits that row sums leave by the sums down the columns."""
    if not table.candidates:
        return
    good = _good_splits(table)
    for index, found in table.candidates.items():
        left = [found[k] for k in sorted(good.get(index, set()))] or found
        _narrowed(table, index, found, left)


def _good_splits(table: RequestsTable) -> dict[int, set[int]]:
    rows = table.labels.rows
    choices: list[list[glued.Split]] = []
    for index, row in enumerate(rows):
        known = _known(table, row)
        choices.append(table.candidates.get(index) or ([known] if known is not None else []))
    keys = [row.key for row in rows]
    outcomes = {row.key for row in table.filling.form.outcomes}
    sums = [
        {"received": 1, "carried_in": 1, "handled_total": -1, "carried_out": -1},
        {**dict.fromkeys(outcomes, 1), "handled_total": -1},
    ]
    signs = [[sides.get(key, 0) for key in keys] for sides in sums]
    usable = [s for s in signs if all(c or not f for c, f in zip(choices, s, strict=True))]
    if not usable:
        return {}
    filled = [choice or [(0,) * len(table.columns)] for choice in choices]
    return dict(enumerate(glued.consistent(filled, usable, len(table.columns))))


def _known(table: RequestsTable, row: Row) -> glued.Split | None:
    """The row's figures where all are whole numbers; blanks count as 0."""
    numbers = []
    for cell in row.cells:
        number = table.filling.figures.get(cell)
        state = table.filling.cells.get(cell)
        row_state = table.filling.cells.get(row.path)
        blank = state is not None and state.state in (State.BLANK, State.PLACEHOLDER)
        absent = row_state is not None and row_state.state is State.NOT_IN_FORM
        if number is None and (blank or absent):
            number = 0
        if not isinstance(number, int):
            return None
        numbers.append(number)
    return tuple(numbers)


def _narrowed(
    table: RequestsTable, index: int, found: list[glued.Split], left: list[glued.Split]
) -> None:
    """Fill the cells on which all remaining splits agree; name the columns that decided."""
    row, filling = table.labels.rows[index], table.filling
    for position, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True)):
        shown = Shown(filling.cells[cell].printed or "", filling.places[cell])
        numbers = {split[position] for split in left}
        if len(numbers) > 1:
            filling.open(cell, shown, tuple(left))
            continue
        filling.solve(cell, numbers.pop(), shown)
        if len({split[position] for split in found}) > 1:
            filling.mark(f"requests.*.{column.key}", State.SOLVED)
    if len(left) > 1:
        filling.note("ambiguity", row.path, f"连写的数字有 {len(left)} 种分法都成立，未能确定")


def _extra(table: RequestsTable, windows: Windows) -> None:
    """Rows with a label of their own that is none of the form's."""
    taken = {id(run) for run in table.rows.values()}
    for run in table.runs:
        if id(run) in taken or not table.labels.strange(run.words) or run.shown < 2:
            continue
        if not run.own and run.shown != len(table.columns):
            continue
        values: tuple[Number | str | None, ...] = tuple(
            value(s.text, "amount").number if is_value(s.text) else (s.text or None)
            for s in windows.of(run)
        )
        table.filling.extra_rows.append(ExtraRow("requests", " ".join(run.label.split()), values))
