"""An application begun and not yet handed in, kept for a month under a key of its own."""

import secrets
from collections.abc import Mapping
from datetime import timedelta

from django.db import transaction
from django.utils.crypto import salted_hmac

from gongkai.web.accounts.models import Person
from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.requests.models.case import Draft
from gongkai.web.ui import clock
from gongkai.web.vault.acts import amend, destroy, keep
from gongkai.web.vault.queries import open_all

KEPT = timedelta(days=30)


def digest_of_key(key: str) -> str:
    return salted_hmac("requests.draft", key, algorithm="sha256").hexdigest()


@transaction.atomic
def save_draft(body: Body, person: Person | None, key: str, fields: Mapping[str, str]) -> str:
    """Keep what was typed; returns the key with which it is taken up again."""
    found = _draft(body, key)
    if found is not None:
        amend(found.holder, fields)
        return key
    key = secrets.token_urlsafe(16)
    holder = keep(fields, purge_on=clock.today() + KEPT)
    Draft.objects.create(
        key=digest_of_key(key), body=body, person=person, holder=holder, at=clock.now()
    )
    return key


def draft_fields(body: Body, key: str) -> dict[str, str]:
    """What was typed; nothing when there is no such draft or its month is over."""
    found = _draft(body, key)
    return open_all(found.holder) if found else {}


@transaction.atomic
def drop_draft(by: Actor, body: Body, key: str) -> None:
    """Forget it: the application was handed in, or the applicant wants it gone."""
    found = _draft(body, key)
    if found is not None:
        destroy(by, found.holder, reason="草稿已提交或者放弃")
        found.delete()


def _draft(body: Body, key: str) -> Draft | None:
    if not key:
        return None
    found = Draft.objects.select_related("holder")
    return found.filter(body=body, key=digest_of_key(key), holder__destroyed=None).first()
