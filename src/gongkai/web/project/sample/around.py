"""Enters what surrounds the sample items: channels, columns and the rest."""

from collections.abc import Mapping
from datetime import date

from gongkai.web.agencies.models import Body
from gongkai.web.project.sample import channels, columns, dialogue, directory


def load(bodies: Mapping[str, Body], today: date) -> None:
    channels.load(bodies)
    columns.load(bodies, today)
    dialogue.load(bodies, today)
    directory.load(bodies)
