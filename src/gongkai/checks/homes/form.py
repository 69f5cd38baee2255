"""Homes in forms: labels and what stands behind them, on one line or on several."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from gongkai.checks.homes.address import has_door
from gongkai.checks.homes.judged import at_home
from gongkai.checks.homes.lines import Line
from gongkai.checks.homes.name import is_full_name, named_in
from gongkai.checks.homes.words import HAN, HEADS, OFFICERS, PERSONS, PLACES

LABELLED = re.compile(
    rf"(?P<label>[{HAN}（）()/]{{1,16}}?(?:\s[{HAN}])?)\s*[:：]\s*"
    rf"(?P<value>[^:：]*?)(?=$|[\s,，;；。、]+[{HAN}（）()/]{{1,14}}\s*[:：])"
)
REACH = 12
"""Lines a form may be long between a name and an address."""


@dataclass
class Form:
    """Labels, values, and the offset of the line of each; `last` is the number of its last line."""

    fields: list[tuple[str, str, int]] = field(default_factory=list)
    last: int = 0

    def has(self, label: str) -> bool:
        return any(label == each for each, _value, _start in self.fields)


def forms(lines: list[Line]) -> Iterator[Form]:
    """Labels that come again begin another form."""
    form = Form()
    for number, line in enumerate(lines):
        told = list(_fields(line))
        if told and (number - form.last > REACH or any(form.has(label) for label, _value in told)):
            yield form
            form = Form()
        if told:
            form.fields += [(label, value, line.start) for label, value in told]
            form.last = number
    yield form


def _fields(line: Line) -> Iterator[tuple[str, str]]:
    if not line.cells:
        for found in LABELLED.finditer(line.text):
            yield re.sub(r"\s", "", found["label"]), found["value"].strip()
        return
    label = ""
    for cell in line.cells:
        bare = re.sub(r"[\s:：]", "", cell)
        if len(bare) <= REACH and HEADS.search(bare) and not has_door(cell) and not named_in(cell):
            label = bare
        elif label and cell:
            yield label, cell


def homes_in(form: Form) -> Iterator[tuple[int, str]]:
    """Offset of the address and the name, for each address of a home in a form."""
    labels = [label for label, _value, _start in form.fields]
    values = [value for _label, value, _start in form.fields]
    people = [(label, named_in(value)) for label, value in zip(labels, values, strict=True)]
    named = [(who, name) for who, name in people if name and _of_person(who)]
    for own, address, start in form.fields:
        if not (PLACES.search(own) and has_door(address)):
            continue
        for who, name in named:
            if is_full_name(name) and at_home(own, address, who, labels, values):
                yield start, name
                break


def _of_person(label: str) -> bool:
    return bool(PERSONS.search(label) or OFFICERS.search(label))
