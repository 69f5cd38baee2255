"""Applications of an office's own ledger, many at once; struck out again when they were a mistake.

The same rows as `register` and `enter` make, without an audit entry for each: the import writes one
for all, with the hash of every row.
"""

from collections.abc import Sequence

from django.db import transaction

from gongkai.law.request.exchange import entry_as_data
from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.requests.acts.numbers import next_numbers
from gongkai.web.requests.acts.register import shown_topic
from gongkai.web.requests.models.case import Entry, Request
from gongkai.web.requests.past.record import Past
from gongkai.web.requests.queries import copies
from gongkai.web.ui import clock
from gongkai.web.vault.acts import destroy_many, keep_many

SERIES = "ledger"


@transaction.atomic
def take_over(by: Actor, body: Body, found: Sequence[Past]) -> list[Request]:
    """Enter them with all that happened, lawful or not."""
    now = clock.now()
    holders = keep_many([each.person for each in found])
    made = Request.objects.bulk_create(
        Request(
            body=body,
            number=number,
            own_number=each.own_number,
            holder=holder,
            applicant=each.applicant,
            topic=shown_topic(each.topic),
            delivery=each.delivery,
            channel=each.channel.name,
            made=now,
            **vars(copies(each.record)),
        )
        for each, holder, number in zip(found, holders, _numbers(body, found), strict=True)
    )
    Entry.objects.bulk_create(
        Entry(
            request=request,
            number=number,
            act=entry.act.name,
            on=entry.on,
            details=entry_as_data(entry).get("details", {}),
            note=note,
            by_id=by.id,
            by_name=by.name,
            at=now,
        )
        for request, each in zip(made, found, strict=True)
        for number, (entry, note) in enumerate(zip(each.record, each.notes, strict=True), 1)
    )
    return made


def _numbers(body: Body, found: Sequence[Past]) -> list[str]:
    """Numbers of a series apart, so that those given to applicants have no gaps."""
    years = [each.record[0].on.year for each in found]
    left = {
        year: iter(next_numbers(body, SERIES, year, years.count(year))) for year in sorted({*years})
    }
    return [f"TZ{body.pk:03d}-{year}-{next(left[year]):04d}" for year in years]


@transaction.atomic
def strike(found: Sequence[int]) -> None:
    """Strike out what was taken over by mistake: it counts and shows no more, its personal data
    cannot be opened any more; the entries stay."""
    requests = Request.objects.filter(pk__in=found)
    destroy_many([each.holder for each in requests.select_related("holder")])
    requests.update(struck=clock.now(), counted=False)
