"""The hash that ties an entry to the one before it. Pure; the trail can be verified without us."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography.hazmat.primitives import hashes


@dataclass(frozen=True)
class Link:
    """What is hashed of an entry: everything but the hash itself."""

    chain: str
    number: int
    at: str
    """UTC, ISO 8601 with microseconds."""
    actor_id: str
    actor_name: str
    address: str
    request: str
    action: str
    subject: str
    title: str
    facts: dict[str, object]
    before: str


@dataclass(frozen=True)
class Break:
    """A place where the trail does not hold."""

    chain: str
    number: int
    reason: str


def stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def digest(link: Link, method: str) -> str:
    """`method:hex` over the canonical JSON of the link; method is sha256 or sm3."""
    text = json.dumps(vars(link), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    if method == "sm3":
        running = hashes.Hash(hashes.SM3())
        running.update(text.encode())
        return f"sm3:{running.finalize().hex()}"
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def breaks(links: Iterable[tuple[Link, str]], name: str, length: int, head: str) -> Iterator[Break]:
    """Where the entries of a chain, in order, fail to lead from nothing to its head."""
    last, expected = "", 1
    for link, stored in links:
        if link.number != expected:
            yield Break(
                name, expected, f"缺少第 {expected} 条" if link.number > expected else "编号重复"
            )
        if link.before != last:
            yield Break(name, link.number, "与上一条不衔接：中间有增删")
        if digest(link, stored.partition(":")[0]) != stored:
            yield Break(name, link.number, "内容与哈希不符：被改动")
        last, expected = stored, link.number + 1
    if (expected - 1, last) != (length, head):
        yield Break(name, expected, f"末尾与链头不符：链头记有 {length} 条")
