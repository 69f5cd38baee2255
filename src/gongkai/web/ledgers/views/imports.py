"""From a spreadsheet to records: upload, columns, preview, progress, faults, undo."""

from collections.abc import Sequence

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from gongkai.web.agencies.models import Body
from gongkai.web.agencies.permissions import demand
from gongkai.web.audit.acts import record
from gongkai.web.files.queries import LostError
from gongkai.web.files.sniff import RefusedError
from gongkai.web.ledgers import permissions, queries
from gongkai.web.ledgers.acts import run, take_back, take_in
from gongkai.web.ledgers.faults import fault_file, faults_shown, labels_of, sample_file
from gongkai.web.ledgers.forms import ColumnsForm, UploadForm
from gongkai.web.ledgers.models import Batch
from gongkai.web.ledgers.rows import Place, beginnings, places, target_of
from gongkai.web.ledgers.sheets.book import UnreadableError
from gongkai.web.ledgers.target import Target, targets
from gongkai.web.ledgers.understand import guessed
from gongkai.web.ui import clock
from gongkai.web.ui.doing import Page

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
AGAIN = "3"
"""Seconds after which a page that shows progress is asked for anew."""
State = Batch.State
SHOWN = {
    State.MAPPING: "ledgers/batch_columns.html",
    State.RUNNING: "ledgers/batch_progress.html",
    State.UNDOING: "ledgers/batch_progress.html",
}
BATCH = Page("ledgers:batch", take_in.NotPossibleError)


def imports(request: HttpRequest) -> HttpResponse:
    """What can be imported, and what was."""
    demand(permissions.may_work_on_imports, request.standing)
    bodies = queries.importing_bodies(request.standing)
    page = Paginator(queries.batches(request.standing), 20).get_page(request.GET.get("page"))
    facts = {
        "choices": [(body, queries.possible_targets(request.standing, body)) for body in bodies],
        "page": page,
        "rows": [(each, target_of(each).name) for each in page],
    }
    return render(request, "ledgers/imports.html", facts)


def new(request: HttpRequest, code: str, target: str) -> HttpResponse:
    """Send a spreadsheet in."""
    body, wanted = _wanted(request, code, target)
    today = clock.today()
    form = UploadForm(
        wanted.endings,
        request.POST or None,
        request.FILES or None,
        this_year=today.year,
    )
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data["file"]
        try:
            batch = take_in.take_in(
                request.actor,
                body=body,
                target=wanted,
                year=form.cleaned_data["year"],
                name=sent.name,
                data=sent.read(),
            )
        except (RefusedError, UnreadableError) as refusal:
            form.add_error("file", str(refusal))
        else:
            return redirect("ledgers:batch", batch.pk)
    facts = {"form": form, "body": body, "target": wanted, "fields": wanted.fields(body)}
    return render(request, "ledgers/import_new.html", facts)


def sample(request: HttpRequest, code: str, target: str) -> HttpResponse:
    """A table that shows what one may look like, for trying."""
    body, wanted = _wanted(request, code, target)
    data = sample_file(wanted.sample(body, clock.today().year - 1))
    return _file(data, f"范例-{wanted.name}.xlsx")


def batch(request: HttpRequest, pk: int) -> HttpResponse:
    """One spreadsheet, at the station where it is."""
    shown = _batch(request, pk)
    state = State(shown.state)
    facts = {"batch": shown, "target": target_of(shown), "body": shown.body}
    if state is State.MAPPING:
        return _columns(request, shown, facts)
    facts |= {
        "percent": queries.done_percent(shown),
        "stalled": queries.stalled(shown, clock.now()),
        "records": target_of(shown).listed(shown.body, shown.year),
    }
    if state not in SHOWN:
        labels = labels_of(shown)
        page = Paginator(queries.bad_rows(shown), 30).get_page(request.GET.get("page"))
        names = {place.index: place.name for place in places(shown)}
        facts["page"] = page
        facts["bad"] = [
            (names.get(row.sheet, ""), row.number, faults_shown(row.faults, labels)) for row in page
        ]
        facts["skipped"] = queries.passed_over(shown)
        facts["several"] = sum(place.chosen for place in places(shown)) > 1
    answer = render(request, SHOWN.get(state, "ledgers/batch.html"), facts)
    if state in SHOWN:
        answer["Refresh"] = AGAIN
    return answer


def _columns(request: HttpRequest, shown: Batch, facts: dict[str, object]) -> HttpResponse:
    target = target_of(shown)
    fields = target.fields(shown.body)
    form = ColumnsForm(shown, places(shown), queries.columns(shown), fields, request.POST or None)
    if request.method == "POST" and form.is_valid():
        found, moved = _with_heads(shown, form.chosen())
        columns = form.columns()
        if moved:
            columns = guessed(take_in.labels_of(found), fields, columns)
        fault = "" if moved else faults_of(columns, found, fields)
        if not fault:
            take_in.settle(
                request.actor, shown, found=found, columns=columns, expected=_expected(shown, found)
            )
            if moved:
                messages.info(request, "已按您指定的表头重新读取栏目，请再核对。")
            return redirect("ledgers:batch", shown.pk)
        form.add_error(None, fault)
    rows = queries.preview(shown, clock.today())
    facts |= {
        "form": form,
        "preview": rows,
        "fields": queries.mapped_fields(shown),
        "fault": faults_of(shown.columns, places(shown), fields),
        "wrong": sum(1 for row in rows if row.faults),
    }
    return render(request, SHOWN[State.MAPPING], facts)


def faults_of(columns: dict[str, str], found: Sequence[Place], fields) -> str:
    """Why these columns cannot be imported; empty when they can."""
    used = [key for key in columns.values() if key]
    names = {field.key: field.label for field in fields}
    twice = next((key for key in used if used.count(key) > 1), None)
    if twice and _together(columns, found, twice):
        return f"有两栏都选了“{names[twice]}”，请只留一栏。"
    missing = [field.label for field in fields if field.required and field.key not in used]
    if missing:
        return f"还没有指定哪一栏是“{'”“'.join(missing)}”。"
    return "" if used else "请至少指定一栏。"


def _together(columns: dict[str, str], found: Sequence[Place], key: str) -> bool:
    """Whether two columns of one sheet are taken for the same field."""
    labels = {label for label, of in columns.items() if of == key}
    return any(len(labels & set(p.head.labels)) > 1 for p in found if p.chosen)


def _with_heads(shown: Batch, chosen: dict[int, int | None]) -> tuple[list[Place], bool]:
    """The sheets as they were chosen, and whether the head of one was moved."""
    sheets, found, moved = beginnings(shown), [], False
    for place in places(shown):
        head, line = place.head, chosen.get(place.index)
        if line and line != head.last and place.index < len(sheets):
            head = take_in.head_at(sheets[place.index][2], line) or head
            moved = moved or head is not place.head
        found.append(Place(place.index, place.name, place.index in chosen, head))
    return found, moved


def _expected(shown: Batch, found: Sequence[Place]) -> int:
    lengths = {index: length for index, (_n, length, _l) in enumerate(beginnings(shown))}
    return sum(max(lengths.get(p.index, 0) - p.head.last, 0) for p in found if p.chosen)


@require_POST
def start(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin, or go on."""
    shown = _batch(request, pk)
    fields = target_of(shown).fields(shown.body)
    fault = faults_of(shown.columns, places(shown), fields)
    if fault:
        messages.error(request, fault)
        return redirect("ledgers:batch", pk)
    return BATCH.done(request, pk, lambda: run.start(request.actor, shown))


@require_POST
def stop(request: HttpRequest, pk: int) -> HttpResponse:
    shown = _batch(request, pk)
    return BATCH.done(request, pk, lambda: run.stop(shown))


@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    shown = _batch(request, pk)
    return BATCH.done(request, pk, lambda: take_back.begin(request.actor, shown))


@require_POST
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    shown = _batch(request, pk)
    return BATCH.done(request, pk, lambda: take_in.drop(request.actor, shown))


def faults(request: HttpRequest, pk: int) -> HttpResponse:
    """The bad rows with the reasons beside them; each download stands in the trail."""
    shown = _batch(request, pk)
    try:
        data = fault_file(shown)
    except LostError as lost:
        raise Http404(str(lost)) from lost
    record(
        request.actor,
        "ledgers.download_faults",
        subject=f"{take_in.SUBJECT}:{shown.pk}",
        title=f"下载错误行：{shown.name}",
        chain=shown.body.code,
    )
    return _file(data, f"错误行-{shown.name.rpartition('.')[0]}.xlsx")


def _wanted(request: HttpRequest, code: str, key: str) -> tuple[Body, Target]:
    body = get_object_or_404(Body, code=code)
    target = targets.get(key)
    if target is None:
        raise Http404("没有这一类导入。")
    demand(permissions.may_import & target.allowed, request.standing, body)
    return body, target


def _batch(request: HttpRequest, pk: int) -> Batch:
    shown = get_object_or_404(Batch.objects.select_related("body", "holder"), pk=pk)
    target = target_of(shown)
    demand(permissions.may_import & target.allowed, request.standing, shown.body)
    return shown


def _file(data: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(data, content_type=XLSX)
    answer.headers["Content-Disposition"] = content_disposition_header(True, name)
    answer["Cache-Control"] = "private, no-store"
    return answer
