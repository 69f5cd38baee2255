"""The bodies' reports into the draft of the area's own (article 49, second sentence)."""

from django.db import transaction

from gongkai.reports.model.statement import Number
from gongkai.statute.forms import form_in_force
from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.reporting.acts import report as report_acts
from gongkai.web.reporting.acts.entering import enter
from gongkai.web.reporting.acts.writing import write
from gongkai.web.reporting.figures import entered
from gongkai.web.reporting.models.report import Report
from gongkai.web.reporting.points import draft
from gongkai.web.reporting.queries import consolidation as queries
from gongkai.web.reporting.queries import report as report_queries
from gongkai.web.reporting.queries.consolidation import Area
from gongkai.web.reporting.record import Act, NotProvidedForError


@transaction.atomic
def gather(by: Actor, *, area: Body, year: int) -> Report:
    """Put the bodies' figures and points into the area's draft; begun where there is none.

    The government's own office is counted from its records, as in every report. Done again, the
    figures are those of now; words that stand in the draft stay, and points are not added twice.
    """
    found = queries.consolidated(area, year)
    if not found.members:
        raise NotProvidedForError("还没有一个单位的报告可以汇总。")
    report = Report.objects.filter(body=area, year=year).first()
    first = report is None
    if report is None:
        report = report_acts.open_year(by, body=area, year=year)
    members = [
        {"code": each.filer.code, "version": each.version, "digest": each.digest}
        for each in found.members
    ]
    missing = [body.name for body in found.missing]
    facts = {"figures": _figures(found), "members": members, "missing": missing}
    enter(by, report, Act.GATHER, facts)
    if first:
        _draft(by, report, found)
    return report


def _figures(found: Area) -> dict[str, Number]:
    """The bodies' figures by cell, of those that show a number; sums follow from the form."""
    cells = entered(form_in_force(found.year))
    sums = {
        cell: sum(value for _, value in found.parts(cell) if value is not None) for cell in cells
    }
    return {cell: value for cell, value in sums.items() if value}


def _draft(by: Actor, report: Report, found: Area) -> None:
    """The words as the bodies' figures make them, and below each part what the bodies write."""
    state = report_queries.state_of(report)
    points = queries.points_of(found.area, found.year)
    for part, own in report_queries.drafted_again(report, state).items():
        words = draft(own, points.get(part, ()))
        if words != state.texts[part].words:
            base = state.texts[part].version
            write(by, report=report, part=part, words=words, base=base)
