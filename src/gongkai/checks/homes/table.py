"""Homes in rows: an address in one cell or spread over several, a name in another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from gongkai.checks.homes.address import NUMBER, addresses, hamlets, has_door
from gongkai.checks.homes.judged import at_home, is_body
from gongkai.checks.homes.lines import Line
from gongkai.checks.homes.name import is_full_name, labelled_in, named_in
from gongkai.checks.homes.words import (
    HAN,
    HEADS,
    OFFICERS,
    OFFICES,
    PERSONAL,
    PERSONS,
    PLACES,
    POSTED,
)
from gongkai.checks.later import Later

WIDEST = 20
MOSTLY = 0.6
VALUE = Later(lambda: r"[男女]|[\d.,%—–\-*×年月日/元]+|.{1,3}[某*×○].*")
PIECE = Later(
    lambda: (
        rf"[{HAN}A-Za-z]{{1,12}}(?:省|市|区|县|旗|镇|乡|苏木|街道|办事处|办|村|嘎查|寨|屯|社区|小区|居委会|居|村委会|路|街|巷|"
        rf"道|里|弄|园|苑|城|府|庭|湾|新村|宿舍|公寓|院|庄|组|期)|[{HAN}]{{0,4}}第?{NUMBER}\s*"
        r"(?:组|社|队|号|栋|幢|座|号楼|#楼?|单元|室|层|楼|期|区|户)"
    )
)
FLAT_NUMBER = re.compile(r"\d{3,4}")
UNITS = (
    (Later(lambda: r"门牌|^号"), "号"),
    (Later(lambda: r"房[间屋]?号|室|户号"), "室"),
    (Later(lambda: r"楼[栋号幢]|[栋幢座]"), "栋"),
    (Later(lambda: r"单元"), "单元"),
    (Later(lambda: r"组|社(?!区|保|会)"), "组"),
)
"""A column of bare numbers, and what its head says they count."""


@dataclass
class Table:
    """The rows read since the last heads, and the line of text above."""

    heads: tuple[str, ...] = ()
    title: str = ""
    rows: list[Line] = field(default_factory=list)
    named: dict[tuple[int, int], bool] = field(default_factory=dict)
    """By column, and number of cells in the row, whether it holds names."""

    def of_people(self) -> list[Line]:
        """The rows whose heads say which cells hold names and addresses."""
        told = any(map(_is_place, self.heads)) and any(map(_is_person, self.heads))
        return [row for row in self.rows if told and len(row.cells) == len(self.heads)]


def _is_place(head: str) -> bool:
    return bool(PLACES.search(head) or OFFICES.search(head))


def _is_person(head: str) -> bool:
    return bool(PERSONS.search(head) or OFFICERS.search(head))


def tables(lines: list[Line]) -> Iterator[Table]:
    """Rows with the heads above them; a sub-heading between rows leaves the heads standing."""
    table, said = Table(), ""
    for line in lines:
        if not line.cells:
            said = line.text
            if len(said) > WIDEST * 2 or "。" in said:
                yield table
                table = Table(title=said)
        elif is_head(line.cells):
            below = table.heads and not table.rows and len(line.cells) == len(table.heads)
            yield table
            heads = line.cells
            if below:
                heads = tuple(a + b for a, b in zip(table.heads, heads, strict=True))
            table = Table(heads, said)
        else:
            table.title = table.title or said
            table.rows.append(line)
    yield table


def is_head(cells: tuple[str, ...]) -> bool:
    """A row that names its columns, and holds no address, number or name itself."""
    filled = [cell for cell in cells if cell]
    named = [cell for cell in filled if HEADS.search(cell)]
    of_people = any(map(PLACES.search, filled)) and any(map(PERSONS.search, filled))
    if len(named) < 2 or (len(named) * 2 < len(filled) and not of_people):
        return False
    beside = pairwise(filled)
    return not any(
        len(cell) > WIDEST or VALUE.fullmatch(cell) or has_door(cell) for cell in filled
    ) and not any(
        PERSONS.search(label) and is_full_name(cell) and not HEADS.search(cell)
        for label, cell in beside
    )


def homes_in(table: Table) -> Iterator[tuple[int, str]]:
    """Offset of the row and the name, for each row that tells a home."""
    for line in table.rows:
        heads = table.heads if len(table.heads) == len(line.cells) else ("",) * len(line.cells)
        name = _in_row(line.cells, heads, table)
        if name:
            yield line.start, name


def _in_row(cells: tuple[str, ...], heads: tuple[str, ...], table: Table) -> str:
    places = list(_places(cells, heads))
    people = list(_people(cells, heads, table)) if places else []
    for first, last, address in places if people else ():
        own = " ".join(heads[first:last])
        labels = [*heads[:first], *heads[last:]]
        values = [*cells[:first], *cells[last:]]
        if not any(heads) and not _may_be_list(table, address, values):
            continue
        for at, name in people:
            if not first <= at < last and at_home(own, address, heads[at], labels, values):
                return name
    return ""


def _may_be_list(table: Table, address: str, values: list[str]) -> bool:
    """Whether a row without heads of its own can be of a list of people."""
    if table.heads and not any(map(PLACES.search, table.heads)):
        return not any(map(POSTED.search, table.heads))
    above = " ".join((table.title, *table.heads))
    if (OFFICES.search(above) or POSTED.search(above)) and not (
        PERSONS.search(above) or PERSONAL.search(above)
    ):
        return False
    told = list(addresses(address))
    if any(map(is_body, re.split(r"(?<=[会所站院局])", address))):
        return False
    if not any(found.single for found in told):
        return False
    near = any(found.near for found in told)
    other = [each for each in values if re.fullmatch(rf"[{HAN}]{{4,}}", each)]
    return near or not any(not PIECE.fullmatch(each) for each in other)


def _people(
    cells: tuple[str, ...], heads: tuple[str, ...], table: Table
) -> Iterator[tuple[int, str]]:
    """Columns with the name of a person in this row; without a head they must be such columns."""
    for at, cell in enumerate(cells):
        head = heads[at]
        name = named_in(cell) or ("" if is_body(cell) else labelled_in(head, cell))
        headed = OFFICERS.search(head) or PERSONS.search(head)
        alone = not HEADS.search(head) and not PIECE.fullmatch(cell)
        if name and (headed or (alone and _are_names(at, cells, table))):
            yield at, name


def _are_names(at: int, cells: tuple[str, ...], table: Table) -> bool:
    """Whether most cells of the column are names, masked ones too; asked once a column."""
    key = at, len(cells)
    if key not in table.named:
        column = [row.cells[at] for row in table.rows if len(row.cells) == len(cells)]
        filled = [cell for cell in column if cell]
        names = [cell for cell in filled if named_in(cell) or VALUE.fullmatch(cell)]
        table.named[key] = len(names) >= MOSTLY * len(filled)
    return table.named[key]


def _places(cells: tuple[str, ...], heads: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    """Columns `first` to before `last` that hold an address together."""
    words = [_with_unit(cell, head) for cell, head in zip(cells, heads, strict=True)]
    at = 0
    while at < len(words):
        last = at
        while last < len(words) and PIECE.fullmatch(words[last]):
            last += 1
        if last > at and last < len(words) and has_door(words[last]):
            last += 1
        joined = "".join(words[at:last])
        if last - at > 1 and has_door(joined):
            yield at, last, joined
            at = last
            continue
        loose = PLACES.search(heads[at]) and not OFFICES.search(heads[at])
        if has_door(words[at]) or (loose and any(hamlets(words[at]))):
            yield at, at + 1, words[at]
        at += 1


def _with_unit(cell: str, head: str) -> str:
    if re.fullmatch(NUMBER, cell):
        unit = next((unit for word, unit in UNITS if word.search(head)), "")
        return cell + ("室" if unit == "号" and FLAT_NUMBER.fullmatch(cell) else unit)
    return cell
