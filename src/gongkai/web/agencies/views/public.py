"""Bodies for the public: what they do, where their disclosure office is."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from gongkai.web.agencies import queries
from gongkai.web.agencies.models import Body
from gongkai.web.audit.kept import kept
from gongkai.web.ui import clock


@login_not_required
@kept
def bodies(request: HttpRequest) -> HttpResponse:
    """All bodies of the district, for everyone."""
    listed = [(body, queries.depth(body)) for body in queries.bodies(clock.today())]
    return render(request, "agencies/bodies.html", {"bodies": listed})


@login_not_required
@kept
def body(request: HttpRequest, code: str) -> HttpResponse:
    """One body: what it does, where its disclosure office is."""
    shown = get_object_or_404(Body.objects.prefetch_related("leading_group"), code=code)
    return render(request, "agencies/body.html", {"body": shown})


@login_not_required
@kept
def registration(request: HttpRequest, code: str) -> HttpResponse:
    """政府信息公开工作机构登记表: made for printing, with office contacts only."""
    shown = get_object_or_404(Body.objects.select_related("parent"), code=code)
    facts = {
        "body": shown,
        "former_names": shown.former_names.order_by("-until"),
        "predecessors": shown.predecessors.select_related("former").order_by("on"),
        "duties": queries.duties_by_law(shown),
        "today": clock.today(),
    }
    return render(request, "agencies/registration.html", facts)
