from django_tasks import task

from gongkai.web.publishing.acts import remind as acts
from gongkai.web.ui import clock


@task()
def remind() -> int:
    """Daily: tell of columns that stand overdue."""
    return acts.remind_of_columns(clock.today())
