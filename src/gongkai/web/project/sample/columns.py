"""Enters the sample columns."""

import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import system
from gongkai.web.publishing.acts import columns as acts

COLUMNS = Path(__file__).with_name("columns.toml")
BY = system("演示数据")


def load(bodies: Mapping[str, Body], today: date) -> None:
    for order, entry in enumerate(tomllib.loads(COLUMNS.read_text("utf-8"))["column"], 1):
        body, confirmed = bodies[entry.pop("body")], entry.pop("confirmed", None)
        made = acts.open_column(BY, body=body, facts={**entry, "order": order})
        if confirmed:
            days, note = confirmed
            on = today - timedelta(days=days)
            acts.confirm_column(BY, column=made, on=on, note=note)
