"""Every number of the statutes, dated: what it is, since when, and which provision says so.

One file a subject in `numbers/`; a parameter is named `subject.name`. A value holds from its day
until the next one. What could not be checked in a text is marked provisional, with a note.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Any

from gongkai.statute.provisions import Provision, provision


class UnknownParameterError(LookupError):
    """No parameter has that name, or it has no value yet on that day."""


@dataclass(frozen=True)
class Value:
    """What holds from the day `start`, on whose word, and when a person last checked it there."""

    start: date
    value: Any
    source: Provision
    checked_on: date | None = None
    provisional: bool = False
    note: str = ""


@dataclass(frozen=True)
class Parameter:
    """A number of the statutes; `unit` says what it counts (工作日, 日, 件, 元 …)."""

    name: str
    gist: str
    unit: str
    values: Sequence[Value]

    def value_on(self, day: date) -> Value:
        """What holds on that day; UnknownParameterError before the first value."""
        for value in reversed(self.values):
            if value.start <= day:
                return value
        raise UnknownParameterError(f"{day} 尚无“{self.gist}”的规定（{self.name}）")

    def on(self, day: date) -> int:
        """The whole number that holds on that day."""
        found = self.value_on(day).value
        if not isinstance(found, int):
            raise TypeError(f"{self.name} is not a whole number: use record_on or records_on")
        return found

    def text_on(self, day: date) -> str:
        """The words that hold on that day."""
        return str(self.value_on(day).value)

    def record_on(self, day: date) -> Mapping[str, int]:
        """Named numbers that hold on that day, as `{month = 1, day = 31}`."""
        return dict(self.value_on(day).value)

    def records_on(self, day: date) -> Sequence[Mapping[str, int]]:
        """Rows of named numbers that hold on that day, as the bands of a tariff."""
        return [dict(row) for row in self.value_on(day).value]

    @property
    def source(self) -> Provision:
        """The provision behind the newest value."""
        return self.values[-1].source


def read_value(said: Mapping[str, Any]) -> Value:
    return Value(
        start=said["from"],
        value=said["value"],
        source=provision(said["source"]),
        checked_on=said.get("checked_on"),
        provisional=said.get("provisional", False),
        note=said.get("note", ""),
    )


def read_subject(subject: str, text: str) -> dict[str, Parameter]:
    """The parameters of one file, by full name."""
    found = {}
    for name, said in tomllib.loads(text).items():
        values = sorted((read_value(each) for each in said["values"]), key=lambda v: v.start)
        full = f"{subject}.{name}"
        found[full] = Parameter(full, said["gist"], said["unit"], tuple(values))
    return found


PARAMETERS: Mapping[str, Parameter] = {
    name: found
    for file in sorted(files("gongkai.statute").joinpath("numbers").iterdir(), key=lambda f: f.name)
    for name, found in read_subject(
        file.name.removesuffix(".toml"), file.read_text("utf-8")
    ).items()
}
"""Every parameter by its name."""


def parameter(name: str) -> Parameter:
    """The parameter of that name; UnknownParameterError when there is none."""
    try:
        return PARAMETERS[name]
    except KeyError:
        raise UnknownParameterError(f"没有名为 {name} 的参数") from None
