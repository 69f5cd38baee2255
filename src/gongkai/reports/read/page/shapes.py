"""What a drawn page holds: glyphs and ruling lines, in points, the origin at the top left."""

from dataclasses import dataclass, field
from typing import NamedTuple


class Glyph(NamedTuple):
    """One character and the box of its advance; `turned` where it was written sideways."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    turned: bool = False

    @property
    def x(self) -> float:
        return (self.left + self.right) / 2

    @property
    def y(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        return self.bottom - self.top


class Ruling(NamedTuple):
    """A straight line along an axis: at `at` across, from `start` to `end` along."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class DrawnPage:
    """A page as drawn. `across` are horizontal rulings (`at` is a y), `down` vertical ones."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    across: list[Ruling] = field(default_factory=list)
    down: list[Ruling] = field(default_factory=list)
    pictures: float = 0.0
    """The share of the page that its largest picture covers."""


THIN = 3.0
"""A filled box thinner than this is drawn as a line (points)."""


def rule_box(page: DrawnPage, left: float, top: float, right: float, bottom: float) -> None:
    """Add a filled box that is a ruling line; a larger one is a background and leaves no line."""
    if right - left <= THIN and bottom - top > THIN:
        page.down.append(Ruling((left + right) / 2, top, bottom))
    elif bottom - top <= THIN:
        page.across.append(Ruling((top + bottom) / 2, left, right))


def rule_line(page: DrawnPage, x0: float, y0: float, x1: float, y1: float) -> None:
    """Add a stroke if it runs along an axis."""
    if abs(y1 - y0) <= 1 < abs(x1 - x0):
        page.across.append(Ruling((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
    elif abs(x1 - x0) <= 1 < abs(y1 - y0):
        page.down.append(Ruling((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
