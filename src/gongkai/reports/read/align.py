"""Which run of figures belongs to which row of the form.

The rows stand in a fixed order, so runs are matched to rows in order, by the words of their
labels; a run without a label takes the place that the order leaves for it. Rows without a run are
missing, runs without a row are extra.
"""

from collections.abc import Sequence
from itertools import pairwise

from gongkai.reports.model.statement import State
from gongkai.reports.read.labels import Labels
from gongkai.reports.read.normal import words
from gongkai.reports.read.runs import Run
from gongkai.reports.read.values import value

NEVER = -1000.0


def aligned(runs: Sequence[Run], labels: Labels, width: int) -> dict[int, int]:
    """Row index → run index, both rising.

    Between two rows that name themselves, as many whole runs as rows are those rows in order;
    elsewhere labels and numbers of figures decide.
    """
    whole = [
        index
        for index, run in enumerate(runs)
        if _whole(run, width) and not labels.strange(run.words)
    ]
    chosen: dict[int, int] = {}
    anchors = [(-1, -1), *_anchors(runs, whole, labels), (len(labels.rows), len(runs))]
    for (row, run), (next_row, next_run) in pairwise(anchors):
        if row >= 0:
            chosen[row] = run
        between = [index for index in whole if run < index < next_run]
        rows = range(row + 1, next_row)
        if len(between) == len(rows):
            chosen.update(zip(rows, between, strict=True))
        else:
            chosen.update(_best(runs[run + 1 : next_run], rows, run + 1, labels, width))
    return chosen


def _whole(run: Run, width: int) -> bool:
    cells = run.shown or len(run.values)
    return cells >= width or run.glued(width)


def _anchors(runs: Sequence[Run], whole: Sequence[int], labels: Labels) -> list[tuple[int, int]]:
    """(row, run) of the runs with a label in their own row of cells that names one row."""
    anchors: list[tuple[int, int]] = []
    for index in whole:
        hits = labels.hits(runs[index].words)
        if runs[index].own and len(hits) == 1:
            anchors.append((hits[0].row, index))
    rising = all(a[0] < b[0] for a, b in pairwise(anchors))
    return anchors if rising else []


def _best(
    runs: Sequence[Run], rows: range, offset: int, labels: Labels, width: int
) -> dict[int, int]:
    """The best assignment of some runs to some rows by labels and numbers of figures."""
    fits = [[_fit(run, row, labels, width) for row in rows] for run in runs]
    skips = [_left_out(run, labels, width) for run in runs]
    best = [[0.0] * (len(rows) + 1) for _ in range(len(runs) + 1)]
    for i in range(1, len(runs) + 1):
        best[i][0] = best[i - 1][0] - skips[i - 1]
    for i in range(1, len(runs) + 1):
        for j in range(1, len(rows) + 1):
            best[i][j] = max(
                best[i - 1][j - 1] + fits[i - 1][j - 1],
                best[i - 1][j] - skips[i - 1],
                best[i][j - 1],
            )
    found = _walked_back(best, fits)
    return {rows[row]: offset + run for row, run in found.items()}


def _walked_back(best: list[list[float]], fits: list[list[float]]) -> dict[int, int]:
    chosen: dict[int, int] = {}
    i, j = len(best) - 1, len(best[0]) - 1
    while i and j:
        if best[i][j] == best[i][j - 1]:
            j -= 1
        elif best[i][j] == best[i - 1][j - 1] + fits[i - 1][j - 1]:
            chosen[j - 1] = i - 1
            i, j = i - 1, j - 1
        else:
            i -= 1
    return chosen


def named(run: Run, row: int, labels: Labels) -> bool:
    """Whether the words before a run name a row, or are the beginning of its label."""
    text = run.words
    if not run.own and (begun := labels.begun(run.label)) is not None:
        return row == begun
    return any(hit.row == row for hit in labels.hits(text)) or (
        len(text) >= 3 and labels.likeness(text, row) >= 0.75
    )


def bare(run: Run) -> bool:
    """A row of cells that holds figures only, its label elsewhere."""
    return run.celled and not run.own


def named_after(run: Run, row: int, labels: Labels) -> bool:
    """Whether the words after a bare run name a row: labels that came out late."""
    return any(hit.row == row for hit in labels.hits(words(run.after)))


def _fit(run: Run, row: int, labels: Labels, width: int) -> float:
    """How well a run suits a row: its label, then how many figures it shows."""
    return _label_fit(run, row, labels) + _count_fit(run, width)


def _label_fit(run: Run, row: int, labels: Labels) -> float:
    text = run.words
    hits = labels.hits(text)
    if not run.own and (begun := labels.begun(run.label)) is not None:
        return 10.0 if row == begun else -6.0
    if bare(run) and not any(hit.row == row for hit in hits) and named_after(run, row, labels):
        return 6.0
    if not text:
        return 1.0
    if any(hit.row == row for hit in hits):
        return 10.0 if hits[-1].row == row else 7.0
    if rows := labels.group(text):
        return 2.0 if row in rows else -2.0
    likeness = labels.likeness(text, row)
    if likeness >= 0.6:
        return 10.0 * likeness - 2.0
    if run.own or (bare(run) and labels.strange(text)):
        return NEVER if hits else -6.0
    return -3.0 if hits else 0.5


def _count_fit(run: Run, width: int) -> float:
    if run.glued(width):
        return 3.0
    count = run.shown or min(width, len(run.values))
    return 3.0 - abs(count - width) * (0.8 if count < width else 2.0)


def _left_out(run: Run, labels: Labels, width: int) -> float:
    """What it costs to take a run for no row of the form."""
    if not run.words and not any(_has_number(shown.text) for shown in run.values):
        return 0.0
    if (run.own or bare(run)) and labels.strange(run.words):
        return 0.5
    if run.shown == width and not labels.strange(run.words):
        return 3.0 * width
    return 1.0 + 0.8 * (width if run.glued(width) else run.shown)


def _has_number(text: str) -> bool:
    return value(text).state not in (State.PLACEHOLDER, State.BLANK)
