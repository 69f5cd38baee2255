"""Forwarded applications: what went out, what came in, the rate of those that were closed.

They count where they went, never in the forwarding body's own table two.
"""

from collections.abc import Iterable

from django.db.models import Count, Q, QuerySet

from gongkai.law.rates.rate import Rate, closing_rate
from gongkai.web.requests.models.others import Forwarding


def sent_by(bodies: Iterable[int]) -> QuerySet[Forwarding]:
    return _all().filter(request__body__in=list(bodies))


def sent_to(bodies: Iterable[int]) -> QuerySet[Forwarding]:
    return _all().filter(to__in=list(bodies))


def _all() -> QuerySet[Forwarding]:
    found = Forwarding.objects.select_related("request__body", "to", "successor")
    return found.order_by("-pk")


def rate(found: QuerySet[Forwarding], year: int) -> Rate:
    """办结率 of what was forwarded in a year: closed, of those not sent back."""
    away, done = Q(returned__isnull=False), Q(returned=None, successor__closed__isnull=False)
    counts = found.filter(sent__year=year).aggregate(
        all=Count("pk"), back=Count("pk", filter=away), done=Count("pk", filter=done)
    )
    return closing_rate(counts["done"], counts["all"], counts["back"])


def of_case(case_pk: int) -> Forwarding | None:
    """The forwarding by which this application came, if it came so."""
    return Forwarding.objects.select_related("request__body").filter(successor=case_pk).first()
