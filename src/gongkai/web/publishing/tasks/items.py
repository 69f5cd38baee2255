"""What the worker does with items at their time. It takes effect once however often it runs."""

from contextlib import suppress

from django_tasks import task

from gongkai.web.audit.actor import system
from gongkai.web.files import acts as file_acts
from gongkai.web.files.clean.run import UncleanedError
from gongkai.web.files.models import Upload
from gongkai.web.publishing.acts import timed
from gongkai.web.publishing.queries import items as queries


@task()
def clean(upload: str) -> None:
    """Make the copy of a file that hides nothing, ahead of its publication."""
    found = Upload.objects.filter(pk=upload, state=Upload.State.READY).first()
    if found is not None:
        with suppress(UncleanedError):
            file_acts.free_copy(system("清除隐藏信息"), found)


@task()
def at_their_time() -> None:
    """Publish what was scheduled, take down what was shown long enough."""
    for found in queries.scheduled_due():
        timed.publish_scheduled(system("定时公布"), item=found)
    for found in queries.overdue():
        timed.expire(system("公示期满"), item=found)
