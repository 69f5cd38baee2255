"""From lines to records, some at a time: killed at any moment, it goes on where it was."""

import time
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import islice

from django.db import transaction

from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record
from gongkai.web.files.models import Upload
from gongkai.web.files.queries import LostError
from gongkai.web.ledgers.acts.take_in import SUBJECT, NotPossibleError
from gongkai.web.ledgers.models import Batch, Row
from gongkai.web.ledgers.rows import Place, Read, Reader, all_lines, target_of
from gongkai.web.ledgers.sheets.book import Line, UnreadableError
from gongkai.web.ledgers.target import Setting
from gongkai.web.ui import clock, queue
from gongkai.web.ui.config import config

RUN = "gongkai.web.ledgers.tasks.run"
AT_ONCE = 200
"""Lines in one transaction: others wait for the lock no longer than these take."""
SLICE = 30.0
"""Seconds after which other work of the queue has its turn."""
State = Batch.State
STARTS_FROM = (State.MAPPING, State.STOPPED, State.FAILED, State.RUNNING)


@transaction.atomic
def start(by: Actor, batch: Batch) -> None:
    """Begin, or go on after a stop, a failure or a killed worker."""
    locked = Batch.objects.select_for_update().get(pk=batch.pk)
    if locked.state not in STARTS_FROM:
        raise NotPossibleError("这份表格已经导入或者撤销，不能再开始。")
    if not any(locked.columns.values()):
        raise NotPossibleError("请先核对各栏的含义。")
    if locked.state == State.MAPPING:
        locked.by_id, locked.by_name = by.id, by.name
    locked.state, locked.reason, locked.moved = State.RUNNING, "", clock.now()
    locked.save(update_fields=["state", "reason", "moved", "by_id", "by_name"])
    queue.later(RUN, batch=batch.pk)


@transaction.atomic
def stop(batch: Batch) -> None:
    """Pause after the lines that are being entered."""
    locked = Batch.objects.select_for_update().get(pk=batch.pk)
    if locked.state == State.RUNNING:
        locked.state = State.STOPPED
        locked.save(update_fields=["state"])


def proceed(batch: Batch) -> None:
    """Enter lines for a while; the rest is put into the queue again."""
    began = time.monotonic()
    try:
        _checked(batch)
        left = _lines_left(batch)
        reader = Reader(batch)
        while lines := list(islice(left, AT_ONCE)):
            if not _enter(batch, [reader.read(place, line) for place, line in lines]):
                return
            if time.monotonic() - began > SLICE:
                queue.later(RUN, batch=batch.pk)
                return
        _finish(batch)
    except (UnreadableError, LostError, NotPossibleError) as fault:
        _fail(batch, str(fault))
    except Exception:
        _fail(batch, "系统出错，没有导完。已导入的行不受影响；请稍后继续，仍然出错请联系管理员。")
        raise


def _checked(batch: Batch) -> None:
    upload = Upload.objects.get(pk=batch.upload)
    if upload.state == Upload.State.REFUSED:
        raise NotPossibleError(f"文件没有通过检查：{upload.reason}。")
    if config().clamav and upload.state != Upload.State.READY:
        raise NotPossibleError("文件还没有通过病毒检查，请稍后继续。")


def _lines_left(batch: Batch) -> Iterator[tuple[Place, Line]]:
    done = (batch.sheet, batch.line)
    return ((place, line) for place, line in all_lines(batch) if (place.index, line.number) > done)


@transaction.atomic
def _enter(batch: Batch, reads: Sequence[Read]) -> bool:
    """Enter these lines, unless somebody stopped the batch or another worker entered them."""
    locked = Batch.objects.select_for_update().select_related("body").get(pk=batch.pk)
    if locked.state != State.RUNNING or (locked.sheet, locked.line) != (batch.sheet, batch.line):
        return False
    target, by = target_of(locked), Actor(locked.by_id, locked.by_name)
    setting = setting_of(locked)
    rows = _judged(locked, setting, reads)
    good = [(row, read) for row, read in rows if row.state == Row.State.MADE]
    made = target.write(by, setting, [read.facts for _row, read in good]) if good else []
    for (row, _read), ids in zip(good, made, strict=True):
        row.made = list(ids)
    Row.objects.bulk_create(row for row, _read in rows)
    for row, _read in rows:
        setattr(locked, row.state, getattr(locked, row.state) + 1)
    last = reads[-1]
    locked.sheet, locked.line, locked.moved = last.place.index, last.line.number, clock.now()
    locked.save()
    batch.sheet, batch.line = locked.sheet, locked.line
    return True


def setting_of(batch: Batch) -> Setting:
    return Setting(batch.body, batch.year, clock.today())


def _judged(batch: Batch, setting: Setting, reads: Sequence[Read]) -> list[tuple[Row, Read]]:
    """A row for every line: what can be entered, what is wrong, what stands already."""
    digests = [read.digest for read in reads if read.digest]
    standing = Row.objects.filter(digest__in=digests, state=Row.State.MADE)
    seen = {row.digest: row for row in standing.select_related("batch")}
    rows = []
    for read in reads:
        row = Row(batch=batch, sheet=read.place.index, number=read.line.number, digest=read.digest)
        _sort(row, read, seen.get(read.digest))
        if row.state == Row.State.MADE:
            seen[read.digest] = row
        rows.append((row, read))
    good = [(row, read) for row, read in rows if row.state == Row.State.MADE]
    verdicts = target_of(batch).judge(setting, [read.facts for _row, read in good])
    for (row, _read), faults in zip(good, verdicts, strict=True):
        if faults:
            row.state, row.faults = Row.State.BAD, dict(faults)
    return rows


def _sort(row: Row, read: Read, twin: Row | None) -> None:
    row.state = Row.State.MADE
    if read.skipped:
        row.state, row.faults = Row.State.SKIPPED, {"": read.skipped}
    elif read.faults:
        row.state, row.faults = Row.State.BAD, dict(read.faults)
    elif twin is not None and twin.batch_id == row.batch_id:
        words = f"与第 {twin.number} 行完全相同。确有两件的，请在编号一栏加以区别；否则不必再导入。"
        row.state, row.faults = Row.State.BAD, {"": words}
    elif twin is not None:
        words = f"{twin.batch.name}第 {twin.number} 行已经导入过"
        row.state, row.faults = Row.State.KNOWN, {"": words}


@transaction.atomic
def _finish(batch: Batch) -> None:
    locked = Batch.objects.select_for_update().select_related("body").get(pk=batch.pk)
    if locked.state != State.RUNNING:
        return
    locked.state, locked.ended, locked.manifest = State.DONE, clock.now(), manifest(locked)
    locked.save(update_fields=["state", "ended", "manifest"])
    counts = {name: getattr(locked, name) for name in ("made", "bad", "known", "skipped")}
    upload = Upload.objects.get(pk=locked.upload)
    record(
        Actor(locked.by_id, locked.by_name),
        "ledgers.import",
        subject=f"{SUBJECT}:{locked.pk}",
        title=f"导入{target_of(locked).name}：{locked.name}，{locked.made} 行",
        chain=locked.body.code,
        facts={**counts, "manifest": locked.manifest, "file": upload.sha256},
    )


def manifest(batch: Batch) -> str:
    """The hash over every row in order: where it stood, what it said (keyed), what was made."""
    running = sha256()
    rows = Row.objects.filter(batch=batch).order_by("sheet", "number")
    for row in rows.iterator(chunk_size=2000):
        state = Row.State.MADE if row.state == Row.State.UNDONE else row.state
        running.update(f"{row.sheet}:{row.number}:{state}:{row.digest}:{row.made}\n".encode())
    return f"sha256:{running.hexdigest()}"


@transaction.atomic
def _fail(batch: Batch, reason: str) -> None:
    Batch.objects.filter(pk=batch.pk, state=State.RUNNING).update(
        state=State.FAILED, reason=reason[:300], moved=clock.now()
    )
