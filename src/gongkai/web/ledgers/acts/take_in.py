"""A spreadsheet comes in, and somebody says what its columns mean."""

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import islice

from django.db import transaction

from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.files import acts as file_acts
from gongkai.web.files.bounds import MIB, Bounds, keep_within
from gongkai.web.files.sniff import RefusedError, kind_of, safe_name
from gongkai.web.ledgers.models import Batch, Layout
from gongkai.web.ledgers.rows import LOOK, Place, first_lines
from gongkai.web.ledgers.sheets.book import Line, Sheet, UnreadableError, shown
from gongkai.web.ledgers.sheets.head import LOOKED_AT, Head, find_head, normal
from gongkai.web.ledgers.sheets.registry import sheets_of
from gongkai.web.ledgers.target import Target
from gongkai.web.ledgers.understand import SHEET_NAME, guessed, known_labels
from gongkai.web.ui import clock
from gongkai.web.vault.acts import keep

BOUNDS = Bounds(size=30 * MIB, unpacked=300 * MIB, entries=10_000)
KEPT = timedelta(days=90)
"""How long file and first lines can be opened; then their key is destroyed."""
SUBJECT = "ledgers.batch"
YEAR = re.compile(r"(20\d\d)\s*年")


class NotPossibleError(Exception):
    """The import cannot do this now; the message is a sentence for the clerk."""


def take_in(
    by: Actor, *, body: Body, target: Target, year: int | None, name: str, data: bytes
) -> Batch:
    """Keep the file under a key of its own and guess what its columns mean, and its year if none is
    given.

    RefusedError or UnreadableError with a sentence for a file that cannot be used.
    """
    if name.rpartition(".")[2].lower() not in target.endings:
        kinds = "、".join(ending.upper() for ending in target.endings)
        raise RefusedError(f"“{target.name}”请上传 {kinds} 文件。")
    keep_within(kind_of(safe_name(name), data), data, BOUNDS)  # before anything is unpacked
    sheets = sheets_of(name, data)
    holder = keep({LOOK: first_lines(sheets)}, purge_on=clock.today() + KEPT)
    chain = body.code
    upload = file_acts.keep(by, name, data, body=body.pk, holder=holder, bounds=BOUNDS, chain=chain)
    remembered = Layout.objects.filter(body=body, target=target.key).first()
    columns = remembered.columns if remembered else {}
    fields = target.fields(body)
    found = _places(sheets, known_labels(fields) | set(columns))
    if not found:
        raise UnreadableError("表格里没有找到表头。请在数据上面留一行栏目名称，再上传。")
    labels = labels_of(found)
    with transaction.atomic():
        batch = Batch.objects.create(
            body=body,
            target=target.key,
            year=year or _year_said(name, sheets) or clock.today().year,
            name=upload.name,
            upload=upload.pk,
            holder=holder,
            keep_until=clock.today() + KEPT,
            columns=guessed(labels, fields, columns),
            at=clock.now(),
            moved=clock.now(),
            by_id=by.id,
            by_name=by.name,
        )
        _settle_sheets(batch, _chosen(found, batch.columns, target, body), sheets)
        batch.save()
        file_acts.attach(by, upload, subject=f"{SUBJECT}:{batch.pk}", chain=chain)
    return batch


def _year_said(name: str, sheets: Sequence[Sheet]) -> int | None:
    """The year that stands above the table or in the name of the file."""
    words = [name]
    for sheet in sheets[:1]:
        words += [shown(value) for line in islice(sheet.lines(), 3) for value in line.values]
    found = [int(each) for word in words for each in YEAR.findall(word)]
    return next((year for year in found if year <= clock.today().year), None)


def _places(sheets: Sequence[Sheet], known: set[str]) -> list[Place]:
    found = []
    for index, sheet in enumerate(sheets):
        head = find_head(list(islice(sheet.lines(), LOOKED_AT)), known)
        if head is not None:
            found.append(Place(index, sheet.name, False, head))
    return found


def labels_of(found: Sequence[Place]) -> list[str]:
    """Every label once; the name of the sheet too where there are several."""
    labels = dict.fromkeys(label for place in found for label in place.head.labels if label)
    return [*labels, *([SHEET_NAME] if len(found) > 1 else [])]


def _chosen(
    found: Sequence[Place], columns: Mapping[str, str], target: Target, body: Body
) -> list[Place]:
    """The sheets that name everything a row must have; else the one that names the most."""
    needed = {field.key for field in target.fields(body) if field.required}

    def keys(place: Place) -> set[str]:
        labels = (*place.head.labels, SHEET_NAME)
        return {columns[label] for label in labels if columns.get(label)}

    full = [place for place in found if needed <= keys(place) and keys(place)]
    wanted = full or [max(found, key=lambda place: len(keys(place)))]
    return [Place(p.index, p.name, p in wanted, p.head) for p in found]


def _settle_sheets(batch: Batch, found: Sequence[Place], sheets: Sequence[Sheet]) -> None:
    batch.sheets = [place.data for place in found]
    lengths = (max(sheets[p.index].length - p.head.last, 0) for p in found if p.chosen)
    batch.expected = sum(lengths)


@transaction.atomic
def settle(
    by: Actor, batch: Batch, *, found: Sequence[Place], columns: Mapping[str, str], expected: int
) -> None:
    """Say which sheets are imported and what each column means; remembered for the next time."""
    locked = Batch.objects.select_for_update().get(pk=batch.pk)
    if locked.state != Batch.State.MAPPING:
        raise NotPossibleError("这份表格已经开始导入，不能再改栏目。")
    locked.sheets, locked.columns = [place.data for place in found], dict(columns)
    locked.expected, locked.by_id, locked.by_name = expected, by.id, by.name
    locked.save()
    layout, _new = Layout.objects.get_or_create(body=batch.body, target=batch.target)
    layout.columns |= {normal(label): key for label, key in columns.items()}
    layout.save()


def head_at(lines: Sequence[Line], number: int) -> Head | None:
    """The head that somebody pointed at."""
    return find_head([line for line in lines if line.number == number], ())


@transaction.atomic
def drop(by: Actor, batch: Batch) -> None:
    """Give a spreadsheet up before anything was imported."""
    del by
    locked = Batch.objects.select_for_update().get(pk=batch.pk)
    if locked.state != Batch.State.MAPPING:
        raise NotPossibleError("这份表格已经开始导入，可以撤销，不能放弃。")
    locked.state, locked.ended = Batch.State.DROPPED, clock.now()
    locked.save(update_fields=["state", "ended"])
