"""Which report on the platform a body of an area has."""

from collections.abc import Mapping

from django import template

from gongkai.web.reporting.models.archive import Filer
from gongkai.web.reporting.models.report import Report

register = template.Library()


@register.filter
def of_body(reports: Mapping[int, Report], filer: Filer) -> Report | None:
    return reports.get(filer.body_id)
