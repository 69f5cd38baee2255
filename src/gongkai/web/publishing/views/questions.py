"""The desk: questions to answer, proposals to reply to."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from gongkai.web.agencies.permissions import demand
from gongkai.web.publishing import permissions
from gongkai.web.publishing.acts import questions as acts
from gongkai.web.publishing.forms.dialogue import (
    AnswerForm,
    ProposalForm,
    ReplyForm,
    ReplyPublishedForm,
)
from gongkai.web.publishing.models.dialogue import Proposal, Question
from gongkai.web.publishing.queries import questions as queries
from gongkai.web.publishing.record import NotProvidedForError
from gongkai.web.publishing.views.bodies import body_for
from gongkai.web.ui import clock
from gongkai.web.ui.doing import Page

PROPOSAL = Page("publishing:proposal", NotProvidedForError)


@never_cache
def question(request: HttpRequest, pk: int) -> HttpResponse:
    """One question as it was asked, and the form of its answer."""
    found = Question.objects.select_related("body", "holder")
    shown = get_object_or_404(found, pk=pk)
    demand(permissions.may_publish, request.standing, shown.body)
    asked = queries.asked_as(shown)
    form = AnswerForm(request.POST or None, initial=_before(shown, asked))
    if request.method == "POST" and form.is_valid():
        try:
            acts.answer(request.actor, question=shown, **form.cleaned_data)
        except NotProvidedForError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "已经答复。")
            return redirect("publishing:dialogue", shown.body.code)
    facts = {"question": shown, "asked": asked, "form": form, "today": clock.today()}
    return render(request, "publishing/question_desk.html", facts)


def _before(shown: Question, asked) -> dict[str, object]:
    """What the form begins with: what is shown already, else the asker's words."""
    if shown.answered_on:
        return {
            "title": shown.title,
            "text": shown.text,
            "answer": shown.answer,
            "public": shown.public,
        }
    return {
        "title": asked.get("title", ""),
        "text": asked.get("text", ""),
        "public": shown.wants_public,
    }


def new_proposal(request: HttpRequest, code: str) -> HttpResponse:
    body = body_for(request, code, permissions.may_publish)
    form = ProposalForm(request.POST or None, instance=Proposal(body=body))
    if request.method == "POST" and form.is_valid():
        made = acts.enter_proposal(request.actor, body=body, facts=form.cleaned_data)
        messages.success(request, "已经登记。")
        return redirect("publishing:proposal", made.pk)
    return render(request, "publishing/proposal_edit.html", {"form": form, "body": body})


def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    shown = _proposal(request, pk, permissions.may_read)
    facts = {
        "proposal": shown,
        "shown": queries.shown(shown, clock.today()),
        "reply_form": ReplyForm(initial={"on": clock.today()}),
        "published_form": ReplyPublishedForm(shown),
        "may_keep": permissions.may_publish.test(request.standing, shown.body),
    }
    return render(request, "publishing/proposal.html", facts)


@require_POST
def reply(request: HttpRequest, pk: int) -> HttpResponse:
    shown, form = _proposal(request, pk, permissions.may_publish), ReplyForm(request.POST)
    if not form.is_valid():
        return PROPOSAL.refused(request, pk, "请填写答复日期。")
    on = form.cleaned_data["on"]
    return PROPOSAL.done(
        request, pk, lambda: acts.reply(request.actor, proposal=shown, on=on), "已经登记答复。"
    )


@require_POST
def publish_reply(request: HttpRequest, pk: int) -> HttpResponse:
    """As which item the reply is published, or why it is not."""
    shown = _proposal(request, pk, permissions.may_publish)
    form = ReplyPublishedForm(shown, request.POST)
    if not form.is_valid():
        return PROPOSAL.refused(request, pk, "请选择公开的答复，或者写明不公开的理由。")
    return PROPOSAL.done(
        request,
        pk,
        lambda: acts.publish_reply(request.actor, proposal=shown, **form.cleaned_data),
        "已经保存。",
    )


def _proposal(request: HttpRequest, pk: int, allowed) -> Proposal:
    found = get_object_or_404(Proposal.objects.select_related("body", "item__body"), pk=pk)
    demand(allowed, request.standing, found.body)
    return found
