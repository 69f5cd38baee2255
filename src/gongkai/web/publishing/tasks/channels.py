from django_tasks import task

from gongkai.web.audit.actor import system
from gongkai.web.publishing.acts import channels as acts
from gongkai.web.publishing.queries.channels import to_gather

BY = system("渠道采集")


@task()
def gather() -> int:
    """Daily: ask every feed once, one after the other; returns how many new ones there were."""
    return sum(acts.gather(BY, channel=channel) for channel in to_gather())
