"""The report on paper before it is published, and its figures in the layout of another system."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from gongkai.reports.model.statement import Statement
from gongkai.reports.write.registry import Rendering, render
from gongkai.web.reporting.models.report import Report
from gongkai.web.reporting.queries import freezing
from gongkai.web.reporting.queries import report as queries
from gongkai.web.reporting.record import Stage
from gongkai.web.reporting.sheets import filled, layouts
from gongkai.web.reporting.views.entrance import readable

OFFICE = "application/vnd.openxmlformats-officedocument"
XLSX = f"{OFFICE}.spreadsheetml.sheet"
PAPER: dict[Rendering, str] = {
    "docx": f"{OFFICE}.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": XLSX,
}
"""What is taken along before it is published: format → media type."""


def printout(request: HttpRequest, pk: int, to: Rendering) -> HttpResponse:
    """The report as it stands, in the layout in which it will be published."""
    if to not in PAPER:
        raise Http404
    shown = readable(request, pk)
    statement = _as_it_stands(shown)
    name = f"{statement.title}（{Stage(shown.stage).zh}）.{to}"
    headers = {"Content-Disposition": content_disposition_header(True, name) or ""}
    return HttpResponse(render(statement, to), content_type=PAPER[to], headers=headers)


def sheet(request: HttpRequest, pk: int, layout: str) -> HttpResponse:
    """The figures as signed; before that, as they are now."""
    shown = readable(request, pk)
    wanted = layouts().get(layout)
    if wanted is None:
        raise Http404
    data = filled(wanted, _as_it_stands(shown), shown.body.credit_code)
    answer = HttpResponse(data, content_type=XLSX)
    title = f"{shown.body.code}-{shown.year}-{layout}.xlsx"
    answer["Content-Disposition"] = f'attachment; filename="{title}"'
    return answer


def _as_it_stands(shown: Report) -> Statement:
    """As signed; before that, as it is now."""
    state = queries.state_of(shown)
    return freezing.frozen_statement(state) or queries.statement_of(shown, state, None)
