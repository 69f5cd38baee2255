"""What every template may use."""

from django.http import HttpRequest

from gongkai.web.ui import slots
from gongkai.web.ui.config import config

LARGE = "large-type"


def page(request: HttpRequest) -> dict[str, object]:
    return {
        "site_name": config().site_name,
        "large_type": request.COOKIES.get(LARGE) == "on",
        "portal_menu": _menu(slots.portal_menu, request),
        "desk_menu": _menu(slots.desk_menu, request),
        "banners": [text for banner in slots.banners if (text := banner(request))],
        "here": request.resolver_match.view_name if request.resolver_match else "",
    }


def _menu(entries: list[slots.MenuEntry], request: HttpRequest):
    """Label, address and count of the entries shown to this reader; made only if a page asks."""

    def shown() -> list[tuple[str, str, int]]:
        return [
            (entry.label, entry.address, entry.count(request) if entry.count else 0)
            for entry in entries
            if entry.shown(request)
        ]

    return shown
