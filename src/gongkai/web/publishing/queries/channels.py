"""What went out through which channel: the register, the counts of a year, the list behind each."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from gongkai.web.agencies.models import Body
from gongkai.web.publishing.models.channels import Channel, Dissemination, StatedFigure

SORT = "信息"
"""What is counted where nobody said what sort it is of."""


@dataclass(frozen=True)
class Figure:
    """What went out through a channel in a year, of one sort.

    `stated` is the figure of somebody's paper; it counts only where there are no records.
    """

    channel: Channel
    sort: str
    records: int
    stated: StatedFigure | None = None

    @property
    def count(self) -> int:
        return self.records or (self.stated.count if self.stated else 0)

    @property
    def approximate(self) -> bool:
        return not self.records and self.stated is not None and self.stated.approximate

    @property
    def shown(self) -> str:
        """As reports write it: 近420."""
        return f"近{self.count}" if self.approximate else str(self.count)


def subject_of(channel: Channel) -> str:
    return f"publishing.channel:{channel.pk}"


def channels_of(body: Body) -> QuerySet[Channel]:
    return Channel.objects.filter(body=body).select_related("body")


def in_use(body: Body, on: date) -> QuerySet[Channel]:
    """The channels that are open on a day."""
    open_still = Q(closed_on=None) | Q(closed_on__gt=on)
    return channels_of(body).filter(open_still, opened_on__lte=on)


def went_out(
    channel: Channel, *, year: int | None = None, sort: str = ""
) -> QuerySet[Dissemination]:
    """The list behind a figure: what is not void, the newest first."""
    exact = {"on__year": year, "sort": sort}
    wanted = {name: value for name, value in exact.items() if value}
    return channel.went_out.filter(void="", **wanted).select_related("item__body")


def figures(body: Body, year: int) -> list[Figure]:
    """By channel and sort, in the order of the register; two queries."""
    channels = {each.pk: each for each in channels_of(body)}
    counted = (
        Dissemination.objects.filter(channel__body=body, on__year=year, void="")
        .order_by("channel_id", "sort")
        .values_list("channel_id", "sort")
        .annotate(Count("pk"))
    )
    stated = {
        (each.channel_id, each.sort): each
        for each in StatedFigure.objects.filter(channel__body=body, year=year)
    }
    records = {(channel, sort): count for channel, sort, count in counted}
    order = {pk: at for at, pk in enumerate(channels)}
    keys = sorted({*records, *stated}, key=lambda key: (order[key[0]], key[1]))
    return [Figure(channels[key[0]], key[1], records.get(key, 0), stated.get(key)) for key in keys]


def years(body: Body) -> list[int]:
    """The years that have a figure, newest first."""
    dated = Dissemination.objects.filter(channel__body=body).dates("on", "year")
    told = StatedFigure.objects.filter(channel__body=body).values_list("year", flat=True)
    return sorted({each.year for each in dated} | set(told), reverse=True)


def to_gather() -> QuerySet[Channel]:
    """The channels that tell by themselves what went out."""
    return Channel.objects.exclude(connector="").filter(closed_on=None).select_related("body")


def key_of(title: str, on: date, address: str) -> str:
    """What tells one dissemination from another of its channel."""
    told = address.strip() or f"{on.isoformat()} {' '.join(title.split())}"
    return hashlib.sha256(told.encode()).hexdigest()


def known(channel: Channel, keys: Iterable[str]) -> set[str]:
    return set(channel.went_out.filter(key__in=list(keys)).values_list("key", flat=True))
