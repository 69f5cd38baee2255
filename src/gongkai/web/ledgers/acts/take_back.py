"""Undoes a whole import, as long as nothing was built on its records."""

from django.db import transaction

from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record
from gongkai.web.ledgers.acts.run import setting_of
from gongkai.web.ledgers.acts.take_in import SUBJECT, NotPossibleError
from gongkai.web.ledgers.models import Batch, Row
from gongkai.web.ledgers.rows import target_of
from gongkai.web.ui import clock, queue

TAKE_BACK = "gongkai.web.ledgers.tasks.take_back"
AT_ONCE = 200
NAMED = 3
State = Batch.State


def begin(by: Actor, batch: Batch) -> None:
    """Start to undo; NotPossibleError names the records on which something was built."""
    if batch.state not in (State.DONE, State.STOPPED, State.FAILED):
        raise NotPossibleError("只有已经导入的表格可以撤销。")
    built = _built(batch)
    if built:
        named = "、".join(built[:NAMED]) + ("等" if len(built) > NAMED else "")
        raise NotPossibleError(
            f"有 {len(built)} 条记录后来又办理过（{named}），整批不能撤销，请逐条处理。"
        )
    with transaction.atomic():
        locked = Batch.objects.select_for_update().get(pk=batch.pk)
        locked.state, locked.reason, locked.moved = State.UNDOING, "", clock.now()
        locked.by_id, locked.by_name = by.id, by.name
        locked.save()
        queue.later(TAKE_BACK, batch=batch.pk)


def _built(batch: Batch) -> list[str]:
    """What the records are called on which something was built."""
    target, found = target_of(batch), []
    rows = batch.rows.filter(state=Row.State.MADE).values_list("made", flat=True)
    ids: list[int] = []
    for made in rows.iterator(chunk_size=2000):
        ids += made
        if len(ids) >= 2000:
            found += target.built_on(ids).values()
            ids = []
    return [*found, *target.built_on(ids).values()]


def proceed(batch: Batch) -> None:
    """Undo row after row; can be killed and called again."""
    while _some(batch):
        pass


@transaction.atomic
def _some(batch: Batch) -> bool:
    locked = Batch.objects.select_for_update().select_related("body").get(pk=batch.pk)
    if locked.state != State.UNDOING:
        return False
    target, by = target_of(locked), Actor(locked.by_id, locked.by_name)
    rows = list(locked.rows.filter(state=Row.State.MADE)[:AT_ONCE])
    if not rows:
        _finish(by, locked)
        return False
    ids = [made for row in rows for made in row.made]
    if target.built_on(ids):
        locked.state = State.DONE
        locked.reason = "撤销途中有记录又被办理，没有撤完；处理后可以再撤销。"
        locked.save(update_fields=["state", "reason"])
        return False
    target.take_back(by, setting_of(locked), ids)
    locked.rows.filter(pk__in=[row.pk for row in rows]).update(state=Row.State.UNDONE)
    locked.moved = clock.now()
    locked.save(update_fields=["moved"])
    return True


def _finish(by: Actor, batch: Batch) -> None:
    batch.state, batch.ended = State.UNDONE, clock.now()
    batch.save(update_fields=["state", "ended"])
    record(
        by,
        "ledgers.take_back",
        subject=f"{SUBJECT}:{batch.pk}",
        title=f"撤销导入{target_of(batch).name}：{batch.name}，{batch.made} 行",
        chain=batch.body.code,
        facts={"made": batch.made, "manifest": batch.manifest},
    )
