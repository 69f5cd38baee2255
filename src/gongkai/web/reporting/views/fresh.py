"""Pages that are sent again only when something on them changed."""

from collections.abc import Callable
from functools import wraps

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import quote_etag

from gongkai.web.reporting.queries import shelf
from gongkai.web.review.chain import digest_of
from gongkai.web.ui import clock
from gongkai.web.ui.context import LARGE

View = Callable[..., HttpResponse]


def fresh(view: View) -> View:
    """Answer 304 while neither the shelf nor the frame of the page has changed."""

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **where: object) -> HttpResponse:
        etag = _etag(request)
        response = get_conditional_response(request, etag=etag) or view(request, *args, **where)
        if response.status_code in (200, 304):
            response["ETag"] = etag
            response["Cache-Control"] = "no-cache"
            patch_vary_headers(response, ["Cookie"])
        return response

    return answer


def _etag(request: HttpRequest) -> str:
    frame = [
        request.COOKIES.get(LARGE, ""),
        request.user.is_authenticated,
        len(get_messages(request)),
        static("ui/gongkai.css"),
        str(clock.today()),
    ]
    return quote_etag(digest_of([request.build_absolute_uri(), shelf.stamp(), frame])[:32])
