"""Charts as SVG, drawn on the server: no script, no style of their own, readable aloud.

All are 340 units wide, the width of a telephone; classes `c0` … `c5` are coloured by `charts.css`.
What a chart says is said again in a table beside it, which the caller shows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString

Value = float | int | None
WIDTH = 340
COLUMN_HEIGHT, ROW, BAR = 150, 44, 16
YEARS = 46
"""Room for the label before a stacked bar."""
ALL = (0, 1, 2, 3, 4, 5)
LETTERED = 16
"""Up to so many columns have their figure written over them."""


@dataclass(frozen=True)
class Spread:
    """Where one value stands among others; `own` is None where it has none."""

    label: str
    own: Value
    low: float
    quarter: float
    middle: float
    three_quarters: float
    high: float
    shown: str = ""


def shown(value: Value) -> str:
    """A figure as it is written: no trailing zeros, a dash where there is none."""
    return "—" if value is None else f"{value:,.10g}"


def columns(
    key: str, title: str, labels: Sequence[str], series: Sequence[tuple[str, Sequence[Value]]]
) -> SafeString:
    """Upright columns, a group for each label, a colour for each series."""
    most = max((v for _, values in series for v in values if v), default=0)
    told = "；".join(
        f"{label}：" + "、".join(f"{name} {shown(values[i])}" for name, values in series)
        for i, label in enumerate(labels)
    )
    step = WIDTH / max(len(labels), 1)
    thick = min(30.0, step * 0.8 / max(len(series), 1))
    drawn = [_line(0, COLUMN_HEIGHT + 20, WIDTH, COLUMN_HEIGHT + 20, "axis")]
    lettered = len(labels) * len(series) <= LETTERED
    for index, label in enumerate(labels):
        middle = step * (index + 0.5)
        left = middle - thick * len(series) / 2
        drawn.append(_text(middle, COLUMN_HEIGHT + 36, label, "label", "middle"))
        for number, (name, values) in enumerate(series):
            value, x = values[index], left + thick * number
            high = float(value or 0) / most * COLUMN_HEIGHT if most else 0
            y, said = COLUMN_HEIGHT + 20 - high, f"{label} {name} {shown(value)}"
            drawn.append(_rect(x + 1, y, thick - 2, high, f"c{number}", said))
            if lettered:
                drawn.append(_text(x + thick / 2, y - 4, shown(value), "value", "middle"))
    return _svg(key, title, told, COLUMN_HEIGHT + 44, drawn)


def stacked(
    key: str,
    title: str,
    parts: Sequence[str],
    rows: Sequence[tuple[str, Sequence[Value]]],
    colours: Sequence[int] = ALL,
) -> SafeString:
    """Lying bars of one length, each divided by the shares of its parts."""
    drawn, told = [], []
    room = max(YEARS, *(len(label) * 12.5 + 8 for label, _ in rows if not label.isdecimal()), 0)
    for index, (label, values) in enumerate(rows):
        top, whole = index * 34 + 4, sum(value or 0 for value in values)
        drawn.append(_text(0, top + 17, label, "label"))
        if not whole:
            drawn.append(_text(room, top + 17, "没有", "value"))
            told.append(f"{label}：没有")
            continue
        x, said = float(room), []
        for number, (part, value) in enumerate(zip(parts, values, strict=True)):
            share = (value or 0) / whole
            wide = share * (WIDTH - room)
            words = f"{part} {shown(value)}（{share:.1%}）"
            if value:
                drawn.append(_rect(x, top, wide, 24, f"c{colours[number]}", f"{label} {words}"))
                said.append(words)
            if wide > 30:
                inside = f"on c{colours[number]}"
                drawn.append(_text(x + wide / 2, top + 17, f"{share:.0%}", inside, "middle"))
            x += wide
        told.append(f"{label}：{'、'.join(said)}")
    return _svg(key, title, "；".join(told), len(rows) * 34 + 4, drawn)


def bars(key: str, title: str, rows: Sequence[tuple[str, Value]]) -> SafeString:
    """Lying bars, each below its label, its figure behind it."""
    most = max((value for _, value in rows if value), default=0)
    drawn = []
    for index, (label, value) in enumerate(rows):
        top = index * ROW
        wide = float(value or 0) / most * (WIDTH - 60) if most else 0
        drawn.append(_text(0, top + 16, label, "label"))
        drawn.append(_rect(0, top + 22, wide, BAR - 2, "c0", f"{label} {shown(value)}"))
        drawn.append(_text(wide + 6, top + 34, shown(value), "value"))
    told = "；".join(f"{label} {shown(value)}" for label, value in rows)
    return _svg(key, title, told, len(rows) * ROW + 2, drawn)


def spreads(key: str, title: str, rows: Sequence[Spread]) -> SafeString:
    """For each measure the range of all, the middle half, the median, and the one in question."""
    drawn, told = [], []
    for index, row in enumerate(rows):
        top, least, most = index * 54, min(row.low, row.own or row.low), row.high
        most = max(most, row.own or most)
        line = top + 34

        def at(value: float, least: float = least, most: float = most) -> float:
            return 8 + (value - least) / ((most - least) or 1) * (WIDTH - 16)

        drawn.append(_text(0, top + 16, row.label, "label"))
        drawn.append(_text(WIDTH, top + 16, row.shown, "value", "end"))
        drawn.append(_line(at(row.low), line, at(row.high), line, "range"))
        half = at(row.three_quarters) - at(row.quarter)
        drawn.append(_rect(at(row.quarter), line - 7, max(half, 1), 14, "half", "中间一半单位"))
        drawn.append(_line(at(row.middle), line - 9, at(row.middle), line + 9, "middle"))
        if row.own is not None:
            drawn.append(f'<circle class="own" cx="{at(row.own):.1f}" cy="{line}" r="6"/>')
        told.append(f"{row.label}：{row.shown}")
    return _svg(key, title, "；".join(told), len(rows) * 54, drawn)


def _svg(key: str, title: str, told: str, height: float, drawn: Sequence[str]) -> SafeString:
    return SafeString(
        f'<svg class="chart" viewBox="0 0 {WIDTH} {height:g}" role="img"'
        f' aria-labelledby="{key}-t {key}-d" xmlns="http://www.w3.org/2000/svg">'
        f'<title id="{key}-t">{escape(title)}</title><desc id="{key}-d">{escape(told)}</desc>'
        f"{''.join(drawn)}</svg>"
    )


def _rect(x: float, y: float, wide: float, high: float, kind: str, said: str) -> str:  # noqa: PLR0917
    return (
        f'<rect class="{kind}" x="{x:.1f}" y="{y:.1f}" width="{max(wide, 0):.1f}"'
        f' height="{max(high, 0):.1f}"><title>{escape(said)}</title></rect>'
    )


def _text(x: float, y: float, words: str, kind: str, anchor: str = "start") -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text class="{kind}" {place}>{escape(words)}</text>'


def _line(x: float, y: float, to_x: float, to_y: float, kind: str) -> str:
    place = f'x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}"'
    return f'<line class="{kind}" {place}/>'
