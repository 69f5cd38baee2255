"""From a figure to its records: the list behind a cell, as a page and as a file."""

import csv
import io

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from gongkai.reports.model.statement import Number
from gongkai.statute.forms import Form, form_in_force
from gongkai.web.reporting.binding import named
from gongkai.web.reporting.figures import derived
from gongkai.web.reporting.models.archive import Shelved
from gongkai.web.reporting.models.report import Report
from gongkai.web.reporting.queries import consolidation, counting, freezing
from gongkai.web.reporting.queries import report as queries
from gongkai.web.reporting.record import Stage, State
from gongkai.web.reporting.views.entrance import readable
from gongkai.web.requests.export import write_xlsx

COLUMNS = ("编号", "名称", "类别", "日期", "来源")
FORMULA = ("=", "+", "-", "@", "\t")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def cell(request: HttpRequest, pk: int, cell: str) -> HttpResponse:
    """The records behind one cell, the figures added by hand, what has changed since."""
    shown = readable(request, pk)
    form = _form_with(shown, cell)
    state = queries.state_of(shown)
    found = counting.records(shown.body, shown.year, form, cell)
    own = _own_cells(form, cell)
    added = [each for each in state.supplements if each.cell in own]
    figures = queries.figures_of(shown, state, form)
    signed = freezing.frozen_statement(state)
    facts = {
        "report": shown,
        "cell": cell,
        "name": named(form, cell),
        "value": figures[cell],
        "counted": len(found),
        "countable": cell in counting.counted_here(form),
        "supplements": added,
        "parts": _parts(shown, state, cell),
        "page": Paginator(found, 50).get_page(request.GET.get("page")),
        "signed": signed.figure(cell) if signed and state.stage is not Stage.DRAFTING else None,
    }
    return render(request, "reporting/cell.html", facts)


def cell_file(request: HttpRequest, pk: int, cell: str, to: str) -> HttpResponse:
    """The same list as a spreadsheet or CSV."""
    shown = readable(request, pk)
    form = _form_with(shown, cell)
    names = {source.key: source.zh for source in counting.SOURCES}
    rows = [
        (each.number, each.title, each.kind, each.on, names[each.source])
        for each in counting.records(shown.body, shown.year, form, cell)
    ]
    if to == "xlsx":
        out = io.BytesIO()
        write_xlsx(out, "清单", COLUMNS, rows)
        answer = HttpResponse(out.getvalue(), content_type=XLSX)
    elif to == "csv":
        answer = HttpResponse(_csv(rows), content_type="text/csv; charset=utf-8")
    else:
        raise Http404
    answer["Content-Disposition"] = f'attachment; filename="{shown.body.code}-{cell}.{to}"'
    return answer


def changes(request: HttpRequest, pk: int) -> HttpResponse:
    """What has changed in the records since the figures were frozen."""
    shown = readable(request, pk)
    state = queries.state_of(shown)
    snapshot = freezing.newest(shown)
    form = form_in_force(shown.year)
    found = freezing.changes(shown, snapshot) if snapshot else []
    now = queries.figures_of(shown, state, form)
    facts = {
        "report": shown,
        "snapshot": snapshot,
        "intact": freezing.intact(snapshot) if snapshot else None,
        "figures": [
            (named(form, path), then, today, path)
            for path, then, today in freezing.changed_figures(state, now)
        ],
        "page": Paginator(found, 50).get_page(request.GET.get("page")),
        "names": {each.cell: named(form, each.cell) for each in found},
    }
    return render(request, "reporting/changes.html", facts)


def _form_with(shown: Report, cell: str) -> Form:
    form = form_in_force(shown.year)
    if cell not in form.cells:
        raise Http404
    return form


def _parts(shown: Report, state: State, cell: str) -> list[tuple[Shelved, Number]]:
    """What each body gave to a cell of an area's report, as it stands published now."""
    if not state.members:
        return []
    found = consolidation.consolidated(shown.body, shown.year).parts(cell)
    return [(body, value) for body, value in found if value]


def _own_cells(form: Form, cell: str) -> set[str]:
    """The cells with figures of their own that a cell is made of."""
    sums = derived(form)
    if cell not in sums:
        return {cell}
    return {own for part in sums[cell] for own in _own_cells(form, part)}


def _csv(rows: list[tuple]) -> bytes:
    """With a byte-order mark, as office software wants it; no cell is taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for row in rows:
        cells = ["" if value is None else str(value) for value in row]
        writer.writerow(f"'{text}" if text.startswith(FORMULA) else text for text in cells)
    return out.getvalue().encode("utf-8-sig")
