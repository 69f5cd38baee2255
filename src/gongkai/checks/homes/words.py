"""The words that tell homes from offices, as expressions: `checks/data/homes.toml`."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from gongkai.checks.later import Later

HAN = r"\u4e00-\u9fff"


@cache
def _data() -> dict[str, Any]:
    text = files("gongkai.checks.data").joinpath("homes.toml").read_text("utf-8")
    return tomllib.loads(text)


def alternatives(name: str) -> str:
    return "|".join(_data()[name])


def _any(*names: str) -> Later:
    return Later(lambda: "|".join(map(alternatives, names)))


LIVES = _any("lives")
LIVES_AFTER = _any("lives_after")
VISITS = _any("visits")
DWELLERS = _any("dwellers")
DWELLINGS = Later(
    lambda: rf"[的之]?[{HAN}]{{0,2}}(?:{alternatives('dwellings')}|{alternatives('dwellers')})"
)
"""What follows an address where people live: a house, or those who live in it."""
HOUSES = _any("houses")
WORKPLACES = _any("offices")
SITES = _any("sites")
OFFICES = _any("offices", "sites")
DEEDS = _any("deeds")
NO_STREET = r"(?![东西南北中一二三四五六]?[路街巷道])"
"""`学院南路` is a street, and `学院` in it no body."""
WORKS = Later(lambda: rf"(?:{alternatives('works')}){NO_STREET}")
BODIES = Later(lambda: rf"(?:{alternatives('bodies')}){NO_STREET}")
BODY = Later(lambda: rf"(?:{alternatives('body_ends')})(?=$|[\s，,、；;。：:（()）|])")
"""The name of a body, a project or a post, where a word ends."""
POSTED = _any("posted")
ASIDE = _any("aside")
OFFICERS = _any("officers")
PERSONS = _any("persons")
PERSONAL = _any("personal")
BESIDE = _any("beside")
PLACES = Later(
    lambda: rf"地\s*址|所在地|住所|位置|详址|{alternatives('houses')}|{alternatives('lives')}"
)
HEADS = Later(
    lambda: (
        f"{PLACES.pattern}|{PERSONS.pattern}|{POSTED.pattern}|{OFFICERS.pattern}|{PERSONAL.pattern}|"
        + alternatives("heads")
    )
)
