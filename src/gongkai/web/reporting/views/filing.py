"""Reports handed to the supervising department: the board of all bodies, receiving, returning."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from gongkai.reports.write.outline import outline, title_lines
from gongkai.web.agencies.models import Body
from gongkai.web.agencies.permissions import demand
from gongkai.web.reporting import opendata, permissions
from gongkai.web.reporting.acts import filing as acts
from gongkai.web.reporting.forms.filing import BoardForm, RegisterForm, RemarkForm, ReturnForm
from gongkai.web.reporting.models.filing import Filing, Remark
from gongkai.web.reporting.queries import filing as queries
from gongkai.web.reporting.queries.filing import Line, Wanted
from gongkai.web.reporting.queries.report import findings
from gongkai.web.reporting.views.entrance import attempt, draftable
from gongkai.web.ui import clock

TEXT = ("title", "preamble", "sections")
HEAD = ("单位", "类别", "编制", "公布期限", "公布日期", "报送", "提醒")


def board(request: HttpRequest) -> HttpResponse:
    """All bodies of the area: how far each is, which are late, whom to remind."""
    form, area, year, lines = _asked(request)
    today, wanted = clock.today(), Wanted(form.asked()["wanted"])
    shown = [line for line in lines if line.wanted(wanted, today)]
    kept = request.GET.copy()
    kept.pop("page", None)
    page = Paginator(shown, 100).get_page(request.GET.get("page"))
    counts = [(each, sum(line.wanted(each, today) for line in lines)) for each in Wanted]
    facts = {
        "form": form,
        "area": area,
        "year": year,
        "wanted": wanted,
        "counts": counts,
        "page": page,
        "rows": [(line, line.is_late(today), abs(line.days(today))) for line in page],
        "kept": kept.urlencode(),
        "public": sum(line.public for line in lines),
        "total": len(lines),
        "register_form": RegisterForm(),
    }
    return render(request, "reporting/board.html", facts)


def board_file(request: HttpRequest) -> HttpResponse:
    """The board as CSV, narrowed the same way."""
    form, area, year, lines = _asked(request)
    today, wanted = clock.today(), Wanted(form.asked()["wanted"])
    rows = (_row(line) for line in lines if line.wanted(wanted, today))
    name = f"{area.short_name}{year}年度报告报送情况.csv"
    headers = {"Content-Disposition": content_disposition_header(True, name) or ""}
    data = opendata.as_csv(HEAD, rows)
    return HttpResponse(data, content_type="text/csv; charset=utf-8", headers=headers)


@require_POST
def remind(request: HttpRequest) -> HttpResponse:
    """Remind the bodies that were ticked."""
    _, area, year, lines = _asked(request)
    chosen = queries.chosen(lines, request.POST.getlist("code"))
    attempt(
        request,
        lambda: acts.remind(request.actor, area=area, lines=chosen, year=year),
        f"已提醒 {len(chosen)} 个单位。",
    )
    return redirect(f"{request.path.removesuffix('remind')}?{request.GET.urlencode()}")


@require_POST
def hand_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand the signed report in."""
    shown = draftable(request, pk)
    attempt(request, lambda: acts.hand_in(request.actor, report=shown), "已经报送主管部门。")
    return redirect("reporting:report", pk)


def filing(request: HttpRequest, pk: int) -> HttpResponse:
    """A report that was handed in, as it was; remarks at its places."""
    shown = get_object_or_404(queries.visible(request.standing), pk=pk)
    statement = queries.statement_of(shown)
    laid = outline(statement)
    receives = _receives(request, shown)
    names = queries.place_names(statement)
    told = receives or shown.state != Filing.State.WAITING
    remarks = shown.remarks.all() if told else Remark.objects.none()
    form = RemarkForm(queries.places(statement), request.POST or None)
    if request.method == "POST":
        demand(permissions.may_receive, request.standing, shown.filer.body)
        if form.is_valid():
            attempt(
                request,
                lambda: acts.remark(request.actor, filing=shown, **form.cleaned_data),
                "意见已经记下，退回时一并发给报送单位。",
            )
            return redirect("reporting:filing", pk)
    facts = {
        "filing": shown,
        "statement": statement,
        "laid": laid,
        "parts": list(zip(_keys(statement, laid), laid.parts, strict=True)),
        "title_lines": title_lines(laid.title),
        "remarks": [(each, names.get(each.place, each.place), _anchor(each)) for each in remarks],
        "findings": findings(statement, []),
        "open": receives and shown.state == Filing.State.WAITING,
        "form": form,
        "return_form": ReturnForm(),
    }
    return render(request, "reporting/filing.html", facts)


@require_POST
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    shown = _received(request, pk)
    attempt(request, lambda: acts.accept(request.actor, filing=shown), "已经接收。")
    return redirect("reporting:filing", pk)


@require_POST
def give_back(request: HttpRequest, pk: int) -> HttpResponse:
    shown = _received(request, pk)
    form = ReturnForm(request.POST)
    opinion = form.cleaned_data["opinion"] if form.is_valid() else ""
    attempt(
        request,
        lambda: acts.give_back(request.actor, filing=shown, opinion=opinion),
        "已经退回，报送单位会看到意见。",
    )
    return redirect("reporting:filing", pk)


@require_POST
def drop_remark(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    shown = _received(request, pk)
    remark = get_object_or_404(shown.remarks, pk=number)
    attempt(
        request,
        lambda: acts.drop_remark(request.actor, filing=shown, remark=remark),
        "意见已经删去。",
    )
    return redirect("reporting:filing", pk)


def _asked(request: HttpRequest) -> tuple[BoardForm, Body, int, list[Line]]:
    """The board that is asked for, of an area that this person supervises."""
    demand(permissions.may_receive, request.standing)
    areas = queries.supervised_areas(request.standing)
    form = BoardForm(areas, clock.today().year - 1, request.GET or None)
    asked = form.asked()
    area = next(each for each in areas if each.code == asked["area"])
    year = int(str(asked["year"]))
    return form, area, year, queries.board(area, year)


def _row(line: Line) -> tuple[str, ...]:
    return (
        line.name,
        line.kind,
        line.stage,
        line.due.isoformat(),
        line.published_on.isoformat() if line.published_on else "",
        line.filed,
        line.reminded.date().isoformat() if line.reminded else "",
    )


def _keys(statement, laid) -> list[str]:
    """The key of each part of the printed report."""
    keys = [str(section.key or index) for index, section in enumerate(statement.sections)]
    return keys + [f"more-{index}" for index in range(len(laid.parts) - len(keys))]


def _anchor(remark: Remark) -> str:
    """Where the page shows the place: a part of the text, or the table that a row stands in."""
    table = remark.place.partition(".")[0]
    return f"place-{remark.place if table in TEXT else table}"


def _receives(request: HttpRequest, shown: Filing) -> bool:
    area = shown.filer.area
    return bool(area) and permissions.may_receive.test(request.standing, area)


def _received(request: HttpRequest, pk: int) -> Filing:
    shown = get_object_or_404(queries.visible(request.standing), pk=pk)
    demand(permissions.may_receive, request.standing, shown.filer.area)
    return shown
