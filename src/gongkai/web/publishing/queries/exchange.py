"""What waits to come in, to go back, to be handed on."""

import hashlib
from pathlib import Path

from django.db.models import Exists, OuterRef, Q, QuerySet

from gongkai.web.agencies.models import Body
from gongkai.web.files.queries import content
from gongkai.web.publishing.claims import waiting
from gongkai.web.publishing.models.exchange import Gate, Handover, Intake, Outlet
from gongkai.web.publishing.models.items import Item
from gongkai.web.publishing.package import written
from gongkai.web.publishing.queries.items import address, files_shown, published
from gongkai.web.publishing.queries.page_links import own_address
from gongkai.web.ui import clock
from gongkai.web.ui.config import config

TRIES = 10
"""After so many refusals an item waits until somebody looks."""
AT_ONCE = 200
"""Items handed on in one round."""


def folder() -> Path:
    """Where packages are exchanged: `in`, `out` and `cms`, each by the code of a body."""
    return config().exchange or config().data / "exchange"


def arrived() -> list[tuple[str, Path]]:
    """Body's code and file of every package that lies ready."""
    return waiting(folder() / "in", clock.now().timestamp())


def digest_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def gate(body_code: str, token: str) -> Gate | None:
    """The open gate that this key opens."""
    found = Gate.objects.filter(digest=digest_of(token), body__code=body_code, closed=None)
    return found.select_related("body").first()


def whole_address(item: Item) -> str:
    """The address of a published item, with the host where the operator has named one."""
    return own_address().rstrip("/") + address(item)


def state_of(intake: Intake) -> dict[str, str]:
    """What the sending system is told of its package."""
    item = intake.item
    if item is None:
        return {"id": intake.source, "state": "kept", "openness": intake.openness}
    told = {"id": intake.source, "state": item.stage, "openness": intake.openness}
    if item.public:
        told["address"] = whole_address(item)
        told["index_number"] = item.index_number
        told["published_on"] = item.published_on.isoformat() if item.published_on else ""
    return told


def to_tell() -> QuerySet[Intake]:
    """Packages of a folder that were published and whose address has not gone back."""
    found = Intake.objects.filter(by_folder=True, told="", item__public=True)
    return found.select_related("body", "item__body")


def outlets() -> QuerySet[Outlet]:
    found = Outlet.objects.filter(closed=None, channel__closed_on=None)
    return found.select_related("channel__body", "holder")


def to_hand_over(outlet: Outlet) -> QuerySet[Item]:
    """What the other system does not have yet, or in an older version; the oldest first."""
    there = Handover.objects.filter(outlet=outlet, item=OuterRef("pk"))
    done = there.filter(Q(version=OuterRef("version")) | Q(tries__gte=TRIES))
    found = published(outlet.channel.body).filter(published_on__gte=outlet.since)
    return found.filter(~Exists(done)).order_by("published_on", "pk")


def to_take_back(outlet: Outlet) -> QuerySet[Handover]:
    """What stands there and no longer before the public here."""
    found = outlet.handovers.filter(version__gt=0, tries__lt=TRIES)
    shown = published(outlet.channel.body).filter(pk=OuterRef("item"))
    return found.filter(~Exists(shown)).select_related("item__body")


def anything_due() -> bool:
    """Whether the minute's round has anything to do."""
    if arrived() or to_tell().exists():
        return True
    return any(to_hand_over(each).exists() or to_take_back(each).exists() for each in outlets())


def package_of(item: Item) -> bytes:
    """A published item as another system takes it in."""
    facts = {
        "id": item.index_number,
        "body": item.body.code,
        "title": item.title,
        "kind": item.kind,
        "document_number": item.document_number,
        "made_on": item.made_on.isoformat(),
        "summary": item.summary,
        "subject": item.subject,
        "content": item.content,
        "details": item.details,
        "openness": "public",
        "index_number": item.index_number,
        "published_on": item.published_on.isoformat() if item.published_on else "",
        "validity": item.validity,
        "version": item.version,
        "address": whole_address(item),
    }
    return written(facts, [(each.name, content(each)) for each in files_shown(item)])


def recent_intakes(body: Body) -> QuerySet[Intake]:
    return Intake.objects.filter(body=body).select_related("item__body")


def failed(outlet: Outlet) -> QuerySet[Handover]:
    found = outlet.handovers.exclude(fault="").select_related("item__body")
    return found.order_by("-sent")
