from django_tasks import task

from gongkai.web.reporting.acts import report as acts
from gongkai.web.reporting.models.report import Report


@task()
def prepare_downloads(report: int) -> list[str]:
    """Write the published version in every format, so that the first reader need not wait."""
    return acts.prepare_downloads(Report.objects.select_related("body").get(pk=report))
