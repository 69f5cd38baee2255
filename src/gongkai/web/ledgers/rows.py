"""Reads a batch's spreadsheet: its first lines out of the vault, or all of it out of the file."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from hashlib import sha256
from hmac import digest as keyed
from typing import Any

from gongkai.web.files.models import Upload
from gongkai.web.files.queries import content
from gongkai.web.ledgers.models import Batch
from gongkai.web.ledgers.sheets.book import Line, Sheet, Value
from gongkai.web.ledgers.sheets.head import Head, no_record
from gongkai.web.ledgers.sheets.registry import sheets_of
from gongkai.web.ledgers.sheets.values import nothing, plain
from gongkai.web.ledgers.target import Facts, Faults, Field, Target, targets
from gongkai.web.ledgers.understand import raw_facts, understood
from gongkai.web.vault.queries import masters, open_all

LOOK = "look"
FIRST_LINES = 60
MOST_SHEETS = 30
LONGEST_CELL = 300
"""Characters of a cell that the page of the columns needs."""


@dataclass(frozen=True)
class Place:
    """A sheet of the file, where its head stands, and whether it is imported."""

    index: int
    name: str
    chosen: bool
    head: Head

    @property
    def data(self) -> dict[str, Any]:
        head = {"first": self.head.first, "last": self.head.last, "labels": self.head.labels}
        return {"index": self.index, "name": self.name, "chosen": self.chosen, **head}


@dataclass(frozen=True)
class Read:
    """One line below a head as it was understood. `skipped`: why it is none of the records."""

    place: Place
    line: Line
    facts: Facts
    faults: Faults
    digest: str = ""
    skipped: str = ""


def target_of(batch: Batch) -> Target:
    return targets[batch.target]


def places(batch: Batch) -> list[Place]:
    return [
        Place(
            each["index"],
            each["name"],
            each["chosen"],
            Head(each["first"], each["last"], tuple(each["labels"])),
        )
        for each in batch.sheets
    ]


def first_lines(sheets: Sequence[Sheet]) -> str:
    """The beginning of every sheet as text, to be kept under the batch's key."""
    found = []
    for sheet in sheets[:MOST_SHEETS]:
        lines = []
        for line in sheet.lines():
            lines.append([line.number, [_plain(value) for value in line.values]])
            if len(lines) == FIRST_LINES:
                break
        found.append({"name": sheet.name, "length": sheet.length, "lines": lines})
    return json.dumps(found, ensure_ascii=False)


def _plain(value: Value) -> object:
    match value:
        case datetime():
            return {"moment": value.isoformat()}
        case date():
            return {"day": value.isoformat()}
        case time():
            return value.isoformat("minutes")
        case str():
            return value[:LONGEST_CELL]
        case _:
            return value


def _typed(value: Any) -> Value:
    match value:
        case {"moment": text}:
            return datetime.fromisoformat(text)
        case {"day": text}:
            return date.fromisoformat(text)
        case _:
            return value


def beginnings(batch: Batch) -> list[tuple[str, int, list[Line]]]:
    """Name, length and first lines of every sheet; nothing once the key was destroyed."""
    found = json.loads(open_all(batch.holder).get(LOOK, "[]"))
    return [
        (
            sheet["name"],
            sheet["length"],
            [Line(number, tuple(map(_typed, values))) for number, values in sheet["lines"]],
        )
        for sheet in found
    ]


def all_lines(batch: Batch) -> Iterator[tuple[Place, Line]]:
    """Every line below the heads of the chosen sheets. LostError once the key was destroyed."""
    upload = Upload.objects.get(pk=batch.upload)
    sheets = sheets_of(batch.name, content(upload))
    for place in places(batch):
        if place.chosen:
            for line in sheets[place.index].lines():
                if line.number > place.head.last:
                    yield place, line


class Reader:
    """Reads lines of one batch; made once for many lines."""

    def __init__(self, batch: Batch):
        self.batch = batch
        self.fields: Sequence[Field] = target_of(batch).fields(batch.body)
        self.key = masters().index
        self.scope = f"{batch.target}:{batch.body_id}"

    def read(self, place: Place, line: Line) -> Read:
        skipped = no_record(line, place.head)
        raw = raw_facts(line, place.head, self.batch.columns, place.name)
        if skipped or all(map(nothing, raw.values())):
            return Read(place, line, {}, {}, skipped=skipped or "没有要导入的内容")
        facts, faults = understood(self.fields, raw, self.batch.year)
        return Read(place, line, facts, faults, self._digest(raw))

    def _digest(self, raw: Mapping[str, Value]) -> str:
        """The same row of the same table gives the same, in whatever order its columns stand."""
        words = json.dumps({key: plain(raw[key]) for key in sorted(raw)}, ensure_ascii=False)
        return keyed(self.key, f"row:{self.scope}:{words}".encode(), sha256).hex()
