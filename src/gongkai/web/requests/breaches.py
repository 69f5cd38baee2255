"""What the rules find in the records of cases."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Count, Q

from gongkai.checks.casefile import CaseFile
from gongkai.checks.finding import Finding
from gongkai.checks.run import check_request
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.queries import OPEN, record_of

MOST = 1000
"""So many of the newest cases are gone through for a list."""


def of_case(case: Request, today: date, searches: int | None = None) -> list[Finding]:
    """The findings about one case on a day."""
    if searches is None:
        searches = case.searches.filter(found=False).count()
    return check_request(CaseFile(record_of(case), today, searches))


def of_bodies(bodies: Iterable[int], today: date) -> Iterator[tuple[Request, list[Finding]]]:
    """The open cases and those closed this year in which something is found, newest first."""
    recent = Q(stage__in=OPEN) | Q(closed__year=today.year)
    found = Request.objects.filter(recent, body__in=list(bodies)).select_related("body")
    found = found.annotate(missed=Count("searches", filter=Q(searches__found=False)))
    for case in found.prefetch_related("entries").order_by("-pk")[:MOST]:
        findings = of_case(case, today, case.missed)
        if findings:
            yield case, findings
