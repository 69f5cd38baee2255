"""The desk: consultations from the plan to the published result."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from gongkai.web.agencies.permissions import demand
from gongkai.web.publishing import permissions
from gongkai.web.publishing.acts import consultations as acts
from gongkai.web.publishing.forms.dialogue import (
    ConsultationForm,
    ProlongForm,
    ResultForm,
    VerdictForm,
)
from gongkai.web.publishing.models.dialogue import Consultation, Opinion
from gongkai.web.publishing.queries import consultations as queries
from gongkai.web.publishing.queries import questions as question_queries
from gongkai.web.publishing.record import NotProvidedForError
from gongkai.web.publishing.views.bodies import body_for, frame, to_first
from gongkai.web.ui import clock
from gongkai.web.ui.doing import Page

CONSULTATION = Page("publishing:desk_consultation", NotProvidedForError)


def index(request: HttpRequest) -> HttpResponse:
    return to_first(request, "publishing:dialogue")


def dialogue(request: HttpRequest, code: str) -> HttpResponse:
    """What the body asks, what it is asked, which proposals it has to answer."""
    body, today = body_for(request, code), clock.today()
    found = [(each, queries.stage_of(each, today)) for each in queries.of_body(body)[:50]]
    waiting = question_queries.waiting(body)
    facts = {
        **frame(request, body, "publishing:dialogue"),
        "consultations": [(each, stage.value) for each, stage in found],
        "waiting": waiting[:100],
        "answered": question_queries.of_body(body).exclude(answered_on=None)[:20],
        "proposals": [
            question_queries.shown(each, today) for each in question_queries.proposals(body)[:100]
        ],
        "today": today,
        "may_keep": permissions.may_publish.test(request.standing, body),
    }
    return render(request, "publishing/dialogue.html", facts)


def new(request: HttpRequest, code: str) -> HttpResponse:
    body = body_for(request, code, permissions.may_publish)
    usual = {"since": clock.today()}
    form = ConsultationForm(request.POST or None, instance=Consultation(body=body), initial=usual)
    if request.method == "POST" and form.is_valid():
        made = acts.plan(request.actor, body=body, facts=form.facts())
        messages.success(request, "已经保存，核对后公布。")
        return redirect("publishing:desk_consultation", made.pk)
    return render(request, "publishing/consultation_edit.html", {"form": form, "body": body})


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    shown = _consultation(request, pk, permissions.may_publish)
    form = ConsultationForm(request.POST or None, instance=shown)
    if request.method == "POST" and form.is_valid():
        kept = Consultation.objects.select_related("body").get(pk=pk)
        return CONSULTATION.done(
            request,
            pk,
            lambda: acts.change(request.actor, consultation=kept, facts=form.facts()),
            "已经保存。",
        )
    facts = {"form": form, "body": shown.body, "consultation": shown}
    return render(request, "publishing/consultation_edit.html", facts)


@never_cache
def consultation(request: HttpRequest, pk: int) -> HttpResponse:
    """One consultation: what came in, what was made of it, what may be done."""
    shown = _consultation(request, pk, permissions.may_read)
    page = Paginator(shown.opinions.select_related("holder"), 20).get_page(request.GET.get("page"))
    may = permissions.may_publish.test(request.standing, shown.body)
    facts = {
        "consultation": shown,
        "stage": queries.stage_of(shown, clock.today()).name,
        "stage_name": queries.stage_of(shown, clock.today()).value,
        "page": page,
        "opinions": [(each, queries.words_of(each)) for each in page] if may else [],
        "verdicts": Opinion.Verdict.choices,
        "figures": queries.answered(shown),
        "result_form": ResultForm(),
        "prolong_form": ProlongForm(),
        "may_keep": may,
    }
    return render(request, "publishing/desk_consultation.html", facts)


@require_POST
def put_out(request: HttpRequest, pk: int) -> HttpResponse:
    shown = _consultation(request, pk, permissions.may_publish)
    return CONSULTATION.done(
        request, pk, lambda: acts.put_out(request.actor, consultation=shown), "已经公布。"
    )


@require_POST
def prolong(request: HttpRequest, pk: int) -> HttpResponse:
    shown, form = _consultation(request, pk, permissions.may_publish), ProlongForm(request.POST)
    if not form.is_valid():
        return CONSULTATION.refused(request, pk, "请填写新的截止日期。")
    until = form.cleaned_data["until"]
    return CONSULTATION.done(
        request,
        pk,
        lambda: acts.prolong(request.actor, consultation=shown, until=until),
        "已经延长，页面上的截止日期随之更新。",
    )


@require_POST
def judge(request: HttpRequest, pk: int) -> HttpResponse:
    """What was made of one opinion."""
    found = Opinion.objects.select_related("consultation__body")
    opinion = get_object_or_404(found, pk=pk)
    demand(permissions.may_publish, request.standing, opinion.consultation.body)
    form, shown = VerdictForm(request.POST), opinion.consultation_id
    if not form.is_valid():
        return CONSULTATION.refused(request, shown, "请选择采纳情况，并填写意见摘要。")
    return CONSULTATION.done(
        request,
        shown,
        lambda: acts.judge(request.actor, opinion=opinion, **form.cleaned_data),
        "已经保存。",
    )


@require_POST
def tell_result(request: HttpRequest, pk: int) -> HttpResponse:
    shown, form = _consultation(request, pk, permissions.may_publish), ResultForm(request.POST)
    if not form.is_valid():
        return CONSULTATION.refused(request, pk, "请填写结果和采纳情况。")
    result = form.cleaned_data["result"]
    return CONSULTATION.done(
        request,
        pk,
        lambda: acts.tell_result(request.actor, consultation=shown, result=result),
        "结果已经公布。",
    )


def _consultation(request: HttpRequest, pk: int, allowed) -> Consultation:
    found = get_object_or_404(Consultation.objects.select_related("body", "item__body"), pk=pk)
    demand(allowed, request.standing, found.body)
    return found
