"""The one writer of what is done to a report."""

from collections.abc import Callable

from django.db import transaction

from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record as write_trail
from gongkai.web.reporting.models.report import Entry, Report
from gongkai.web.reporting.queries import report as queries
from gongkai.web.reporting.record import Act, State, move
from gongkai.web.review.chain import digest_of
from gongkai.web.ui import clock


@transaction.atomic
def enter(
    by: Actor,
    report: Report,
    act: Act,
    facts: dict[str, object],
    allowed: Callable[[State], None] = lambda _state: None,
) -> State:
    """Add an entry, if the report's life provides for it at this stage; the state after it."""
    locked = Report.objects.select_for_update().select_related(None).get(pk=report.pk)
    state = queries.state_of(locked)
    move(state.stage, act)
    allowed(state)
    Entry.objects.create(
        report=locked,
        number=locked.entries.count() + 1,
        act=act,
        at=clock.now(),
        by=by.name,
        by_id_text=by.id,
        facts=facts,
    )
    state = queries.state_of(locked)
    report.stage = state.stage.value
    report.save(update_fields=["stage"])
    write_trail(
        by,
        f"reporting.{act.value}",
        subject=subject_of(report),
        title=f"{report.year}年度报告：{act.zh}",
        chain=report.body.code,
        facts={"entry": digest_of(facts)},
    )
    return state


def subject_of(report: Report) -> str:
    return f"{queries.SUBJECT}:{report.pk}"
