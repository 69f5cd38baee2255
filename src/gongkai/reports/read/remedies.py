"""Table three: one row of fifteen figures, taken in their order; its heads are often misdrawn."""

from collections.abc import Sequence

from gongkai.reports.model.statement import State
from gongkai.reports.read import glued
from gongkai.reports.read.filling import Filling
from gongkai.reports.read.runs import Shown
from gongkai.reports.read.strips import Strip
from gongkai.reports.read.tokens import tokens
from gongkai.reports.read.values import is_value

SEPARATED = 9
"""So many chunks: the separators are there."""


def read_remedies(strips: Sequence[Strip], filling: Filling) -> list[Shown]:
    """Fill table three from its strips; the cells as printed."""
    rows = filling.form.rows_of("remedies")
    paths = [cell for row in rows for cell in row.cells]
    cells = _cells(strips, len(paths))
    for path in paths:
        filling.figures[path] = None
    if len(cells) < SEPARATED and _digits(cells) >= len(paths):
        _glued(paths, len(rows), cells, filling)
        return cells
    for path, cell in zip(paths, cells, strict=False):
        filling.show(path, cell)
    if len(cells) < len(paths):
        for path in paths[len(cells) :]:
            filling.mark(path, State.MISSING_CELL)
    if len(cells) != len(paths):
        for row in rows:
            filling.mark(row.path, State.AMBIGUOUS)
        filling.note("layout", "remedies", f"表中应有 {len(paths)} 格，读到 {len(cells)} 格")
    return cells


def _cells(strips: Sequence[Strip], width: int) -> list[Shown]:
    """The figures: the row of cells that has most of them, else all that stand in the text."""
    best: list[Shown] = []
    loose: list[Shown] = []
    for strip in strips:
        found = _of_row(strip, width) if strip.celled else _of_line(strip)
        if (strip.celled and sum(not s.blank for s in found) > sum(not s.blank for s in best)) or (
            strip.celled and not best and len(found) >= width
        ):
            best = found
        loose.extend(s for s in found if not s.blank)
    return best if len(best) >= len(loose) or len(best) == width else loose


def _of_row(strip: Strip, width: int) -> list[Shown]:
    """The cells of a row without words; of more than the form's, blanks fall away."""
    pieces = list(strip.pieces)
    while pieces and pieces[0].text.strip() and not is_value(pieces[0].text.strip()):
        pieces.pop(0)
    if not pieces or any(p.text.strip() and not _figures(p.text) for p in pieces):
        return []
    cells: list[Shown] = []
    for piece in pieces:
        parts = piece.text.split() or [""]
        cells.extend(Shown(part, piece.place, piece.column) for part in parts)
    figures = [cell for cell in cells if not cell.blank]
    if len(figures) >= width:
        return figures
    while len(cells) > width and cells[-1].blank:
        cells.pop()
    return cells if figures or len(cells) == width else []


def _digits(cells: list[Shown]) -> int:
    return sum(c.isdigit() for cell in cells for c in cell.text)


def _figures(text: str) -> bool:
    return all(is_value(part) for part in text.split())


def _of_line(strip: Strip) -> list[Shown]:
    return [
        Shown(token.text, strip.place, glued=token.glued)
        for token in tokens(strip.text)
        if token.figure
    ]


def _glued(paths: list[str], blocks: int, cells: list[Shown], filling: Filling) -> None:
    chunks = [cell.text for cell in cells]
    digits = "".join(c for chunk in chunks for c in chunk if c.isdigit())
    shown = Shown(" ".join(chunks), cells[0].place)
    if len(digits) == len(paths) and all(chunk.isdigit() for chunk in chunks):
        for path, digit in zip(paths, digits, strict=True):
            filling.show(path, Shown(digit, shown.place))
        return
    width = len(paths) // blocks
    found = glued.summing(chunks, blocks, width) if len(digits) > len(paths) else []
    for position, path in enumerate(paths):
        numbers = {split[position] for split in found}
        start = position // width * width
        if len(numbers) == 1:
            filling.solve(path, numbers.pop(), shown)
        else:
            own = tuple(dict.fromkeys(split[start : start + width] for split in found))
            filling.open(path, shown, own)
    if len(found) != 1:
        filling.note("ambiguity", "remedies", f"连写的数字有 {len(found)} 种分法，未能确定")
