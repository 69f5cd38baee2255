"""Past reports on the desk: taken in, read, confirmed beside their source."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from gongkai.reports.model.exchange import from_json
from gongkai.web.agencies.models import Body
from gongkai.web.agencies.permissions import demand
from gongkai.web.reporting import permissions, side_by_side
from gongkai.web.reporting.acts import archive as acts
from gongkai.web.reporting.acts import filing as filing_acts
from gongkai.web.reporting.acts import intake as intake_acts
from gongkai.web.reporting.forms.archive import ConfirmForm, ReasonForm, SendForm, WithdrawForm
from gongkai.web.reporting.models.archive import Intake, IntakeFile, Reading
from gongkai.web.reporting.pagepicture import page_picture
from gongkai.web.reporting.queries import archive as queries
from gongkai.web.reporting.queries import report as report_queries
from gongkai.web.reporting.record import NotProvidedForError
from gongkai.web.reporting.views.entrance import attempt

SANDBOX = "sandbox; default-src 'none'"
OTHER_AREAS = "elsewhere"
SECONDS = "3"
"""After so many seconds the page of a running intake looks again."""


def intakes(request: HttpRequest) -> HttpResponse:
    """What was taken in, and taking in more."""
    demand(permissions.may_take_in, request.standing)
    areas = Body.objects.filter(path__in=queries.governed(request.standing))
    own = report_queries.draftable(request.standing)
    choices = [(f"area:{area.pk}", f"{area.short_name}各单位") for area in areas]
    choices += [(f"body:{body.pk}", body.name) for body in own]
    choices += [(OTHER_AREAS, "其他地区（只存档、比较，不计入本地区汇总）")] if areas else []
    sending = request.method == "POST"
    form = SendForm(choices, request.POST, request.FILES) if sending else SendForm(choices)
    if sending and form.is_valid():
        kind, _, number = form.cleaned_data["whose"].partition(":")
        intake = intake_acts.receive(
            request.actor,
            ((file.name, file) for file in form.sent()),
            area=next((a for a in areas if kind == "area" and str(a.pk) == number), None),
            body=next((b for b in own if kind == "body" and str(b.pk) == number), None),
        )
        return redirect("reporting:intake", intake.pk)
    page = Paginator(queries.intakes(request.standing), 30).get_page(request.GET.get("page"))
    return render(request, "reporting/intakes.html", {"page": page, "form": form})


def intake(request: HttpRequest, pk: int) -> HttpResponse:
    """How far an intake has come, and what waits for a word."""
    demand(permissions.may_take_in, request.standing)
    shown = get_object_or_404(queries.intakes(request.standing), pk=pk)
    state = request.GET.get("state", Reading.State.OPEN)
    readings = queries.readings_of(shown, state)
    counts = queries.tally(shown)
    facts = {
        "intake": shown,
        "counts": counts,
        "stalled": queries.stalled(shown),
        "reading": shown.state == Intake.State.READING,
        "states": [(key, label, counts.get(key, 0)) for key, label in Reading.State.choices],
        "state": state,
        "page": Paginator(readings, 50).get_page(request.GET.get("page")),
        "refused": shown.files.filter(state=IntakeFile.State.REFUSED)[:100],
    }
    response = render(request, "reporting/intake.html", facts)
    if facts["reading"] and not facts["stalled"]:
        response["Refresh"] = SECONDS
    return response


@require_POST
def go_on(request: HttpRequest, pk: int) -> HttpResponse:
    """Go on with an intake that was stopped."""
    demand(permissions.may_take_in, request.standing)
    shown = get_object_or_404(queries.intakes(request.standing), pk=pk)
    attempt(request, lambda: intake_acts.resume(intake=shown), "已经接着读取。")
    return redirect("reporting:intake", pk)


@require_POST
def confirm_clear(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm all reports of an intake that were read without a doubt."""
    demand(permissions.may_take_in, request.standing)
    shown = get_object_or_404(queries.intakes(request.standing), pk=pk)
    waiting = queries.readings_of(shown, Reading.State.OPEN).filter(clear=True)
    done, left = acts.confirm_clear(request.actor, list(waiting))
    messages.success(request, f"已确认并公布 {done} 份。")
    if left:
        messages.warning(request, f"{left} 份所在年度已有报告，请逐份核对后确认。")
    return redirect("reporting:intake", pk)


def reading(request: HttpRequest, pk: int) -> HttpResponse:
    """A report beside its source; confirmed cell by cell."""
    shown = _reading(request, pk)
    statement = from_json(shown.statement)
    sending = request.method == "POST"
    form = ConfirmForm(request.POST) if sending else ConfirmForm(initial=_known(shown))
    typed = {key[5:]: value for key, value in request.POST.items() if key.startswith("cell:")}
    found, wrong = side_by_side.settled(statement, typed)
    if sending and form.is_valid() and not wrong:
        facts = {key: form.cleaned_data[key] for key in ("name", "kind", "year")}
        try:
            shelved = filing_acts.confirm(request.actor, reading=shown, settled=found, **facts)
        except NotProvidedForError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "已经确认，作为数据公布。")
            return redirect("reporting:shelved", shelved.filer.code, shelved.year)
    if wrong:
        form.add_error(None, f"有 {len(wrong)} 格填的不是数字，已标出；原文没有数字的请留空。")
    source = queries.facsimile_of(shown)
    before = queries.shelved_before(shown)
    facts = {
        "reading": shown,
        "statement": statement,
        "form": form,
        "reason_form": ReasonForm(),
        "withdraw_form": WithdrawForm() if queries.published_from(shown) else None,
        "open": shown.state == Reading.State.OPEN,
        "everything": "all" in request.GET,
        "sheets": side_by_side.sheets(
            statement,
            source["where"],
            everything="all" in request.GET,
            typed=typed,
            wrong=wrong,
        ),
        "doubts": side_by_side.doubtful_rows(statement),
        "blocks": source["blocks"],
        "is_pdf": source.get("kind") == "pdf",
        "findings": side_by_side.linked(shown.findings, source["where"]),
        "before": before,
        "changes": side_by_side.changes(queries.figures_of(before), statement) if before else [],
    }
    return render(request, "reporting/reading.html", facts)


@require_POST
def set_aside(request: HttpRequest, pk: int) -> HttpResponse:
    """Do not use what was read."""
    shown = _reading(request, pk)
    form = ReasonForm(request.POST)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        attempt(
            request,
            lambda: acts.set_aside(request.actor, reading=shown, reason=reason),
            "已经记下，不采用这份报告。",
        )
        return redirect("reporting:intake", shown.file.intake_id)
    messages.error(request, "请选择不采用的原因。")
    return redirect("reporting:reading", pk)


@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a report from the public that was confirmed by mistake."""
    shown = _reading(request, pk)
    form = WithdrawForm(request.POST)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        attempt(
            request,
            lambda: acts.withdraw(request.actor, reading=shown, reason=reason),
            "已经撤下，公众不再看到。",
        )
    else:
        messages.error(request, "请写明撤下的理由。")
    return redirect("reporting:reading", pk)


def source(request: HttpRequest, pk: int) -> HttpResponse:
    """The file that a report was read from, as a download that can do nothing in the page."""
    shown = _reading(request, pk)
    stored = queries.source_of(shown)
    if stored is None:
        raise Http404
    name = shown.file.name.replace("\\", "/").rpartition("/")[2]
    response = FileResponse(stored, as_attachment=True, filename=name)
    response["Content-Security-Policy"] = SANDBOX
    response["Cache-Control"] = "private, no-store"
    return response


def page(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """A page of a PDF as it looks."""
    shown = _reading(request, pk)
    stored = queries.source_of(shown)
    picture = page_picture(stored.read(), number) if stored else None
    if picture is None:
        raise Http404
    response = HttpResponse(picture, content_type="image/png")
    response["Content-Security-Policy"] = SANDBOX
    response["Cache-Control"] = "private, max-age=3600"
    return response


def _reading(request: HttpRequest, pk: int) -> Reading:
    demand(permissions.may_take_in, request.standing)
    return get_object_or_404(queries.readable_readings(request.standing), pk=pk)


def _known(shown: Reading) -> dict[str, object]:
    filer = shown.filer
    kind = filer.kind if filer else shown.statement["body_kind"] or Body.Kind.DEPARTMENT
    name = filer.name if filer else shown.name
    return {"name": name, "kind": kind, "year": shown.year}
