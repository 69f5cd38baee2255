"""The trace of a consolidation: which body gave which figure to which cell."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from itertools import groupby

from gongkai.reports.compare.figures import row_label
from gongkai.reports.consolidate.sums import Consolidation, body_name
from gongkai.reports.model.statement import Number
from gongkai.statute.forms import form

HEAD = ("at", "row", "column", "body", "file", "value", "state", "sum")
"""The fields of a part, in order."""

GIVEN = ("body", "file", "value", "state")
"""What a part says of its body."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one body gave to one cell, and what the cell came to."""

    at: str
    row: str
    column: str
    body: str
    file: str
    value: Number | None
    state: str | None
    sum: Number | None


def trace(consolidation: Consolidation) -> Iterator[Part]:
    """Every part of every cell, cell by cell, the bodies in their order."""
    own = form(consolidation.form_id)
    bodies = consolidation.bodies
    names = [body_name(body, n) for n, body in enumerate(bodies, 1)]
    files = [body.source.file if body.source else "" for body in bodies]
    for row in own.rows:
        label = row_label(own, row)
        for key, cell in zip(row.columns, row.cells, strict=True):
            column = own.column(row.table, key).label
            total = consolidation.statement.figure(cell)
            for index, value in enumerate(consolidation.parts[cell]):
                state = bodies[index].state(cell) if value is None else None
                yield Part(cell, label, column, names[index], files[index], value, state, total)


def as_json(consolidation: Consolidation) -> bytes:
    """Cell → its sum and its parts: a list of body, file, value and state."""
    found = {
        at: {
            "sum": consolidation.statement.figure(at),
            "parts": [{name: getattr(part, name) for name in GIVEN} for part in parts],
        }
        for at, parts in groupby(trace(consolidation), lambda part: part.at)
    }
    return json.dumps(found, ensure_ascii=False, indent=1).encode()


def as_csv(consolidation: Consolidation) -> bytes:
    """One line a part; with a byte-order mark, so that spreadsheets read the Chinese."""
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow(HEAD)
    lines.writerows(map(astuple, trace(consolidation)))
    return text.getvalue().encode("utf-8-sig")
