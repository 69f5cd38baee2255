"""The list of an area's bodies that a command is given."""

import click

from gongkai.cli.statements import bytes_of
from gongkai.reports.model.area import Area, NotAnAreaError, read_area


def area_in(path: str) -> Area:
    """The area that a CSV file lists; a sentence where it cannot be used."""
    try:
        return read_area(bytes_of(path))
    except NotAnAreaError as error:
        raise click.UsageError(f"{path}：{error}") from error
