from django_tasks import task

from gongkai.web.ledgers import queries
from gongkai.web.ledgers.acts import run as importing
from gongkai.web.ledgers.acts import take_back as undoing
from gongkai.web.ledgers.models import Batch
from gongkai.web.ui import queue


@task()
def run(batch: int) -> None:
    """Enter lines of a batch for a while; nothing is left to do when it was stopped meanwhile."""
    found = Batch.objects.select_related("body").get(pk=batch)
    if found.state == Batch.State.RUNNING:
        importing.proceed(found)


@task()
def take_back(batch: int) -> None:
    """Undo a batch."""
    undoing.proceed(Batch.objects.get(pk=batch))


@task()
def resume() -> None:
    """Go on with what a killed worker left; a line is done once however many work on it."""
    for batch in queries.left_behind():
        undoes = batch.state == Batch.State.UNDOING
        queue.later(undoing.TAKE_BACK if undoes else importing.RUN, batch=batch.pk)
