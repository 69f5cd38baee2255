"""How the printed layout of a report is put on a page."""

from collections.abc import Mapping

from django import template
from django.urls import reverse

from gongkai.reports.write.html import scope
from gongkai.reports.write.outline import Prose
from gongkai.statute.forms import form_in_force
from gongkai.web.reporting.binding import named
from gongkai.web.reporting.models.report import Report
from gongkai.web.reporting.queries.counting import SOURCES
from gongkai.web.reporting.shown import Mark

register = template.Library()
register.filter("scope", scope)


@register.filter
def lead(item: Prose) -> str:
    """The heading that a paragraph begins with."""
    return item.text[: item.lead]


@register.filter
def after_lead(item: Prose) -> str:
    return item.text[item.lead :]


@register.filter
def opens(path: str, counted: Report | None) -> str:
    """Where the records behind a cell are listed; empty for the public."""
    return reverse("reporting:cell", args=[counted.pk, path]) if counted else ""


@register.filter
def mark(path: str, marks: Mapping[str, Mark] | None) -> Mark | None:
    """What is to be seen at a cell on the desk."""
    return marks.get(path) if marks else None


@register.filter
def anchor(at: str) -> str:
    """The place on the report's page that a finding speaks of."""
    head, _, rest = at.partition(".")
    return f"part-{rest or head}" if head in ("sections", "preamble") else f"at-{at}"


@register.filter
def called(names: Mapping[str, str], key: str) -> str:
    return names[key]


@register.filter
def cell_name(cell: str, report: Report) -> str:
    """The name of a cell in words."""
    return named(form_in_force(report.year), cell)


@register.filter
def source_name(key: str) -> str:
    return next(source.zh for source in SOURCES if source.key == key)
