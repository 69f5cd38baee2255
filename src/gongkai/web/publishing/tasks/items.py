"""What the worker does with items at their time. It takes effect once however often it runs."""

from django_tasks import task

from gongkai.web.audit.actor import system
from gongkai.web.publishing.acts import timed
from gongkai.web.publishing.queries import items as queries


@task()
def at_their_time() -> None:
    """Publish what was scheduled, take down what was shown long enough."""
    for found in queries.scheduled_due():
        timed.publish_scheduled(system("定时公布"), item=found)
    for found in queries.overdue():
        timed.expire(system("公示期满"), item=found)
