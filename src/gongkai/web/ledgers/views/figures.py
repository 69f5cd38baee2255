"""Figures by month: the year at a glance, a month to fill in, what is counted."""

from dataclasses import dataclass, replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from gongkai.web.agencies.models import Body
from gongkai.web.agencies.permissions import demand
from gongkai.web.files.sniff import RefusedError
from gongkai.web.ledgers import permissions, queries
from gongkai.web.ledgers.acts import figures as acts
from gongkai.web.ledgers.forms import IndicatorForm, MonthForm
from gongkai.web.ledgers.models import Figure, Indicator
from gongkai.web.ledgers.suggested import SUGGESTED
from gongkai.web.ledgers.year import MONTHS, WHOLE, YearFigure, disagreements, of_year
from gongkai.web.ui import clock


@dataclass(frozen=True)
class YearRow:
    """An indicator with its twelve months; `depth`: how many totals stand above it."""

    indicator: Indicator
    depth: int
    months: list[Figure | None]
    whole: YearFigure | None


def ledgers(request: HttpRequest) -> HttpResponse:
    """The bodies whose figures one may read; with one body straight to its year."""
    demand(permissions.may_work_on_ledgers, request.standing)
    found = list(queries.keeping_bodies(request.standing))
    if len(found) == 1:
        return redirect("ledgers:year", found[0].code, clock.today().year)
    return render(request, "ledgers/ledgers.html", {"bodies": found, "year": clock.today().year})


def year(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """Months × indicators, and where the sums do not agree."""
    body = _body(request, code, permissions.may_read)
    found = queries.indicators(body)
    figures = queries.current_figures(body, year)
    counted, standing = queries.counted(found), queries.recorded(figures)
    of = {each.id: each for each in counted}
    depth: dict[int, int] = {}
    for each in found:
        depth[each.pk] = depth.get(each.total_id, -1) + 1
    rows = [
        YearRow(
            each,
            depth[each.pk],
            [figures.get((each.pk, month)) for month in MONTHS],
            of_year(of[each.pk], counted, standing),
        )
        for each in found
    ]
    facts = {
        "body": body,
        "year": year,
        "years": sorted({*queries.years(body), clock.today().year, year}, reverse=True),
        "rows": rows,
        "months": MONTHS,
        "disagreements": disagreements(counted, standing),
        "may_record": permissions.may_record.test(request.standing, body),
        "may_import": permissions.may_import.test(request.standing, body),
        "may_define": permissions.may_define.test(request.standing, body),
    }
    return render(request, "ledgers/year.html", facts)


def month(request: HttpRequest, code: str, year: int, month: int) -> HttpResponse:
    """Fill in a month; 0 is the whole year."""
    body = _body(request, code, permissions.may_record)
    if month not in (*MONTHS, WHOLE) or year > clock.today().year:
        raise Http404
    found = queries.indicators(body)
    standing = {
        indicator: figure
        for (indicator, of), figure in queries.current_figures(body, year).items()
        if of == month
    }
    form = MonthForm(found, standing, request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = _entered(request, body, year, month, form)
        except RefusedError as refusal:
            form.add_error("file", str(refusal))
        else:
            messages.success(request, f"已记入 {made} 项。" if made else "没有改动。")
            return redirect("ledgers:year", code, year)
    facts = {"body": body, "year": year, "month": month, "form": form}
    return render(request, "ledgers/month.html", facts)


def _entered(request: HttpRequest, body: Body, year: int, month: int, form: MonthForm) -> int:
    typed, sent = form.cleaned_data, form.cleaned_data["file"]
    kept = None
    if sent and form.changes:
        kept = acts.keep_evidence(request.actor, body, name=sent.name, data=sent.read())
    changes = [
        replace(each, month=month, note=typed["note"], link=typed["link"], file=kept)
        for each in form.changes
    ]
    return len(acts.enter(request.actor, year=year, figures=changes))


def figure(request: HttpRequest, pk: int) -> HttpResponse:
    """One figure with its evidence, and what stood there before."""
    found = get_object_or_404(Figure.objects.select_related("indicator__body"), pk=pk)
    body = found.indicator.body
    demand(permissions.may_read, request.standing, body)
    facts = {"figure": found, "body": body, "rows": queries.history(found)}
    return render(request, "ledgers/figure.html", facts)


def indicators(request: HttpRequest, code: str) -> HttpResponse:
    """What the body counts; add one, or a whole set of common ones."""
    body = _body(request, code, permissions.may_define)
    own = {each.name for each in body.indicators.all()}
    missing = [each for each in SUGGESTED if each.name not in own]
    if request.method == "POST" and "common" in request.POST:
        chosen = set(request.POST.getlist("common"))
        _add_common(request, body, chosen)
        return redirect("ledgers:indicators", code)
    form = IndicatorForm(body, request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = form.instance
        made.order = body.indicators.count() + 1
        acts.define(request.actor, body, indicators=[made])
        messages.success(request, "已经添加。")
        return redirect("ledgers:indicators", code)
    facts = {"body": body, "form": form, "common": missing, "found": queries.indicators(body)}
    return render(request, "ledgers/indicators.html", facts)


def _add_common(request: HttpRequest, body: Body, chosen: set[str]) -> None:
    """Add common indicators, each under its total where the body has that one."""
    order = body.indicators.count()
    for each in SUGGESTED:
        if each.name in chosen and not body.indicators.filter(name=each.name).exists():
            order += 1
            total = body.indicators.filter(name=each.total).first() if each.total else None
            made = Indicator(
                name=each.name, unit=each.unit, over=each.over, total=total, order=order
            )
            acts.define(request.actor, body, indicators=[made])


def indicator(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is counted, or stop counting it."""
    found = get_object_or_404(Indicator.objects.select_related("body"), pk=pk)
    demand(permissions.may_define, request.standing, found.body)
    form = IndicatorForm(found.body, request.POST or None, instance=found)
    if request.method == "POST" and "retire" in request.POST:
        found.refresh_from_db()
        found.retired = True
        acts.define(request.actor, found.body, indicators=[found])
        messages.success(request, "不再统计这一项，已有的数据保留。")
        return redirect("ledgers:indicators", found.body.code)
    if request.method == "POST" and form.is_valid():
        acts.define(request.actor, found.body, indicators=[form.instance])
        messages.success(request, "已经修改。")
        return redirect("ledgers:indicators", found.body.code)
    return render(
        request, "ledgers/indicator.html", {"form": form, "found": found, "body": found.body}
    )


def _body(request: HttpRequest, code: str, allowed) -> Body:
    body = get_object_or_404(Body, code=code)
    demand(allowed, request.standing, body)
    return body
