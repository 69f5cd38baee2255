"""The words of a notice, by kind, from `wording.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Words:
    """What a notice says: in a list, in full, and in the few words of a short message."""

    title: str
    text: str
    short: str


@cache
def kinds() -> Mapping[str, Mapping[str, str]]:
    """Every kind with its templates."""
    return tomllib.loads(Path(__file__).with_name("wording.toml").read_text("utf-8"))


def worded(kind: str, facts: Mapping[str, object]) -> Words:
    """The words for these facts; KeyError for a kind or a fact that is missing."""
    templates = kinds()[kind]
    title = templates["title"].format_map(facts)
    short = templates.get("short", templates["title"]).format_map(facts)
    return Words(title[:200], templates["text"].format_map(facts), short)
