"""Handing in, on a page that is about something else."""

from django import template

from gongkai.web.reporting.models.report import Report
from gongkai.web.reporting.queries.filing import latest_of
from gongkai.web.reporting.record import Stage

register = template.Library()


@register.inclusion_tag("reporting/hand_in.html")
def handing_in(report: Report, may: bool) -> dict[str, object]:
    """What became of a report at the department, and handing it in where that is next."""
    signed = report.stage in (Stage.SIGNED, Stage.PUBLISHED)
    filing = latest_of(report) if signed or report.published_on else None
    open_again = filing is None or filing.state != "waiting"
    return {"report": report, "filing": filing, "may": may and signed and open_again}
