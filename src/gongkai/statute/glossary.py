"""Statutory terms: one Chinese term, one English name, one name in code, the source, false friends.

The file is also `docs/glossary.toml`. Enum members stand under `Class.MEMBER`.
"""

import tomllib
from dataclasses import dataclass
from importlib.resources import files

from gongkai.statute.provisions import Provision, provision


@dataclass(frozen=True)
class Term:
    """A term; `code` is its name in code, `not_to_be_confused_with` lists false friends."""

    code: str
    zh: str
    en: str
    source: Provision
    not_to_be_confused_with: tuple[str, ...] = ()


def read_terms(text: str) -> tuple[Term, ...]:
    return tuple(
        Term(code, said["zh"], said["en"], provision(said["source"]), tuple(said.get("not", ())))
        for code, said in tomllib.loads(text).items()
    )


TERMS: tuple[Term, ...] = read_terms(
    files("gongkai.statute").joinpath("glossary.toml").read_text("utf-8")
)
"""Every term, in the order of the file."""
