"""The first draft of the parts of a report, from templates by kind of body. Pure."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Template

from gongkai.checks.years.problems_taken_up import problems_named
from gongkai.reports.model.statement import SECTION_KEYS
from gongkai.web.reporting.binding import Bound

PARTS = ("preamble", *SECTION_KEYS)
COMMON = "common"
USUAL = "office_services"
PUBLISHED = "主动公开信息"
"""The bound number of what was published in the year."""


@dataclass(frozen=True)
class Of:
    """Whose draft it is and for which year; `last_problems` is last year's section five."""

    name: str
    short: str
    kind: str
    year: int
    last_problems: str = ""


@cache
def _data(key: str) -> dict:
    path = files("gongkai.web.reporting").joinpath("drafts", f"{key}.toml")
    return tomllib.loads(path.read_text("utf-8"))


@cache
def templates() -> Mapping[str, str]:
    """Key → name of every kind of body that has a template."""
    folder = files("gongkai.web.reporting").joinpath("drafts")
    keys = sorted(each.name.removesuffix(".toml") for each in folder.iterdir())
    return {key: _data(key)["zh"] for key in keys if key != COMMON}


def template_for(name: str, kind: str) -> str:
    """The template that fits: by a word in the body's name, else by its kind."""
    by_name = [key for key in templates() if any(word in name for word in _data(key)["names"])]
    by_kind = [key for key in templates() if kind in _data(key)["kinds"]]
    return next(iter(by_name + by_kind), USUAL)


def drafted(of: Of, known: Mapping[str, Bound], template: str = "") -> dict[str, str]:
    """The words of every part, with its numbers bound by name."""
    own = _data(template or template_for(of.name, of.kind))
    facts = {
        "name": of.name,
        "short": of.short,
        "year": str(of.year),
        "last": _listed(of.last_problems),
        "outcomes": _outcomes(known),
        **{key: words.strip() for key, words in own.items() if isinstance(words, str)},
    }
    for key, happened in _happened(of, known).items():
        words = _data(COMMON)["some" if happened else "none"][key]
        facts[key] = Template(words).substitute(facts)
    return {part: Template(_data(COMMON)[part].strip()).substitute(facts) for part in PARTS}


def _happened(of: Of, known: Mapping[str, Bound]) -> dict[str, bool]:
    """Of which subjects there is something to tell."""

    def any_of(*names: str) -> bool:
        return any(known[name].value for name in names if name in known)

    asked = any_of("申请合计", "办结申请", "结转下年度")
    return {
        "published": any_of(PUBLISHED),
        "applications": asked,
        "requests": asked,
        "remedies": any_of("行政复议", "行政诉讼"),
        "earlier": bool(problems_named(of.last_problems)),
    }


def _listed(last_problems: str) -> str:
    """Last year's problems in one line."""
    named = problems_named(last_problems)
    if len(named) < 2:
        return "".join(named)
    numerals = "一二三四五六七八九十"
    return "；".join(f"{n}是{problem}" for n, problem in zip(numerals, named, strict=False))


def _outcomes(known: Mapping[str, Bound]) -> str:
    """The outcomes of the year that there are, each bound."""
    told = [
        f"{words}{{{name}}}件"
        for name, words in _data(COMMON)["outcomes"].items()
        if name in known and known[name].value
    ]
    return f"（其中{'、'.join(told)}）" if told else ""
