"""Asking a third party or another body, and entering what came back on paper."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from gongkai.law.request.lifecycle import NotProvidedFor
from gongkai.web.agencies.permissions import demand
from gongkai.web.requests import permissions
from gongkai.web.requests.acts import consult as acts
from gongkai.web.requests.case_forms import ConsultForm, OutForm, PaperOpinionForm, ReachedForm
from gongkai.web.requests.models.others import Consultation
from gongkai.web.requests.views.found import case_for, done, form_page
from gongkai.web.ui import clock

LEAD = (
    "书面征求意见所需时间不计入答复期限。第三方逾期未答复的，由本机关依照条例决定；"
    "共同制作的机关逾期未答复的，视为同意公开。"
)


def consult(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a letter of consultation; number and code go into the letter."""
    case = case_for(request, pk, permissions.may_handle)
    form = ConsultForm(request.POST or None, today=clock.today())
    if request.method == "POST" and form.is_valid():
        try:
            opened = acts.consult(request.actor, case, form.asked)
        except NotProvidedFor as refusal:
            form.add_error(None, f"{refusal}。")
        else:
            number = opened.consultation.number
            text = f"已记入，编号 {number}，意见查询码 {opened.code}，对方可以凭此在网上提交意见。"
            if form.asked.sent is None:
                text = f"已登记，编号 {number}。请接着起草征求意见的文书，编号和查询码会写在里面。"
            messages.success(request, text)
            return redirect("requests:case", pk=pk)
    return form_page(request, case, form, title="征求意见", button="登记", lead=LEAD)


def sent(request: HttpRequest, pk: int) -> HttpResponse:
    """The letter went out otherwise than through the platform."""
    found = _consultation(request, pk)
    form = OutForm(request.POST or None, today=clock.today())
    if request.method == "POST" and form.is_valid():

        def act() -> None:
            acts.sent_out(request.actor, found, **form.cleaned_data)

        if done(request, act, "已记入，等待意见期间不计入答复期限。", form):
            return redirect("requests:case", pk=found.request_id)
    title = f"登记征求意见书发出 · {found.number}"
    return form_page(request, found.request, form, title=title, button="记入")


def reached(request: HttpRequest, pk: int) -> HttpResponse:
    """The letter was signed for later than it went out."""
    found = _consultation(request, pk)
    form = ReachedForm(request.POST or None, today=clock.today())
    if request.method == "POST" and form.is_valid():

        def act() -> None:
            acts.reached(request.actor, found, on=form.cleaned_data["on"])

        if done(request, act, "已记入，对方答复的期限从签收之日起算。", form):
            return redirect("requests:case", pk=found.request_id)
    title = f"登记征求意见书签收 · {found.number}"
    return form_page(request, found.request, form, title=title, button="记入")


@require_POST
def dropped(request: HttpRequest, pk: int) -> HttpResponse:
    """Nobody is to be asked after all."""
    found = _consultation(request, pk)
    done(request, lambda: acts.drop(request.actor, found), "已取消这次征求意见。", None)
    return redirect("requests:case", pk=found.request_id)


def opinion(request: HttpRequest, pk: int) -> HttpResponse:
    """The slip that came back on paper."""
    found = _consultation(request, pk)
    form = PaperOpinionForm(request.POST or None, today=clock.today())
    if request.method == "POST" and form.is_valid():

        def act() -> None:
            acts.reply(request.actor, found, **form.cleaned_data)

        if done(request, act, "意见已记入。", form):
            return redirect("requests:case", pk=found.request_id)
    title = f"登记意见 · {found.number}"
    return form_page(request, found.request, form, title=title, button="记入")


@require_POST
def no_opinion(request: HttpRequest, pk: int) -> HttpResponse:
    """The time is over and nothing came."""
    found = _consultation(request, pk)
    today = clock.today()
    done(request, lambda: acts.silent(request.actor, found, on=today), "已记入。", None)
    return redirect("requests:case", pk=found.request_id)


def _consultation(request: HttpRequest, pk: int) -> Consultation:
    found = Consultation.objects.select_related("request__body", "holder")
    consultation = get_object_or_404(found, pk=pk)
    demand(permissions.may_handle, request.standing, consultation.request.body)
    return consultation
