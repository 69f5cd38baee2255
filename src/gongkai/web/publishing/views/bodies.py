"""What every page of the desk that is about one body begins with."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from gongkai.web.agencies.models import Body
from gongkai.web.agencies.permissions import demand
from gongkai.web.publishing import permissions
from gongkai.web.publishing.queries.bodies import readable_bodies


def to_first(request: HttpRequest, page: str) -> HttpResponse:
    """The page for the first body that this person may see: their own, if they have one."""
    demand(permissions.may_work_on_items, request.standing)
    found = list(readable_bodies(request.standing))
    if not found:
        raise PermissionDenied("您现在的岗位没有可以查看的单位。")
    own = next((each for each in found if each.pk in request.standing.body_ids), found[0])
    return redirect(page, own.code)


def body_for(request: HttpRequest, code: str, allowed=permissions.may_read) -> Body:
    """The body of the address, if this person may do that there."""
    body = get_object_or_404(Body, code=code)
    demand(allowed, request.standing, body)
    return body


def frame(request: HttpRequest, body: Body, page: str) -> dict[str, object]:
    """What the head of such a page shows; `page` is the address for another body."""
    others = list(readable_bodies(request.standing))
    return {"body": body, "bodies": others if len(others) > 1 else [], "page_name": page}
