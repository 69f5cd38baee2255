"""From the cells of a line to facts, and from labels to fields. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from gongkai.web.ledgers.sheets.book import Line, Value, shown
from gongkai.web.ledgers.sheets.head import BETWEEN, Head, normal
from gongkai.web.ledgers.sheets.values import NotSoError, amount, day, nothing, plain, whole, yes
from gongkai.web.ledgers.target import Facts, Faults, Field, Kind

SHEET_NAME = "（工作表名）"
"""The label under which the name of the sheet may be read as a column."""
OURS = ("哪里不对", "原工作表", "原行号")
"""Columns that the file of faults adds; they are never read."""


def names_of(field: Field) -> tuple[str, ...]:
    return (field.label, *field.aliases)


def known_labels(fields: Iterable[Field]) -> set[str]:
    return {normal(name) for field in fields for name in names_of(field)}


def guessed(
    labels: Sequence[str], fields: Sequence[Field], remembered: Mapping[str, str]
) -> dict[str, str]:
    """Label → key of its field, "" for none: as remembered, else by name; a field is used once."""
    found = {label: remembered[normal(label)] for label in labels if normal(label) in remembered}
    keys = {field.key for field in fields}
    found = {label: key if key in keys else "" for label, key in found.items()}
    for fits in (_same, _last_part_same, _holds):
        for field in fields:
            if field.key in found.values():
                continue
            label = next((each for each in labels if each not in found and fits(each, field)), None)
            if label:
                found[label] = field.key
    return {label: "" if label in OURS else found.get(label, "") for label in labels if label}


def _same(label: str, field: Field) -> bool:
    return normal(label) in map(normal, names_of(field))


def _last_part_same(label: str, field: Field) -> bool:
    return normal(label.rsplit(BETWEEN, maxsplit=1)[-1]) in map(normal, names_of(field))


def _holds(label: str, field: Field) -> bool:
    """A longer label that holds one of at least three characters: 收到申请日期(必填)."""
    return any(len(normal(name)) > 2 and normal(name) in normal(label) for name in names_of(field))


def raw_facts(line: Line, head: Head, columns: Mapping[str, str], sheet: str) -> dict[str, Value]:
    """Key of a field → the cell, for the columns that have one."""
    cells = dict(zip(head.labels, line.values, strict=False)) | {SHEET_NAME: sheet}
    return {key: cells.get(label) for label, key in columns.items() if key and label in cells}


def understood(
    fields: Sequence[Field], raw: Mapping[str, Value], year: int
) -> tuple[Facts, Faults]:
    """What a row says, and what is wrong with its cells."""
    facts, faults = {}, {}
    for field in fields:
        value = raw.get(field.key)
        if nothing(value):
            if field.required:
                faults[field.key] = "不能为空。"
            continue
        try:
            facts[field.key] = READ[field.kind](value, field, year)
        except NotSoError as fault:
            faults[field.key] = str(fault)
    return facts, faults


def _text(value: Value, field: Field, year: int) -> str:
    """As written, in one line."""
    return _bounded(" ".join(shown(value).split()), field, year)


def _code(value: Value, field: Field, year: int) -> str:
    """Half-width and without blanks: two ways of typing one number are one number."""
    return _bounded(plain(value).replace(" ", ""), field, year)


def _prose(value: Value, field: Field, year: int) -> str:
    """As written, lines kept."""
    return _bounded(shown(value), field, year)


def _bounded(words: str, field: Field, year: int) -> str:
    del year
    if len(words) > field.longest:
        raise NotSoError(f"超过 {field.longest} 字，请缩短。")
    return words


READ: Mapping[Kind, Callable[[Value, Field, int], object]] = {
    Kind.TEXT: _text,
    Kind.CODE: _code,
    Kind.PROSE: _prose,
    Kind.DAY: lambda value, _field, year: day(value, year),
    Kind.AMOUNT: lambda value, _field, _year: amount(value),
    Kind.WHOLE: lambda value, _field, _year: whole(value),
    Kind.YES: lambda value, _field, _year: yes(value),
}
