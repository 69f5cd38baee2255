"""Where the public says its opinion, asks, and reads what became of it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from gongkai.web.accounts.queries import address_of
from gongkai.web.agencies.models import Body
from gongkai.web.audit.kept import kept
from gongkai.web.publishing.acts.consultations import give_opinion
from gongkai.web.publishing.acts.questions import ask as ask_act
from gongkai.web.publishing.forms.dialogue import AskForm, FollowForm, OpinionForm
from gongkai.web.publishing.models.dialogue import Question
from gongkai.web.publishing.queries import consultations as queries
from gongkai.web.publishing.queries import questions as question_queries
from gongkai.web.publishing.queries.consultations import Stage
from gongkai.web.publishing.record import NotProvidedForError
from gongkai.web.ui import clock, receipts
from gongkai.web.ui.pace import within

OPINIONS, QUESTIONS, TRIES = 5, 3, 10
"""So many from one address, then a rest of an hour."""
HOUR = 3600


@login_not_required
@kept
def consultations(request: HttpRequest, code: str) -> HttpResponse:
    """What is open, what is coming, what came of the past ones."""
    body, today = get_object_or_404(Body, code=code), clock.today()
    page = Paginator(queries.before_public(body), 20).get_page(request.GET.get("page"))
    facts = {
        "body": body,
        "page": page,
        "found": [(each, queries.stage_of(each, today).value) for each in page],
    }
    return render(request, "publishing/consultations.html", facts)


@login_not_required
@sensitive_post_parameters("name", "phone", "text")
def consultation(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """One consultation, its form while it is open, its result afterwards."""
    body = get_object_or_404(Body, code=code)
    shown = get_object_or_404(queries.before_public(body), pk=pk)
    stage = queries.stage_of(shown, clock.today())
    form = OpinionForm(shown, request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not within(f"opinion:{address_of(request)}", OPINIONS, HOUR):
            return render(request, "publishing/rest.html", status=429)
        try:
            give_opinion(request.actor, consultation=shown, **form.told())
        except NotProvidedForError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "已经收到，感谢您的参与。结果将在本页公布。")
            return redirect("publishing:consultation", code, pk)
    told = stage is Stage.TOLD
    facts = {
        "consultation": shown,
        "stage": stage.value,
        "form": form if stage is Stage.OPEN else None,
        "adopted": queries.adopted(shown) if told else [],
        "figures": queries.answered(shown) if told else [],
    }
    return render(request, "publishing/consultation.html", facts)


@login_not_required
def questions(request: HttpRequest, code: str) -> HttpResponse:
    """Questions that were answered in public."""
    body = get_object_or_404(Body, code=code)
    page = Paginator(question_queries.before_public(body), 20).get_page(request.GET.get("page"))
    return render(request, "publishing/questions.html", {"body": body, "page": page})


@login_not_required
@never_cache
@sensitive_post_parameters()
def ask(request: HttpRequest, code: str) -> HttpResponse:
    body = get_object_or_404(Body, code=code, until=None)
    form = AskForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not within(f"ask:{address_of(request)}", QUESTIONS, HOUR):
            return render(request, "publishing/rest.html", status=429)
        made = ask_act(request.actor, body=body, **form.asked())
        answer = redirect("publishing:asked")
        return receipts.give(answer, "question", made.question.number, made.code)
    facts = {"form": form, "body": body, "due": question_queries.due_from(clock.today())}
    return render(request, "publishing/ask.html", facts)


@login_not_required
@never_cache
def asked(request: HttpRequest) -> HttpResponse:
    """Number and code of the new question, shown to the one who asked, until they leave."""
    new = receipts.given(request, "question")
    if new is None:
        return redirect("publishing:follow_question")
    return render(request, "publishing/asked.html", new)


@login_not_required
@never_cache
@sensitive_post_parameters("code")
@receipts.gone_on_from("question")
def follow_question(request: HttpRequest) -> HttpResponse:
    """Ask with number and code whether a question was answered."""
    form, found = FollowForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        if not within(f"follow:{address_of(request)}", TRIES, HOUR):
            return render(request, "publishing/rest.html", status=429)
        found = question_queries.followed(**form.cleaned_data)
        if found is None:
            form.add_error(None, "编号或者查询码不对，请对照提交后的回执重新填写。")
    return render(request, "publishing/follow_question.html", {"form": form, "question": found})


@login_not_required
def public_question(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """One answered question."""
    found = Question.objects.select_related("body").filter(public=True, body__code=code)
    shown = get_object_or_404(found, pk=pk)
    return render(request, "publishing/question.html", {"question": shown})


@login_not_required
@kept
def proposals(request: HttpRequest, code: str) -> HttpResponse:
    """Proposals and motions whose reply is published."""
    body = get_object_or_404(Body, code=code)
    found = question_queries.public_proposals(body)
    page = Paginator(found, 20).get_page(request.GET.get("page"))
    return render(request, "publishing/proposals.html", {"body": body, "page": page})
