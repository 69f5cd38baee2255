"""What the states of cells say about a table as a whole."""

from gongkai.checks.examples import ReportExample
from gongkai.checks.run import check
from gongkai.checks.tables import missing_columns
from gongkai.reports.model.statement import State


def test_only_a_column_is_a_missing_column():
    states = {"remedies": State.MISSING_COLUMN, "requests.*.total": State.MISSING_COLUMN}
    report = ReportExample(states=states).build()
    assert missing_columns(report.statement) == ("requests.*.total",)
    assert check(report)
