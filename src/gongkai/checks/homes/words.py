"""The words that tell homes from offices, as expressions: `checks/data/homes.toml`."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

HAN = r"\u4e00-\u9fff"


@cache
def _data() -> dict[str, Any]:
    text = files("gongkai.checks.data").joinpath("homes.toml").read_text("utf-8")
    return tomllib.loads(text)


def alternatives(name: str) -> str:
    return "|".join(_data()[name])


def _any(*names: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives(name) for name in names))


LIVES = _any("lives")
LIVES_AFTER = _any("lives_after")
VISITS = _any("visits")
HOUSES = _any("houses")
OFFICES = _any("offices")
NO_STREET = r"(?![东西南北中一二三四五六]?[路街巷道])"
"""`学院南路` is a street, and `学院` in it no body."""
WORKS = re.compile(rf"(?:{alternatives('works')}){NO_STREET}")
BODIES = re.compile(rf"(?:{alternatives('bodies')}){NO_STREET}")
POSTED = _any("posted")
ASIDE = _any("aside")
OFFICERS = _any("officers")
PERSONS = _any("persons")
PERSONAL = _any("personal")
BESIDE = _any("beside")
PLACES = re.compile(
    rf"地\s*址|所在地|住所|位置|详址|{alternatives('houses')}|{alternatives('lives')}"
)
HEADS = re.compile(
    f"{PLACES.pattern}|{PERSONS.pattern}|{POSTED.pattern}|{OFFICERS.pattern}|{PERSONAL.pattern}|"
    + alternatives("heads")
)
