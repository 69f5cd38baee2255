"""Taking in past reports: files, folders, archives; stopped anywhere and gone on with later."""

import contextlib
import gzip
import hashlib
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import IO

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction

from gongkai.reports.model.area import same_name
from gongkai.reports.read import Limits, UnreadableError
from gongkai.reports.read.archive import is_archive, is_clutter, members
from gongkai.reports.read.given import Given
from gongkai.reports.read.workers import Outcome, work_through
from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import PLATFORM
from gongkai.web.audit.acts import record as write_trail
from gongkai.web.files import virus
from gongkai.web.reporting.models.archive import Filer, Intake, IntakeFile, Reading
from gongkai.web.reporting.queries import archive as queries
from gongkai.web.reporting.record import NotProvidedForError
from gongkai.web.reporting.taking import Taken, TakenReport, taken
from gongkai.web.ui import clock
from gongkai.web.ui.config import config
from gongkai.web.ui.queue import later

LIMITS = Limits(bytes=50 * 1024**2, files=10_000, archive_bytes=2 * 1024**3)
GO_ON = "gongkai.web.reporting.tasks.go_on"
INFECTED = "含有病毒（{name}），没有接收"


def begin(
    by: Actor,
    *,
    label: str,
    expected: int,
    area: Body | None,
    body: Body | None = None,
    sources: Sequence[dict[str, str]] = (),
) -> Intake:
    """Open an intake; one of the same label that was stopped is gone on with instead."""
    unfinished = Intake.objects.filter(
        label=label, by_id_text=by.id, state=Intake.State.READING, sources=[]
    )
    now = clock.now()
    with transaction.atomic():
        if not sources and (stopped := unfinished.first()):
            return stopped
        intake = Intake.objects.create(
            label=label,
            expected=expected,
            area=area,
            body=body,
            sources=list(sources),
            at=now,
            stepped=now,
            by=by.name,
            by_id_text=by.id,
        )
        facts = {"expected": expected, "label": label}
        _trail(by, "take_in", intake, f"导入以往年度报告：{label}"[:300], facts)
        if sources:
            later(GO_ON, intake=intake.pk)
    return intake


def receive(
    by: Actor, files: Iterable[tuple[str, IO[bytes]]], *, area: Body | None, body: Body | None
) -> Intake:
    """Take in what was sent to the desk; the worker reads it."""
    sources, expected, taken_names = [], 0, set()
    for name, file in files:
        free = _free_name(name, taken_names)
        place = default_storage.save(f"intakes/waiting/{clock.now():%Y%m%d%H%M%S%f}", File(file))
        sources.append({"name": free, "place": place})
        expected += _count(place)
    label = "、".join(source["name"] for source in sources[:3])
    if len(sources) > 3:
        label += f" 等 {len(sources)} 个文件"
    return begin(by, label=label, expected=expected, area=area, body=body, sources=sources)


def resume(*, intake: Intake) -> None:
    """Have the worker go on with an intake that was stopped."""
    if intake.state != Intake.State.READING:
        raise NotProvidedForError("这一批已经读取完毕。")
    if not intake.sources:
        raise NotProvidedForError("这一批是用命令导入的，请再运行一次同样的命令。")
    with transaction.atomic():
        Intake.objects.filter(pk=intake.pk).update(stepped=clock.now())
        later(GO_ON, intake=intake.pk)


def sent_files(intake: Intake) -> Iterator[Given]:
    """The files that an intake of the desk is made of."""
    for source in intake.sources:
        with default_storage.open(source["place"]) as stored:
            data = stored.read()
        if not is_archive(data):
            yield Given(source["name"], None, data)
            continue
        for member in members(source["name"], data, LIMITS):
            yield Given(member.name, None, member.data, member.refused)


def go_on(
    by: Actor,
    *,
    intake: Intake,
    files: Iterable[Given],
    processes: int = 1,
    step: Callable[[int], None] = lambda _count: None,
) -> None:
    """Read what is not read yet, file by file, each in a transaction of its own; then close it.

    What was written stays however this ends; called again it begins where it was stopped. A
    content that is in the archive already is not read twice.
    """
    done = set(intake.files.values_list("name", flat=True))
    in_hand: dict[str, Given] = {}
    step(len(done))

    def waiting() -> Iterator[Given]:
        for file in files:
            if file.name[-400:] not in done:
                done.add(file.name[-400:])
                in_hand[file.name] = file
                yield file

    by_name = {key: body.pk for key, body in queries.bodies_by_name().items()}
    work = partial(taken, known=queries.read_hashes())
    with contextlib.closing(work_through(work, waiting(), LIMITS, processes)) as outcomes:
        for outcome in outcomes:
            _enter(intake, outcome, in_hand.pop(outcome.name), by_name)
            step(1)
    _finish(by, intake)


def _enter(intake: Intake, outcome: Outcome[Taken], file: Given, by_name: dict[str, int]) -> None:
    """Write what came of a file: the source to the storage, then the rows in one transaction."""
    name, value, refused = outcome.name[-400:], outcome.value, outcome.refused
    if value is not None and not value.known:
        refused = _keep(value, file)
    state = IntakeFile.State.REFUSED
    if value is not None and not refused:
        state = IntakeFile.State.KNOWN if value.known else IntakeFile.State.READ
    row = IntakeFile(
        intake=intake,
        name=name,
        state=state,
        sha256=value.sha256 if value else "",
        size=value.size if value else 0,
        reason=(refused or "")[:400],
    )
    with contextlib.suppress(IntegrityError):  # another process had the same file in hand
        _write(row, value, by_name)


@transaction.atomic
def _write(row: IntakeFile, value: Taken | None, by_name: dict[str, int]) -> None:
    read = IntakeFile.State.READ
    if row.state == read and IntakeFile.objects.filter(sha256=row.sha256, state=read).exists():
        row.state = IntakeFile.State.KNOWN
    row.save()
    if row.state == read and value is not None:
        for place, report in enumerate(value.reports):
            _reading(row, place, report, by_name)
    Intake.objects.filter(pk=row.intake_id).update(stepped=clock.now())


def _reading(row: IntakeFile, place: int, report: TakenReport, by_name: dict[str, int]) -> Reading:
    name = report.statement["body"] or ""
    key = same_name(name)
    filer = Filer.objects.filter(key=key).first() if key else None
    if filer is None and key in by_name:
        filer = Filer.objects.filter(body=by_name[key]).first()
    return Reading.objects.create(
        file=row,
        place=place,
        name=name[:120],
        year=report.statement["year"],
        filer=filer,
        statement=report.statement,
        findings=report.findings,
        doubts=report.doubts,
        clear=report.clear,
    )


def _keep(value: Taken, file: Given) -> str | None:
    """Put the source and what is shown of it into the storage by its hash; why not, if not."""
    try:
        data = file.bytes(LIMITS)
    except UnreadableError as error:
        return str(error)
    if hashlib.sha256(data).hexdigest() != value.sha256:
        return "读取时文件有改动，请重新导入"
    address = config().clamav
    if address and (found := virus.infection(data, address)):
        return INFECTED.format(name=found)
    _store(queries.source_place(value.sha256), data)
    for place, report in enumerate(value.reports):
        shown = json.dumps(report.facsimile, ensure_ascii=False).encode("utf-8", "replace")
        _store(queries.facsimile_place(value.sha256, place), gzip.compress(shown, mtime=0))
    return None


def _free_name(name: str, taken_names: set[str]) -> str:
    """A name not yet used in this intake; browsers tell no folders."""
    free, number = name[-300:], 2
    while free in taken_names:
        free, number = f"({number}) {name[-300:]}", number + 1
    taken_names.add(free)
    return free


def _count(place: str) -> int:
    """How many files a file is: those of an archive, or one."""
    with default_storage.open(place) as stored:
        if not zipfile.is_zipfile(stored):
            return 1
        stored.seek(0)
        with zipfile.ZipFile(stored) as packed:
            names = packed.namelist()
    office = {"[Content_Types].xml", "OFD.xml", "mimetype"} & set(names)
    return 1 if office else sum(not is_clutter(n) and not n.endswith("/") for n in names) or 1


def _store(place: str, data: bytes) -> None:
    if not default_storage.exists(place):
        default_storage.save(place, ContentFile(data))


@transaction.atomic
def _finish(by: Actor, intake: Intake) -> None:
    """Close an intake: one entry in the trail, with the hash of the list of its files."""
    locked = Intake.objects.select_for_update().get(pk=intake.pk)
    if locked.state == Intake.State.FINISHED:
        return
    rows = intake.files.order_by("name").values_list("name", "sha256", "state")
    manifest = hashlib.sha256(json.dumps(list(rows), ensure_ascii=False).encode()).hexdigest()
    sources = intake.sources
    intake.state, intake.sources = Intake.State.FINISHED, []
    intake.expected = len(rows)
    intake.save(update_fields=["state", "sources", "expected"])
    facts = {"manifest": manifest, **queries.tally(intake)}
    _trail(by, "read_in", intake, f"以往年度报告读取完毕：{intake.label}"[:300], facts)
    places = [source["place"] for source in sources]
    transaction.on_commit(lambda: [default_storage.delete(place) for place in places])


def _trail(by: Actor, verb: str, intake: Intake, title: str, facts: dict[str, object]) -> None:
    of = intake.body or intake.area
    write_trail(
        by,
        f"reporting.{verb}",
        subject=f"reporting.intake:{intake.pk}",
        title=title,
        chain=of.code if of else PLATFORM,
        facts=facts,
    )
