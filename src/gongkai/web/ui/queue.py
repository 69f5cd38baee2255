"""How an act enqueues what follows: by the task's name, for acts stand below tasks.

The queue lies in the same database and the row is written in the act's own transaction, so that a
crash loses neither. A task may be run more than once and must take effect once.
"""

from datetime import datetime, timedelta

from django.utils.module_loading import import_string
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult, DBTaskResultQuerySet

TRIES = 8
"""Over some four hours; what has failed so often waits for the operator."""


def later(task: str, /, **arguments: object) -> None:
    """Enqueue a task, `gongkai.web.app.tasks.name`; arguments are plain data."""
    import_string(task).enqueue(**arguments)


def take_back(worker: str) -> int:
    """Put what a worker that is dead had begun back into the queue; how much."""
    begun = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING)
    own = [each.pk for each in begun if each.worker_ids[-1:] == [worker]]
    return _ready(own)


def take_back_all() -> int:
    """The same where no worker is alive: what a backup holds was begun somewhere else."""
    return _ready([each.pk for each in DBTaskResult.objects.running()])


def try_again(now: datetime) -> int:
    """Put what has failed back, each time after twice as long; how much."""
    waited = [
        each.pk
        for each in failed().filter(finished_at__gt=now - timedelta(days=1))
        if len(each.worker_ids) < TRIES
        and each.finished_at + timedelta(minutes=2 ** len(each.worker_ids)) <= now
    ]
    return _ready(waited)


def failed() -> DBTaskResultQuerySet:
    """Tasks whose last try ended with an error."""
    return DBTaskResult.objects.failed()


def _ready(tasks: list) -> int:
    return DBTaskResult.objects.filter(pk__in=tasks).update(status=TaskResultStatus.READY)
