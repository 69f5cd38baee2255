"""What the desk's search finds, by app: by number, by name, by a phrase."""

from collections.abc import Iterator

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse

from gongkai.web.publishing.permissions import may_work_on_items
from gongkai.web.publishing.queries import items as item_queries
from gongkai.web.remedies import queries as remedy_queries
from gongkai.web.remedies.permissions import may_work_on_remedies
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.permissions import may_work_on_requests, registered_at
from gongkai.web.ui.slots import Sought
from gongkai.web.vault.queries import find

MOST = 10
"""Of each kind so many are shown, the newest first."""


def requests(request: HttpRequest, words: str) -> Iterator[Sought]:
    """Applications of one's bodies; by the applicant's whole name for those who register them."""
    standing = request.standing
    if not may_work_on_requests.test(standing):
        return
    told = Q(number__icontains=words) | Q(own_number=words) | Q(topic__icontains=words)
    named = Q(holder__in=find("name", words), body__in=registered_at(standing))
    found = Request.objects.filter(told | named, body__in=standing.body_ids).order_by("-pk")
    for each in found.select_related("body")[:MOST]:
        address = reverse("requests:case", args=[each.pk])
        yield Sought("依申请公开", each.topic, address, f"{each.number} · {each.stage_name}")


def items(request: HttpRequest, words: str) -> Iterator[Sought]:
    """Items that one may read at the desk, in whatever stage."""
    if not may_work_on_items.test(request.standing):
        return
    found = item_queries.filtered(item_queries.on_desk(request.standing), words=words)
    for each in found[:MOST]:
        address = reverse("publishing:desk_item", args=[each.pk])
        beside = " · ".join(filter(None, (each.document_number, each.get_stage_display())))
        yield Sought("主动公开", each.title, address, beside)


def remedies(request: HttpRequest, words: str) -> Iterator[Sought]:
    """Reconsiderations, suits and complaints."""
    if not may_work_on_remedies.test(request.standing):
        return
    found = remedy_queries.readable(request.standing)
    for each in remedy_queries.listed(found, show="all", words=words)[:MOST]:
        address = reverse("remedies:case", args=[each.pk])
        beside = f"{each.number} · {each.get_stage_display()}"
        yield Sought(each.get_kind_display(), each.subject, address, beside)
