"""The kinds of items and their own fields, as `kinds.toml` lists them. Pure."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files
from typing import Any

from gongkai.statute.provisions import Provision, provision
from gongkai.web.ui.templatetags.gongkai import day

NORMATIVE, INTERPRETATION, RULES = "normative_document", "interpretation", "disclosure_rules"
PENALTY, FEES, OBJECTION, CONSULTATION = "penalty", "fee_list", "objection_notice", "consultation"
PROCUREMENT, POWERS = "procurement", "powers_list"
ANNUAL_REPORT = "annual_report"
"""Stands in the catalogue only: the search finds the report itself."""


@dataclass(frozen=True)
class Field:
    """One thing that items of a kind tell of themselves; `type` is a key of the form engine."""

    key: str
    zh: str
    type: str
    required: bool = False
    help: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kind:
    """A kind of item.

    `duty`: which period of `law.publication.due` it is published in. `category`: what a report
    counts it under unless the body says otherwise. `decision`: the row of table one that counts
    it. `shown_until`: the field that tells its last day before the public. `overturned`: the
    provision by which it is taken down when it was set aside.
    """

    key: str
    zh: str
    group: str
    category: str
    source: Provision
    duty: str = "information"
    fields: tuple[Field, ...] = field(default=())
    decision: str = ""
    shown_until: str = ""
    overturned: Provision | None = None


def read_kind(said: Mapping[str, Any]) -> Kind:
    own = [
        Field(**{**one, "choices": tuple(one.get("choices", ()))}) for one in said.get("fields", ())
    ]
    cited = {"source": provision(said["source"]), "fields": tuple(own)}
    if "overturned" in said:
        cited["overturned"] = provision(said["overturned"])
    return Kind(**{**said, **cited})


KINDS: Mapping[str, Kind] = {
    said["key"]: read_kind(said)
    for said in tomllib.loads(
        files("gongkai.web.publishing").joinpath("kinds.toml").read_text("utf-8")
    )["kind"]
}
"""Every kind by its key, in the order of the list."""


def choices() -> list[tuple[str, str]]:
    """Key and label of every kind: what a form offers."""
    return [(each.key, each.zh) for each in KINDS.values()]


def groups() -> dict[str, list[Kind]]:
    """The kinds as the page lists on which one is chosen."""
    found: dict[str, list[Kind]] = {}
    for each in KINDS.values():
        found.setdefault(each.group, []).append(each)
    return found


def told(kind: str, details: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Label and value of what an item tells of itself, in the order of its kind."""
    own = KINDS[kind].fields
    return [(each.zh, _written(each, details[each.key])) for each in own if details.get(each.key)]


def _written(field: Field, value: object) -> str:
    """A value as the page writes it."""
    return day(date.fromisoformat(str(value))) if field.type == "day" else str(value)
