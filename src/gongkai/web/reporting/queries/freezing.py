"""What a version was frozen with, and what of it has changed in the records since."""

import hashlib
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from gongkai.reports.model.exchange import from_json
from gongkai.reports.model.statement import Number, Statement
from gongkai.statute.forms import Form, form_in_force
from gongkai.web.reporting.figures import derived
from gongkai.web.reporting.models.frozen import Snapshot
from gongkai.web.reporting.models.report import Report
from gongkai.web.reporting.queries import counting
from gongkai.web.reporting.queries.carrying import unpacked
from gongkai.web.reporting.queries.counting import Frozen
from gongkai.web.reporting.record import State

QUICK = 1
"""Level of packing: ids and hashes hardly become smaller with more work."""


@dataclass(frozen=True)
class Packed:
    """The records of a version, ready to be kept."""

    content: bytes
    sha256: str
    count: int


@dataclass(frozen=True)
class Change:
    """A record that a frozen cell counted and now does not, or the other way, or otherwise."""

    cell: str
    source: str
    pk: int
    what: str


def packed(report: Report, figures: Mapping[str, Number]) -> Packed:
    """The records behind the figures, as they are now."""
    kept = counting.frozen(report.body, report.year, form_in_force(report.year), figures)
    text = json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    count = sum(len(rows) for rows in kept.values())
    return Packed(zlib.compress(text, QUICK), hashlib.sha256(text).hexdigest(), count)


def newest(report: Report) -> Snapshot | None:
    return report.snapshots.order_by("-entry").first()


def intact(snapshot: Snapshot) -> bool:
    """Whether what is kept is what was frozen."""
    return hashlib.sha256(zlib.decompress(bytes(snapshot.content))).hexdigest() == snapshot.sha256


def frozen_statement(state: State) -> Statement | None:
    return from_json(state.frozen) if state.frozen else None


def changed_figures(
    state: State, now: Mapping[str, Number]
) -> list[tuple[str, Number | None, Number]]:
    """Cells whose figure would be another one today: cell, as signed, as of now."""
    signed = frozen_statement(state)
    if signed is None:
        return []
    then = {cell: signed.figure(cell) for cell in now}
    return [(cell, then[cell], now[cell]) for cell in now if then[cell] != now[cell]]


def changes(report: Report, snapshot: Snapshot) -> list[Change]:
    """The records that were counted then and not now, now and not then, or have changed."""
    form = form_in_force(report.year)
    now = counting.counted(report.body, report.year, form)
    then, today = unpacked(snapshot), counting.frozen(report.body, report.year, form, now)
    sums = derived(form)
    cells = [cell for cell in form.cells if cell not in sums and (cell in then or cell in today)]
    return [change for cell in cells for change in _changes(cell, then, today)]


def _changes(cell: str, then: Frozen, today: Frozen) -> list[Change]:
    before = {(row[0], row[1]): row[2] for row in then.get(cell, ())}
    after = {(row[0], row[1]): row[2] for row in today.get(cell, ())}
    found = []
    for key in sorted(before.keys() | after.keys()):
        if key not in after:
            found.append(Change(cell, *key, "签发时统计在内，现在不在"))
        elif key not in before:
            found.append(Change(cell, *key, "签发后新增"))
        elif before[key] != after[key]:
            found.append(Change(cell, *key, "签发后内容有变化"))
    return found


def frozen_ids(snapshot: Snapshot, form: Form, cell: str) -> list[tuple[str, int]]:
    """Source and id of the records that a frozen cell counts; a sum has those of its parts."""
    kept, sums = unpacked(snapshot), derived(form)

    def own(path: str) -> list[str]:
        return [each for part in sums[path] for each in own(part)] if path in sums else [path]

    return [(row[0], row[1]) for path in own(cell) for row in kept.get(path, ())]
