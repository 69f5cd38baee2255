"""Rows written without making a model of each: where that is the cost, as in imports."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models

PLAIN = (models.CharField, models.TextField, models.IntegerField, models.BooleanField)
"""Columns whose values the drivers take as they are."""


def insert(model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert rows of these columns, named as on the model; the others keep their defaults, so all
    that have none must be named.
    """
    fields = [model._meta.get_field(name) for name in names]
    prepared = [None if _is_plain(field) else field.get_db_prep_save for field in fields]
    columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    table = connection.ops.quote_name(model._meta.db_table)
    places = ", ".join(["%s"] * len(fields))
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} ({columns}) VALUES ({places})",  # noqa: S608
            [
                [
                    value if prepare is None else prepare(value, connection)
                    for prepare, value in zip(prepared, row, strict=True)
                ]
                for row in rows
            ],
        )


def _is_plain(field: models.Field) -> bool:
    return isinstance(field, PLAIN) or (
        isinstance(field, models.ForeignKey) and isinstance(field.target_field, PLAIN)
    )
