from django_tasks import task

from gongkai.web.audit.actor import system
from gongkai.web.publishing.acts import handover as acts
from gongkai.web.publishing.models.exchange import Outlet
from gongkai.web.publishing.queries.exchange import outlets

BY = system("系统交换")


@task()
def exchange() -> None:
    """Packages in, addresses back, public items on."""
    acts.read_folder(BY)
    acts.tell_back()
    for outlet in outlets():
        acts.hand_over(BY, outlet)
        if outlet.way == Outlet.Way.FOLDER:
            acts.read_replies(BY, outlet)


@task()
def read_replies() -> None:
    """Daily: addresses that the other system wrote while nothing new went there."""
    for outlet in outlets().filter(way=Outlet.Way.FOLDER):
        acts.read_replies(BY, outlet)
