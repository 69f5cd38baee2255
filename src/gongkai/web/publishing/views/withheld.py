"""Information that is not published, and its re-evaluation (article 18)."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from gongkai.web.agencies.models import Body
from gongkai.web.agencies.permissions import demand
from gongkai.web.publishing import permissions
from gongkai.web.publishing.acts import upkeep as acts
from gongkai.web.publishing.forms.upkeep import LookForm, WithheldForm
from gongkai.web.publishing.models.upkeep import Withheld
from gongkai.web.publishing.record import NotProvidedForError
from gongkai.web.ui import clock


def listing(request: HttpRequest, code: str) -> HttpResponse:
    """What a body withholds, the next to be looked at first."""
    body = get_object_or_404(Body, code=code)
    demand(permissions.may_read, request.standing, body)
    may_add = permissions.may_withdraw.test(request.standing, body)
    form = WithheldForm(request.POST if may_add and request.method == "POST" else None)
    if may_add and request.method == "POST" and form.is_valid():
        acts.withhold(request.actor, body=body, facts=form.cleaned_data)
        messages.success(request, "已经登记，到期会提醒复查。")
        return redirect("publishing:withheld", code)
    found = Withheld.objects.filter(body=body).order_by("opened_on", "next_on", "pk")
    facts = {
        "body": body,
        "form": form,
        "may_add": may_add,
        "page": Paginator(found, 50).get_page(request.GET.get("page")),
        "today": clock.today(),
    }
    return render(request, "publishing/withheld.html", facts)


def one(request: HttpRequest, pk: int) -> HttpResponse:
    """One of them: how it was judged before, and now."""
    shown = get_object_or_404(Withheld.objects.select_related("body"), pk=pk)
    demand(permissions.may_read, request.standing, shown.body)
    may_look = permissions.may_withdraw.test(request.standing, shown.body)
    form = LookForm(request.POST if may_look and request.method == "POST" else None)
    if may_look and request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            acts.look_again(request.actor, withheld=shown, on=clock.today(), **typed)
        except NotProvidedForError as refusal:
            form.add_error(None, str(refusal))
        else:
            if not typed["opens"]:
                messages.success(request, "已经登记，一年后再复查。")
                return redirect("publishing:withheld_one", pk)
            messages.success(request, "可以公开了，请起草并公布。")
            return redirect("publishing:new", shown.body.code)
    facts = {"shown": shown, "looks": shown.looks.all(), "form": form, "may_look": may_look}
    return render(request, "publishing/withheld_one.html", {**facts, "today": clock.today()})
