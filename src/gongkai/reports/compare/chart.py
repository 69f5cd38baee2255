"""Bars of two reports as SVG: made here, without script, with a title and a description."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from gongkai.reports.model.statement import Number
from gongkai.reports.write.printed import number

LABELS, BARS, FIGURES, BAR, GAP = 190, 360, 110, 16, 18
"""Units of the drawing: widths of labels, bars and figures; height of a bar, gap of groups."""

COLOURS = ("#1d4ed8", "#c2410c")
"""First and second report; told apart by the colour-blind, and by their order."""


@dataclass(frozen=True, slots=True)
class Bars:
    """A label and what the two reports have for it; None is drawn as no bar and a dash."""

    label: str
    before: Number | None
    after: Number | None


def chart(key: str, title: str, names: tuple[str, str], groups: Sequence[Bars]) -> str:
    """The SVG of a bar chart, `key` its name in the page; empty where there is nothing to draw."""
    most = max((v for group in groups for v in (group.before, group.after) if v), default=0)
    if most <= 0:
        return ""
    step = 2 * BAR + GAP
    height = len(groups) * step + 40
    told = "；".join(
        f"{group.label}：{_shown(group.before)}、{_shown(group.after)}" for group in groups
    )
    opening = f'<svg viewBox="0 0 {LABELS + BARS + FIGURES} {height}" role="img"'
    parts = [
        f'{opening} aria-labelledby="{key}-t {key}-d" xmlns="http://www.w3.org/2000/svg">',
        f'<title id="{key}-t">{escape(title)}</title>',
        f'<desc id="{key}-d">{escape(names[0])}与{escape(names[1])}。{escape(told)}</desc>',
    ]
    for index, name in enumerate(names):
        parts.append(_key(name, index))
    for index, group in enumerate(groups):
        parts.append(_group(group, 40 + index * step, most))
    return "".join([*parts, "</svg>"])


def _key(name: str, index: int) -> str:
    x = index * (LABELS + BARS + FIGURES) / 2
    return (
        f'<rect x="{x:g}" y="4" width="14" height="14" fill="{COLOURS[index]}"/>'
        f'<text x="{x + 20:g}" y="16">{escape(name)}</text>'
    )


def _group(group: Bars, top: int, most: Number) -> str:
    label = f'<text x="{LABELS - 8}" y="{top + BAR + 5}" text-anchor="end">'
    bars = [f"{label}{escape(group.label)}</text>"]
    for index, value in enumerate((group.before, group.after)):
        y = top + index * BAR
        width = max(float(value or 0), 0) / float(most) * BARS
        bars.append(
            f'<rect x="{LABELS}" y="{y}" width="{width:.1f}" height="{BAR - 2}"'
            f' fill="{COLOURS[index]}"/>'
            f'<text x="{LABELS + width + 6:.1f}" y="{y + 12}">{_shown(value)}</text>'
        )
    return "".join(bars)


def _shown(value: Number | None) -> str:
    return "—" if value is None else number(value)
