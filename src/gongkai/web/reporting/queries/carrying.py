"""What was carried in against what last year's report carried out, and who makes the difference."""

import json
import zlib
from dataclasses import dataclass

from gongkai.reports.model.statement import Statement
from gongkai.statute.forms import form_in_force
from gongkai.web.reporting.models.frozen import Snapshot
from gongkai.web.reporting.models.report import Report
from gongkai.web.reporting.queries import counting
from gongkai.web.reporting.queries.counting import Frozen
from gongkai.web.reporting.record import Carrying, State
from gongkai.web.requests.models.case import Request

IN, OUT = "requests.carried_in", "requests.carried_out"


@dataclass(frozen=True)
class Column:
    """One column where the two years do not meet.

    `came`: applications carried in now that last year's report did not carry out; `went`: those
    it carried out that are not carried in. Where last year's report has no records kept, `came`
    are all that are carried in, for a person to choose from.
    """

    key: str
    label: str
    before: int
    now: int
    came: tuple[str, ...]
    went: tuple[str, ...]

    @property
    def difference(self) -> int:
        return self.now - self.before


def carried(report: Report, statement: Statement, earlier: list[Statement]) -> list[Column]:
    """The columns that differ; none without last year's report."""
    last = next((each for each in earlier if each.year == report.year - 1), None)
    form = statement.form
    if last is None or form is None:
        return []
    kept = _kept(report)
    found = []
    for column in form.columns_of("requests"):
        before, now = last.figure(f"{OUT}.{column.key}"), statement.figure(f"{IN}.{column.key}")
        if before is None or now is None or before == now or column.key == "total":
            continue
        came, went = _records(report, column.key, kept)
        found.append(Column(column.key, column.label, int(before), int(now), came, went))
    return found


def settled(state: State, columns: list[Column]) -> dict[str, Carrying]:
    """The columns on which a word was given that still holds; the total, once all others have."""
    found = {
        each.key: said
        for each in columns
        if (said := state.carrying.get(each.key)) and said.difference == each.difference
    }
    if columns and len(found) == len(columns):
        found["total"] = next(iter(found.values()))
    return found


def _kept(report: Report) -> Frozen | None:
    """The records behind last year's report, if it was made here."""
    found = Snapshot.objects.filter(report__body=report.body, report__year=report.year - 1)
    last = found.filter(report__published_on__isnull=False).order_by("-entry").first()
    return unpacked(last) if last else None


def unpacked(snapshot: Snapshot) -> Frozen:
    """The records of a snapshot, by cell."""
    kept: Frozen = json.loads(zlib.decompress(bytes(snapshot.content)))
    return kept


def _records(
    report: Report, column: str, kept: Frozen | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Numbers of the applications that came in between, and of those that went."""
    form = form_in_force(report.year)
    now = counting.records(report.body, report.year, form, f"{IN}.{column}")
    then = {row[1] for row in (kept or {}).get(f"{OUT}.{column}", ())}
    came = tuple(each.number for each in now if each.pk not in then)
    gone = then - {each.pk for each in now}
    went = Request.objects.filter(pk__in=gone).order_by("number").values_list("number", flat=True)
    return came, tuple(went)
