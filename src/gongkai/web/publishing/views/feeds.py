"""What is new, for feed readers; what there is, for search engines."""

from django.contrib.sitemaps import Sitemap
from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed

from gongkai.web.agencies.models import Body
from gongkai.web.publishing.models.items import Item
from gongkai.web.publishing.queries import items as queries

NEWEST = 50


class Latest(Feed):
    """The newest items of a body as Atom."""

    feed_type = Atom1Feed
    login_required = False

    def __call__(self, request: HttpRequest, *args, **kwargs):
        """Not to be kept: what is withdrawn must be gone from it at once."""
        response = super().__call__(request, *args, **kwargs)
        response["Cache-Control"] = "no-cache"
        return response

    def get_object(self, request: HttpRequest, code: str) -> Body:
        del request
        return get_object_or_404(Body, code=code)

    def title(self, body: Body) -> str:
        return f"{body.name}主动公开"

    def link(self, body: Body) -> str:
        return reverse("publishing:catalogue", args=[body.code])

    def items(self, body: Body) -> QuerySet[Item]:
        return queries.published(body).order_by("-published_on", "-pk")[:NEWEST]

    def item_description(self, item: Item) -> str:
        return item.summary

    def item_link(self, item: Item) -> str:
        return queries.address(item)

    def item_updateddate(self, item: Item):
        return item.changed


class Items(Sitemap):
    """Every item before the public."""

    def items(self) -> QuerySet[Item]:
        return queries.published().defer("content")

    def lastmod(self, item: Item):
        return item.changed

    def location(self, item: Item) -> str:
        return queries.address(item)
