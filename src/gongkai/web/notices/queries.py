from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from gongkai.web.accounts.models import Person
from gongkai.web.notices.models import Channel, Delivery, Group, Notice, Preference
from gongkai.web.ui import clock
from gongkai.web.ui.config import config
from gongkai.web.vault.masks import masked
from gongkai.web.vault.queries import open_all


@dataclass(frozen=True)
class Contact:
    """Where a person is told, masked for the page."""

    email: str = ""
    phone: str = ""


def ready(channel: str) -> bool:
    """Whether the installation can send through a channel at all."""
    if channel == Channel.MAIL:
        return bool(config().mail)
    return channel != Channel.SMS or bool(config().sms)


def inbox(person: Person) -> QuerySet[Notice]:
    return Notice.objects.filter(person=person).order_by("-made", "-pk")


def unread(person: Person) -> int:
    return Notice.objects.filter(person=person, read=None).count()


def preference_of(person: Person) -> Preference | None:
    return Preference.objects.filter(person=person).select_related("holder").first()


def contact_of(preference: Preference | None) -> Contact:
    if preference is None:
        return Contact()
    kept = open_all(preference.holder)
    email, phone = (masked(name, kept.get(name, "")) for name in ("email", "phone"))
    return Contact(email if kept.get("email") else "", phone if kept.get("phone") else "")


def due(now: datetime) -> QuerySet[Delivery]:
    """What may leave by this moment, the longest waiting first."""
    waiting = Delivery.objects.filter(state=Delivery.State.WAITING, not_before__lte=now)
    return waiting.select_related("notice").order_by("not_before", "pk")


def anything_due() -> bool:
    return due(clock.now()).exists()


def log() -> QuerySet[Delivery]:
    """What was sent and what was not, the newest first."""
    return Delivery.objects.select_related("notice__person", "notice__group").order_by("-pk")


def groups() -> QuerySet[Group]:
    return Group.objects.order_by("scope", "name")


def failed_lately(since: datetime) -> int:
    return Delivery.objects.filter(state=Delivery.State.FAILED, not_before__gte=since).count()
