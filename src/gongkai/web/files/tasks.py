from django_tasks import task

from gongkai.web.audit.actor import system
from gongkai.web.files import acts
from gongkai.web.files.models import Upload


@task()
def inspect(upload: str) -> None:
    """Scan and read one file; nothing is left to do when it was removed meanwhile."""
    found = Upload.objects.filter(pk=upload).first()
    if found is not None:
        acts.inspect(found)


@task()
def sweep() -> int:
    """Daily: remove what was uploaded and never used."""
    return acts.sweep(system())
