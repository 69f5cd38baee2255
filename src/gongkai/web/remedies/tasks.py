from django_tasks import task

from gongkai.web.remedies.acts.remind import remind as tell_what_comes
from gongkai.web.ui import clock


@task()
def remind() -> int:
    """Daily: tell those who stand for the body of replies, hearings and orders that are near."""
    return tell_what_comes(clock.today())
