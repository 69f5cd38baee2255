"""The area's report: added up from its bodies, every figure opened down to body and record."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from gongkai.reports.compare.figures import row_label
from gongkai.reports.write.layout.tables import tables
from gongkai.reports.write.registry import TRACES, export_trace
from gongkai.web.agencies.models import Body
from gongkai.web.agencies.permissions import demand
from gongkai.web.reporting import permissions
from gongkai.web.reporting.acts import consolidation as acts
from gongkai.web.reporting.models.report import Report
from gongkai.web.reporting.queries import consolidation as queries
from gongkai.web.reporting.queries.report import due
from gongkai.web.reporting.record import NotProvidedForError
from gongkai.web.ui import clock

MEDIA = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def consolidation(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """The sums of an area's year, and who is missing."""
    area = _area(request, code)
    found = queries.consolidated(area, year)
    facts = {
        "area": area,
        "year": year,
        "found": found,
        "tables": tables(found.statement),
        "points": queries.points_of(area, year),
        "due": due(area, year),
        "today": clock.today(),
        "report": Report.objects.filter(body=area, year=year).first(),
        "formats": list(TRACES),
    }
    return render(request, "reporting/consolidation.html", facts)


def cell(request: HttpRequest, code: str, year: int, path: str) -> HttpResponse:
    """One figure of the area: what each body gave to it."""
    area = _area(request, code)
    found = queries.consolidated(area, year)
    own = found.statement.form
    if own is None or path not in own.cells:
        raise Http404
    row = next(row for row in own.rows if path in row.cells)
    column = own.column(row.table, row.columns[row.cells.index(path)])
    facts = {
        "area": area,
        "year": year,
        "path": path,
        "name": f"{row_label(own, row)} {column.label}".strip(),
        "sum": found.statement.figure(path),
        "parts": [(each, value) for each, value in found.parts(path) if value != 0],
        "zeros": sum(value == 0 for _, value in found.parts(path)),
        "reports": {
            report.body_id: report
            for report in Report.objects.filter(year=year, body__path__startswith=area.path)
        },
    }
    return render(request, "reporting/consolidation_cell.html", facts)


def trace(request: HttpRequest, code: str, year: int, to: str) -> HttpResponse:
    """Every figure of every body that went into the sums, as a file."""
    area = _area(request, code)
    if to not in TRACES:
        raise Http404
    data = export_trace(queries.consolidated(area, year).made, to)
    name = f"{area.short_name}{year}年度报告汇总来源.{to}"
    headers = {"Content-Disposition": content_disposition_header(True, name) or ""}
    return HttpResponse(data, content_type=MEDIA[to], headers=headers)


@require_POST
def gather(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """Put the sums and the bodies' points into the draft of the area's own report."""
    area = _area(request, code)
    try:
        report = acts.gather(request.actor, area=area, year=year)
    except NotProvidedForError as refusal:
        messages.error(request, str(refusal))
        return redirect("reporting:consolidation", code, year)
    messages.success(request, "各单位的数据和要点已经写入汇总报告的草稿。")
    return redirect("reporting:report", report.pk)


def _area(request: HttpRequest, code: str) -> Body:
    area = get_object_or_404(Body, code=code, kind=Body.Kind.GOVERNMENT)
    demand(permissions.may_receive, request.standing, area)
    return area
