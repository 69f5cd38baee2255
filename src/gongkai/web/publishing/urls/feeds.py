from django.contrib.auth.decorators import login_not_required
from django.contrib.sitemaps.views import index, sitemap
from django.urls import path

from gongkai.web.audit.kept import kept
from gongkai.web.publishing.views import clarifications, feeds

_MAPS = {"sitemaps": {"items": feeds.Items, "bodies": feeds.Bodies}}
patterns = [
    path(
        "sitemap.xml",
        login_not_required(index),
        {**_MAPS, "sitemap_url_name": "publishing:sitemap_part"},
        name="sitemap",
    ),
    path("sitemap-<section>.xml", login_not_required(sitemap), _MAPS, name="sitemap_part"),
    path("robots.txt", feeds.robots, name="robots"),
    path("bodies/<slug:code>/items.atom", login_not_required(kept(feeds.Latest())), name="feed"),
    path("bodies/<slug:code>/items.json", feeds.json_feed, name="json_feed"),
    path(
        "bodies/<slug:code>/clarifications/", clarifications.clarifications, name="clarifications"
    ),
    path(
        "bodies/<slug:code>/clarifications/<int:pk>/",
        clarifications.clarification,
        name="clarification",
    ),
    path("desk/items/clarify/<slug:code>", clarifications.clarify, name="clarify"),
    path(
        "desk/items/clarifications/<int:pk>/withdraw",
        clarifications.withdraw_clarification,
        name="withdraw_clarification",
    ),
]
