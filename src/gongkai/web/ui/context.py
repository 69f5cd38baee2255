"""What every template may use."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from gongkai.web.ui import slots
from gongkai.web.ui.config import config

LARGE = "large-type"


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
        "banners": [text for banner in slots.banners if (text := banner(request))],
    }


def _menu(entries: list[slots.MenuEntry], request: HttpRequest):
    """The lines of a menu for this reader; made only if a page asks."""

    def lines() -> list[Line]:
        shown = [(entry, reverse(entry.address)) for entry in entries if entry.shown(request)]
        here = max((a for _, a in shown if request.path.startswith(a)), key=len, default="")
        return [
            Line(entry.label, address, entry.count(request) if entry.count else 0, address == here)
            for entry, address in shown
        ]

    return lines
