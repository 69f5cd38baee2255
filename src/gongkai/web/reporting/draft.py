"""The first draft of the parts of a report, from templates by kind of body. Pure."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from gongkai.reports.model.statement import SECTION_KEYS, Number
from gongkai.reports.write.printed import number

PARTS = ("preamble", *SECTION_KEYS)


@cache
def templates() -> dict:
    path = files("gongkai.web.reporting").joinpath("drafts", "common.toml")
    return tomllib.loads(path.read_text("utf-8"))


def drafted(
    *, name: str, short: str, kind: str, year: int, figures: Mapping[str, Number]
) -> dict[str, str]:
    """The words of every part, for a body of this kind with these figures."""
    facts: dict[str, object] = {"name": name, "short": short, "year": year}
    facts |= {key: number(value) for key, value in _sums(figures).items()}
    facts["work"] = templates()["work"][kind]
    for part in ("applications", "requests", "remedies"):
        words = templates()["some" if _happened(part, figures) else "none"][part]
        facts[part] = words.format(**facts)
    return {part: templates()[part].strip().format(**facts) for part in PARTS}


def _sums(figures: Mapping[str, Number]) -> dict[str, Number]:
    suits = ("remedies.litigation_direct.total", "remedies.litigation_after_reconsideration.total")
    return {
        "received": figures["requests.received.total"],
        "carried_in": figures["requests.carried_in.total"],
        "handled": figures["requests.handled_total.total"],
        "carried_out": figures["requests.carried_out.total"],
        "reconsidered": figures["remedies.reconsideration.total"],
        "sued": sum(figures[cell] for cell in suits),
    }


def _happened(part: str, figures: Mapping[str, Number]) -> bool:
    """Whether there is anything in the table that the words are about."""
    table = "remedies" if part == "remedies" else "requests"
    return any(value for cell, value in figures.items() if cell.startswith(f"{table}."))
