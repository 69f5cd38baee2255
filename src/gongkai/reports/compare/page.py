"""A comparison as one self-contained page."""

from gongkai.reports.compare.chart import Bars, chart
from gongkai.reports.compare.comparison import (
    Comparison,
    label,
    percent,
    share,
    shown,
    signed,
)
from gongkai.reports.model.statement import Number
from gongkai.reports.write.html import template

TABLES = (
    ("proactive", "主动公开政府信息情况"),
    ("requests", "收到和处理政府信息公开申请情况"),
    ("remedies", "政府信息公开行政复议、行政诉讼情况"),
)

REQUESTS = (
    ("新收", ("received",)),
    ("上年结转", ("carried_in",)),
    ("予以公开", ("granted",)),
    ("部分公开", ("partly_granted",)),
    ("不予公开", "refused_"),
    ("无法提供", "unavailable_"),
    ("不予处理", "not_processed_"),
    ("其他处理", "other_"),
    ("结转下年度", ("carried_out",)),
)
"""Bars of the chart of applications: rows of table two, or the beginning of their names."""

REMEDIES = (
    ("行政复议", "reconsideration"),
    ("未经复议直接起诉", "litigation_direct"),
    ("复议后起诉", "litigation_after_reconsideration"),
)


def page(comparison: Comparison) -> bytes:
    """The comparison as UTF-8 HTML."""
    names = (comparison.before, comparison.after)
    made = template("comparison.html").render(
        comparison=comparison,
        tables=TABLES,
        charts=[
            (title, chart(key, title, names, bars))
            for key, title, bars in (
                ("requests", "政府信息公开申请（件）", _requests(comparison)),
                ("remedies", "行政复议、行政诉讼（件）", _remedies(comparison)),
            )
        ],
        label=label,
        shown=shown,
        signed=signed,
        percent=percent,
        share=share,
    )
    return made.encode()


def _requests(comparison: Comparison) -> list[Bars]:
    totals = {
        pair.path.split(".")[1]: pair for pair in comparison.main() if pair.section == "requests"
    }
    bars = []
    for name, rows in REQUESTS:
        chosen = [pair for row, pair in totals.items() if _is_of(row, rows)]
        before = _sum([pair.before for pair in chosen])
        bars.append(Bars(name, before, _sum([pair.after for pair in chosen])))
    return bars


def _is_of(row: str, rows: tuple[str, ...] | str) -> bool:
    return row.startswith(rows) if isinstance(rows, str) else row in rows


def _remedies(comparison: Comparison) -> list[Bars]:
    by_path = {pair.path: pair for pair in comparison.pairs}
    found = [(name, by_path.get(f"remedies.{row}.total")) for name, row in REMEDIES]
    return [Bars(name, pair.before, pair.after) for name, pair in found if pair]


def _sum(values: list[Number | None]) -> Number | None:
    """A sum of what both reports show in full; nothing is taken for a cell that is empty."""
    known = [value for value in values if value is not None]
    return sum(known) if known and len(known) == len(values) else None
