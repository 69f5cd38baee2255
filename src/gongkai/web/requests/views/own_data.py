"""Correcting what a body's records say of somebody: asked for, followed, handled."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from gongkai.law.request.own_data import CorrectionAct
from gongkai.web.agencies.permissions import demand
from gongkai.web.agencies.queries import bodies
from gongkai.web.requests import own_data, permissions
from gongkai.web.requests.acts.own_data import ask_for_correction, enter_correction
from gongkai.web.requests.forms import FollowForm
from gongkai.web.requests.models.own_data import RecordCorrection
from gongkai.web.requests.own_data_forms import CorrectionActForm, CorrectionForm
from gongkai.web.requests.views.found import done
from gongkai.web.requests.views.tries import failed, resting
from gongkai.web.ui import clock
from gongkai.web.vault.queries import open_all

FOLLOWED = "requests.correction"


@login_not_required
@never_cache
@sensitive_post_parameters()
def ask(request: HttpRequest, code: str) -> HttpResponse:
    """Ask a body to correct its records."""
    body = get_object_or_404(bodies(clock.today()), code=code)
    form = CorrectionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        person = dict(form.cleaned_data)
        topic = person.pop("topic")
        account = request.user if request.user.is_authenticated else None
        made, secret = ask_for_correction(
            request.actor, body, person=person, topic=topic, account=account
        )
        request.session[FOLLOWED] = made.pk
        text = f"已经提交。更正申请编号 {made.number}，查询码 {secret}，请抄下或者打印保存。"
        messages.success(request, text)
        return redirect("requests:correction_follow")
    return render(request, "requests/correction_ask.html", {"form": form, "body": body})


@login_not_required
@never_cache
@sensitive_post_parameters("code")
def follow(request: HttpRequest) -> HttpResponse:
    """Where it stands and what was told, by number and code."""
    if resting(request, "correction"):
        return render(request, "requests/rest.html", status=429)
    form = FollowForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        found = own_data.corrected_by(**form.cleaned_data)
        if found is not None:
            request.session[FOLLOWED] = found.pk
            return redirect("requests:correction_follow")
        failed(request, "correction")
        form.add_error(None, "编号或者查询码不对，请核对后重新填写。")
    followed = RecordCorrection.objects.filter(pk=request.session.get(FOLLOWED)).first()
    facts = {"form": form, "correction": followed, "steps": _steps(followed) if followed else []}
    return render(request, "requests/correction_follow.html", facts)


def listing(request: HttpRequest) -> HttpResponse:
    """Corrections asked of one's bodies."""
    demand(permissions.may_work_on_requests, request.standing)
    found = own_data.of_bodies(request.standing.body_ids)
    page = Paginator(found, 30).get_page(request.GET.get("page"))
    return render(request, "requests/corrections.html", {"page": page})


def correction(request: HttpRequest, pk: int) -> HttpResponse:
    """One of them: what is wrong, the evidence, what may be done."""
    found = _one(request, pk)
    kept = open_all(found.holder)
    facts = {
        "correction": found,
        "kept": {name: kept.get(name, "") for name in ("name", "wrong", "right", "evidence")},
        "possible": own_data.possible(found),
        "steps": _steps(found),
    }
    return render(request, "requests/correction.html", facts)


def act(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    """Enter one act."""
    found = _one(request, pk)
    if step not in CorrectionAct.__members__:
        raise Http404
    form = CorrectionActForm(request.POST or None, today=clock.today())
    if request.method == "POST" and form.is_valid():
        chosen, given = CorrectionAct[step], form.cleaned_data

        def entered() -> None:
            enter_correction(request.actor, found, chosen, on=given["on"], told=given["told"])

        if done(request, entered, f"已记入：{chosen.value}。", form):
            return redirect("requests:correction", pk=pk)
    facts = {"correction": found, "form": form, "act": CorrectionAct[step]}
    return render(request, "requests/correction_act.html", facts)


def _one(request: HttpRequest, pk: int) -> RecordCorrection:
    found = get_object_or_404(RecordCorrection.objects.select_related("body", "holder"), pk=pk)
    demand(permissions.may_handle, request.standing, found.body)
    return found


def _steps(found: RecordCorrection) -> list[tuple[object, str, str]]:
    """Entry, its name, what was told."""
    kept = open_all(found.holder)
    return [
        (entry, CorrectionAct[entry.act].value, kept.get(f"told:{entry.number}", ""))
        for entry in found.entries.all()
    ]
