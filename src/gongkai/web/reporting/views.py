"""A body's annual report on the desk, and the published ones for everybody."""

import io
from collections.abc import Callable
from dataclasses import replace

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from gongkai.checks.finding import Severity
from gongkai.reports.model.exchange import to_json
from gongkai.reports.model.statement import Statement
from gongkai.reports.write.outline import outline, title_lines
from gongkai.statute.forms import form_in_force
from gongkai.web.agencies import permissions as agency_permissions
from gongkai.web.agencies.models import Body
from gongkai.web.agencies.permissions import demand
from gongkai.web.reporting import acts, assemble, permissions, queries
from gongkai.web.reporting.draft import PARTS
from gongkai.web.reporting.forms import OpenForm, ReasonForm, SupplementForm, TextForm
from gongkai.web.reporting.models import Report
from gongkai.web.reporting.record import NotProvidedForError, Stage, State
from gongkai.web.review import queries as review_queries
from gongkai.web.review.acts import NotInOrderError
from gongkai.web.review.chain import Verdict
from gongkai.web.review.forms import SignForm
from gongkai.web.ui import clock

REFUSALS = (NotProvidedForError, NotInOrderError)


def reports(request: HttpRequest) -> HttpResponse:
    """The reports I may read, and beginning a new one."""
    demand(agency_permissions.is_staff, request.standing)
    today = clock.today()
    bodies = queries.draftable(request.standing)
    form = OpenForm(bodies, today.year, request.POST or None) if bodies else None
    if request.method == "POST" and form and form.is_valid():
        try:
            made = acts.open_year(request.actor, **form.cleaned_data)
        except NotProvidedForError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "已经统计数据并生成初稿，请逐部分核对修改。")
            return redirect("reporting:report", made.pk)
    page = Paginator(queries.readable(request.standing), 30).get_page(request.GET.get("page"))
    rows = [(each, Stage(each.stage), queries.due(each.body, each.year)) for each in page]
    facts = {"page": page, "rows": rows, "form": form, "today": today}
    return render(request, "reporting/reports.html", facts)


def report(request: HttpRequest, pk: int) -> HttpResponse:
    """The report as it stands, with its tables, findings, signatures and next steps."""
    shown = _readable(request, pk)
    state = queries.state_of(shown)
    statement = queries.statement_of(shown, state, None)
    dated = replace(statement, issued_on=clock.today())
    found = queries.findings(dated, queries.earlier_of(shown))
    review = review_queries.latest(f"{queries.SUBJECT}:{shown.pk}")
    drafting = state.stage is Stage.DRAFTING
    may_draft = permissions.may_draft.test(request.standing, shown.body)
    facts = {
        "report": shown,
        "state": state,
        "stage": state.stage,
        "statement": statement,
        **_printed(statement),
        "findings": _sorted(found, state),
        "stops": len(queries.open_points(found, state)),
        "review": review,
        "steps": _steps(review),
        "acting": _acting(request, shown, review) if state.stage is Stage.IN_REVIEW else None,
        "sign_form": SignForm(),
        "reason_form": ReasonForm(),
        "may_edit": may_draft and drafting,
        "may_recall": may_draft and state.stage is Stage.IN_REVIEW,
        "may_publish": may_draft and state.stage is Stage.SIGNED,
        "may_correct": permissions.may_correct.test(request.standing, shown.body)
        and state.stage in (Stage.SIGNED, Stage.PUBLISHED),
        "due": queries.due(shown.body, shown.year),
        "today": clock.today(),
        "entries": shown.entries.order_by("-number")[:20],
    }
    return render(request, "reporting/report.html", facts)


def text(request: HttpRequest, pk: int, part: str) -> HttpResponse:
    """Write one part."""
    shown = _draftable(request, pk)
    if part not in PARTS:
        raise Http404
    state = queries.state_of(shown)
    if state.stage is not Stage.DRAFTING:
        return _closed(request, shown, state)
    now = state.texts[part]
    form = TextForm(request.POST or None, initial={"words": now.words, "base": now.version})
    theirs = ""
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            acts.write(request.actor, report=shown, part=part, **typed)
        except acts.ChangedMeanwhileError as clash:
            theirs = clash.words
            form.add_error("words", str(clash))
            form.data = form.data.copy() | {"base": now.version}
        except NotProvidedForError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "已经保存。")
            return redirect("reporting:report", pk)
    facts = {
        "report": shown,
        "form": form,
        "theirs": theirs,
        "title": _part_title(shown.year, part),
    }
    return render(request, "reporting/text.html", facts)


def figures(request: HttpRequest, pk: int) -> HttpResponse:
    """Supplements: figures from systems that are not on the platform."""
    shown = _draftable(request, pk)
    state = queries.state_of(shown)
    if state.stage is not Stage.DRAFTING:
        return _closed(request, shown, state)
    own = form_in_force(shown.year)
    form = SupplementForm(own, request.POST or None)
    if request.method == "POST" and form.is_valid():
        typed = {key: form.cleaned_data[key] for key in ("cell", "source", "paper")}
        try:
            acts.supplement(request.actor, report=shown, value=form.number(), **typed)
        except NotProvidedForError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "已经补录，合计已重新计算。")
            return redirect("reporting:figures", pk)
    names = {path: name for _, cells in form.fields["cell"].choices[1:] for path, name in cells}
    facts = {
        "report": shown,
        "form": form,
        "supplements": [(each, names[each.cell]) for each in state.supplements],
    }
    return render(request, "reporting/figures.html", facts)


@require_POST
def strike(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    shown = _draftable(request, pk)
    _try(request, lambda: acts.strike(request.actor, report=shown, number=number), "已经撤销。")
    return redirect("reporting:figures", pk)


@require_POST
def explain(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the word a warning asks for."""
    shown = _draftable(request, pk)
    form = ReasonForm(request.POST)
    rule, place = request.POST.get("rule", ""), request.POST.get("place", "")
    if form.is_valid() and rule:
        reason = form.cleaned_data["reason"]
        _try(
            request,
            lambda: acts.explain(
                request.actor, report=shown, rule=rule, place=place, reason=reason
            ),
            "说明已经记下。",
        )
    else:
        messages.error(request, "请写明理由再提交。")
    return redirect("reporting:report", pk)


@require_POST
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    shown = _draftable(request, pk)
    _try(request, lambda: acts.submit(request.actor, report=shown), "已经送审。")
    return redirect("reporting:report", pk)


@require_POST
def recall(request: HttpRequest, pk: int) -> HttpResponse:
    shown = _draftable(request, pk)
    _try(request, lambda: acts.recall(request.actor, report=shown), "已经撤回，可以继续修改。")
    return redirect("reporting:report", pk)


@require_POST
def sign(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign or return, in the role whose turn it is."""
    shown = _readable(request, pk)
    review = review_queries.latest(f"{queries.SUBJECT}:{shown.pk}")
    acting = _acting(request, shown, review)
    form = SignForm(request.POST)
    if acting is None:
        messages.error(request, "现在没有轮到您的岗位签署。")
    elif form.is_valid():
        typed = form.cleaned_data
        _try(
            request,
            lambda: acts.sign(
                request.actor,
                report=shown,
                acting=acting,
                verdict=Verdict(typed["verdict"]),
                opinion=typed["opinion"],
                on=clock.today(),
            ),
            "已经签署。",
        )
    else:
        messages.error(request, "退回时请写明理由，让经办人知道要改什么。")
    return redirect("reporting:report", pk)


@require_POST
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    shown = _readable(request, pk)
    demand(permissions.may_publish, request.standing, shown.body)
    on = clock.today()
    _try(request, lambda: acts.publish(request.actor, report=shown, on=on), "已经向社会公布。")
    return redirect("reporting:report", pk)


@require_POST
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    shown = _readable(request, pk)
    demand(permissions.may_correct, request.standing, shown.body)
    form = ReasonForm(request.POST)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        _try(
            request,
            lambda: acts.correct(request.actor, report=shown, reason=reason),
            "可以修改了；公众仍看到原来的版本，直到重新公布。",
        )
    else:
        messages.error(request, "请写明更正的理由。")
    return redirect("reporting:report", pk)


@login_not_required
def public_reports(request: HttpRequest) -> HttpResponse:
    """All published reports of the district."""
    page = Paginator(queries.published(), 50).get_page(request.GET.get("page"))
    return render(request, "reporting/public_reports.html", {"page": page})


@login_not_required
def public_list(request: HttpRequest, code: str) -> HttpResponse:
    """The published reports of a body."""
    body = get_object_or_404(Body, code=code)
    facts = {"body": body, "reports": queries.published(body)}
    return render(request, "reporting/public_list.html", facts)


@login_not_required
def public_report(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """One published report."""
    shown = get_object_or_404(queries.published(), body__code=code, year=year)
    state = queries.state_of(shown)
    statement = queries.public_statement(shown)
    facts = {
        "report": shown,
        "state": state,
        "statement": statement,
        **_printed(statement),
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


def _printed(statement: Statement) -> dict[str, object]:
    """What the report's template needs: the official layout, each part with the key it has here."""
    laid = outline(statement)
    keys = [section.key for section in statement.sections]
    parts = list(zip(keys, laid.parts, strict=True))
    return {"laid": laid, "parts": parts, "title_lines": title_lines(laid.title)}


def _part_title(year: int, part: str) -> str:
    return "引言" if part == "preamble" else assemble.section_title(form_in_force(year), part)


def _sorted(found, state: State) -> list[dict[str, object]]:
    """Errors, warnings, notes; each with the word given on it."""
    order = list(Severity)
    return [
        {"finding": each, "reason": state.explained.get((each.rule, each.at), "")}
        for each in sorted(found, key=lambda each: order.index(each.severity))
    ]


def _steps(review) -> list[tuple[dict, list]]:
    if review is None:
        return []
    marks = list(review.marks.all())
    return [
        (step, [mark for mark in marks if mark.step == index])
        for index, step in enumerate(review.steps)
    ]


def _acting(request: HttpRequest, shown: Report, review):
    """The role in which this person may sign now, if there is one."""
    if review is None or review.outcome != "open":
        return None
    roles = review_queries.acting(request.user, request.standing, shown.body, clock.today())
    return next((each for each in roles if each.role in review.waits_for), None)


def _readable(request: HttpRequest, pk: int) -> Report:
    shown = get_object_or_404(Report.objects.select_related("body"), pk=pk)
    demand(permissions.may_read, request.standing, shown.body)
    return shown


def _draftable(request: HttpRequest, pk: int) -> Report:
    shown = _readable(request, pk)
    demand(permissions.may_draft, request.standing, shown.body)
    return shown


def _closed(request: HttpRequest, shown: Report, state: State) -> HttpResponse:
    """Back to the report: it cannot be edited at this stage."""
    messages.warning(request, f"报告处于“{state.stage.zh}”，现在不能修改。")
    return redirect("reporting:report", shown.pk)


def _try(request: HttpRequest, act: Callable[[], object], done: str) -> None:
    """Do an act; say what it did, or why it was refused."""
    try:
        act()
    except REFUSALS as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
