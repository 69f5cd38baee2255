"""Topics: pages that gather items on one matter."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from gongkai.web.agencies.models import Body
from gongkai.web.agencies.permissions import demand
from gongkai.web.audit.kept import kept
from gongkai.web.publishing import permissions
from gongkai.web.publishing.acts import upkeep as acts
from gongkai.web.publishing.forms.upkeep import TopicForm
from gongkai.web.publishing.models.upkeep import Topic
from gongkai.web.publishing.queries.items import published


def listing(request: HttpRequest, code: str) -> HttpResponse:
    """The topics of a body, and a new one."""
    body = get_object_or_404(Body, code=code)
    demand(permissions.may_publish, request.standing, body)
    form = TopicForm(body, request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _kept(request, body, form, None)
    found = Topic.objects.filter(body=body).order_by("-changed")
    return render(request, "publishing/topics.html", {"body": body, "form": form, "topics": found})


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    topic = get_object_or_404(Topic.objects.select_related("body"), pk=pk)
    demand(permissions.may_publish, request.standing, topic.body)
    names = "；".join(each.index_number for each in topic.items.order_by("pk"))
    initial = {"title": topic.title, "summary": topic.summary, "shown": topic.shown}
    form = TopicForm(topic.body, request.POST or None, initial={**initial, "items": names})
    if request.method == "POST" and form.is_valid():
        return _kept(request, topic.body, form, topic)
    return render(request, "publishing/topic_edit.html", {"topic": topic, "form": form})


def _kept(request: HttpRequest, body: Body, form: TopicForm, topic: Topic | None) -> HttpResponse:
    items = form.cleaned_data["items"]
    acts.keep_topic(request.actor, body=body, topic=form.topic(topic), items=items)
    messages.success(request, "专题已经保存。")
    return redirect("publishing:topics", body.code)


@login_not_required
@kept
def shown(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """A topic before the public; items that are withdrawn leave it by themselves."""
    topic = get_object_or_404(
        Topic.objects.select_related("body"), pk=pk, body__code=code, shown=True
    )
    found = published().filter(topics=topic)
    facts = {"topic": topic, "page": Paginator(found, 30).get_page(request.GET.get("page"))}
    return render(request, "publishing/topic.html", facts)
