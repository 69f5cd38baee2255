"""The columns of a body: entered, changed, confirmed, ended."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record as write_trail
from gongkai.web.publishing.models.columns import Column, ColumnUpdate
from gongkai.web.publishing.queries.columns import subject_of
from gongkai.web.ui import clock


@transaction.atomic
def open_column(by: Actor, *, body: Body, facts: Mapping[str, object]) -> Column:
    made = Column.objects.create(body=body, **facts)
    _trail(by, made, "open_column", f"设置栏目：{made.name}", facts)
    return made


@transaction.atomic
def change_column(by: Actor, *, column: Column, facts: Mapping[str, object]) -> None:
    for name, value in facts.items():
        setattr(column, name, value)
    column.save()
    _trail(by, column, "change_column", f"修改栏目：{column.name}", facts)


@transaction.atomic
def confirm_column(by: Actor, *, column: Column, on: date, note: str) -> None:
    """Record an update that the platform cannot see, or that the content was found right."""
    ColumnUpdate.objects.create(column=column, on=on, note=note, by=by.name, entered=clock.now())
    facts = {"on": on, "note": note}
    _trail(by, column, "confirm_column", f"登记栏目更新：{column.name}", facts)


@transaction.atomic
def end_column(by: Actor, *, column: Column) -> None:
    """The column is no more; what was recorded of it stays."""
    column.ended_on = clock.today()
    column.save(update_fields=["ended_on"])
    _trail(by, column, "end_column", f"撤销栏目：{column.name}", {})


def _trail(by: Actor, column: Column, verb: str, title: str, facts: Mapping[str, object]) -> None:
    write_trail(
        by,
        f"publishing.{verb}",
        subject=subject_of(column),
        title=title,
        chain=column.body.code,
        facts={name: str(value) for name, value in facts.items()},
    )
