"""What every template may use."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from gongkai.web.ui import slots
from gongkai.web.ui.config import config

LARGE = "large-type"
FRAMES = {True: "ui/desk.html", False: "ui/portal.html"}
"""Around pages that staff and residents both have, by whether the reader works at the desk."""


@dataclass(frozen=True)
class Line:
    """A line of a menu; `here` where the page shown stands under it."""

    label: str
    address: str
    count: int
    here: bool


def page(request: HttpRequest) -> dict[str, object]:
    return {
        "site_name": config().site_name,
        "site_code": config().site_code,
        "large_type": request.COOKIES.get(LARGE) == "on",
        "portal_menu": _menu(slots.portal_menu, request),
        "desk_menu": _menu(slots.desk_menu, request),
        "works_at_desk": works_at_desk(request),
        "own_frame": lambda: FRAMES[works_at_desk(request)()],
        "banners": [text for banner in slots.banners if (text := banner(request))],
    }


def works_at_desk(request: HttpRequest):
    """Whether the desk has a page for this reader; found out only if a page asks."""
    return lambda: any(entry.shown(request) for entry in slots.desk_menu)


def _menu(entries: list[slots.MenuEntry], request: HttpRequest):
    """The lines of a menu for this reader; made only if a page asks."""

    def lines() -> list[Line]:
        shown = [(entry, reverse(entry.address)) for entry in entries if entry.shown(request)]
        under = [(prefix, e, a) for e, a in shown for prefix in (a, *e.also)]
        path = request.path
        fits = [(p, a) for p, e, a in under if (path == p if e.alone else path.startswith(p))]
        _prefix, here = max(fits, key=lambda fit: len(fit[0]), default=("", ""))
        return [
            Line(entry.label, address, entry.count(request) if entry.count else 0, address == here)
            for entry, address in shown
        ]

    return lines
