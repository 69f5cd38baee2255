"""Homes in forms: labels and what stands behind them, on one line or on several."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from gongkai.checks.homes.address import has_door
from gongkai.checks.homes.judged import at_home
from gongkai.checks.homes.lines import Line
from gongkai.checks.homes.name import is_full_name, named_in
from gongkai.checks.homes.words import HAN, HEADS, OFFICERS, PERSONS, PLACES
from gongkai.checks.later import Later

LABELLED = Later(
    lambda: (
        rf"(?P<label>[{HAN}（）()/]{{1,16}}?(?:\s[{HAN}])?)\s*[:：]\s*"
        rf"(?P<value>[^:：]*?)"
        rf"(?=$|[\s,，;；。、]+[{HAN}（）()/]{{1,14}}\s*[:：]|(?:{PERSONS.pattern})[{HAN}]{{0,4}}[:：])"
    )
)
LABEL = Later(lambda: r"[^\d]{2,12}")
REACH = 12
LONGEST = 40
"""Lines between two labels of a form, and in all."""


@dataclass
class Form:
    """Labels, values, and the offset of the line of each; `first` and `last` number its lines."""

    first: int = 0
    last: int = 0
    fields: list[tuple[str, str, int]] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)

    def ends_before(self, number: int, labels: set[str]) -> bool:
        """Whether a line begins another form: its labels come again, or it stands far away."""
        far = number - self.last > REACH or number - self.first > LONGEST
        return far or not self.labels.isdisjoint(labels)


def forms(lines: list[Line]) -> Iterator[Form]:
    form = Form()
    for number, line in enumerate(lines):
        told = list(_fields(line))
        labels = {label for label, _value in told}
        if told and form.ends_before(number, labels):
            yield form
            form = Form(number)
        if told:
            form.fields += [(label, value, line.start) for label, value in told]
            form.labels |= labels
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
        if LABEL.fullmatch(bare) and HEADS.search(bare) and not (named_in(cell) or has_door(bare)):
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
