from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, QuerySet
from django.utils.crypto import constant_time_compare, salted_hmac

from gongkai.law.calendar.workdays import WorkCalendar, default_calendar
from gongkai.law.outcome.letters import NOT_TO_THE_APPLICANT
from gongkai.law.request.clock import ReplyDue, reply_due, reply_explained
from gongkai.law.request.counted import counted, first_end
from gongkai.law.request.exchange import entry_from_data
from gongkai.law.request.lifecycle import Act, Stage, acts_at
from gongkai.law.request.record import Record, answer_after, standing_after
from gongkai.statute.forms import form
from gongkai.web.agencies.models import Body
from gongkai.web.requests.models.case import OPEN as STILL_OPEN
from gongkai.web.requests.models.case import Applicant, Entry, Request
from gongkai.web.requests.models.letters import Letter, Material, Paper
from gongkai.web.requests.models.others import Extension
from gongkai.web.vault.queries import open_all

LETTER = "requests.letter"
"""What reviews and files of letters belong to."""
OPEN = [stage.name for stage in STILL_OPEN]


@dataclass(frozen=True)
class Copies:
    """What a record comes to, as it is kept beside it for listing."""

    stage: str
    received: date | None
    due: date | None
    due_provisional: bool
    closed: date | None
    answer: str
    row: str
    counted: bool
    came: date | None
    went: date | None


def record_of(request: Request) -> Record:
    """The entries as the law reads them."""
    return tuple(
        entry_from_data({"act": row.act, "on": row.on.isoformat(), "details": row.details or None})
        for row in request.entries.all()
    )


def copies(
    record: Record, calendar: WorkCalendar | None = None, split_off: date | None = None
) -> Copies:
    """Everything that follows from the record, and from the day a part was split off."""
    standing, due = standing_after(record), reply_due(record, calendar or default_calendar())
    latest, end, count = answer_after(record), first_end(record), counted(record, split_off)
    return Copies(
        stage=standing.stage.name,
        received=standing.received_on,
        due=due.date,
        due_provisional=due.provisional,
        closed=end[0] if end else None,
        answer=latest.name if latest else "",
        row=(count.row or "") if count else "",
        counted=count is not None,
        came=count.received if count else None,
        went=count.closed if count else None,
    )


def due_explained(request: Request) -> ReplyDue:
    """The last day for the answer with every day on the way, for people who want to know."""
    return reply_explained(record_of(request), default_calendar())


def possible(request: Request) -> tuple[Act, ...]:
    """The acts that the law provides for now."""
    return acts_at(Stage[request.stage])


def digest_of_code(number: str, code: str) -> str:
    value = f"{number}:{code.strip().upper()}"
    return salted_hmac("requests.code", value, algorithm="sha256").hexdigest()


def followed(number: str, code: str) -> Request | None:
    """The application with this number and query code."""
    found = Request.objects.select_related("body").filter(number=number.strip().upper()).first()
    digest = digest_of_code(number.strip().upper(), code)
    if found is None or not constant_time_compare(found.code, digest):
        return None
    return found


def of_body(body: Body) -> QuerySet[Request]:
    return Request.objects.filter(body=body).select_related("section", "lead")


def waiting(bodies: Iterable[int]) -> QuerySet[Request]:
    """The most urgent open applications of these bodies."""
    found = Request.objects.filter(body__in=bodies, stage__in=OPEN).select_related("body")
    return found.order_by(F("due").asc(nulls_last=True), "pk")[:50]


def extensions_asked(bodies: Iterable[int]) -> QuerySet[Extension]:
    """The extensions of these bodies that are not decided yet."""
    found = Extension.objects.filter(approved=None, request__body__in=list(bodies))
    return found.select_related("request")


def letters_sent(request: Request) -> QuerySet[Letter]:
    """The letters that the applicant got; those to third parties and other bodies name them."""
    found = request.letters.filter(state=Letter.State.ISSUED)
    return found.exclude(code__in=NOT_TO_THE_APPLICANT)


def subject_of_letter(letter: Letter) -> str:
    return f"{LETTER}:{letter.pk}"


def best_paper(letter: Letter) -> Paper | None:
    """What is given out of a letter: its scan with the seal, else its print, else the Word file."""
    papers = {paper.kind: paper for paper in letter.papers.select_related("upload")}
    order = (Paper.Kind.SCAN, Paper.Kind.PRINT, Paper.Kind.NUMBERED)
    return next((papers[kind] for kind in order if kind in papers), None)


def given(request: Request) -> list[Material]:
    """The blacked-out papers that go with an answer, once it is out."""
    if not letters_sent(request).filter(code__startswith="D").exists():
        return []
    return list(request.materials.filter(given=True, state=Material.State.BURNT))


def letter_text(letter: Letter) -> str:
    """The words of a letter, out of the vault; empty once the applicant's data was purged."""
    return open_all(letter.request.holder).get(f"letter:{letter.pk}", "")


def sent(request: Request) -> QuerySet[Letter]:
    """The letters that went out, in order, with their sealed papers and how they were served."""
    found = request.letters.filter(state=Letter.State.ISSUED).order_by("issued", "pk")
    return found.prefetch_related("papers__upload", "services")


def timeline(request: Request) -> QuerySet[Entry]:
    return request.entries.all()


def request_table(bodies: QuerySet[Body], year: int) -> Mapping[int, Mapping[str, int]]:
    """Table two of every body for a year: body id → path of cell → count. Two queries in all."""
    tables = {body: dict.fromkeys(_cells(), 0) for body in bodies.values_list("pk", flat=True)}
    rows = _of_year(year)
    found = Request.objects.filter(body__in=bodies, counted=True, came__lte=date(year, 12, 31))
    found = found.filter(Q(went=None) | Q(went__gte=date(year, 1, 1)))
    sums = {f"in_{row}": Count("pk", filter=told) for row, told in rows.items()}
    groups = found.order_by().values_list("body", "row", "applicant").annotate(**sums)
    for body, own, applicant, *counts in groups:
        for row, count in zip(rows, counts, strict=True):
            for each in (own, row) if row == "handled_total" and count else (row,):
                tables[body][f"requests.{each}.{applicant}"] += count
                tables[body][f"requests.{each}.total"] += count
    return tables


def _of_year(year: int) -> dict[str, Q]:
    """What puts an application into the rows that every one of the year stands in."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    return {
        "received": Q(came__range=(first, last)),
        "carried_in": Q(came__lt=first) & (Q(went=None) | Q(went__gte=first)),
        "carried_out": Q(came__lte=last) & (Q(went=None) | Q(went__gt=last)),
        "handled_total": Q(went__range=(first, last)),
    }


def cell_records(body: Body, year: int, row: str, applicant: str) -> QuerySet[Request]:
    """The applications behind one cell of table two; `total` stands for every applicant."""
    conditions = _of_year(year)
    found = of_body(body).filter(counted=True)
    found = found.filter(conditions.get(row, conditions["handled_total"] & Q(row=row)))
    return found if applicant == "total" else found.filter(applicant=applicant)


def _cells() -> list[str]:
    return [cell for row in form("2021").rows_of("requests") for cell in row.cells]


def column_of(applicant: str) -> str:
    """The label of a kind of applicant; empty for none."""
    return dict(Applicant.choices).get(applicant, "")
