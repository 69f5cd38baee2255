"""A sign-off chain as data, and where a review stands after what was signed. Pure."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum


class Verdict(StrEnum):
    APPROVE = "approve"
    RETURN = "return"
    RECALL = "recall"
    """The sender takes the paper back."""


class Secrecy(StrEnum):
    """What the confidentiality review finds about one thing (Regulation, article 17)."""

    PUBLIC = "public"
    PARTLY = "partly"
    """Public without the parts named in the opinion; they have been taken out."""
    WITHHELD = "withheld"


@dataclass(frozen=True)
class Point:
    """The finding about one thing, with its ground where it is not simply public."""

    thing: str
    verdict: Secrecy
    ground: str = ""
    opinion: str = ""


class Outcome(StrEnum):
    OPEN = "open"
    DONE = "done"
    RETURNED = "returned"
    VOID = "void"
    """What was signed has been changed since."""
    RECALLED = "recalled"


@dataclass(frozen=True)
class Step:
    """One step: who signs, and whether one of the roles is enough or all have to.

    `vacant` says what happens when nobody holds the roles: the step is left out, or the review
    cannot begin.
    """

    title: str
    roles: tuple[str, ...]
    every: bool = False
    vacant: str = "skip"
    unless: tuple[str, ...] = ()
    """Kinds of the paper that need no such step, as the body has set."""
    skipped: str = ""
    """Why the step was left out of this review."""


@dataclass(frozen=True)
class Mark:
    """One signature: at which step, in which role, over which content."""

    step: int
    role: str
    verdict: Verdict
    digest: str


@dataclass(frozen=True)
class Standing:
    """Where a review is: its outcome, and while it is open the step and the roles still to sign."""

    outcome: Outcome
    step: int | None = None
    roles: frozenset[str] = frozenset()


def standing(steps: Sequence[Step], marks: Iterable[Mark], digest: str) -> Standing:
    """Fold the signatures over the chain; `digest` is that of the content as it is now."""
    signed: dict[int, set[str]] = {index: set() for index in range(len(steps))}
    for mark in marks:
        if mark.verdict is Verdict.RECALL:
            return Standing(Outcome.RECALLED)
        if mark.digest != digest:
            return Standing(Outcome.VOID)
        if mark.verdict is Verdict.RETURN:
            return Standing(Outcome.RETURNED, mark.step)
        signed[mark.step].add(mark.role)
    for index, step in enumerate(steps):
        missing = frozenset(step.roles) - signed[index]
        if step.skipped or not missing or (signed[index] and not step.every):
            continue
        return Standing(Outcome.OPEN, index, missing)
    return Standing(Outcome.DONE)


def digest_of(content: object) -> str:
    """The hash of what is signed: canonical JSON, SHA-256."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def to_json(steps: Sequence[Step]) -> list[dict[str, object]]:
    return [asdict(step) for step in steps]


def from_json(data: Iterable[dict]) -> tuple[Step, ...]:
    tuples = ("roles", "unless")
    return tuple(
        Step(**{**entry, **{name: tuple(entry.get(name, ())) for name in tuples}}) for entry in data
    )
