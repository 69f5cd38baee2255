import os

from django_tasks import task

from gongkai.web.audit.actor import Actor
from gongkai.web.reporting.acts import intake as intake_acts
from gongkai.web.reporting.acts import report as acts
from gongkai.web.reporting.acts.remind import remind as tell_the_step
from gongkai.web.reporting.models.archive import Intake
from gongkai.web.reporting.models.report import Report
from gongkai.web.ui import clock


@task()
def prepare_downloads(report: int) -> list[str]:
    """Write the published version in every format, so that the first reader need not wait."""
    return acts.prepare_downloads(Report.objects.select_related("body").get(pk=report))


@task()
def remind() -> int:
    """Daily: tell the officers of bodies whose report is not out of the step that has come."""
    return tell_the_step(clock.today())


@task()
def go_on(intake: int) -> None:
    """Read what an intake of the desk has not read yet."""
    _go_on(Intake.objects.select_related("area", "body").get(pk=intake))


@task()
def go_on_with_stopped() -> int:
    """Daily, and when the server starts: the intakes that were stopped in the middle."""
    stopped = Intake.objects.filter(state=Intake.State.READING).exclude(sources=[])
    for intake in stopped.select_related("area", "body"):
        _go_on(intake)
    return len(stopped)


def _go_on(intake: Intake) -> None:
    if intake.state == Intake.State.READING:
        by = Actor(intake.by_id_text, intake.by)
        files = intake_acts.sent_files(intake)
        intake_acts.go_on(by, intake=intake, files=files, processes=os.cpu_count() or 1)
