"""Campaigns: clean-up of normative documents, mending of old items."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from gongkai.web.agencies.models import Body
from gongkai.web.agencies.permissions import demand
from gongkai.web.publishing import permissions
from gongkai.web.publishing.acts import upkeep as acts
from gongkai.web.publishing.forms.upkeep import AssignForm, CampaignForm, SettleForm
from gongkai.web.publishing.models.upkeep import Campaign
from gongkai.web.publishing.queries import upkeep
from gongkai.web.publishing.record import NotProvidedForError
from gongkai.web.ui import clock
from gongkai.web.ui.doing import Page

CAMPAIGN = Page("publishing:campaign", NotProvidedForError)


def listing(request: HttpRequest, code: str) -> HttpResponse:
    """The campaigns of a body, what expires soon, and a new campaign."""
    body = get_object_or_404(Body, code=code)
    demand(permissions.may_read, request.standing, body)
    may_open = permissions.may_publish.test(request.standing, body)
    form = CampaignForm(request.POST if may_open and request.method == "POST" else None)
    if may_open and request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        scope = {"before": typed.pop("before"), "words": typed.pop("words")}
        items = upkeep.to_look_at(body, typed["purpose"], **scope)
        try:
            made = acts.open_campaign(request.actor, body=body, facts=typed, items=items)
        except NotProvidedForError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"已经列出 {len(items)} 件，请分派到科室。")
            return redirect("publishing:campaign", made.pk)
    facts = {
        "body": body,
        "form": form,
        "may_open": may_open,
        "campaigns": upkeep.campaigns(body),
        "expiring": upkeep.expiring(body, clock.today()),
        "today": clock.today(),
    }
    return render(request, "publishing/campaigns.html", facts)


def one(request: HttpRequest, pk: int) -> HttpResponse:
    """The list of a campaign: whose each is, what became of it, the sums."""
    campaign = _campaign(request, pk, permissions.may_read)
    found = campaign.assignments.select_related("item")
    facts = {
        "campaign": campaign,
        "page": Paginator(found, 50).get_page(request.GET.get("page")),
        "sums": upkeep.summed(campaign),
        "outcomes": upkeep.outcomes(campaign.purpose),
        "today": clock.today(),
        "may_manage": permissions.may_publish.test(request.standing, campaign.body),
        "may_settle": permissions.may_draft.test(request.standing, campaign.body),
    }
    return render(request, "publishing/campaign.html", facts)


@require_POST
def assign(request: HttpRequest, pk: int) -> HttpResponse:
    campaign, form = _campaign(request, pk, permissions.may_publish), AssignForm(request.POST)
    ids = [int(each) for each in request.POST.getlist("assignment") if each.isdecimal()]
    if not form.is_valid() or not ids:
        return CAMPAIGN.refused(request, pk, "请勾选要分派的信息，并填写责任科室。")
    section = form.cleaned_data["section"]
    return CAMPAIGN.done(
        request,
        pk,
        lambda: acts.assign(request.actor, campaign=campaign, ids=ids, section=section),
        "已经分派。",
    )


@require_POST
def settle(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """What became of one item."""
    campaign = _campaign(request, pk, permissions.may_publish)
    found = campaign.assignments.select_related("item__body", "campaign__body")
    assignment = get_object_or_404(found, pk=number)
    form = SettleForm(campaign.purpose, request.POST)
    if not form.is_valid():
        return CAMPAIGN.refused(request, pk, "请选择办理结果。")
    typed = form.cleaned_data
    on = typed["on"] or clock.today()
    return CAMPAIGN.done(
        request,
        pk,
        lambda: acts.settle(
            request.actor,
            assignment=assignment,
            outcome=typed["outcome"],
            on=on,
            note=typed["note"],
        ),
        "已经登记。",
    )


@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    campaign = _campaign(request, pk, permissions.may_publish)
    return CAMPAIGN.done(
        request, pk, lambda: acts.close_campaign(request.actor, campaign=campaign), "已经结束。"
    )


def _campaign(request: HttpRequest, pk: int, allowed) -> Campaign:
    found = get_object_or_404(Campaign.objects.select_related("body"), pk=pk)
    demand(allowed, request.standing, found.body)
    return found
