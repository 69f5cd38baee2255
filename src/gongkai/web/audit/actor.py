"""Who does something, and from where."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Actor:
    """Id and name as text: the trail must not depend on accounts."""

    id: str
    name: str
    address: str = ""
    request: str = ""


def system(name: str = "系统") -> Actor:
    """The platform itself: the worker, a command of the operator."""
    return Actor(id="system", name=name)


PUBLIC = Actor(id="public", name="公众")
