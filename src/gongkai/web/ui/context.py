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
        under = [(prefix, a) for e, a in shown for prefix in (a, *e.also)]
        fits = [(p, a) for p, a in under if request.path.startswith(p)]
        _prefix, here = max(fits, key=lambda fit: len(fit[0]), default=("", ""))
        return [
            Line(entry.label, address, entry.count(request) if entry.count else 0, address == here)
            for entry, address in shown
        ]

    return lines
