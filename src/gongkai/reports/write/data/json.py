"""An array of statements in the schema, written one after another."""

import json
from typing import BinaryIO

from gongkai.reports.model.exchange import to_json
from gongkai.reports.model.statement import Statement


class JsonWriter:
    def __init__(self, target: BinaryIO) -> None:
        self.target = target
        self.before = b"[\n"

    def add(self, statement: Statement) -> None:
        text = json.dumps(to_json(statement), ensure_ascii=False, indent=1)
        self.target.write(self.before + text.encode("utf-8", "replace"))
        self.before = b",\n"

    def close(self) -> None:
        self.target.write(b"[]\n" if self.before == b"[\n" else b"\n]\n")


def writer(target: BinaryIO) -> JsonWriter:
    return JsonWriter(target)
