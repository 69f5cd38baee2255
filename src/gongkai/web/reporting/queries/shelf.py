"""What stands on the shelf, for pages and open data."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from django.db.models import Count, Max, Q, QuerySet

from gongkai.checks.catalogue import RULES
from gongkai.web.agencies.models import Body
from gongkai.web.reporting.models.archive import Filer, Shelved
from gongkai.web.reporting.queries.report import due

LIGHT = ("filer", "year", "form", "scope", "figures", "published_on", "faults", "version", "origin")
"""What pages of many reports need; the statements themselves stay where they are."""
MOST_FAULTS = 10


class Fault(NamedTuple):
    """A rule that reports fell short of: in how many, out of all."""

    id: str
    title: str
    reports: int


def stamp() -> str:
    """Changes whenever anything on the shelf does."""
    found = Shelved.objects.aggregate(Max("changed"), Count("pk"))
    return f"{found['changed__max']} {found['pk__count']}"


def reports(
    *, words: str = "", year: int | None = None, area: int | None = None
) -> QuerySet[Shelved]:
    """Published reports, newest year first; narrowed by the body's name, the year, the area."""
    found = Shelved.objects.select_related("filer__body").defer("statement", "figures", "states")
    if words:
        found = found.filter(filer__name__contains=words)
    if year:
        found = found.filter(year=year)
    if area:
        found = found.filter(filer__area=area)
    return found.order_by("-year", "filer__code")


def years() -> list[int]:
    return list(Shelved.objects.order_by("-year").values_list("year", flat=True).distinct())


def areas() -> list[Body]:
    """The governments under which reports stand on the shelf."""
    counted = Filer.objects.exclude(shelved=None).values("area")
    return list(Body.objects.filter(pk__in=counted).order_by("path"))


def of_filer(filer: Filer) -> list[Shelved]:
    """The reports of a body, oldest first."""
    return list(Shelved.objects.filter(filer=filer).only(*LIGHT).order_by("year"))


def peers(filer: Filer, year: int) -> list[Shelved]:
    """The reports of all bodies of the same kind and area for a year, its own included."""
    found = Shelved.objects.filter(filer__kind=filer.kind, filer__area=filer.area, year=year)
    return list(found.only("form", "figures"))


def of_area(area: Body) -> list[Shelved]:
    """All reports that count in an area, without the area's own consolidated ones."""
    found = Shelved.objects.filter(filer__area=area).exclude(scope="area")
    return list(found.select_related("filer").only(*LIGHT, "filer").order_by("year", "filer__code"))


def whole_area(area: Body, year: int) -> Shelved | None:
    """The consolidated report that the area's government published itself."""
    found = Shelved.objects.filter(filer__body=area, year=year, scope="area")
    return found.select_related("filer").first()


def in_time(shelved: Shelved) -> bool | None:
    """Whether it was public by the day the Regulation names; None where the day is not known."""
    if shelved.published_on is None:
        return None
    return shelved.published_on <= due(shelved.filer, shelved.year)


def common_faults(shelf: list[Shelved]) -> list[Fault]:
    """The rules that most reports fell short of."""
    found = Counter(rule for shelved in shelf for rule in shelved.faults if rule in RULES)
    return [
        Fault(rule, RULES[rule].title.zh, count) for rule, count in found.most_common(MOST_FAULTS)
    ]


def open_data(area: Body | None) -> Iterator[Shelved]:
    """Every published report, of an area or of all, in a stable order."""
    wanted = Q(filer__area=area) if area else Q()
    found = Shelved.objects.filter(wanted).select_related("filer").defer("statement")
    yield from found.order_by("year", "filer__code").iterator(chunk_size=500)
