"""Published reports for everybody: lists, one report, a body over the years, an area."""

from collections.abc import Sequence

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header

from gongkai.reports.write.outline import outline, title_lines
from gongkai.web.agencies.models import Body
from gongkai.web.reporting import pictures
from gongkai.web.reporting.forms.archive import FindForm
from gongkai.web.reporting.models.archive import Filer, Shelved
from gongkai.web.reporting.pictures import Picture, Sums
from gongkai.web.reporting.queries import shelf as queries
from gongkai.web.reporting.queries.archive import statement_of
from gongkai.web.reporting.views.fresh import fresh

CSV = "text/csv; charset=utf-8"
FORMATS = (("docx", "Word"), ("pdf", "PDF"), ("xlsx", "Excel"))


@login_not_required
@fresh
def reports(request: HttpRequest) -> HttpResponse:
    """All published reports, to be narrowed."""
    areas = queries.areas()
    form = FindForm(queries.years(), areas, request.GET)
    found = queries.reports(**form.wanted())
    kept = request.GET.copy()
    kept.pop("page", None)
    facts = {
        "form": form,
        "areas": [(each.code, _place(each)) for each in areas],
        "kept": kept.urlencode(),
        "page": Paginator(found, 50).get_page(request.GET.get("page")),
    }
    return render(request, "reporting/shelf.html", facts)


def _place(area: Body) -> str:
    """The area as people call it: 硚口区."""
    return area.name.removesuffix("人民政府")


@login_not_required
@fresh
def shelved(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """One published report, on the platform or read from its file."""
    shown = _shelved(code, year)
    statement = statement_of(shown)
    laid = outline(statement)
    facts = {
        "shelved": shown,
        "filer": shown.filer,
        "statement": statement,
        "laid": laid,
        "parts": list(enumerate(laid.parts)),
        "title_lines": title_lines(laid.title),
        "formats": FORMATS,
    }
    return render(request, "reporting/shelved.html", facts)


@login_not_required
@fresh
def filer(request: HttpRequest, code: str) -> HttpResponse:
    """One body over the years."""
    shown = _filer(code)
    found = queries.of_filer(shown)
    latest = found[-1] if found else None
    facts = {
        "filer": shown,
        "reports": [(each, queries.in_time(_with(each, shown))) for each in reversed(found)],
        **_drawn(_filer_pictures(shown, found)),
        "latest": latest,
        "sums": _sums([latest]) if latest else Sums(),
    }
    return render(request, "reporting/filer.html", facts)


@login_not_required
@fresh
def filer_table(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """The table behind a chart of a body."""
    del request
    shown = _filer(code)
    return _table(_filer_pictures(shown, queries.of_filer(shown)), key, shown.name)


@login_not_required
@fresh
def area(request: HttpRequest, code: str) -> HttpResponse:
    """An area: its bodies together, year by year."""
    shown = get_object_or_404(Body, code=code, kind=Body.Kind.GOVERNMENT)
    everything = queries.of_area(shown)
    year = _year(request, everything)
    found = [each for each in everything if each.year == year]
    page = Paginator(found, 100).get_page(request.GET.get("page"))
    facts = {
        "area": shown,
        "name": _place(shown),
        "year": year,
        "years": sorted({each.year for each in everything}, reverse=True),
        "page": page,
        "count": len(found),
        "reports": [(each, queries.in_time(each), _sums([each])) for each in page],
        **_drawn(_area_pictures(everything, found, year)),
        "sums": _sums(found),
        "faults": queries.common_faults(found),
        "whole": queries.whole_area(shown, year) if year else None,
        "in_time": sum(queries.in_time(each) is True for each in found),
    }
    return render(request, "reporting/area.html", facts)


@login_not_required
@fresh
def area_table(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """The table behind a chart of an area."""
    shown = get_object_or_404(Body, code=code, kind=Body.Kind.GOVERNMENT)
    everything = queries.of_area(shown)
    year = _year(request, everything)
    found = [each for each in everything if each.year == year]
    return _table(_area_pictures(everything, found, year), key, f"{shown.short_name}{year}年")


def _filer_pictures(shown: Filer, found: Sequence[Shelved]) -> list[Picture]:
    if not found:
        return []
    drawn = pictures.over_the_years([(str(each.year), _sums([each])) for each in found])
    latest = found[-1]
    others = [_sums([each]) for each in queries.peers(shown, latest.year)]
    kind = f"{latest.year}年{shown.get_kind_display()}"
    beside = pictures.among_its_kind(_sums([latest]), others, kind)
    return [*drawn, beside] if beside else drawn


def _area_pictures(
    everything: Sequence[Shelved], found: Sequence[Shelved], year: int
) -> list[Picture]:
    if not found:
        return []
    by_year: dict[int, list[Shelved]] = {}
    for each in everything:
        by_year.setdefault(each.year, []).append(each)
    flow, outcomes, _, remedies, carried = pictures.over_the_years(
        [(str(each), _sums(shelf)) for each, shelf in by_year.items()]
    )
    grounds = pictures.over_the_years([(f"{year}年", _sums(found))])[2]
    by_kind: dict[str, list[Shelved]] = {}
    for each in found:
        by_kind.setdefault(each.filer.get_kind_display(), []).append(each)
    kinds = [(kind, _sums(shelf)) for kind, shelf in by_kind.items()]
    told = [[queries.in_time(each) for each in shelf] for shelf in by_year.values()]
    timely = pictures.timely(
        [
            (str(each), known.count(True), known.count(False), known.count(None))
            for each, known in zip(by_year, told, strict=True)
        ]
    )
    faults = [(fault.title, fault.reports) for fault in queries.common_faults(list(found))]
    title, head = f"{year}年报告最常没有做到的（份）", ("要求", "没有做到的份数")
    common = pictures.listed("faults", title, faults, head)
    kinds_drawn = pictures.outcomes_by(kinds, f"{year}年各类单位的办理结果")
    return [flow, outcomes, kinds_drawn, grounds, remedies, carried, timely, common]


def _drawn(made: Sequence[Picture]) -> dict[str, object]:
    """The charts that show something, and the names of the others."""
    empty = [each.title.partition("（")[0] for each in made if each.is_empty]
    return {"pictures": [each for each in made if not each.is_empty], "empty": empty}


def _sums(shelf: Sequence[Shelved]) -> Sums:
    return pictures.sums((each.form or "2021", each.figures) for each in shelf)


def _with(shelved: Shelved, filer: Filer) -> Shelved:
    shelved.filer = filer
    return shelved


def _table(drawn: Sequence[Picture], key: str, name: str) -> HttpResponse:
    picture = next((each for each in drawn if each.key == key), None)
    if picture is None:
        raise Http404
    disposition = content_disposition_header(True, f"{name}{picture.title}.csv") or ""
    headers = {"Content-Disposition": disposition}
    return HttpResponse(pictures.as_csv(picture), content_type=CSV, headers=headers)


def _year(request: HttpRequest, everything: Sequence[Shelved]) -> int:
    """The year asked for where there are reports of it, else the newest that most have filed."""
    years = {each.year for each in everything}
    asked = request.GET.get("year", "")
    if asked.isdecimal() and int(asked) in years:
        return int(asked)
    return max(years, default=0)


def _filer(code: str) -> Filer:
    return get_object_or_404(Filer.objects.select_related("body", "area"), code=code)


def _shelved(code: str, year: int) -> Shelved:
    found = Shelved.objects.select_related("filer__body", "filer__area")
    return get_object_or_404(found, filer__code=code, year=year)
