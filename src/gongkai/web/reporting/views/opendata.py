"""Open data: every published statement at a stable address, all of them in one file."""

import io
from importlib.util import find_spec
from typing import cast

from django.contrib.auth.decorators import login_not_required
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from gongkai.reports.model.exchange import to_json
from gongkai.reports.model.schema import schema as statement_schema
from gongkai.reports.write.registry import Exchange
from gongkai.web.agencies.models import Body
from gongkai.web.reporting import opendata
from gongkai.web.reporting.acts import opendata as acts
from gongkai.web.reporting.models.archive import Filer, Shelved
from gongkai.web.reporting.queries import shelf as queries
from gongkai.web.reporting.queries.archive import statement_of
from gongkai.web.reporting.views.fresh import fresh
from gongkai.web.ui.config import config

MEDIA = {"csv": "text/csv; charset=utf-8", "parquet": "application/vnd.apache.parquet"}
PLAIN = {"ensure_ascii": False, "indent": 1}


@login_not_required
@fresh
def listing(request: HttpRequest) -> HttpResponse:
    """What data there is, where, in which formats."""
    facts = {
        "areas": queries.areas(),
        "example": Shelved.objects.select_related("filer").only("year", "filer").first(),
        "parquet": _has_parquet(),
        "count": Shelved.objects.count(),
        "years": queries.years(),
    }
    return render(request, "reporting/opendata.html", facts)


@login_not_required
@fresh
def schema(request: HttpRequest) -> HttpResponse:
    """The schema that every statement.json keeps to."""
    del request
    return _json(statement_schema())


@login_not_required
@fresh
def statement(request: HttpRequest, code: str, year: int, to: str) -> HttpResponse:
    """One published statement as JSON or as CSV, a row a cell."""
    shown = get_object_or_404(Shelved.objects.select_related("filer"), filer__code=code, year=year)
    if to == "json":
        response = _json(to_json(statement_of(shown)))
        where = request.build_absolute_uri(reverse("reporting:schema"))
        response["Link"] = f'<{where}>; rel="describedby"'
        return response
    if to != "csv":
        raise Http404
    made = io.BytesIO()
    opendata.write_cells([statement_of(shown)], "csv", made)
    return _file(made.getvalue(), f"{shown.filer.name}{year}.csv", "csv")


@login_not_required
@fresh
def package(request: HttpRequest) -> HttpResponse:
    """The description of the files of open data."""
    address = request.build_absolute_uri(reverse("reporting:opendata"))
    changed = queries.stamp().partition(" ")[0]
    name, there = config().site_name, _has_parquet()
    return _json(opendata.package(site=name, address=address, changed=changed, parquet=there))


@login_not_required
@fresh
def figures(request: HttpRequest, to: str) -> HttpResponse:
    """Every cell of every published report, of an area or of all, as one file."""
    if to not in MEDIA or (to == "parquet" and not _has_parquet()):
        raise Http404
    code = request.GET.get("area", "")
    area = get_object_or_404(Body, code=code, kind=Body.Kind.GOVERNMENT) if code else None
    place = acts.prepare_figures(area, cast("Exchange", to))
    name = f"annual-reports{'-' if code else ''}{code}.{to}"
    return FileResponse(
        default_storage.open(place), as_attachment=True, filename=name, content_type=MEDIA[to]
    )


@login_not_required
@fresh
def bodies(request: HttpRequest) -> HttpResponse:
    """The bodies whose reports are among the data."""
    del request
    found = Filer.objects.select_related("area").order_by("code")
    rows = (
        (
            each.code,
            each.name,
            each.kind,
            each.area.name if each.area else "",
            str(bool(each.body_id)),
        )
        for each in found
    )
    return _file(opendata.as_csv(opendata.BODIES, rows), "bodies.csv", "csv")


@login_not_required
@fresh
def cells(request: HttpRequest) -> HttpResponse:
    """What the paths of the cells mean."""
    del request
    return _file(opendata.as_csv(opendata.CELLS, opendata.cells()), "cells.csv", "csv")


def _has_parquet() -> bool:
    return find_spec("pyarrow") is not None


def _json(data: dict) -> HttpResponse:
    return JsonResponse(data, json_dumps_params=PLAIN)


def _file(data: bytes, name: str, to: str) -> HttpResponse:
    return FileResponse(io.BytesIO(data), as_attachment=True, filename=name, content_type=MEDIA[to])
