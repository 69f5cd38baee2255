from django_tasks import task

from gongkai.web.audit.actor import system
from gongkai.web.requests.acts import rebuild


@task()
def recompute() -> int:
    """Daily: last days move when the holidays of a year are published."""
    return rebuild.recompute(system())
