"""The reports of an area's bodies beside the list of bodies: what the R rules look at."""

from dataclasses import dataclass
from functools import cached_property

from gongkai.reports.consolidate.members import Members, members
from gongkai.reports.model.area import Area, Body, same_name
from gongkai.reports.model.statement import Statement


@dataclass(frozen=True)
class WholeArea:
    """The list of bodies and the statements read."""

    area: Area
    statements: tuple[Statement, ...]

    @cached_property
    def members(self) -> Members:
        """Whose report is there, for the year that most reports are for."""
        return members(self.statements, self.area)

    @cached_property
    def listed(self) -> tuple[tuple[Body, Statement], ...]:
        """Each body of the list that has a report, with it."""
        found = {same_name(s.body or ""): s for s in (*self.members.counted, *self._own)}
        return tuple(
            (body, found[same_name(body.name)])
            for body in self.area.bodies
            if same_name(body.name) in found
        )

    @property
    def _own(self) -> tuple[Statement, ...]:
        return (self.members.own,) if self.members.own else ()
