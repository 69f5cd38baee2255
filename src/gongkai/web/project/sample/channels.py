"""Enters the sample channels and what went out through them."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import system
from gongkai.web.publishing.acts import channels as acts
from gongkai.web.publishing.connectors.told import Told
from gongkai.web.publishing.models.channels import Dissemination

CHANNELS = Path(__file__).with_name("channels.toml")
BY = system("演示数据")


def load(bodies: Mapping[str, Body]) -> None:
    facts = tomllib.loads(CHANNELS.read_text("utf-8"))
    for entry in facts["channel"]:
        body = bodies[entry.pop("body")]
        batches, stated = entry.pop("entries", ()), entry.pop("stated", ())
        closed = {name: entry.pop(name) for name in ("closed_on", "closed_why") if name in entry}
        made = acts.open_channel(BY, body=body, facts=entry)
        for batch in batches:
            told = list(_told(facts["words"][batch["sort"]], **batch))
            acts.take_in(BY, channel=made, told=told, origin=Dissemination.Origin.IMPORT)
        for figure in stated:
            acts.state_figure(BY, channel=made, facts=figure)
        if closed:
            acts.close_channel(BY, channel=made, on=closed["closed_on"], why=closed["closed_why"])


def _told(words: list[str], year: int, sort: str, count: int) -> Iterator[Told]:
    """So many entries, spread over the year."""
    for at in range(count):
        on = date(year, 1, 4) + timedelta(days=at * 355 // count)
        yield Told(f"{words[at % len(words)]}（第 {at // len(words) + 1} 期）", on, sort=sort)
