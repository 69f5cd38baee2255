"""The operator's page tells of everything there is."""

from dataclasses import fields
from importlib.metadata import entry_points
from pathlib import Path

from gongkai.web.ui.config import Config

PAGE = (Path(__file__).parents[3] / "docs" / "operate.md").read_text("utf-8")


def test_every_setting_is_explained():
    names = {f"`GONGKAI_{field.name.upper()}`" for field in fields(Config)}
    assert {name for name in names if name not in PAGE} == set()


def test_every_command_is_explained():
    names = {f"`gongkai {entry.name}`" for entry in entry_points(group="gongkai.commands")}
    assert names
    assert {name for name in names if name not in PAGE} == set()
