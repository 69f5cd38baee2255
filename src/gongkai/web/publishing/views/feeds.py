"""What is new, for feed readers; what there is, for search engines."""

from collections.abc import Mapping

from django.contrib.auth.decorators import login_not_required
from django.contrib.sitemaps import Sitemap
from django.contrib.syndication.views import Feed
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Atom1Feed
from django.utils.http import http_date, quote_etag

from gongkai.web.agencies.models import Body
from gongkai.web.audit.kept import kept
from gongkai.web.publishing.models.items import Item
from gongkai.web.publishing.queries import items as queries
from gongkai.web.review.chain import digest_of

NEWEST = 50
FEED = "application/feed+json; charset=utf-8"


def newest(body: Body) -> list[Item]:
    found = queries.published(body).defer("content", "details")
    return list(found.order_by("-published_on", "-pk")[:NEWEST])


def _kept(request: HttpRequest, items: list[Item], answer) -> HttpResponse:
    """The answer, or 304 where the reader has it already. Never kept without asking again."""
    told = [[each.pk, str(each.changed)] for each in items]
    etag = quote_etag(digest_of([request.path, told])[:32])
    changed = max((int(each.changed.timestamp()) for each in items if each.changed), default=0)
    response = get_conditional_response(request, etag=etag) or answer()
    response["ETag"], response["Cache-Control"] = etag, "no-cache"
    if changed:
        response["Last-Modified"] = http_date(changed)
    return response


class Latest(Feed):
    """The newest items of a body as Atom."""

    feed_type = Atom1Feed

    def __call__(self, request: HttpRequest, *args, **kwargs):
        """What is withdrawn must be gone from it at once."""
        items = newest(self.get_object(request, *args, **kwargs))
        return _kept(request, items, lambda: super(Latest, self).__call__(request, *args, **kwargs))

    def get_object(self, request: HttpRequest, code: str) -> Body:
        del request
        return get_object_or_404(Body, code=code)

    def title(self, body: Body) -> str:
        return f"{body.name}主动公开"

    def link(self, body: Body) -> str:
        return reverse("publishing:catalogue", args=[body.code])

    def items(self, body: Body) -> list[Item]:
        return newest(body)

    def item_description(self, item: Item) -> str:
        return item.summary

    def item_link(self, item: Item) -> str:
        return queries.address(item)

    def item_updateddate(self, item: Item):
        return item.changed

    def item_categories(self, item: Item) -> list[str]:
        return [item.get_kind_display()]


@login_not_required
@kept
def json_feed(request: HttpRequest, code: str) -> HttpResponse:
    """The newest items of a body as JSON Feed 1.1."""
    body = get_object_or_404(Body, code=code)
    items = newest(body)

    def made() -> HttpResponse:
        feed = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": f"{body.name}主动公开",
            "language": "zh-CN",
            "home_page_url": _whole(request, reverse("publishing:catalogue", args=[code])),
            "feed_url": _whole(request, request.path),
            "items": [_told(request, each) for each in items],
        }
        options = {"ensure_ascii": False}
        return JsonResponse(feed, content_type=FEED, json_dumps_params=options)

    return _kept(request, items, made)


def _told(request: HttpRequest, item: Item) -> Mapping[str, object]:
    address = _whole(request, queries.address(item))
    return {
        "id": address,
        "url": address,
        "title": item.title,
        "summary": item.summary,
        "content_text": item.summary,
        "date_published": item.published_at.isoformat() if item.published_at else "",
        "date_modified": item.changed.isoformat() if item.changed else "",
        "tags": [item.get_kind_display()],
        "authors": [{"name": item.body.name}],
    }


def _whole(request: HttpRequest, path: str) -> str:
    return request.build_absolute_uri(path)


@login_not_required
def robots(request: HttpRequest) -> HttpResponse:
    """What search engines may read: everything but the desk."""
    lines = [
        "User-agent: *",
        "Disallow: /desk/",
        f"Sitemap: {_whole(request, reverse('publishing:sitemap'))}",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


class Items(Sitemap):
    """Every item before the public."""

    limit = 5000

    def items(self) -> QuerySet[Item]:
        wanted = ("body__code", "year", "serial", "changed")
        return queries.published().only(*wanted).order_by("-pk")

    def lastmod(self, item: Item):
        return item.changed

    def get_latest_lastmod(self):
        """Asked of the database: there may be hundreds of thousands."""
        return queries.published().order_by().aggregate(Max("changed"))["changed__max"]

    def location(self, item: Item) -> str:
        return queries.address(item)


class Bodies(Sitemap):
    """The pages of every body that do not belong to one item."""

    def items(self) -> list[tuple[str, str]]:
        pages = ("disclosure", "guide", "catalogue", "register")
        codes = Body.objects.filter(until=None).values_list("code", flat=True)
        return [(page, code) for code in codes for page in pages]

    def location(self, page: tuple[str, str]) -> str:
        return reverse(f"publishing:{page[0]}", args=[page[1]])
