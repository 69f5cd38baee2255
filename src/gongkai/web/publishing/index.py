"""The index number of a new item in its body's form. Pure."""

from collections.abc import Mapping
from datetime import date

from gongkai.law.identity.index_number import INDEX_FORMS, IndexForm, make_index_number

COUNTED = {"year", "day", "serial"}
"""Parts that follow from the item; every other part is fixed by the body."""


def fixed_parts(form: IndexForm) -> list[str]:
    """The parts that a body has to say once, in the order of the form."""
    return [part for part in form.pattern.groupindex if part not in COUNTED]


def index_number(form: str, parts: Mapping[str, str], made_on: date, serial: int) -> str:
    """The number; InvalidNumberError with a sentence when the body's parts do not fit."""
    wanted = INDEX_FORMS[form]
    counted = {"year": f"{made_on.year:04d}", "day": f"{made_on:%m%d}", "serial": serial}
    given = {**parts, **{key: counted[key] for key in COUNTED & set(wanted.pattern.groupindex)}}
    return str(make_index_number(wanted, **given))
