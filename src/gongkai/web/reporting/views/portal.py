"""Published reports, for everybody."""

import io

from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render

from gongkai.reports.model.exchange import to_json
from gongkai.web.agencies.models import Body
from gongkai.web.audit.kept import kept
from gongkai.web.reporting.models.archive import Shelved
from gongkai.web.reporting.queries import report as queries
from gongkai.web.reporting.shown import printed


@login_not_required
@kept
def public_list(request: HttpRequest, code: str) -> HttpResponse:
    """The published reports of a body: with those of the archive, where it has any."""
    archived = Shelved.objects.filter(filer__code=code)
    if archived.exclude(origin__startswith=queries.SUBJECT).exists():
        return redirect("reporting:filer", code)
    body = get_object_or_404(Body, code=code)
    facts = {"body": body, "reports": queries.published(body)}
    return render(request, "reporting/public_list.html", facts)


@login_not_required
@kept
def public_report(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """One published report; one that was read from a file stands in the archive."""
    archived = Shelved.objects.filter(filer__code=code, year=year)
    if archived.exclude(origin__startswith=queries.SUBJECT).exists():
        return redirect("reporting:shelved", code, year)
    shown = get_object_or_404(queries.published(), body__code=code, year=year)
    state = queries.state_of(shown)
    statement = queries.public_statement(shown)
    facts = {
        "report": shown,
        "state": state,
        "statement": statement,
        **printed(statement),
    }
    return render(request, "reporting/public_report.html", facts)


@login_not_required
def public_file(request: HttpRequest, code: str, year: int, to: str) -> HttpResponse:
    """One published report as a file to keep or print."""
    del request
    if to not in queries.DOWNLOADS:
        raise Http404
    shown = get_object_or_404(queries.published(), body__code=code, year=year)
    name = f"{shown.body.name}{year}年政府信息公开工作年度报告.{to}"
    data = queries.download(shown, to)
    return FileResponse(io.BytesIO(data), as_attachment=True, filename=name)


@login_not_required
def public_data(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """One published report as data, in the schema `gongkai/statement/1`."""
    del request
    shown = get_object_or_404(queries.published(), body__code=code, year=year)
    data = to_json(queries.public_statement(shown))
    return JsonResponse(data, json_dumps_params={"ensure_ascii": False, "indent": 1})
