"""Table three: one row of fifteen figures under three levels of heads."""

from collections.abc import Iterator

from gongkai.reports.model.statement import Statement
from gongkai.reports.write.layout.extra import extra_rows, extra_values
from gongkai.reports.write.layout.square import Square, value_square
from gongkai.reports.write.printed import clean
from gongkai.statute.forms import Form


def squares(statement: Statement, form: Form) -> Iterator[Square]:
    groups = {group.key: group for group in form.groups_of("remedies")}
    rows = form.rows_of("remedies")
    shared: dict[str, Square] = {}
    column = 0
    for row in rows:
        wide = len(row.columns)
        if row.group and row.group not in shared:
            together = sum(len(other.columns) for other in rows if other.group == row.group)
            label = groups[row.group].label
            shared[row.group] = Square(label, 0, column, "column", column_span=together)
            yield shared[row.group]
        over = (shared[row.group],) if row.group else ()
        head = Square(row.label, len(over), column, "column", column_span=wide)
        yield head
        for offset, (key, cell) in enumerate(zip(row.columns, row.cells, strict=True)):
            label = form.column("remedies", key).label
            top = len(over) + 1
            foot = Square(label, top, column + offset, "column", row_span=3 - top)
            yield foot
            names = tuple(square.name for square in (*over, head, foot))
            yield value_square(statement, cell, 3, column + offset, heads=names)
        column += wide
    at = 4
    for extra in extra_rows(statement, "remedies"):
        yield Square(clean(extra.label), at, 0, "row", column_span=column)
        yield from extra_values(extra, at + 1, 0, column)
        at += 2
