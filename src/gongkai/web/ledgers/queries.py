"""Reads of this app: figures, and what pages show of imports."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet

from gongkai.web.agencies.models import Body
from gongkai.web.agencies.permissions import Standing
from gongkai.web.ledgers.models import Batch, Figure, Indicator, Row
from gongkai.web.ledgers.permissions import may_import
from gongkai.web.ledgers.rows import Place, Read, Reader, beginnings, places, target_of
from gongkai.web.ledgers.sheets.book import Line, Value, shown
from gongkai.web.ledgers.sheets.values import Amount
from gongkai.web.ledgers.target import Field, Setting, Target, targets
from gongkai.web.ledgers.year import Counted, Recorded, Recordings, YearFigure, of_year
from gongkai.web.ui import clock

STALLED = timedelta(seconds=60)
PREVIEWED = 20
EXAMPLES = 3


# Figures


def indicators(body: Body) -> list[Indicator]:
    """What a body counts now, each total before its parts."""
    found = list(body.indicators.filter(retired=False))
    tops = [each for each in found if each.total_id is None]
    return [each for top in tops for each in (top, *_below(top, found))]


def _below(top: Indicator, found: list[Indicator]) -> Iterator[Indicator]:
    for each in found:
        if each.total_id == top.pk:
            yield each
            yield from _below(each, found)


def counted(found: Iterable[Indicator]) -> list[Counted]:
    """The same without the database, for sums."""
    return [
        Counted(each.pk, each.name, each.unit, each.total_id, each.over == Indicator.Over.LAST)
        for each in found
    ]


def current_figures(body: Body, year: int) -> dict[tuple[int, int], Figure]:
    """Indicator and month → the figure that stands."""
    found = Figure.objects.filter(indicator__body=body, year=year, current=True)
    found = found.exclude(value=None).select_related("file")
    return {(each.indicator_id, each.month): each for each in found}


def recorded(figures: Mapping[tuple[int, int], Figure]) -> Recordings:
    return {place: Recorded(f.pk, f.value, f.about) for place, f in figures.items()}


def figure(body: Body, indicator: str, year: int) -> YearFigure | None:
    """What an indicator came to in a year, whether that is approximate, and the ids of the figures
    it was read from; None where nothing was recorded. The source of numbers in a report's prose.
    """
    found = counted(body.indicators.all())
    wanted = next((each for each in found if each.name == indicator), None)
    if wanted is None:
        return None
    return of_year(wanted, found, recorded(current_figures(body, year)))


def years(body: Body) -> list[int]:
    """The years that have figures, newest first."""
    found = Figure.objects.filter(indicator__body=body).order_by("-year")
    return list(found.values_list("year", flat=True).distinct())


def keeping_bodies(standing: Standing) -> QuerySet[Body]:
    """The bodies whose figures a person may read."""
    wanted = Q(pk__in=standing.body_ids)
    for post in standing.posts:
        if post.role == "supervisor":
            wanted |= Q(path__startswith=post.path.rsplit("/", 2)[0] + "/", indicators__gt=0)
    return Body.objects.filter(wanted).order_by("path").distinct()


def history(found: Figure) -> QuerySet[Figure]:
    """Everything that was recorded for the same month, the latest first."""
    slot = Figure.objects.filter(indicator=found.indicator_id, year=found.year, month=found.month)
    return slot.select_related("file").order_by("-pk")


# Imports


def batches(standing: Standing) -> QuerySet[Batch]:
    """The imports of one's bodies, the latest first."""
    return Batch.objects.filter(body__in=standing.body_ids).select_related("body")


def importing_bodies(standing: Standing) -> list[Body]:
    bodies = Body.objects.filter(pk__in=standing.body_ids)
    return [body for body in bodies if may_import.test(standing, body)]


def possible_targets(standing: Standing, body: Body) -> list[Target]:
    """What this person may import into this body, in the order of the registry."""
    return [each for each in targets.values() if each.allowed.test(standing, body)]


@dataclass(frozen=True)
class Column:
    """A column of the file: its label, what its first cells say, the field it is taken for."""

    label: str
    examples: str
    key: str


def columns(batch: Batch) -> list[Column]:
    """The columns of the chosen sheets with examples, in their order.

    PostgreSQL keeps the keys of JSON in an order of its own, so the heads say which comes first.
    """
    chosen = {place.index: place for place in _chosen(batch)}
    seen: dict[str, list[str]] = {}
    for index, (_name, _length, lines) in enumerate(beginnings(batch)):
        place = chosen.get(index)
        for line in lines if place else ():
            if line.number > place.head.last:
                for label, value in zip(place.head.labels, line.values, strict=False):
                    words = seen.setdefault(label, [])
                    if shown(value) and len(words) < EXAMPLES and shown(value)[:20] not in words:
                        words.append(shown(value)[:20])
    heads = [label for place in chosen.values() for label in place.head.labels]
    order = {label: number for number, label in reversed(list(enumerate(heads)))}
    known = sorted(batch.columns.items(), key=lambda each: order.get(each[0], len(order)))
    return [Column(label, "、".join(seen.get(label, [])), key) for label, key in known]


def _chosen(batch: Batch) -> list[Place]:
    return [place for place in places(batch) if place.chosen]


@dataclass(frozen=True)
class Previewed:
    """A line as it would be entered: what was understood, and column and sentence of each fault."""

    read: Read
    cells: list[tuple[str, bool]]
    """What each shown field says, and whether it is wrong."""
    faults: list[tuple[str, str]]


def preview(batch: Batch, today: date) -> list[Previewed]:
    """The first lines as they were understood; judged, but not compared with other imports."""
    target, reader = target_of(batch), Reader(batch)
    reads = [reader.read(place, line) for place, line in _first(batch)]
    good = [read for read in reads if not read.skipped and not read.faults]
    setting = Setting(batch.body, batch.year, today)
    verdicts = dict(
        zip(map(id, good), target.judge(setting, [read.facts for read in good]), strict=True)
    )
    fields = mapped_fields(batch)
    return [_previewed(read, fields, verdicts.get(id(read), read.faults)) for read in reads]


def _previewed(read: Read, fields: Sequence[Field], faults: Mapping[str, str]) -> Previewed:
    labels = {field.key: field.label for field in fields}
    cells = [(said(read.facts.get(key)), key in faults) for key in labels]
    return Previewed(read, cells, [(labels.get(key, ""), words) for key, words in faults.items()])


def _first(batch: Batch) -> Iterator[tuple[Place, Line]]:
    sheets, left = beginnings(batch), PREVIEWED
    for place in _chosen(batch):
        for line in sheets[place.index][2] if place.index < len(sheets) else ():
            if line.number > place.head.last and left:
                left -= 1
                yield place, line


def mapped_fields(batch: Batch) -> list[Field]:
    """The fields that a column stands for."""
    used = set(batch.columns.values())
    return [field for field in target_of(batch).fields(batch.body) if field.key in used]


def said(value: object) -> str:
    """What was understood, as people write it."""
    match value:
        case Amount(value=number, about=about):
            return f"{'约 ' if about else ''}{number.normalize():f}"
        case datetime() | date():
            return f"{value.year}年{value.month}月{value.day}日"
        case None:
            return ""
        case _:
            found: Value = value
            return shown(found)


def bad_rows(batch: Batch) -> QuerySet[Row]:
    return batch.rows.filter(state=Row.State.BAD)


def anything_stalled() -> bool:
    """Whether the worker has an import to go on with that nobody works on."""
    return left_behind().exists()


def left_behind() -> QuerySet[Batch]:
    """What was begun and stands still: its worker was killed, or the queue is long."""
    states = (Batch.State.RUNNING, Batch.State.UNDOING)
    return Batch.objects.filter(state__in=states, moved__lt=clock.now() - 3 * STALLED)


def stalled(batch: Batch, now: datetime) -> bool:
    """Whether nobody seems to work on it: the worker stands still or was killed."""
    return now - batch.moved > STALLED


def done_percent(batch: Batch) -> int:
    return min(99, batch.rows_seen * 100 // batch.expected) if batch.expected else 0


def passed_over(batch: Batch) -> list[tuple[str, list[int]]]:
    """Why lines were left out → their numbers, the first few."""
    found: dict[str, list[int]] = {}
    states = (Row.State.SKIPPED, Row.State.KNOWN)
    rows = batch.rows.filter(state__in=states).values_list("number", "state", "faults")
    for number, state, faults in rows[:500]:
        why = faults.get("", "") if state == Row.State.SKIPPED else "以前导入过"
        found.setdefault(why, []).append(number)
    return [(why, numbers[:10]) for why, numbers in found.items()]
