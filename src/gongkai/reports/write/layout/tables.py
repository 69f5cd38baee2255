"""The three statutory tables of a statement as squares, computed from its form.

Every writer walks these squares: none knows a label, a row or a merged head of its own.
"""

from gongkai.reports.model.statement import Statement
from gongkai.reports.write.layout import proactive, remedies, requests
from gongkai.reports.write.layout.square import TableLayout


def tables(statement: Statement) -> tuple[TableLayout, ...]:
    """The three tables of the statement's form; none where the statement has no tables."""
    if statement.form is None:
        return ()
    first, second, third = statement.form.tables
    return (
        TableLayout(
            *(first.key, first.section, first.label),
            tuple(proactive.squares(statement, statement.form)),
            proactive.weights(statement.form),
            head_rows=0,
        ),
        TableLayout(
            *(second.key, second.section, second.label),
            tuple(requests.squares(statement, statement.form)),
            (11, 17, 44, *([12] * 7)),
            head_rows=3,
        ),
        TableLayout(
            *(third.key, third.section, third.label),
            tuple(remedies.squares(statement, statement.form)),
            (1,) * 15,
            head_rows=3,
        ),
    )
