from django_tasks import task

from gongkai.web.audit.actor import system
from gongkai.web.ui import clock
from gongkai.web.vault import acts


@task()
def purge() -> int:
    """Daily: destroy what the retention schedule says is due."""
    return acts.purge_due(system(), clock.today())
