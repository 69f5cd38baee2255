"""The desk: channels, what went out through them, the counts of a year."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from gongkai.web.agencies.permissions import demand
from gongkai.web.publishing import permissions
from gongkai.web.publishing.acts import channels as acts
from gongkai.web.publishing.forms.channels import (
    HEAD,
    ChannelForm,
    CloseForm,
    DisseminationForm,
    SheetForm,
    StatedForm,
    VoidForm,
    read_table,
)
from gongkai.web.publishing.models.channels import Channel, Dissemination
from gongkai.web.publishing.queries import channels as queries
from gongkai.web.publishing.record import NotProvidedForError
from gongkai.web.publishing.sheets import LARGEST, SheetError
from gongkai.web.publishing.views.bodies import body_for, frame, to_first
from gongkai.web.ui import clock
from gongkai.web.ui.doing import Page

REFUSALS = (NotProvidedForError, SheetError)
CHANNEL = Page("publishing:channel", REFUSALS)


def index(request: HttpRequest) -> HttpResponse:
    return to_first(request, "publishing:channels")


def channels(request: HttpRequest, code: str) -> HttpResponse:
    """The register of a body, and what went out in a year through each channel."""
    body = body_for(request, code)
    years = queries.years(body) or [clock.today().year]
    asked = request.GET.get("year", "")
    year = int(asked) if asked in map(str, years) else years[0]
    facts = {
        **frame(request, body, "publishing:channels"),
        "channels": queries.channels_of(body),
        "figures": queries.figures(body, year),
        "year": year,
        "years": years,
        "may_keep": permissions.may_keep_channels.test(request.standing, body),
    }
    return render(request, "publishing/channels.html", facts)


def new_channel(request: HttpRequest, code: str) -> HttpResponse:
    body = body_for(request, code, permissions.may_keep_channels)
    form = ChannelForm(request.POST or None, instance=Channel(body=body))
    if request.method == "POST" and form.is_valid():
        made = acts.open_channel(request.actor, body=body, facts=form.cleaned_data)
        messages.success(request, "已经登记。")
        return redirect("publishing:channel", made.pk)
    return render(request, "publishing/channel_edit.html", {"form": form, "body": body})


def edit_channel(request: HttpRequest, pk: int) -> HttpResponse:
    shown = _channel(request, pk, permissions.may_keep_channels)
    form = ChannelForm(request.POST or None, instance=shown)
    if request.method == "POST" and form.is_valid():
        kept = Channel.objects.select_related("body").get(pk=pk)
        acts.change_channel(request.actor, channel=kept, facts=form.cleaned_data)
        messages.success(request, "已经保存。")
        return redirect("publishing:channel", pk)
    facts = {"form": form, "body": shown.body, "channel": shown}
    return render(request, "publishing/channel_edit.html", facts)


def channel(request: HttpRequest, pk: int) -> HttpResponse:
    """One channel: its entry, what went out, what may be added."""
    shown = _channel(request, pk, permissions.may_read)
    return _page(request, shown, {})


def _page(request: HttpRequest, shown: Channel, forms: dict[str, object]) -> HttpResponse:
    asked, sort = request.GET.get("year", ""), request.GET.get("sort", "")
    year = int(asked) if asked.isdecimal() and len(asked) == 4 else None
    found = queries.went_out(shown, year=year, sort=sort)
    facts = {
        "channel": shown,
        "year": year,
        "sort": sort,
        "page": Paginator(found, 30).get_page(request.GET.get("page")),
        "stated": shown.stated.all(),
        "may_keep": permissions.may_keep_channels.test(request.standing, shown.body),
        "head": HEAD,
        "add_form": DisseminationForm(initial={"on": clock.today()}),
        "sheet_form": SheetForm(),
        "stated_form": StatedForm(initial={"year": clock.today().year - 1}),
        "close_form": CloseForm(initial={"on": clock.today()}),
        "void_form": VoidForm(),
        **forms,
    }
    return render(request, "publishing/channel.html", facts)


@require_POST
def disseminate(request: HttpRequest, pk: int) -> HttpResponse:
    shown = _channel(request, pk, permissions.may_keep_channels)
    form = DisseminationForm(request.POST)
    if not form.is_valid():
        return _page(request, shown, {"add_form": form})
    told = form.told()
    return CHANNEL.done(
        request,
        pk,
        lambda: acts.disseminate(request.actor, channel=shown, told=told),
        "已经登记。",
    )


@require_POST
def take_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Take in a table of what went out."""
    shown = _channel(request, pk, permissions.may_keep_channels)
    form = SheetForm(request.POST, request.FILES)
    if not form.is_valid() or form.cleaned_data["file"].size > LARGEST:
        return CHANNEL.refused(request, pk, "请选择不超过 10 MB 的表格。")
    sent = form.cleaned_data["file"]
    data = sent.read()
    try:
        new, old = acts.import_table(request.actor, shown, read_table(sent.name, data), data)
    except REFUSALS as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"新登记 {new} 条" + (f"，{old} 条以前登记过。" if old else "。"))
    return redirect("publishing:channel", pk)


@require_POST
def state_figure(request: HttpRequest, pk: int) -> HttpResponse:
    shown = _channel(request, pk, permissions.may_keep_channels)
    form = StatedForm(request.POST)
    if not form.is_valid():
        return _page(request, shown, {"stated_form": form})
    facts = form.cleaned_data
    return CHANNEL.done(
        request,
        pk,
        lambda: acts.state_figure(request.actor, channel=shown, facts=facts),
        "已经填写。",
    )


@require_POST
def close_channel(request: HttpRequest, pk: int) -> HttpResponse:
    shown = _channel(request, pk, permissions.may_keep_channels)
    form = CloseForm(request.POST)
    if not form.is_valid():
        return _page(request, shown, {"close_form": form})
    typed = form.cleaned_data
    return CHANNEL.done(
        request,
        pk,
        lambda: acts.close_channel(request.actor, channel=shown, on=typed["on"], why=typed["why"]),
        "已经标明停用，发布记录保留。",
    )


@require_POST
def make_void(request: HttpRequest, pk: int) -> HttpResponse:
    """An entry that was made by mistake."""
    found = Dissemination.objects.select_related("channel__body")
    entry = get_object_or_404(found, pk=pk)
    demand(permissions.may_keep_channels, request.standing, entry.channel.body)
    form = VoidForm(request.POST)
    if not form.is_valid():
        return CHANNEL.refused(request, entry.channel_id, "请写明作废的原因。")
    why = form.cleaned_data["why"]
    return CHANNEL.done(
        request,
        entry.channel_id,
        lambda: acts.make_void(request.actor, entry=entry, why=why),
        "已经作废，不再计数。",
    )


@require_POST
def gather(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask the feed now."""
    shown = _channel(request, pk, permissions.may_keep_channels)
    if not shown.connector:
        return CHANNEL.refused(request, pk, "这个渠道没有设置自动采集。")
    new = acts.gather(request.actor, channel=shown)
    if shown.fault:
        messages.error(request, f"没有采集到：{shown.fault}")
    else:
        messages.success(request, f"采集完成，新登记 {new} 条。")
    return redirect("publishing:channel", pk)


def _channel(request: HttpRequest, pk: int, allowed) -> Channel:
    found = get_object_or_404(Channel.objects.select_related("body"), pk=pk)
    demand(allowed, request.standing, found.body)
    return found
