"""The reports of an area's bodies as one: sums, who is missing, where each figure comes from."""

from dataclasses import dataclass

from gongkai.reports.consolidate.sums import Consolidation, consolidate
from gongkai.reports.model.statement import Number, Statement
from gongkai.web.agencies.models import Body
from gongkai.web.reporting.models.archive import Shelved
from gongkai.web.reporting.points import DRAFTED, Point, gathered
from gongkai.web.reporting.queries.archive import figures_of, statement_of
from gongkai.web.reporting.queries.filing import owing


@dataclass(frozen=True)
class Area:
    """An area's year: what was added up, and of whom nothing is there."""

    area: Body
    year: int
    members: tuple[Shelved, ...]
    missing: tuple[Body, ...]
    made: Consolidation

    @property
    def statement(self) -> Statement:
        return self.made.statement

    def parts(self, cell: str) -> list[tuple[Shelved, Number | None]]:
        """What each body gave to a cell, in the order of the bodies; nothing for an unknown one."""
        return list(zip(self.members, self.made.parts.get(cell, ()), strict=False))


def members(area: Body, year: int) -> list[Shelved]:
    """The published reports that make up an area's year; the government's own is not among them."""
    found = Shelved.objects.filter(filer__area=area, year=year).exclude(filer__body=area)
    return list(found.select_related("filer").defer("statement", "faults").order_by("filer__code"))


def consolidated(area: Body, year: int) -> Area:
    """The area's year, added up cell by cell (article 49, second sentence)."""
    found = members(area, year)
    there = {shelved.filer.code for shelved in found}
    missing = [b for b in owing(area, year) if b.pk != area.pk and b.code not in there]
    made = consolidate([figures_of(each) for each in found], name=area.name, year=year)
    return Area(area, year, tuple(found), tuple(missing), made)


def points_of(area: Body, year: int) -> dict[str, list[Point]]:
    """What the bodies write, section by section."""
    found = Shelved.objects.filter(filer__area=area, year=year).exclude(filer__body=area)
    statements = [statement_of(each) for each in found.select_related("filer")]
    return {key: gathered(statements, key) for key in DRAFTED}
