"""What colleagues write down about a case: notes, and where they searched.

The words lie in the vault under the applicant: they speak of persons, and go when their data goes.
"""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record
from gongkai.web.requests.acts.enter import subject
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.models.desk import Note, SearchLog
from gongkai.web.ui import clock
from gongkai.web.vault.acts import amend


@dataclass(frozen=True)
class Searched:
    """One search: the day, the place, what was looked for, whether it was there."""

    on: date
    place: str
    words: str
    found: bool


@transaction.atomic
def note(by: Actor, request: Request, text: str) -> Note:
    """Leave a note for colleagues; applicants never see it."""
    made = Note.objects.create(request=request, by_name=by.name, at=clock.now())
    amend(request.holder, {f"note:{made.pk}": text})
    _record(by, request, "note", "备注", note=made.pk)
    return made


@transaction.atomic
def log_search(by: Actor, request: Request, searched: Searched) -> SearchLog:
    """Keep what was searched as evidence."""
    made = SearchLog.objects.create(
        request=request,
        on=searched.on,
        place=searched.place,
        found=searched.found,
        by_name=by.name,
        at=clock.now(),
    )
    amend(request.holder, {f"search:{made.pk}": searched.words})
    _record(by, request, "search", "检索记录", place=made.place, found=made.found, on=made.on)
    return made


def _record(by: Actor, request: Request, verb: str, what: str, **facts: object) -> None:
    record(
        by,
        f"requests.{verb}",
        subject=subject(request),
        title=f"{request.number} {what}",
        chain=request.body.code,
        facts=facts,
    )
