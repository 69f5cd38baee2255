"""By which channels messages leave, and what became of them; for the system administrator."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from gongkai.web.agencies import permissions
from gongkai.web.agencies.permissions import demand
from gongkai.web.agencies.queries import bodies
from gongkai.web.notices import queries
from gongkai.web.notices.acts import settle
from gongkai.web.notices.acts.tell import News, tell
from gongkai.web.notices.forms import GroupForm
from gongkai.web.ui import clock


def senders(request: HttpRequest) -> HttpResponse:
    demand(permissions.may_manage_bodies, request.standing)
    scopes = [(f"agencies.body:{b.pk}", b.short_name) for b in bodies(clock.today())]
    form = GroupForm(scopes, request.POST or None)
    if request.method == "POST" and form.is_valid():
        settle.add_group(request.actor, **form.cleaned_data)
        messages.success(request, "已经接入，可以先试发一条。")
        return redirect("pages:senders")
    names = dict(scopes)
    facts = {
        "form": form,
        "groups": [(group, names.get(group.scope, "")) for group in queries.groups()],
        "ready": {name: queries.ready(name) for name in ("mail", "sms")},
        "log": Paginator(queries.log(), 30).get_page(request.GET.get("page")),
    }
    return render(request, "pages/senders.html", facts)


@require_POST
def set_group_active(request: HttpRequest, pk: int) -> HttpResponse:
    demand(permissions.may_manage_bodies, request.standing)
    group = get_object_or_404(queries.groups(), pk=pk)
    settle.set_group_active(request.actor, group=group, active=not group.active)
    return redirect("pages:senders")


@require_POST
def test_group(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a message without content to the groups of one body, to see whether it arrives."""
    demand(permissions.may_manage_bodies, request.standing)
    group = get_object_or_404(queries.groups(), pk=pk, active=True)
    news = News(
        kind="test",
        key=f"test:{group.pk}:{clock.now():%Y%m%d%H%M%S}",
        subject=f"notices.group:{group.pk}",
        address=reverse("pages:desk"),
    )
    tell(news, scopes=[group.scope])
    messages.success(request, "试发的消息已经放入队列，结果见下面的发送记录。")
    return redirect("pages:senders")
