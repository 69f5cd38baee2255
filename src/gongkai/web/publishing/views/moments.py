"""What is arranged for a moment: publication by itself; and what a day of judgment starts."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from gongkai.web.publishing import permissions
from gongkai.web.publishing.acts import decisions, timed
from gongkai.web.publishing.forms.items import MomentForm, OverturnForm
from gongkai.web.publishing.views.desk import ITEM, opened


@require_POST
def schedule(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the signed draft go out by itself."""
    item, form = opened(request, pk, permissions.may_publish), MomentForm(request.POST)
    if not form.is_valid():
        return ITEM.refused(request, pk, "请填写公布的日期和时间。")
    at = form.cleaned_data["at"]
    return ITEM.done(
        request,
        pk,
        lambda: timed.schedule(request.actor, item=item, at=at),
        "已经安排，到时自动公布；在此以前可以取消。",
    )


@require_POST
def unschedule(request: HttpRequest, pk: int) -> HttpResponse:
    item = opened(request, pk, permissions.may_publish)
    return ITEM.done(
        request, pk, lambda: timed.unschedule(request.actor, item=item), "已经取消定时公布。"
    )


@require_POST
def overturn(request: HttpRequest, pk: int) -> HttpResponse:
    """A published decision was set aside."""
    item, form = opened(request, pk, permissions.may_publish), OverturnForm(request.POST)
    if not form.is_valid():
        return ITEM.refused(request, pk, "请选择结果，填写日期和作出的机关。")
    typed = form.cleaned_data
    return ITEM.done(
        request,
        pk,
        lambda: decisions.overturn(
            request.actor, item=item, how=typed["how"], on=typed["on"], authority=typed["by"]
        ),
        "已经登记，请在法定期限内撤下并说明理由。",
    )
