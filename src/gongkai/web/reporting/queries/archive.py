"""The archive: who files reports, what was read, what stands before the public."""

import gzip
import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import count
from typing import IO, Any

from django.core.files.storage import default_storage
from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from pypinyin import Style, lazy_pinyin

from gongkai.reports.model.area import same_name
from gongkai.reports.model.exchange import from_json
from gongkai.reports.model.statement import CellState, State, Statement
from gongkai.statute.forms import form
from gongkai.web.agencies.models import Body, FormerName
from gongkai.web.agencies.permissions import Standing
from gongkai.web.reporting.models.archive import (
    MADE_HERE,
    Filer,
    Intake,
    IntakeFile,
    Reading,
    Shelved,
)
from gongkai.web.search.entry import Entry as SearchEntry
from gongkai.web.ui import clock

STALLED = timedelta(minutes=2)
"""An intake that came no step further for so long has been stopped."""
SUBJECT = "reporting.reading"
SHELVED = "reporting.shelved"


def area_of(body: Body) -> Body | None:
    """The government over a body: the root of its tree, where that is a government."""
    root = body.path.partition("/")[0]
    found = body if body.code == root else Body.objects.filter(code=root).first()
    return found if found and found.kind == Body.Kind.GOVERNMENT else None


def bodies_by_name() -> Mapping[str, Body]:
    """The bodies of the platform by the names they have or had, as names are compared."""
    former = FormerName.objects.select_related("body")
    return {
        **{same_name(each.name): each.body for each in former},
        **{same_name(body.name): body for body in Body.objects.all()},
    }


def filer_named(name: str) -> Filer | None:
    return Filer.objects.filter(key=same_name(name)).first()


def free_code(name: str) -> str:
    """A code for a body that the platform does not know: the initials of its name."""
    initials = "".join(lazy_pinyin(name, style=Style.FIRST_LETTER, errors="ignore"))
    stem = "".join(c for c in initials.lower() if c.isascii() and c.isalnum())[:40] or "danwei"
    for number in count(1):
        code = stem if number == 1 else f"{stem}-{number}"
        taken = Body.objects.filter(code=code).exists() or Filer.objects.filter(code=code).exists()
        if not taken:
            return code
    raise AssertionError


def read_hashes() -> frozenset[str]:
    """The contents that were read already."""
    done = IntakeFile.objects.filter(state=IntakeFile.State.READ)
    return frozenset(done.values_list("sha256", flat=True))


def governed(standing: Standing) -> list[str]:
    """The roots of the trees that a person supervises, as they stand in paths."""
    return [
        post.path.partition("/")[0] + "/" for post in standing.posts if post.role == "supervisor"
    ]


def intakes(standing: Standing) -> QuerySet[Intake]:
    """The intakes a person may see: of the own bodies, of the area that is supervised."""
    wanted = Q(body__in=standing.body_ids)
    for root in governed(standing):
        wanted |= Q(area__path=root) | Q(body__path__startswith=root)
    if governed(standing):
        wanted |= Q(area=None, body=None)
    return Intake.objects.filter(wanted).select_related("area", "body")


def stalled(intake: Intake) -> bool:
    reading = intake.state == Intake.State.READING
    return reading and clock.now() - intake.stepped > STALLED


def tally(intake: Intake) -> dict[str, int]:
    """How many of its files are read, known before, refused; how many reports wait or not."""
    files = dict(intake.files.values_list("state").annotate(Count("pk")).order_by())
    readings = Reading.objects.filter(file__intake=intake)
    reports = dict(readings.values_list("state").annotate(Count("pk")).order_by())
    clear = readings.filter(state=Reading.State.OPEN, clear=True).count()
    return {**files, **reports, "done": sum(files.values()), "clear": clear}


def source_place(sha256: str) -> str:
    """Where the file that a report was read from lies in the storage."""
    return f"intakes/{sha256[:2]}/{sha256}"


def facsimile_place(sha256: str, place: int) -> str:
    """Where that which is shown of it lies."""
    return f"intakes/{sha256[:2]}/{sha256}-{place}.json.gz"


def facsimile_of(reading: Reading) -> dict[str, Any]:
    """The source of a report, to be shown beside its figures."""
    with default_storage.open(facsimile_place(reading.file.sha256, reading.place)) as stored:
        found: dict[str, Any] = json.loads(gzip.decompress(stored.read()))
    return found


def source_of(reading: Reading) -> IO[bytes] | None:
    """The file that it was read from, opened."""
    place = source_place(reading.file.sha256)
    return default_storage.open(place) if default_storage.exists(place) else None


def readings_of(intake: Intake, state: str) -> QuerySet[Reading]:
    """The reports of an intake in a state; what reads without a doubt comes last."""
    found = Reading.objects.filter(file__intake=intake, state=state)
    return found.select_related("file__intake__area", "filer").order_by("clear", "name", "year")


def shelved_before(reading: Reading) -> Shelved | None:
    """What stands on the shelf for the same body and year, from elsewhere."""
    filer = reading.filer or (filer_named(reading.name) if reading.name else None)
    if filer is None or reading.year is None:
        return None
    found = Shelved.objects.filter(filer=filer, year=reading.year).select_related("filer")
    return found.exclude(origin=f"{SUBJECT}:{reading.pk}").first()


def statement_of(shelved: Shelved) -> Statement:
    """The published statement, prose and all."""
    return from_json(shelved.statement)


def to_find(shelved: Shelved) -> SearchEntry:
    """What the search is handed of a report that was read from a file."""
    statement = statement_of(shelved)
    words = [statement.preamble or "", *(section.text for section in statement.sections)]
    filer = shelved.filer
    return SearchEntry(
        subject=found_as(shelved),
        kind="report",
        title=statement.title or f"{filer.name}{shelved.year}年政府信息公开工作年度报告",
        text="\n".join(words),
        address=reverse("reporting:shelved", args=[filer.code, shelved.year]),
        day=shelved.published_on or date(shelved.year + 1, 1, 31),
        body=filer.body_id,
        body_name=filer.name,
    )


def found_as(shelved: Shelved) -> str:
    return f"{SHELVED}:{shelved.pk}"


def findable_ids() -> list[int]:
    """The reports of the archive; those made here are found by themselves."""
    archived = Shelved.objects.exclude(origin__startswith=MADE_HERE)
    return list(archived.order_by("pk").values_list("pk", flat=True))


def findable(ids: Sequence[int]) -> list[SearchEntry]:
    """What the search is handed of some of them, read anew."""
    rows = Shelved.objects.select_for_update(of=("self",)).filter(pk__in=ids)
    found = rows.exclude(origin__startswith=MADE_HERE).select_related("filer")
    return [to_find(shelved) for shelved in found.order_by("pk")]


def figures_of(shelved: Shelved) -> Statement:
    """The published statement without its prose: made from the columns kept for sums."""
    own = form(shelved.form or "2021")
    return Statement(
        form_id=shelved.form or None,
        body=shelved.filer.name,
        year=shelved.year,
        figures=dict(zip(own.cells, shelved.figures, strict=True)),
        cells={path: CellState(State(state)) for path, state in shelved.states.items()},
        scope=shelved.scope or None,
        fees_unit=shelved.unit or None,
        amount_unit=shelved.unit if shelved.unit in ("元", "万元") else None,
    )


def published_from(reading: Reading) -> Shelved | None:
    """What stands before the public of a reading, if it does."""
    found = Shelved.objects.filter(origin=f"{SUBJECT}:{reading.pk}")
    return found.select_related("filer").first()


def readable_readings(standing: Standing) -> QuerySet[Reading]:
    found = Reading.objects.select_related("file__intake", "filer", "file__intake__area")
    return found.filter(file__intake__in=intakes(standing))
