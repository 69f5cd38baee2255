"""Extending the period: ask, decide, tell."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from gongkai.statute.parameters import parameter
from gongkai.web.agencies.models import Role
from gongkai.web.agencies.permissions import demand
from gongkai.web.agencies.queries import holders
from gongkai.web.requests import permissions
from gongkai.web.requests.acts.extend import ask_extension, decide_extension, tell_extension
from gongkai.web.requests.case_forms import DayForm, DecideForm, ExtendForm
from gongkai.web.requests.models.others import Extension
from gongkai.web.requests.views.found import case_for, done, form_page
from gongkai.web.review.queries import acting
from gongkai.web.ui import clock

NOBODY = (
    "本单位还没有设定政府信息公开工作机构负责人，报请以后没有人能批复，请先联系账号管理员设定。"
)


def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Lay it before the head of the disclosure office."""
    case = case_for(request, pk, permissions.may_handle)
    most = parameter("request.extension_days").on(clock.today())
    form = ExtendForm(request.POST or None, most=most)
    if request.method == "POST" and form.is_valid():

        def act() -> None:
            ask_extension(request.actor, case, **form.cleaned_data)

        if done(request, act, "已报工作机构负责人批准。", form):
            return redirect("requests:case", pk=pk)
    lead = "延期要经政府信息公开工作机构负责人同意，在原期限届满前告知申请人；只能延长一次。"
    approver = holders(case.body, Role.OFFICE_HEAD, clock.today()).exists()
    words = {"lead": lead, "warning": "" if approver else NOBODY}
    return form_page(request, case, form, title="报请延期", button="报请批准", **words)


def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """The head of the disclosure office, or who stands in, agrees or does not."""
    found = _extension(pk)
    body = found.request.body
    roles = {each.role for each in acting(request.user, request.standing, body, clock.today())}
    if Role.OFFICE_HEAD not in roles:
        raise PermissionDenied("延期由政府信息公开工作机构负责人批准。")
    form = DecideForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def act() -> None:
            decide_extension(request.actor, found, **form.cleaned_data)

        if done(request, act, "已批复。", form):
            return redirect("requests:case", pk=found.request_id)
    lead = f"{found.asked_by}报请延长 {found.days} 个工作日，理由：{found.reason}"
    return form_page(request, found.request, form, title="批复延期", button="批复", lead=lead)


def tell(request: HttpRequest, pk: int) -> HttpResponse:
    """The applicant was told: the longer period holds from then on."""
    found = _extension(pk)
    demand(permissions.may_handle, request.standing, found.request.body)
    form = DayForm(request.POST or None, today=clock.today())
    if request.method == "POST" and form.is_valid():

        def act() -> None:
            tell_extension(request.actor, found, on=form.cleaned_data["on"])

        if done(request, act, "延期已生效。", form):
            return redirect("requests:case", pk=found.request_id)
    lead = "写明书面告知申请人的日期（邮寄的为交邮之日）；应当在原期限届满前告知。"
    return form_page(request, found.request, form, title="告知延期", button="记入", lead=lead)


def _extension(pk: int) -> Extension:
    return get_object_or_404(Extension.objects.select_related("request__body"), pk=pk)
