"""How the printed layout of a report is put on a page."""

from django import template

from gongkai.reports.write.html import scope
from gongkai.reports.write.outline import Prose

register = template.Library()
register.filter("scope", scope)


@register.filter
def lead(item: Prose) -> str:
    """The heading that a paragraph begins with."""
    return item.text[: item.lead]


@register.filter
def after_lead(item: Prose) -> str:
    return item.text[item.lead :]
