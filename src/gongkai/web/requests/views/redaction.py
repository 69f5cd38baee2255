"""Blacking out: take in a paper, see what was found, mark, burn, give out."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from gongkai.web.agencies.permissions import demand
from gongkai.web.files.queries import content
from gongkai.web.files.redaction import aside
from gongkai.web.files.redaction.aside import RedactionError
from gongkai.web.files.sniff import RefusedError
from gongkai.web.requests import permissions
from gongkai.web.requests.acts import redact as acts
from gongkai.web.requests.models.letters import Material
from gongkai.web.requests.redaction_forms import (
    EMPTY_ROWS,
    BoxForm,
    FoundForm,
    TakeForm,
    boxes_of,
    rows_of,
)
from gongkai.web.requests.views.found import case_for
from gongkai.web.ui.doing import Page, attempt

MATERIALS = Page("requests:materials", RedactionError)


def materials(request: HttpRequest, pk: int) -> HttpResponse:
    """The papers of a case that are blacked out, and a new one."""
    case = case_for(request, pk, permissions.may_handle)
    form = TakeForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data["file"]
        try:
            made = acts.take(request.actor, case, sent.name, sent.read())
        except (RefusedError, RedactionError) as refusal:
            form.add_error("file", str(refusal))
        else:
            return redirect("requests:material", pk=made.pk)
    listed = case.materials.select_related("original", "burnt")
    facts = {"case": case, "form": form, "materials": listed}
    return render(request, "requests/materials.html", facts)


@require_safe
def material(request: HttpRequest, pk: int) -> HttpResponse:
    """One page of a paper with its boxes, the list of what was found on all of them."""
    shown = _material(request, pk)
    words = request.GET.get("words", "")
    try:
        pages, found = aside.look(_data(shown), words.split())
    except RedactionError as fault:
        messages.error(request, str(fault))
        return redirect("requests:materials", pk=shown.request_id)
    number = min(_page(request), len(pages))
    form = FoundForm(found, initial={"words": words})
    rows = rows_of(shown.boxes, number)
    facts = {
        "material": shown,
        "case": shown.request,
        "number": number,
        "numbers": range(1, len(pages) + 1),
        "size": pages[number - 1],
        "found": form,
        "rows": rows,
        "boxes": [BoxForm(prefix=f"b{at}", initial=row) for at, row in enumerate(rows)]
        + [BoxForm(prefix=f"b{len(rows) + at}") for at in range(EMPTY_ROWS)],
        "total": len(shown.boxes),
    }
    return render(request, "requests/material.html", facts)


@require_safe
def page_picture(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """A page as it is seen; for those who handle the case only."""
    shown = _material(request, pk)
    try:
        made = aside.picture(_data(shown), number)
    except RedactionError:
        raise Http404 from None
    response = HttpResponse(made, content_type="image/png")
    response["Cache-Control"] = "private, no-store"
    return response


@require_POST
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark what was ticked in the list of what was found."""
    shown = _material(request, pk)
    try:
        _pages, found = aside.look(_data(shown), request.POST.get("words", "").split())
    except RedactionError as fault:
        messages.error(request, str(fault))
        return redirect("requests:material", pk=pk)
    form = FoundForm(found, request.POST)
    if form.is_valid():
        known = {tuple(each) for each in shown.boxes}
        new = [box for box in form.boxes() if _key(box) not in known]
        acts.mark(request.actor, shown, [*boxes_of(shown.boxes), *new])
        messages.success(request, f"已标出 {len(new)} 处。")
    return redirect("requests:material", pk=pk)


@require_POST
def mark(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the boxes of one page as the form says; those of other pages stay."""
    shown = _material(request, pk)
    number = _page(request)
    forms = [BoxForm(request.POST, prefix=name) for name in _prefixes(request)]
    if not all(form.is_valid() for form in forms):
        messages.error(request, "请用毫米填写每一处的位置和大小，宽和高要大于 0。")
    else:
        own = [box for form in forms if (box := form.box(number))]
        others = [box for box in boxes_of(shown.boxes) if box.page != number]
        every = sorted([*others, *own], key=lambda box: (box.page, box.top, box.left))
        acts.mark(request.actor, shown, every)
        if request.POST.get("then") == "burn":
            _burn(request, shown)
    address = redirect("requests:material", pk=pk)
    address["Location"] += f"?page={number}"
    return address


@require_POST
def burn(request: HttpRequest, pk: int) -> HttpResponse:
    """Have the file made."""
    shown = _material(request, pk)
    _burn(request, shown)
    return redirect("requests:materials", pk=shown.request_id)


@require_POST
def give(request: HttpRequest, pk: int) -> HttpResponse:
    """Let it go out with the answer, or not."""
    shown = _material(request, pk)
    given = request.POST.get("given") == "on"
    return MATERIALS.done(
        request, shown.request_id, lambda: acts.give(request.actor, shown, given=given)
    )


def _burn(request: HttpRequest, shown: Material) -> None:
    told = "正在生成，稍后刷新查看。"
    attempt(request, lambda: acts.ask_to_burn(request.actor, shown), told, RedactionError)


def _material(request: HttpRequest, pk: int) -> Material:
    wanted = ("request__body", "request__holder", "original", "pages", "burnt")
    found = get_object_or_404(Material.objects.select_related(*wanted), pk=pk)
    demand(permissions.may_handle, request.standing, found.request.body)
    return found


def _data(shown: Material) -> bytes:
    return content(shown.pages or shown.original)


def _page(request: HttpRequest) -> int:
    said = request.POST.get("page") or request.GET.get("page", "1")
    return max(int(said[:4]), 1) if said.isdecimal() else 1


def _prefixes(request: HttpRequest) -> list[str]:
    """The rows of the form that were sent, in their order."""
    names = {name.partition("-")[0] for name in request.POST if name.startswith("b")}
    return sorted((name for name in names if name[1:].isdecimal()), key=lambda name: int(name[1:]))


def _key(box) -> tuple[float, ...]:
    return (box.page, box.left, box.top, box.width, box.height)
