"""The fields of a kind as fields of a form: one engine for every kind of `kinds.toml`."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from django import forms

from gongkai.web.publishing.kinds import Field, Kind
from gongkai.web.ui.forms import DayField

OWN = "own_"
"""Before the names of a kind's own fields."""
Made = Callable[..., forms.Field]


def _line(**options) -> forms.Field:
    return forms.CharField(max_length=200, **options)


def _text(**options) -> forms.Field:
    return forms.CharField(max_length=4000, widget=forms.Textarea(attrs={"rows": 3}), **options)


def _money(**options) -> forms.Field:
    return forms.DecimalField(min_value=0, max_digits=14, decimal_places=6, **options)


def _count(**options) -> forms.Field:
    return forms.IntegerField(min_value=0, **options)


TYPES: Mapping[str, Made] = {
    "line": _line,
    "text": _text,
    "day": DayField,
    "money": _money,
    "count": _count,
}


def of_kind(kind: Kind) -> dict[str, forms.Field]:
    """Name → field, in the order of the kind."""
    return {OWN + each.key: _made(each) for each in kind.fields}


def _made(told: Field) -> forms.Field:
    options = {"label": told.zh, "required": told.required, "help_text": told.help}
    if told.type == "choice":
        listed = [(each, each) for each in told.choices]
        return forms.ChoiceField(choices=[("", "请选择"), *listed], **options)
    return TYPES[told.type](**options)


def own_value(value: object) -> object:
    """A cleaned value as plain data."""
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
