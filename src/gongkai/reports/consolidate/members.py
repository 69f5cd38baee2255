"""Which reports make up an area's year: one a body, the area's own and other years set apart."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from gongkai.reports.model.area import Area, Body, same_name
from gongkai.reports.model.statement import Statement

GOVERNMENT = frozenset({"government", "政府", "人民政府"})
"""How the list of bodies calls the level of a government."""

AREA_NAME = re.compile(r"(?:人民)?政府$")
"""What a government's name has beyond the name of its area."""


@dataclass(frozen=True, slots=True)
class Members:
    """The reports of a year: what is added up and what is not, with why.

    `own` is the consolidated report that the area's government published itself. `missing` are
    bodies of the list without a report, `strangers` reports of bodies that the list does not have.
    """

    year: int | None
    counted: tuple[Statement, ...]
    own: Statement | None = None
    repeated: tuple[Statement, ...] = ()
    other_years: tuple[Statement, ...] = ()
    strangers: tuple[Statement, ...] = ()
    missing: tuple[Body, ...] = ()


def members(
    statements: Sequence[Statement], area: Area | None = None, year: int | None = None
) -> Members:
    """Sort the reports; without a year it is the one that most of them are for."""
    year = year or _usual_year(statements)
    head = government_of(area) if area else None
    listed = {same_name(body.name): body for body in area.bodies} if area else {}
    counted: dict[str, Statement] = {}
    own: Statement | None = None
    repeated: list[Statement] = []
    others: list[Statement] = []
    for statement in statements:
        key = same_name(statement.body or "") or f"?{len(counted)}"
        if statement.year != year:
            others.append(statement)
        elif own is None and _is_whole_area(statement, head, listed):
            own = statement
        elif key in counted:
            repeated.append(statement)
        else:
            counted[key] = statement
    there = {*counted, *(same_name(body.name) for body in (head,) if body and own)}
    return Members(
        year,
        tuple(counted.values()),
        own,
        tuple(repeated),
        tuple(others),
        tuple(s for key, s in counted.items() if area and key not in listed),
        tuple(body for key, body in listed.items() if key not in there),
    )


def government_of(area: Area) -> Body | None:
    """The government over the area: the one that others of the list are under."""
    parents = {same_name(body.parent) for body in area.bodies if body.parent}
    governments = [
        body for body in area.bodies if body.level in GOVERNMENT or body.name.endswith("人民政府")
    ]
    above = [body for body in governments if same_name(body.name) in parents]
    return next((b for b in above if same_name(b.parent) not in _names(above)), None)


def _is_whole_area(statement: Statement, head: Body | None, listed: Container[str]) -> bool:
    """Whether a report is the area's already: made by the government over all others, which
    titles also call by the area's name alone, or by nobody of the list and said to be so."""
    name = same_name(statement.body or "")
    if head is not None and name in {same_name(head.name), AREA_NAME.sub("", same_name(head.name))}:
        return statement.scope != "own"
    return statement.scope == "area" and name not in listed


def _names(bodies: Iterable[Body]) -> set[str]:
    return {same_name(body.name) for body in bodies}


def _usual_year(statements: Iterable[Statement]) -> int | None:
    years = Counter(s.year for s in statements if s.year is not None)
    return max(years, key=lambda year: (years[year], year), default=None)
