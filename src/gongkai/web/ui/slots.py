"""What other apps add to the pages of this one. The project fills them at start."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import HttpRequest


@dataclass(frozen=True)
class MenuEntry:
    """A line of the menu. `shown` says for whom; `count` puts a number beside it.

    `also`: paths of pages that belong to it and stand elsewhere.
    """

    label: str
    address: str
    """The name of the page, `app:page`."""
    shown: Callable[[HttpRequest], bool] = lambda _request: True
    count: Callable[[HttpRequest], int] | None = None
    also: tuple[str, ...] = ()
    alone: bool = False
    """Whether no page under its address belongs to it, as with a home page."""


@dataclass(frozen=True)
class Waiting:
    """One thing that waits for the person who is signed in."""

    kind: str
    title: str
    address: str
    """The address of the page where it is done."""
    since: datetime
    due: date | None = None


@dataclass(frozen=True)
class Sought:
    """One thing that the desk's search found; `beside`: its number and where it stands."""

    kind: str
    title: str
    address: str
    beside: str


@dataclass(frozen=True)
class Beside:
    """What another app keeps about the thing that a page shows, with the address of its own."""

    text: str
    address: str
    state: str
    done: bool = False


beside_case: list[Callable[[HttpRequest, Any], list[Beside]]] = []
"""What was brought against an application's answer: request, application → lines."""
against_case: list[Callable[[HttpRequest, Any], str]] = []
"""Where such a thing is registered; empty for those who may not."""
papers: dict[str, str] = {}
"""What is signed off: `app.model` → its name. Bodies set an order of signing for each."""
paper_kinds: dict[str, dict[str, str]] = {}
"""The kinds of such papers, for which a body may leave out steps: `app.model` → kind → name."""
portal_menu: list[MenuEntry] = []
desk_menu: list[MenuEntry] = []
banners: list[Callable[[HttpRequest], str]] = []
"""Sentences shown above every page; an empty one is left out."""
waiting: list[Callable[[HttpRequest], list[Waiting]]] = []
"""What waits today, by app; the desk's home joins and sorts them."""
sought: list[Callable[[HttpRequest, str], Iterable[Sought]]] = []
"""What the desk's search finds, by app: request, words → what was found."""
