from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

from django.db import connection, transaction
from django.db.models import Q

from gongkai.web.search import engines
from gongkai.web.search.bigrams import clean
from gongkai.web.search.entry import Entry, Source, tokens
from gongkai.web.search.models import Page
from gongkai.web.ui import bulk

BATCH = 200
"""Pages of one transaction when the index is renewed: writers wait no longer than that."""
DAY = 1 << 28
"""How many pages a day may have; a place is the day's number times this, plus one of them."""

COLUMNS = tuple(field.name for field in Page._meta.concrete_fields)
LAST_PLACE = "SELECT max(place) FROM search_page WHERE place >= %s AND place < %s"


@transaction.atomic
def put(entry: Entry) -> None:
    """Let a thing be found, in the place of what stood there under its subject.

    Called inside the act that publishes it, so that it is found, or not found, from that moment.
    """
    remove(entry.subject)
    put_new([entry])


@transaction.atomic
def put_new(entries: Sequence[Entry]) -> None:
    """Let many things be found that were not there before."""
    taken: dict[date, int] = {}
    pages = []
    for entry in entries:
        taken[entry.day] = taken.get(entry.day) or _last_place(entry.day)
        taken[entry.day] += 1
        pages.append(_page(entry, taken[entry.day]))
    bulk.insert(Page, COLUMNS, ([getattr(page, name) for name in COLUMNS] for page in pages))
    engines.add([(page, tokens(page.title, page.text)) for page in pages])


@transaction.atomic
def remove(subject: str) -> None:
    """Let a thing be found no more. Nothing happens when it was not there."""
    page = Page.objects.filter(subject=subject).first()
    if page is not None:
        engines.drop(page, tokens(page.title, page.text))
        page.delete()


@transaction.atomic
def rebuild(entries: Iterable[Entry]) -> int:
    """Index everything anew; tells how much."""
    Page.objects.all().delete()
    engines.clear()
    done, source = 0, iter(entries)
    while batch := list(islice(source, 1000)):
        put_new(batch)
        done += len(batch)
    engines.tidy()
    return done


def renew(source: Source) -> Iterator[int]:
    """Index the things of one source anew, some at a time, while the platform is running.

    Yields how many it has looked at, batch by batch. What is indexed and no more to be found goes.
    """
    own = f"{source.subject}:"
    indexed = Page.objects.filter(subject__startswith=own).values_list("subject", flat=True)
    ids = sorted({*source.ids(), *(int(each.removeprefix(own)) for each in indexed)})
    for start in range(0, len(ids), BATCH):
        some = ids[start : start + BATCH]
        with transaction.atomic():
            entries = list(source.entries(some))
            for pk in some:
                remove(f"{own}{pk}")
            put_new(entries)
        yield len(some)


@transaction.atomic
def remove_strangers(sources: Iterable[Source]) -> None:
    """Drop what belongs to no source."""
    own = Q()
    for source in sources:
        own |= Q(subject__startswith=f"{source.subject}:")
    for subject in Page.objects.exclude(own).values_list("subject", flat=True):
        remove(subject)


def _last_place(day: date) -> int:
    """The highest place that is taken on a day; on PostgreSQL the day is held until the end."""
    first = day.toordinal() * DAY
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [first])
        cursor.execute(LAST_PLACE, [first, first + DAY])
        return int(cursor.fetchone()[0] or first)


def _page(entry: Entry, place: int) -> Page:
    return Page(
        place=place,
        subject=entry.subject,
        kind=entry.kind,
        title=clean(entry.title)[:500],
        text=clean(entry.text),
        address=entry.address,
        day=entry.day,
        body=entry.body,
        body_name=entry.body_name,
        marks=entry.marks,
        until=entry.until,
    )
