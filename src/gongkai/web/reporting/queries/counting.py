"""Where the figures of the tables come from: which records stand behind every cell."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.db.models import CharField, DateField, QuerySet
from django.db.models.functions import Cast
from django.urls import reverse

from gongkai.reports.model.statement import Number
from gongkai.statute.forms import Form
from gongkai.web.agencies.models import Body
from gongkai.web.ledgers import queries as ledgers
from gongkai.web.ledgers.year import of_year
from gongkai.web.publishing.queries import counts, register, register_2019
from gongkai.web.remedies import queries as remedies
from gongkai.web.reporting.binding import Bound
from gongkai.web.reporting.draft import PUBLISHED
from gongkai.web.reporting.figures import derived
from gongkai.web.requests import queries as requests

IN_2019 = {
    "requests.other_not_corrected": "requests.other_other",
    "requests.other_fee_unpaid": "requests.other_other",
    "proactive.normative_documents.issued": "proactive_2019.normative_documents.made",
    "proactive.normative_documents.in_force": "proactive_2019.normative_documents.total_published",
    "proactive.permits": "proactive_2019.permits.decisions",
    "proactive.penalties": "proactive_2019.penalties.decisions",
    "proactive.coercive_measures": "proactive_2019.coercive_measures.decisions",
}
"""Rows and cells of the form of 2021 that stand elsewhere in that of 2019."""


@dataclass(frozen=True)
class Traced:
    """A record behind a figure, as lists show it. `digest` is that of what its count rests on."""

    source: str
    pk: int
    number: str
    title: str
    kind: str
    on: date | None
    address: str
    digest: str


@dataclass(frozen=True)
class Source:
    """One kind of records: the table it fills, and the records behind a cell of it.

    Cells are those of the form of 2021. `facts` are the columns that a count rests on; `shown`
    gives number, title, kind, day and address.
    """

    key: str
    zh: str
    table: Callable[[QuerySet[Body], int], Mapping[int, Mapping[str, Number]]]
    records: Callable[[Body, int, str], QuerySet[Any]]
    facts: tuple[str, ...]
    shown: Callable[[Any], tuple[str, str, str, date | None, str]]
    divided_by: str = ""
    """The fact that says in which column of its row a record counts, where one does."""

    def traced(self, record: Any) -> Traced:
        facts = [str(getattr(record, name)) for name in ("pk", *self.facts)]
        return Traced(self.key, record.pk, *self.shown(record), fingerprint(facts))


def fingerprint(facts: list[str]) -> str:
    """A short hash of what the count of a record rests on."""
    return hashlib.sha256("|".join(facts).encode()).hexdigest()[:16]


def _item(item: Any) -> tuple[str, str, str, date | None, str]:
    address = reverse("publishing:desk_item", args=[item.pk])
    number = item.document_number or item.index_number
    return number, item.title, item.get_kind_display(), item.made_on, address


def _application(request: Any) -> tuple[str, str, str, date | None, str]:
    address = reverse("requests:case", args=[request.pk])
    kind = request.get_applicant_display()
    return request.number, request.topic, kind, request.received, address


def _remedy(remedy: Any) -> tuple[str, str, str, date | None, str]:
    address = reverse("remedies:case", args=[remedy.pk])
    return str(remedy), remedy.subject, remedy.get_kind_display(), remedy.filed, address


def _items_of(body: Body, year: int, cell: str) -> QuerySet[Any]:
    return register.cell_items(body, year, cell.rpartition(".")[2])


def _applications_of(body: Body, year: int, cell: str) -> QuerySet[Any]:
    return requests.cell_records(body, year, *cell.split(".")[1:]).order_by("received", "pk")


def _remedies_of(body: Body, year: int, cell: str) -> QuerySet[Any]:
    return remedies.cell_records(body, year, *cell.split(".")[1:]).order_by("filed", "pk")


SOURCES = (
    Source(
        "items",
        "主动公开信息",
        register.register_table,
        _items_of,
        ("kind", "made_on", "validity", "ended_on", "details"),
        _item,
    ),
    Source(
        "requests",
        "依申请公开",
        requests.request_table,
        _applications_of,
        ("applicant", "received", "closed", "row"),
        _application,
        divided_by="applicant",
    ),
    Source(
        "remedies",
        "复议诉讼",
        remedies.remedy_table,
        _remedies_of,
        ("kind", "filed", "decided", "result"),
        _remedy,
    ),
)


FOR_2019 = Source(
    "items",
    "主动公开信息",
    register_2019.table,
    register_2019.cell_items,
    ("kind", "made_on", "published_on", "details"),
    _item,
)
"""What the form of 2019 asks of the published items beside that of 2021."""


def _sources(form: Form) -> tuple[Source, ...]:
    return SOURCES if form.id == "2021" else (*SOURCES, FOR_2019)


def _source_of(cell: str) -> Source | None:
    """Who fills a cell of the form of 2021, or one that only that of 2019 has."""
    table = cell.partition(".")[0]
    if table == register_2019.TABLE:
        return FOR_2019 if cell in register_2019.cells() else None
    if table in ("requests", "remedies"):
        return next(each for each in SOURCES if each.key == table)
    return SOURCES[0] if cell in register.cells() else None


def _cell_in(form: Form, cell: str) -> str:
    """The cell of a form in which that of 2021 is counted."""
    if form.id == "2021":
        return cell
    row, _, column = cell.rpartition(".")
    return IN_2019.get(cell) or (f"{IN_2019[row]}.{column}" if row in IN_2019 else cell)


def counted(body: Body, year: int, form: Form) -> dict[str, Number]:
    """What the platform's records come to, by cell of the form."""
    found: dict[str, Number] = dict.fromkeys(form.cells, 0)
    bodies = Body.objects.filter(pk=body.pk)
    for source in _sources(form):
        for cell, value in source.table(bodies, year)[body.pk].items():
            own = _cell_in(form, cell)
            if own in found and value:
                found[own] += value
    return found


def counted_here(form: Form) -> frozenset[str]:
    """The cells that records can fill; the others come from elsewhere, by hand."""
    own = [cell for cell in _cells_2021(form) if _source_of(cell)]
    return frozenset(_cell_in(form, cell) for cell in own)


def behind(body: Body, year: int, form: Form, cell: str) -> list[tuple[Source, QuerySet[Any]]]:
    """The records behind one cell of the form."""
    found = []
    for own in _cells_2021(form):
        source = _source_of(own)
        if source and _cell_in(form, own) == cell:
            found.append((source, source.records(body, year, own)))
    return found


def _cells_2021(form: Form) -> tuple[str, ...]:
    """The cells of the form of 2021 that a form may count."""
    if form.id == "2021":
        return form.cells
    elsewhere = [cell for cell in IN_2019 if cell.startswith("proactive")]
    merged = [
        f"{row}.{column}"
        for row in ("requests.other_not_corrected", "requests.other_fee_unpaid")
        for column in form.row("requests.received").columns
    ]
    return (*form.cells, *elsewhere, *merged)


def records(body: Body, year: int, form: Form, cell: str) -> list[Traced]:
    """The records behind a cell, one by one."""
    return [
        source.traced(record)
        for source, found in behind(body, year, form, cell)
        for record in found
    ]


def other_numbers(body: Body, year: int) -> list[Bound]:
    """What the prose may tell beside the tables: what was published, and the ledgers' figures."""
    found = counts.of_year(body, year)
    where = reverse("publishing:year", args=[body.code, year])
    told = [
        Bound(PUBLISHED, len(found.ids), address=where),
        Bound(found.full_text.name, found.full_text.value, address=where),
    ]
    for each in found.categories:
        chosen = f"{where}?{urlencode({'category': each.name})}"
        told.append(Bound(f"{PUBLISHED}·{each.name}", each.value, address=chosen))
    return told + _ledgers(body, year)


def _ledgers(body: Body, year: int) -> list[Bound]:
    """The indicators that have a figure for the year."""
    kept = ledgers.counted(ledgers.indicators(body))
    figures = ledgers.recorded(ledgers.current_figures(body, year)) if kept else {}
    where = reverse("ledgers:year", args=[body.code, year])
    found = [(each, of_year(each, kept, figures)) for each in kept]
    return [
        Bound(f"台账·{each.name}", _plain(told.value), address=where, about=told.about)
        for each, told in found
        if told is not None
    ]


def _plain(value: Decimal) -> Number:
    return int(value) if value == int(value) else float(value)


Traces = list[tuple[str, int, str]]
"""Source, id and hash of records, by id."""
Frozen = dict[str, Traces]
"""Cell → every record that it counts. Read from where it is kept, the three stand in a list."""


def frozen(body: Body, year: int, form: Form, figures: Mapping[str, Number]) -> Frozen:
    """The records behind every cell that holds a figure of its own.

    A record stands behind several cells (received, and how it ended); it is read and hashed once.
    A row of applications is asked for once and then divided among the kinds of applicants.
    """
    sums = derived(form)
    hashed = {source.key: Hashed(source) for source in _sources(form)}
    rows: dict[str, Frozen] = {}
    kept: Frozen = {}
    for cell, value in figures.items():
        if not value or cell in sums:
            continue
        row, _, column = cell.rpartition(".")
        asked = _source_of(cell)
        if asked is None or not asked.divided_by:
            parts = behind(body, year, form, cell)
            found = [each for source, records in parts for each in hashed[source.key].of(records)]
        else:
            if row not in rows:
                records = [each for _, each in behind(body, year, form, f"{row}.total")]
                rows[row] = hashed[asked.key].divided(records)
            found = rows[row].get(column, [])
        if found:
            kept[cell] = found
    return kept


class Hashed:
    """The records of a source that were read so far, each with its hash and its column."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.known: dict[int, tuple[str, str]] = {}

    def of(self, found: QuerySet[Any]) -> Traces:
        return [(self.source.key, pk, self.known[pk][0]) for pk in self._ids(found)]

    def divided(self, rows: Iterable[QuerySet[Any]]) -> Frozen:
        """Column → the records of a row that count in it."""
        made: Frozen = {}
        for found in rows:
            for pk in self._ids(found):
                digest, column = self.known[pk]
                made.setdefault(column, []).append((self.source.key, pk, digest))
        return made

    def _ids(self, found: QuerySet[Any]) -> list[int]:
        """The ids in order; what was not read before is."""
        if not self.known:
            return sorted(self._read(found))
        ids = sorted(found.order_by().values_list("pk", flat=True))
        if not self.known.keys() >= set(ids):
            self._read(found)
        return ids

    def _read(self, found: QuerySet[Any]) -> list[int]:
        """Days are read as the text that their hash is made of: reading a hundred thousand as
        days and writing them out again takes longer than everything else.
        """
        days = {each.name for each in found.model._meta.fields if isinstance(each, DateField)}
        facts = self.source.facts
        read = [Cast(name, CharField()) if name in days else name for name in facts]
        place = 1 + facts.index(self.source.divided_by) if self.source.divided_by else None
        ids = []
        for row in found.order_by().values_list("pk", *read).iterator(chunk_size=2000):
            column = row[place] if place else ""
            self.known[row[0]] = (fingerprint([str(each) for each in row]), column)
            ids.append(row[0])
        return ids
