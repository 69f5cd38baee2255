"""Digits whose separators were lost, split by what the form's own sums allow.

First the splits of one row that its own sum allows (no leading zeros), then, only to choose among
them, the sums down the columns. What stays open is left open.
"""

import re
from collections.abc import Sequence
from itertools import accumulate, product
from operator import add

Split = tuple[int, ...]
MOST_SPLITS = 200
MOST_STATES = 20_000
MOST_STEPS = 60_000
MOST_DIGITS = 120
"""Beyond these nothing is tried further and nothing is filled: half the splits prove nothing."""

_PART = re.compile(r"\d+")


class TooManyError(Exception):
    """More splits, or more work to find them, than is sensible."""


def splits(chunks: Sequence[str], parts: int) -> list[Split]:
    """Every way to cut digits into so many numbers; a chunk's ends are cuts already.

    Empty where there is none or where there are too many.
    """
    numbers = [_digits(chunk) for chunk in chunks]
    found: list[Split] = []
    if sum(map(len, numbers)) > MOST_DIGITS:
        return found
    try:
        _cut(numbers, parts, (), found)
    except TooManyError:
        return []
    return found


def _digits(chunk: str) -> str:
    return "".join(_PART.findall(chunk))


def _cut(chunks: list[str], parts: int, done: Split, found: list[Split]) -> None:
    if not chunks:
        if parts == 0:
            found.append(done)
        if len(found) > MOST_SPLITS:
            raise TooManyError
        return
    chunk, rest = chunks[0], chunks[1:]
    left = sum(len(other) for other in rest)
    if parts > len(chunk) + left or parts < len(chunks):
        return
    longest = 1 if chunk[0] == "0" else len(chunk)
    for length in range(1, longest + 1):
        remaining = [chunk[length:], *rest] if length < len(chunk) else rest
        _cut(remaining, parts - 1, (*done, int(chunk[:length])), found)


def summing(chunks: Sequence[str], blocks: int, width: int) -> list[Split]:
    """The splits into blocks of `width` numbers, the last of each the sum of those before it.

    Empty where there is none or where there are too many.
    """
    numbers = [_digits(chunk) for chunk in chunks]
    if sum(map(len, numbers)) > MOST_DIGITS:
        return []
    cutter = _Cutter("".join(numbers), set(accumulate(map(len, numbers))), width)
    reached: dict[int, list[Split]] = {0: [()]}
    try:
        for block in range(blocks):
            spare = (blocks - block - 1) * width
            following: dict[int, list[Split]] = {}
            for at, done in reached.items():
                for end, split in cutter.blocks_at(at, spare):
                    following.setdefault(end, []).extend(before + split for before in done)
                    if len(following[end]) > MOST_SPLITS:
                        raise TooManyError
            reached = following
    except TooManyError:
        return []
    return reached.get(len(cutter.text), [])


class _Cutter:
    """Digits, the places where a number must end, the length of a block."""

    def __init__(self, text: str, cuts: set[int], width: int) -> None:
        self.text, self.cuts, self.width = text, cuts, width
        self.steps = 0
        self.ends = [self._ends(place) for place in range(len(text))]

    def _ends(self, place: int) -> tuple[int, ...]:
        """Where a number that begins here may end: no leading zero, no cut inside."""
        if self.text[place] == "0":
            return (place + 1,)
        last = min((cut for cut in self.cuts if cut > place), default=len(self.text))
        return tuple(range(place + 1, last + 1))

    def blocks_at(self, at: int, spare: int) -> list[tuple[int, Split]]:
        """The blocks that begin at a place and sum up, leaving `spare` digits for the rest."""
        found: list[tuple[int, Split]] = []
        self._extend(at, (), spare, found)
        return found

    def _extend(
        self, place: int, numbers: Split, spare: int, found: list[tuple[int, Split]]
    ) -> None:
        left = self.width - len(numbers) - 1
        self.steps += 1
        if self.steps > MOST_STEPS:
            raise TooManyError
        if place >= len(self.text):
            return
        so_far = sum(numbers)
        if left == 0:
            total = so_far
            end = place + len(str(total))
            if end in self.ends[place] and self.text[place:end] == str(total):
                found.append((end, (*numbers, total)))
            return
        for end in self.ends[place]:
            number = int(self.text[place:end])
            total_digits = len(str(so_far + number))
            if len(self.text) - end < spare + left - 1 + total_digits:
                break
            self._extend(end, (*numbers, number), spare, found)


def consistent(
    choices: Sequence[Sequence[Split]], signs: Sequence[Sequence[int]], width: int
) -> list[set[int]]:
    """Which choice of each row takes part in some whole solution of the columns' sums.

    `signs[k][row]` is the factor of a row in equation k, each of which must come to 0 in every
    column. Empty sets where nothing fits or too much is open.
    """
    factors = [[equation[row] for equation in signs] for row in range(len(choices))]
    state = (0,) * (width * len(signs))
    for row, choice in enumerate(choices):
        if len(choice) == 1:
            state = _moved(state, choice[0], factors[row])
    open_rows = [row for row, choice in enumerate(choices) if len(choice) > 1]
    reached = [{state}]
    for row in open_rows:
        reached.append({_moved(s, c, factors[row]) for s in reached[-1] for c in choices[row]})
        if len(reached[-1]) > MOST_STATES:
            return [set() for _ in choices]
    alive = reached[-1] & {(0,) * len(state)}
    good: list[set[int]] = [{0} if len(choice) == 1 else set() for choice in choices]
    for row, states in zip(reversed(open_rows), reversed(reached[:-1]), strict=True):
        before = set()
        for s, (number, split) in product(states, enumerate(choices[row])):
            if _moved(s, split, factors[row]) in alive:
                good[row].add(number)
                before.add(s)
        alive = before
    return good if alive else [set() for _ in choices]


def _moved(state: tuple[int, ...], split: Split, signs: Sequence[int]) -> tuple[int, ...]:
    """The sums so far with one more row."""
    steps = [sign * number for sign in signs for number in split]
    return tuple(map(add, state, steps))
