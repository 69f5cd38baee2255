"""Homes in forms and lists: labels, names and addresses that stand near one another, in any order.

A label may stand before its value on the same line, on the line above, or once above all values.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from gongkai.checks.homes.address import Address, addresses, hamlets
from gongkai.checks.homes.judged import at_home, is_body, is_official
from gongkai.checks.homes.lines import Line
from gongkai.checks.homes.name import MASKED, called_in, labelled_in, named_in
from gongkai.checks.homes.words import BESIDE, HAN, HEADS, OFFICES, PERSONS, PLACES, VISITS
from gongkai.checks.later import Later

SPELLED = rf"[{HAN}]\s{{1,4}}[{HAN}]"
WORD = rf"(?:{SPELLED}|(?:[{HAN}/]|[（(][{HAN}、/]{{0,12}}[）)]){{1,16}}?|[A-Za-z]{{2,8}})"
LABELS = Later(
    lambda: (
        rf"[【\[〔](?P<square>{WORD})[】\]〕][:：]?|\"(?P<quoted>{WORD})\"\s?[:：]"
        rf"|(?<![{HAN}·\dA-Za-z])(?P<plain>{WORD})\s?[:：]"
        rf"|(?<=[室楼号组])(?P<close>[{HAN}]{{2,4}}[人员师长者])\s?[:：]"
        rf"|(?<![^\s])(?P<bare>(?:[{HAN}]{{0,4}}(?:{PLACES.pattern})|姓\s?名|户\s?主|联系(?:电话|人)|电话|[{HAN}]{{1,4}}人)[{HAN}]{{0,3}})(?=\s)"
    )
)
PARTED = re.compile(r"[,，;；。、|\t\"{}<>]+|\s+|\s/\s|[-—]{2,}|…+|\.{3,}|→")
GLUED = re.compile(
    r"(姓名|户主|收件人|申请人|性别|年龄|(?:家庭|现|居|户籍|通讯)?[住地]址|(?:联系)?电话)(?=[\u4e00-\u9fff\d])"
)
"""Labels that stand so close before their values that no sign parts them."""
ROOM = re.compile(r"\d{3,4}室?")
TELEPHONE = re.compile(r"(?:联系)?(?:电话|手机|方式)?[\d*-]{7,}")
SALUTED = re.compile(r"各.{1,30}[：:]")
LABEL = re.compile(r"[^\d\s]{2,10}")
PROSE = re.compile(r"。.|.{60}")
LONG_NAME = 6
MORE = re.compile(rf"[{HAN}]{{4,}}")
REACH = 14
"""Pieces to each side that a record has at most."""
NEAR = 3
"""Pieces between a name and an address where no label tells what they are."""
SLACK = 6
"""Characters beside the address in its piece: `户`, `收`, a number."""


class Kind(Enum):
    LABEL = auto()
    NAME = auto()
    HOME = auto()
    BODY = auto()
    MASKED = auto()
    OTHER = auto()
    TEXT = auto()


VALUES = {Kind.BODY, Kind.OTHER, Kind.NAME, Kind.MASKED}


@dataclass(frozen=True)
class Piece:
    """A word or an address between signs that part; `start` is the offset of its line."""

    kind: Kind
    text: str
    label: str
    start: int
    name: str = ""
    single: bool = False
    near: bool = False


def homes_in(lines: list[Line]) -> Iterator[tuple[int, str]]:
    """Offset of the address and the name, for each address of a home that stands near a name."""
    pieces: list[Piece] = []
    for line in lines:
        pieces += _pieces(line, pieces[-1] if pieces else None)
    heads = _heads(pieces)
    for at, piece in enumerate(pieces):
        if piece.kind is Kind.HOME:
            name = _whose(pieces, at, heads[at])
            if name:
                yield piece.start, name


def _pieces(line: Line, above: Piece | None) -> Iterator[Piece]:
    if SALUTED.fullmatch(line.text.strip()):
        yield Piece(Kind.TEXT, line.text, "", line.start)
        return
    label = above.text if above and above.kind is Kind.LABEL else ""
    found = list(_told_in(line, label))
    labels = sum(each.kind is Kind.LABEL for each in found)
    if line.cells and labels > 1 and labels * 2 >= len(found) and not _holds(found):
        yield from (Piece(Kind.LABEL, each.text, "", each.start) for each in found)
    else:
        yield from found


def _holds(pieces: list[Piece]) -> bool:
    return any(each.kind in {Kind.NAME, Kind.HOME, Kind.MASKED} for each in pieces)


def _told_in(line: Line, above: str) -> Iterator[Piece]:
    label = ""
    for told, value in _fields(line):
        name = "" if is_official(told) else named_in(told)
        if name:
            yield Piece(Kind.NAME, told, "", line.start, name)
        label = "" if name else told or label
        told_so = labelled_in(label or above, value)
        if told_so and not (is_body(value) or is_label(told_so)):
            found = [Piece(Kind.NAME, value, label, line.start, value.strip())]
        else:
            place = _is_place(label or above)
            found = list(_of_value(value, label, line.start, row=bool(line.cells), hamlet=place))
        yield from found
        if told and not name and not value.strip():
            yield Piece(Kind.LABEL, told, "", line.start)


def _fields(line: Line) -> Iterator[tuple[str, str]]:
    """Labels and what stands behind each; an empty label where a line begins without."""
    label, at = "", 0
    for cell in line.cells:
        bare = cell.strip(" :：")
        if LABEL.fullmatch(bare) and is_label(bare) and not named_in(cell):
            label = bare
            yield label, ""
        elif cell:
            yield label, cell
    if line.cells:
        return
    text = GLUED.sub(r" \1：", line.text) if GLUED.match(line.text) else line.text
    for found in LABELS.finditer(text):
        yield label, text[at : found.start()]
        label, at = re.sub(r"\s", "", found[found.lastgroup or 0]), found.end()
    yield label, text[at:]


def _is_place(label: str) -> bool:
    return bool(PLACES.search(label)) and not OFFICES.search(label)


def _of_value(value: str, label: str, start: int, *, row: bool, hamlet: bool) -> Iterator[Piece]:
    if PROSE.search(value) and not row:
        yield Piece(Kind.TEXT, value, label, start)
        return
    at = 0
    told = list(addresses(value)) or (list(hamlets(value)) if hamlet else [])
    for address in told:
        before, after = _edges(value, address, at)
        yield from _words(value[at:before], label, start)
        alone = _is_alone(value, address, before, after, label)
        kind = Kind.HOME if alone or (row and _is_told(value, address)) else Kind.OTHER
        yield Piece(
            kind, value[before:after], label, start, single=address.single, near=address.near
        )
        at = after
    yield from _words(value[at:], label, start)


def _is_alone(value: str, address: Address, before: int, after: int, label: str) -> bool:
    """Whether an address is all that its piece holds, but for a few characters or a telephone."""
    lead, tail = value[before : address.start], TELEPHONE.sub("", value[address.end : after])
    if OFFICES.search(lead) or OFFICES.match(value, address.start) or len(lead) > SLACK:
        return False
    if BESIDE.match(tail):
        return False
    return PLACES.search(label) is not None or (
        len(lead + tail) <= SLACK and not OFFICES.search(tail)
    )


def _is_told(value: str, address: Address) -> bool:
    """Whether a cell tells in words of something at a home's door."""
    beside = BESIDE.match(value, address.end)
    return address.single and address.near and not (beside or OFFICES.search(value))


def _edges(value: str, address: Address, at: int) -> tuple[int, int]:
    """Where the piece begins and ends that an address stands in; pieces end before `at`."""
    before = max((each.end() for each in PARTED.finditer(value, at, address.start)), default=at)
    after = PARTED.search(value, address.end)
    return before, after.start() if after else len(value)


def _words(text: str, label: str, start: int) -> Iterator[Piece]:
    whole = named_in(text)
    if whole:
        yield Piece(Kind.NAME, text, label, start, whole)
        return
    for word in PARTED.split(text):
        bare = re.sub(r"[\s:：]", "", word)
        name = (named_in(word) or called_in(bare)) if bare else ""
        if name:
            yield Piece(Kind.NAME, word, label, start, name)
        elif LABEL.fullmatch(bare) and is_label(bare):
            yield Piece(Kind.LABEL, bare, "", start)
        elif bare:
            masked = MASKED.match(bare) and len(bare) <= LONG_NAME
            kind = Kind.MASKED if masked else Kind.BODY if is_body(bare) else Kind.OTHER
            yield Piece(kind, bare, label, start)


def is_label(bare: str) -> bool:
    found = [each.end() for each in HEADS.finditer(bare)]
    return bool(found) and len(bare) - found[-1] <= 2 and not is_body(bare)


def _whose(pieces: list[Piece], at: int, heads: list[str]) -> str:
    """The name of a person in the record of an address, if it is that of a home."""
    record, here = _record(pieces, at)
    visited = any(VISITS.search(each.text) for each in pieces[max(0, at - REACH) : at])
    places = [each for each in heads if PLACES.search(each) or OFFICES.search(each)]
    own = _label_of(record, here) or " ".join(places)
    people = [each for each in heads if PERSONS.search(each)]
    everyone = " ".join([each for each in people if _private(each)] or people)
    names = [number for number, each in enumerate(record) if each.kind is Kind.NAME]
    for number in sorted(names, key=lambda number: abs(number - here)):
        who = _label_of(record, number) or everyone
        if own in {"", who} and not _is_near(record, here, number):
            continue
        met = visited and record[here].single and not OFFICES.search(own)
        if _private(who) and (met or (not own and abs(number - here) < NEAR)):
            return record[number].name
        beside = _beside(record, here, number, alone=bool(own) and not _private(who))
        labels = [*heads, *map(_told, beside)]
        values = [
            *("" for _ in heads),
            *(each.text if each.kind in VALUES else "" for each in beside),
        ]
        if at_home(own, record[here].text, who, labels, values):
            return record[number].name
    return ""


def _is_near(record: list[Piece], here: int, number: int) -> bool:
    """Whether a name is so near that an address without a label can be its own."""
    if not (record[here].single or _has_room(record, number)):
        return False
    alike = [each for each in record if each.label == record[here].label]
    if not record[here].near and any(map(_tells_more, alike)):
        return False
    near = abs(number - here) <= NEAR or record[number].start == record[here].start
    return near and not _of_another(record, here, number)


def _tells_more(piece: Piece) -> bool:
    """Whether a word says more than names, addresses and figures do: that of a shop, a finding."""
    return piece.kind in {Kind.BODY, Kind.OTHER} and MORE.search(piece.text) is not None


def _told(piece: Piece) -> str:
    return piece.label or (piece.text if piece.kind is Kind.LABEL else "")


def _private(label: str) -> bool:
    return bool(PERSONS.search(label)) and not is_official(label)


def _beside(record: list[Piece], here: int, number: int, *, alone: bool) -> list[Piece]:
    """What tells of name and address: all of a row; else what is between, and one piece beyond.

    `alone`: the label of the address only says that it is one, so that the whole record counts.
    """
    row = record[number].start == record[here].start
    if row or alone or _of_another(record, here, number):
        return record
    found = record[min(here, number) : max(here, number) + 1]
    beyond = number - 1 if number < here else number + 1
    private = _private(_label_of(record, number))
    if not private and 0 <= beyond < len(record) and record[beyond].label == record[number].label:
        found.append(record[beyond])
    return found


def _has_room(record: list[Piece], at: int) -> bool:
    """Whether the number of a room stands beside a name: its building stands above the list."""
    return any(ROOM.fullmatch(each.text) for each in record[max(0, at - 1) : at + 2])


def _of_another(record: list[Piece], here: int, number: int) -> bool:
    """Whether somebody masked or a body stands nearer to the address than a name does."""
    between = record[min(here, number) : max(here, number)]
    far = abs(here - number)
    masked = any(each.kind is Kind.MASKED for each in record[max(0, here - far) : here + far + 1])
    return masked or any(each.kind is Kind.BODY for each in between)


def _label_of(record: list[Piece], at: int) -> str:
    before = record[at - 1] if at else None
    if record[at].label or not before or before.kind is not Kind.LABEL:
        return record[at].label
    second = at > 1 and record[at - 2].kind is Kind.LABEL
    return "" if second else before.text


def _heads(pieces: list[Piece]) -> list[list[str]]:
    """For each piece the labels that stand together above it: the heads of what follows."""
    heads: list[str] = []
    run: list[str] = []
    found = []
    for piece in pieces:
        if piece.kind is Kind.LABEL:
            run.append(piece.text)
        elif piece.kind is Kind.TEXT:
            heads, run = [], []
        else:
            heads = run if len(run) > 1 else heads
            run = []
        found.append(heads)
    return found


def _record(pieces: list[Piece], at: int) -> tuple[list[Piece], int]:
    """The pieces that tell of the same as an address, and where it stands among them."""
    home = pieces[at]
    seen = {home.label} - {""}
    above, below = pieces[max(0, at - REACH) : at], pieces[at + 1 : at + 1 + REACH]
    if any(each.kind is Kind.NAME and each.start == home.start for each in above + below):
        above = [each for each in above if each.start == home.start]
        below = [each for each in below if each.start == home.start]
    before = list(_walk(above[::-1], home, seen))[::-1]
    after = list(_walk(below, home, seen))
    return [*before, home, *after], len(before)


def _walk(pieces: list[Piece], home: Piece, seen: set[str]) -> Iterator[Piece]:
    """Pieces away from an address, until another record begins: its labels come again."""
    label = home.label
    for piece in pieces:
        told = _told(piece)
        again = told and told != label and told in seen
        other = piece.kind is Kind.HOME and piece.label == home.label
        if other and piece.start == home.start and home.label:
            continue
        if piece.kind is Kind.TEXT or again or other:
            return
        if told:
            seen.add(told)
            label = told
        yield piece
