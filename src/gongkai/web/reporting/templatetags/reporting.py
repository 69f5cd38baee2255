"""How the printed layout of a report is put on a page."""

from django import template
from django.urls import reverse

from gongkai.reports.write.html import scope
from gongkai.reports.write.outline import Prose
from gongkai.web.publishing.queries.register import cells
from gongkai.web.reporting.models.report import Report

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
    """Where the records behind a cell are listed; empty for the public, and for cells without."""
    if not counted:
        return ""
    table, *rest = path.split(".")
    where = [counted.body.code, counted.year]
    if table == "requests" and len(rest) == 2:
        return reverse("requests:cell", args=[*where, *rest])
    return reverse("publishing:cell", args=[*where, rest[-1]]) if path in cells() else ""
