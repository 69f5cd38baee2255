"""Indicators and their figures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record
from gongkai.web.files import acts as file_acts
from gongkai.web.files.models import Upload
from gongkai.web.ledgers.models import Figure, Indicator
from gongkai.web.ui import clock


@dataclass(frozen=True)
class Said:
    """What somebody recorded; `value` None takes the figure of that month back."""

    indicator: Indicator
    month: int
    value: Decimal | None
    about: bool = False
    note: str = ""
    link: str = ""
    file: Upload | None = None


@transaction.atomic
def define(by: Actor, body: Body, *, indicators: Iterable[Indicator]) -> list[Indicator]:
    """Add indicators, or change how they are counted; their figures stay."""
    saved = []
    for each in indicators:
        each.body = body
        each.save()
        saved.append(each)
        _write_trail(by, each, "ledgers.define", f"设定指标：{each.name}", {})
    return saved


@transaction.atomic
def enter(by: Actor, *, year: int, figures: Sequence[Said]) -> list[Figure]:
    """Record figures of a year; what stood for the same month stays as an earlier row."""
    made = add(by, year, figures)
    for each, figure in zip(figures, made, strict=True):
        facts = {"year": year, "month": each.month, "value": figure.value, "figure": figure.pk}
        when = f"{year}年{each.month}月" if each.month else f"{year}年全年"
        title = f"{when}{each.indicator.name}"
        _write_trail(by, each.indicator, "ledgers.enter", title, facts)
    return made


def add(by: Actor, year: int, figures: Sequence[Said]) -> list[Figure]:
    """The rows alone, in the transaction that is open; who calls it writes the trail."""
    wanted = {(each.indicator.pk, each.month) for each in figures}
    standing = Figure.objects.filter(
        indicator__in={pk for pk, _month in wanted}, year=year, current=True
    )
    replaced = [each.pk for each in standing if (each.indicator_id, each.month) in wanted]
    Figure.objects.filter(pk__in=replaced).update(current=False)
    return Figure.objects.bulk_create(
        Figure(
            indicator=each.indicator,
            year=year,
            month=each.month,
            value=each.value,
            about=each.about,
            note=each.note,
            link=each.link,
            file=each.file,
            at=clock.now(),
            by_id=by.id,
            by_name=by.name,
        )
        for each in figures
    )


def keep_evidence(by: Actor, body: Body, *, name: str, data: bytes) -> Upload:
    """Take in a paper that shows a figure; RefusedError with a sentence."""
    return file_acts.keep(
        by, name, data, subject=f"ledgers.body:{body.pk}", body=body.pk, chain=body.code
    )


def _write_trail(
    by: Actor, each: Indicator, action: str, title: str, facts: dict[str, object]
) -> None:
    record(
        by,
        action,
        subject=f"ledgers.indicator:{each.pk}",
        title=title,
        chain=each.body.code,
        facts=facts,
    )
