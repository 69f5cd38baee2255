"""Every rule, in the order of the report and its pages: the table of contents."""

from gongkai.checks.report.outcomes_add_up import outcomes_add_up
from gongkai.checks.report.remedies_add_up import remedies_add_up
from gongkai.checks.report.requests_accounted_for import requests_accounted_for
from gongkai.checks.report.rows_add_up import rows_add_up
from gongkai.checks.rule import Rule
from gongkai.checks.years import Years
from gongkai.reports.model.report import Report

REPORT_RULES: tuple[Rule[Report], ...] = (
    requests_accounted_for,
    outcomes_add_up,
    rows_add_up,
    remedies_add_up,
)
"""Rules about one report."""

YEARS_RULES: tuple[Rule[Years], ...] = ()
"""Rules about two successive reports of one body."""
