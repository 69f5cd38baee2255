"""How long items stay, and the lists of those whose time is over."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from gongkai.web.agencies.models import Body
from gongkai.web.agencies.permissions import demand
from gongkai.web.publishing import permissions
from gongkai.web.publishing.acts import upkeep as acts
from gongkai.web.publishing.forms.upkeep import RetentionForm
from gongkai.web.publishing.models.upkeep import Disposal, Retention
from gongkai.web.publishing.queries import counts, upkeep
from gongkai.web.publishing.record import NotProvidedForError
from gongkai.web.ui import clock
from gongkai.web.ui.doing import Page

DISPOSAL = Page("publishing:disposal", NotProvidedForError)


def listing(request: HttpRequest, code: str) -> HttpResponse:
    """The rules by kind, what is over today, the lists made so far."""
    body = get_object_or_404(Body, code=code)
    demand(permissions.may_read, request.standing, body)
    may_set = permissions.may_publish.test(request.standing, body)
    form = RetentionForm(request.POST if may_set and request.method == "POST" else None)
    if may_set and request.method == "POST" and form.is_valid():
        acts.set_retention(request.actor, body=body, **form.cleaned_data)
        messages.success(request, "已经保存。")
        return redirect("publishing:retention", code)
    facts = {
        "body": body,
        "form": form,
        "may_set": may_set,
        "rules": Retention.objects.filter(body=body).order_by("kind"),
        "over": upkeep.over(body, clock.today()),
        "disposals": Disposal.objects.filter(body=body).order_by("-pk"),
    }
    return render(request, "publishing/retention.html", facts)


@require_POST
def propose(request: HttpRequest, code: str) -> HttpResponse:
    body = get_object_or_404(Body, code=code)
    demand(permissions.may_publish, request.standing, body)
    try:
        made = acts.propose_disposal(request.actor, body=body, on=clock.today())
    except NotProvidedForError as refusal:
        messages.error(request, str(refusal))
        return redirect("publishing:retention", code)
    messages.success(request, "已经列出清单，请负责人批准。")
    return redirect("publishing:disposal", made.pk)


def disposal(request: HttpRequest, pk: int) -> HttpResponse:
    """One list; a second person approves it."""
    shown = get_object_or_404(Disposal.objects.select_related("body"), pk=pk)
    demand(permissions.may_read, request.standing, shown.body)
    may_approve = permissions.may_approve.test(request.standing, shown.body)
    if request.method == "POST":
        demand(permissions.may_approve, request.standing, shown.body)
        return DISPOSAL.done(
            request,
            pk,
            lambda: acts.approve_disposal(request.actor, disposal=shown),
            "已经批准，清单中的信息不再向社会公布。",
        )
    items = counts.items([pk for pk, _then in shown.listed])
    facts = {"shown": shown, "items": items, "may_approve": may_approve and not shown.approved}
    return render(request, "publishing/disposal.html", facts)
