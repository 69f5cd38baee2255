"""Where the public finds what a body publishes."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from gongkai.web.agencies.models import Body
from gongkai.web.audit.kept import kept
from gongkai.web.publishing.queries.channels import in_use
from gongkai.web.ui import clock


@login_not_required
@kept
def channels(request: HttpRequest, code: str) -> HttpResponse:
    """The channels and accounts in use (articles 23 and 25)."""
    body = get_object_or_404(Body, code=code)
    found = [each for each in in_use(body, clock.today()) if not each.inward]
    return render(request, "publishing/public_channels.html", {"body": body, "channels": found})
