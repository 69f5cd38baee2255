"""The figures in the layout of another system, to be entered there."""

from django.http import Http404, HttpRequest, HttpResponse

from gongkai.web.reporting.queries import freezing
from gongkai.web.reporting.queries import report as queries
from gongkai.web.reporting.sheets import filled, layouts
from gongkai.web.reporting.views.entrance import readable

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def sheet(request: HttpRequest, pk: int, layout: str) -> HttpResponse:
    """The figures as signed; before that, as they are now."""
    shown = readable(request, pk)
    wanted = layouts().get(layout)
    if wanted is None:
        raise Http404
    state = queries.state_of(shown)
    statement = freezing.frozen_statement(state) or queries.statement_of(shown, state, None)
    data = filled(wanted, statement, shown.body.credit_code)
    answer = HttpResponse(data, content_type=XLSX)
    title = f"{shown.body.code}-{shown.year}-{layout}.xlsx"
    answer["Content-Disposition"] = f'attachment; filename="{title}"'
    return answer
