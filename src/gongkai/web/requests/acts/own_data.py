"""Correcting what a body's records say of somebody (article 41): a procedure of its own."""

from datetime import date

from django.db import transaction

from gongkai.law.request.lifecycle import NotProvidedFor
from gongkai.law.request.own_data import CorrectionAct
from gongkai.web.accounts.models import Person
from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record
from gongkai.web.requests.acts.numbers import next_number
from gongkai.web.requests.acts.register import new_code, shown_topic
from gongkai.web.requests.models.own_data import CorrectionEntry, RecordCorrection
from gongkai.web.requests.own_data import stage_after
from gongkai.web.requests.queries import digest_of_code
from gongkai.web.ui import clock
from gongkai.web.vault.acts import amend, keep


@transaction.atomic
def ask_for_correction(
    by: Actor, body: Body, *, person: dict[str, str], topic: str, account: Person | None = None
) -> tuple[RecordCorrection, str]:
    """Take it in; returns it and its code. `person`: name, phone, wrong, right, evidence …"""
    code, year = new_code(), clock.today().year
    number = f"GZ{body.pk:03d}-{year}-{next_number(body, 'correction', year):04d}"
    made = RecordCorrection.objects.create(
        body=body,
        number=number,
        code=digest_of_code(number, code),
        holder=keep(person),
        person=account,
        topic=shown_topic(topic),
        made=clock.now(),
    )
    _record(by, made, "ask_correction", "申请更正本人信息")
    return made, code


@transaction.atomic
def enter_correction(
    by: Actor, correction: RecordCorrection, act: CorrectionAct, *, on: date, told: str = ""
) -> CorrectionEntry:
    """Add one act, if the law's table has it now; what was told lies in the vault."""
    found = RecordCorrection.objects.select_for_update(of=("self",)).select_related(
        "body", "holder"
    )
    locked = found.get(pk=correction.pk)
    before = list(locked.entries.all())
    if before and on < before[-1].on:
        raise NotProvidedFor(f"“{act.value}”的日期不能早于上一步的日期 {before[-1].on}")
    stage = stage_after([*(CorrectionAct[entry.act] for entry in before), act])
    made = CorrectionEntry.objects.create(
        correction=locked,
        number=len(before) + 1,
        act=act.name,
        on=on,
        by_name=by.name,
        at=clock.now(),
    )
    locked.stage = correction.stage = stage.name
    locked.save(update_fields=["stage"])
    if told:
        amend(locked.holder, {f"told:{made.number}": told})
    _record(by, locked, "correction", act.value)
    return made


def _record(by: Actor, correction: RecordCorrection, verb: str, what: str) -> None:
    record(
        by,
        f"requests.{verb}",
        subject=f"requests.recordcorrection:{correction.pk}",
        title=f"{correction.number} {what}",
        chain=correction.body.code,
    )
