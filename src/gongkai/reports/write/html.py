"""The report as one page: no other file, readable by screen readers, on phones and on paper."""

from importlib.resources import files

import jinja2

from gongkai.reports.model.statement import Statement
from gongkai.reports.write.layout.square import Square
from gongkai.reports.write.outline import closing, outline, title_lines


def render(statement: Statement) -> bytes:
    """The report as UTF-8 HTML."""
    laid = outline(statement)
    page = template("report.html").render(
        laid=laid,
        title_lines=title_lines(laid.title),
        closing=[line for line, _ in closing(laid)],
        statement=statement,
        scope=scope,
    )
    return page.encode()


def template(name: str) -> jinja2.Template:
    """A template of this folder; what it is given is escaped."""
    source = files("gongkai.reports.write.templates").joinpath(name).read_text("utf-8")
    environment = jinja2.Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    return environment.from_string(source)


def scope(square: Square) -> str:
    """What a head speaks of: its column, its row, or a group of them."""
    if square.role == "row":
        return "row" if square.row_span == 1 else "rowgroup"
    return "col" if square.column_span == 1 else "colgroup"
