"""The register of normative documents, and what table one of the report counts."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Count, FloatField, Q, QuerySet, Sum
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from gongkai.reports.model.statement import Number
from gongkai.web.agencies.models import Body
from gongkai.web.publishing.kinds import FEES, KINDS, NORMATIVE
from gongkai.web.publishing.models.items import Audience, Item
from gongkai.web.publishing.queries.items import published
from gongkai.web.publishing.record import Stage, Validity

CELLS = ("issued", "repealed", "in_force")
ROW = "proactive.normative_documents"
"""The row of table one that the register fills."""
DECISIONS = {each.decision: each.key for each in KINDS.values() if each.decision}
FEES_ROW = "fees"


def _register() -> QuerySet[Item]:
    """Normative documents before the public; those withdrawn count no more."""
    return published().filter(kind=NORMATIVE)


def _counted(column: str, year: int, of: str = "") -> Q:
    """Which documents a cell of table one counts; those that lapsed are not counted as repealed.

    `of` stands before the columns where the question is asked of bodies.
    """
    last = date(year, 12, 31)
    conditions = {
        "issued": {"made_on__year": year},
        "repealed": {"validity": Validity.REPEALED.value, "ended_on__year": year},
        "in_force": {"made_on__lte": last},
    }
    found = Q(**{f"{of}{name}": value for name, value in conditions[column].items()})
    if column == "in_force":
        found &= Q(**{f"{of}ended_on": None}) | Q(**{f"{of}ended_on__gt": last})
    return found


def register_table(bodies: QuerySet[Body], year: int) -> Mapping[int, Mapping[str, Number]]:
    """Body id → cell of table one → count; one query in all."""
    seen = Q(items__public=True, items__audience=Audience.PUBLIC, items__kind=NORMATIVE)
    counts: dict[str, Count | Sum] = {
        column: Count("items", filter=seen & _counted(column, year, "items__")) for column in CELLS
    }
    for key, condition in _decisions(year, "items__").items():
        counts[key] = Count("items", filter=condition)
    charged = Q(items__kind=FEES, items__public=True, items__details__fiscal_year=year)
    counts[FEES_ROW] = Sum(
        Cast(KeyTextTransform("amount", "items__details"), FloatField()), filter=charged
    )
    found = bodies.order_by().values("pk").annotate(**counts)
    return {
        row["pk"]: {
            **{f"{ROW}.{column}": row[column] for column in CELLS},
            **{f"proactive.{key}": row[key] for key in DECISIONS},
            f"proactive.{FEES_ROW}": amount(row[FEES_ROW]),
        }
        for row in found
    }


def amount(said: float | None) -> Number:
    """In 万元, to the hundredth of a yuan; a whole number where it is one."""
    exact = round(said or 0.0, 6)
    return int(exact) if exact == int(exact) else exact


def _decisions(year: int, of: str = "") -> dict[str, Q]:
    """Row of table one → the decisions it counts: made in the year, put out, not withdrawn."""
    out = Q(**{f"{of}version__gt": 0, f"{of}made_on__year": year})
    out &= ~Q(**{f"{of}stage": Stage.WITHDRAWN.value})
    return {row: out & Q(**{f"{of}kind": kind}) for row, kind in DECISIONS.items()}


def _charged(year: int) -> QuerySet[Item]:
    """Published fee lists that tell what was charged in that year."""
    told = Q(details__fiscal_year=year, details__has_key="amount")
    return Item.objects.filter(told, kind=FEES, public=True)


def cells() -> list[str]:
    """The cells of table one that are counted here."""
    rows = [*DECISIONS, FEES_ROW]
    return [f"{ROW}.{column}" for column in CELLS] + [f"proactive.{row}" for row in rows]


def labels() -> dict[str, str]:
    """Last part of a cell's path → how the list behind it is headed."""
    documents = zip(
        CELLS, ("规范性文件：本年制发", "规范性文件：本年废止", "规范性文件：现行有效"), strict=True
    )
    decisions = {row: KINDS[kind].zh for row, kind in DECISIONS.items()}
    return {**dict(documents), **decisions, FEES_ROW: KINDS[FEES].zh}


def cell_items(body: Body, year: int, column: str) -> QuerySet[Item]:
    """The items behind one cell of table one, by the last part of its path."""
    if column in CELLS:
        return _register().filter(_counted(column, year), body=body)
    found = _charged(year) if column == FEES_ROW else Item.objects.filter(_decisions(year)[column])
    return found.filter(body=body).select_related("body").order_by("-made_on", "-pk")


def counted(body: Body, year: int) -> dict[str, tuple[Number, list[int]]]:
    """Cell of table one → its figure and the ids of the items behind it."""
    figures = register_table(Body.objects.filter(pk=body.pk), year)[body.pk]
    return {
        cell: (figures[cell], [each.pk for each in cell_items(body, year, cell.split(".")[-1])])
        for cell in cells()
    }


def in_force_on(body: Body, day: date) -> QuerySet[Item]:
    """The register as of a day."""
    holds = Q(ended_on=None) | Q(ended_on__gt=day)
    return _register().filter(holds, body=body, made_on__lte=day)
