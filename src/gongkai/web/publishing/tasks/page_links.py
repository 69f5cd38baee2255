from datetime import timedelta

from django_tasks import task

from gongkai.web.audit.actor import system
from gongkai.web.publishing.acts import page_links as acts
from gongkai.web.publishing.models.columns import LinkRun
from gongkai.web.publishing.queries.page_links import to_try
from gongkai.web.ui import clock

BY = system("链接检查")
MONTH = timedelta(days=30)


@task()
def try_links(run: int) -> None:
    """Try the links of one body's pages."""
    acts.try_links(LinkRun.objects.select_related("body").get(pk=run))


@task()
def start_monthly() -> int:
    """Daily: try the links of every body that were not tried for a month."""
    due = to_try(clock.now() - MONTH)
    for body in due:
        acts.start_links(BY, body=body, everywhere=False)
    return len(due)
