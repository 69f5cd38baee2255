"""The list of what the rules find in the cases of one's bodies."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gongkai.web.agencies.permissions import demand
from gongkai.web.requests import permissions
from gongkai.web.requests.breaches import of_bodies
from gongkai.web.requests.desk_page import told
from gongkai.web.ui import clock


def breaches(request: HttpRequest) -> HttpResponse:
    """Late, asked twice, extended without approval …: case by case, with the provision."""
    demand(permissions.may_work_on_requests, request.standing)
    found = [
        (case, [told(each) for each in findings])
        for case, findings in of_bodies(request.standing.body_ids, clock.today())
    ]
    page = Paginator(found, 30).get_page(request.GET.get("page"))
    return render(request, "requests/breaches.html", {"page": page})
