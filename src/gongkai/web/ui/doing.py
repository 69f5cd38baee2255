"""Doing what a page asks for: what came of it, or why it was refused, is said on the page after."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

Refusals = type[Exception] | tuple[type[Exception], ...]


def attempt(request: HttpRequest, act: Callable[[], object], told: str, refusals: Refusals) -> bool:
    """Do an act; a message says what it did, or why it was refused. Nothing is told of an empty
    `told`: the page shows it."""
    try:
        act()
    except refusals as refusal:
        messages.error(request, str(refusal))
        return False
    if told:
        messages.success(request, told)
    return True


@dataclass(frozen=True)
class Page:
    """A page that acts lead back to: its name, and the refusals that are told on it."""

    name: str
    refusals: Refusals

    def done(
        self, request: HttpRequest, key: object, act: Callable[[], object], told: str = ""
    ) -> HttpResponse:
        """Do an act and go to the page of `key`."""
        attempt(request, act, told, self.refusals)
        return redirect(self.name, key)

    def refused(self, request: HttpRequest, key: object, why: str) -> HttpResponse:
        """Go to the page of `key`, where it says why nothing was done."""
        messages.error(request, why)
        return redirect(self.name, key)
