"""The links that stand on a body's pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urldefrag, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from gongkai.web.agencies.models import Body
from gongkai.web.publishing.models.columns import Column, LinkRun
from gongkai.web.publishing.queries.channels import channels_of
from gongkai.web.publishing.queries.columns import columns_of
from gongkai.web.publishing.queries.items import published
from gongkai.web.ui.config import config

PAGES = 1000
"""Items looked at in one run: those that changed last."""


@dataclass(frozen=True)
class Link:
    """A link, the page on which it stands and, where that is an item, its id."""

    address: str
    page: str
    item: int | None = None


def links_of(body: Body) -> Iterator[Link]:
    """Every link once, of items, channels and columns; links within the platform made whole."""
    seen: set[str] = set()
    for link in _all(body):
        address = urldefrag(urljoin(own_address(), link.address)).url
        if address.startswith(("http://", "https://")) and address not in seen:
            seen.add(address)
            yield Link(address, link.page, link.item)


def _all(body: Body) -> Iterator[Link]:
    for channel in channels_of(body).filter(closed_on=None).exclude(address=""):
        yield Link(channel.address, f"渠道：{channel.name}")
    for column in columns_of([body]).exclude(address=""):
        yield Link(column.address, f"栏目：{column.name}")
    with_links = published(body).filter(content__contains="href=").order_by("-changed")
    for item in with_links.only("title", "content", "body")[:PAGES]:
        for anchor in LexborHTMLParser(item.content).css("a[href]"):
            yield Link(anchor.attributes["href"] or "", item.title, item.pk)


def own_address() -> str:
    """Where the platform answers; empty where the operator has named no host."""
    running = config()
    scheme = "http" if running.plain_http or not running.production else "https"
    return f"{scheme}://{running.hosts[0]}/" if running.hosts else ""


def own_hosts(body: Body) -> set[str]:
    """The hosts that are tried without being asked to: the platform's and the body's own sites."""
    sites = channels_of(body).filter(kind="website").values_list("address", flat=True)
    named = {urlsplit(each).hostname or "" for each in sites}
    return (named | {*config().hosts, *config().fetch_hosts}) - {""}


def may_try(host: str, own: set[str], *, others: bool) -> bool:
    """Whether a host may be asked: one's own, or one that the operator has listed."""
    listed = config().link_hosts if others else ()
    return host in own or any(_is_of(host, each) for each in listed)


def _is_of(host: str, listed: str) -> bool:
    if listed.startswith("*."):
        return host.endswith(listed[1:]) or host == listed[2:]
    return host == listed


def last_run(body: Body) -> LinkRun | None:
    return LinkRun.objects.filter(body=body).order_by("-pk").first()


def to_try(before: datetime) -> list[Body]:
    """Bodies with columns whose links were not tried since a moment."""
    recent = LinkRun.objects.filter(started__gte=before).values("body")
    watched = Column.objects.filter(ended_on=None).values("body")
    return list(Body.objects.filter(pk__in=watched, until=None).exclude(pk__in=recent))
