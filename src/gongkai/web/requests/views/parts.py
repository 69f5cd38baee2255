"""One matter, one application; several handled together."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from gongkai.web.requests import permissions
from gongkai.web.requests.acts.split import answer_with_lead, join, part, split
from gongkai.web.requests.case_forms import JoinForm, SplitForm
from gongkai.web.requests.queries import OPEN
from gongkai.web.requests.signs import same_applicant
from gongkai.web.requests.views.found import case_for, done, form_page
from gongkai.web.ui import clock

SPLIT_LEAD = "一件申请含有几项内容的，按一事一申请拆分。各件分别办理、分别计数，期限连续计算。"
JOIN_LEAD = "同一申请人的几件申请可以合并办理、一并答复，年报仍然分别计数。"

NONE_TO_JOIN = "这位申请人没有其他在办的申请，不用合并。"


def divide(request: HttpRequest, pk: int) -> HttpResponse:
    """Make an application of each matter."""
    case = case_for(request, pk, permissions.may_register)
    form = SplitForm(request.POST or None, today=clock.today(), initial={"topics": case.topic})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        said = f"已拆分为 {len(given['topics'])} 件。"

        def act() -> None:
            split(request.actor, case, given["topics"], on=given["on"])

        if done(request, act, said, form):
            return redirect("requests:case", pk=pk)
    return form_page(request, case, form, title="拆分申请", button="拆分", lead=SPLIT_LEAD)


def combine(request: HttpRequest, pk: int) -> HttpResponse:
    """Handle it together with another of the same applicant."""
    case = case_for(request, pk, permissions.may_register)
    candidates = same_applicant(case).filter(stage__in=OPEN, joined=None)
    form = JoinForm(request.POST or None, candidates=candidates)
    if request.method == "POST" and form.is_valid():
        lead = form.cleaned_data["lead"]
        if done(request, lambda: join(request.actor, case, lead), "已合并办理。", form):
            return redirect("requests:case", pk=pk)
    words = {"title": "合并办理", "button": "合并", "lead": JOIN_LEAD}
    return form_page(request, case, form, warning="" if candidates else NONE_TO_JOIN, **words)


@require_POST
def uncombine(request: HttpRequest, pk: int) -> HttpResponse:
    """Handle it by itself again."""
    case = case_for(request, pk, permissions.may_register)
    part(request.actor, case)
    return redirect("requests:case", pk=pk)


@require_POST
def answer_together(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer it with the letter of the application it is handled with."""
    case = case_for(request, pk, permissions.may_handle)
    done(request, lambda: answer_with_lead(request.actor, case), "已一并答复。", None)
    return redirect("requests:case", pk=pk)
