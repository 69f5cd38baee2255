"""Drafting: first the kind, then its form."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from gongkai.web.agencies.models import Body
from gongkai.web.agencies.permissions import demand
from gongkai.web.publishing import permissions
from gongkai.web.publishing.acts import items as acts
from gongkai.web.publishing.forms.writing import ItemForm, shown
from gongkai.web.publishing.kinds import KINDS, groups
from gongkai.web.publishing.models.items import Item
from gongkai.web.publishing.queries import items as queries
from gongkai.web.publishing.queries import relations
from gongkai.web.publishing.record import NotProvidedForError, Stage
from gongkai.web.publishing.text import as_typed
from gongkai.web.ui import clock


def new(request: HttpRequest, code: str) -> HttpResponse:
    """Begin a draft."""
    body = get_object_or_404(Body, code=code)
    demand(permissions.may_draft, request.standing, body)
    kind = _asked(request)
    if not kind:
        return render(request, "publishing/kinds.html", {"body": body, "groups": groups()})
    form = ItemForm(body, kind, request.POST or None, initial={"made_on": clock.today()})
    if request.method == "POST" and form.is_valid():
        made = acts.open_item(request.actor, body=body, facts=form.facts())
        messages.success(request, "草稿已经保存，可以添加附件，然后送审。")
        return redirect("publishing:desk_item", made.pk)
    facts = {"form": form, "body": body, "kind": KINDS[kind]}
    return render(request, "publishing/edit.html", facts)


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a draft anew."""
    item = get_object_or_404(Item.objects.select_related("body"), pk=pk)
    demand(permissions.may_draft, request.standing, item.body)
    state = queries.state_of(item)
    if state.stage is not Stage.DRAFTING:
        messages.warning(request, f"这条信息处于“{state.stage.zh}”，现在不能修改。")
        return redirect("publishing:desk_item", pk)
    kind = _asked(request) or state.facts["kind"]
    typed = {"content": as_typed(state.facts["content"]), "base": state.written}
    initial = {**shown(state.facts, relations.names(state.facts)), **typed}
    form = ItemForm(item.body, kind, request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid() and _written(request, item, form):
        messages.success(request, "已经保存。")
        return redirect("publishing:desk_item", pk)
    facts = {"form": form, "body": item.body, "item": item, "kind": KINDS[kind]}
    return render(request, "publishing/edit.html", {**facts, "groups": groups()})


def _written(request: HttpRequest, item: Item, form: ItemForm) -> bool:
    base = form.cleaned_data["base"] or 0
    try:
        acts.write(request.actor, item=item, facts=form.facts(), base=base)
    except NotProvidedForError as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def _asked(request: HttpRequest) -> str:
    """The kind that was chosen; empty for none that there is."""
    said = request.POST.get("kind") or request.GET.get("kind", "")
    return said if said in KINDS else ""
