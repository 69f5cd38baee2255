"""What the published reports of a body or an area come to, as figures to draw and to list. Pure."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from statistics import median, quantiles

from django.utils.safestring import SafeString

from gongkai.reports.model.statement import Number
from gongkai.reports.write.data.csv import harmless
from gongkai.statute.forms import FormId, form
from gongkai.web.ui import charts
from gongkai.web.ui.charts import Spread, Value

OUTCOMES = (
    ("予以公开", "granted"),
    ("部分公开", "partly_granted"),
    ("不予公开", "refused_"),
    ("无法提供", "unavailable_"),
    ("不予处理", "not_processed_"),
    ("其他处理", "other_"),
)
"""What became of applications: the groups of table two, by how the names of their rows begin."""
RESULTS = (
    ("结果维持", "upheld"),
    ("结果纠正", "corrected"),
    ("其他结果", "other"),
    ("尚未审结", "pending"),
)
SUITS = ("litigation_direct", "litigation_after_reconsideration")
FEWEST = 3
"""Fewer bodies of a kind are no group to be compared with."""


@dataclass(frozen=True)
class Picture:
    """A chart with the table it is drawn from."""

    key: str
    title: str
    svg: SafeString
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    legend: tuple[str, ...] = ()
    note: str = ""
    colours: tuple[int, ...] = charts.ALL

    @property
    def keys(self) -> list[tuple[str, int]]:
        """What each colour stands for."""
        return list(zip(self.legend, self.colours, strict=False))

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw: no case in any of its rows."""
        return all(cell in ("0", "—") for row in self.rows for cell in row[1:])


@dataclass(frozen=True)
class Sums:
    """The totals over applicants of one statement, or of many added up."""

    rows: Mapping[str, Number] = field(default_factory=dict)
    """Row of table two → its total; `reconsideration.upheld` and the like for table three."""

    def of(self, row: str) -> Number:
        return self.rows.get(row, 0)

    def group(self, beginning: str) -> Number:
        """A group of outcomes: the row, or all rows whose names begin so."""
        if not beginning.endswith("_"):
            return self.of(beginning)
        return sum(value for row, value in self.rows.items() if row.startswith(beginning))

    @property
    def handled(self) -> Number:
        return sum(self.group(rows) for _, rows in OUTCOMES)


@cache
def _places(form_id: FormId) -> dict[str, int]:
    """Row of `Sums` → place of its cell among the figures of a form."""
    own, keys = form(form_id), {}
    for row in own.rows_of("requests"):
        keys[row.cell("total")] = row.key
    for row in own.rows_of("remedies"):
        keys |= {row.cell(column): f"{row.key}.{column}" for column in row.columns}
    return {keys[cell]: place for place, cell in enumerate(own.cells) if cell in keys}


def sums(shelf: Iterable[tuple[FormId, Sequence[Number | None]]]) -> Sums:
    """The totals of many reports added up: form and figures of each, in the order of the form.

    What a report does not show counts as nothing.
    """
    found: dict[str, Number] = {}
    for form_id, figures in shelf:
        for key, place in _places(form_id).items():
            found[key] = found.get(key, 0) + (figures[place] or 0)
    return Sums(found)


def over_the_years(years: Sequence[tuple[str, Sums]]) -> list[Picture]:
    """Applications, outcomes, remedies, year by year; label of the year → its sums."""
    labels = [label for label, _ in years]
    return [
        _applications(labels, [each for _, each in years]),
        _outcomes(years),
        _grounds(years),
        _remedies(years),
        _carried(years),
    ]


def outcomes_by(groups: Sequence[tuple[str, Sums]], title: str) -> Picture:
    """The outcomes of several groups beside each other."""
    return _outcomes(groups, "kinds", title, "类别")


def listed(
    key: str, title: str, rows: Sequence[tuple[str, Number]], head: tuple[str, str]
) -> Picture:
    """A list with a bar for each line."""
    return Picture(
        key,
        title,
        charts.bars(key, title, rows),
        head,
        tuple((label, charts.shown(value)) for label, value in rows),
    )


def timely(years: Sequence[tuple[str, int, int, int]]) -> Picture:
    """How many reports were public in time, late, and without a known day, by year."""
    parts = ("按时公布", "逾期公布", "公布日期不详")
    title = "年度报告公布是否按时"
    return Picture(
        "timely",
        title,
        charts.stacked("timely", title, parts, [(y, counts) for y, *counts in years], (0, 2, 3)),
        ("年度", *parts),
        tuple((label, *map(str, counts)) for label, *counts in years),
        legend=parts,
        colours=(0, 2, 3),
    )


def among_its_kind(own: Sums, others: Sequence[Sums], kind: str) -> Picture | None:
    """Where a body stands among those of its kind in the same year; None where they are few."""
    if len(others) < FEWEST:
        return None
    rows = [
        spread
        for label, measure, percent in MEASURES
        if (spread := _spread(label, measure, percent, own, others))
    ]
    title = f"与同类单位（{kind}，{len(others)} 个）比较"
    table = tuple(
        (row.label, row.shown.partition("，")[0].removeprefix("本单位 "), _written(row.middle, row))
        for row in rows
    )
    note = "横线是最低到最高，浅色块是中间一半单位，竖线是中位数，红点是本单位。"
    return Picture(
        "kind",
        title,
        charts.spreads("kind", title, rows),
        ("指标", "本单位", "中位数"),
        table,
        note=note,
    )


def as_csv(picture: Picture) -> bytes:
    """The table behind a chart; with the mark that makes Excel take it for UTF-8."""
    text = io.StringIO(newline="")
    lines = csv.writer(text)
    lines.writerow(picture.head)
    lines.writerows([harmless(cell) for cell in row] for row in picture.rows)
    return text.getvalue().encode("utf-8-sig")


def share(part: Number, whole: Number) -> float | None:
    """A part in percent, one place; None of nothing."""
    return round(part / whole * 100, 1) if whole else None


def open_share(each: Sums) -> float | None:
    """Applications granted in whole or in part, of all that were handled."""
    return share(each.of("granted") + each.of("partly_granted"), each.handled)


def corrected_share(each: Sums) -> float | None:
    """Reconsiderations whose result was a correction, of those decided."""
    decided = sum(each.of(f"reconsideration.{row}") for _, row in RESULTS[:3])
    return share(each.of("reconsideration.corrected"), decided)


def carried_share(each: Sums) -> float | None:
    """Applications carried over, of all that were in hand."""
    return share(each.of("carried_out"), each.of("received") + each.of("carried_in"))


MEASURES: tuple[tuple[str, Callable[[Sums], Value], bool], ...] = (
    ("新收申请（件）", lambda each: each.of("received"), False),
    ("予以公开和部分公开的比例", open_share, True),
    ("结转下年度的比例", carried_share, True),
    ("行政复议纠正的比例", corrected_share, True),
)


def _applications(labels: Sequence[str], years: Sequence[Sums]) -> Picture:
    rows = [
        ("新收", [each.of("received") for each in years]),
        ("办结", [each.handled for each in years]),
    ]
    title = "收到和办结的申请（件）"
    return Picture(
        "applications",
        title,
        charts.columns("applications", title, labels, rows),
        ("年度", "新收", "上年结转", "办结", "结转下年度"),
        tuple(
            (label, *(charts.shown(v) for v in _flow(each)))
            for label, each in zip(labels, years, strict=True)
        ),
        legend=("新收", "办结"),
    )


def _flow(each: Sums) -> tuple[Number, ...]:
    return each.of("received"), each.of("carried_in"), each.handled, each.of("carried_out")


def _outcomes(
    rows: Sequence[tuple[str, Sums]],
    key: str = "outcomes",
    title: str = "办理结果",
    head: str = "年度",
) -> Picture:
    parts = tuple(name for name, _ in OUTCOMES)
    values = [(label, [each.group(rows) for _, rows in OUTCOMES]) for label, each in rows]
    return Picture(
        key,
        title,
        charts.stacked(key, title, parts, values),
        (head, *parts),
        tuple((label, *map(charts.shown, counts)) for label, counts in values),
        legend=parts,
    )


def _grounds(years: Sequence[tuple[str, Sums]]) -> Picture:
    """Why applications were refused, in all the years together."""
    refused = [row for row in form("2021").rows_of("requests") if row.key.startswith("refused_")]
    counts = [(row.label, sum(each.of(row.key) for _, each in years)) for row in refused]
    counts = sorted((c for c in counts if c[1]), key=lambda c: -c[1])
    span = years[0][0] if len(years) == 1 else f"{years[0][0]}至{years[-1][0]}" if years else ""
    return listed("grounds", f"不予公开的理由（{span}，件）", counts, ("理由", "件"))


def _remedies(years: Sequence[tuple[str, Sums]]) -> Picture:
    parts = tuple(name for name, _ in RESULTS)
    values = [
        (label, [each.of(f"reconsideration.{column}") for _, column in RESULTS])
        for label, each in years
    ]
    suits = [sum(each.of(f"{suit}.total") for suit in SUITS) for _, each in years]
    title = "行政复议的结果"
    return Picture(
        "remedies",
        title,
        charts.stacked("remedies", title, parts, values),
        ("年度", *parts, "行政诉讼（件）"),
        tuple(
            (label, *map(charts.shown, counts), charts.shown(suit))
            for (label, counts), suit in zip(values, suits, strict=True)
        ),
        legend=parts,
        note=f"另有行政诉讼 {charts.shown(sum(suits))} 件。" if any(suits) else "",
    )


def _carried(years: Sequence[tuple[str, Sums]]) -> Picture:
    """How much of a year's work went over into the next."""
    values = [carried_share(each) for _, each in years]
    title = "结转下年度的比例（%）"
    labels = [label for label, _ in years]
    return Picture(
        "carried",
        title,
        charts.columns("carried", title, labels, [("结转", values)]),
        ("年度", "结转下年度（件）", "比例（%）"),
        tuple(
            (label, charts.shown(each.of("carried_out")), charts.shown(value))
            for (label, each), value in zip(years, values, strict=True)
        ),
    )


def _spread(
    label: str,
    measure: Callable[[Sums], Value],
    percent: bool,
    own: Sums,
    others: Sequence[Sums],
) -> Spread | None:
    values = sorted(float(v) for each in others if (v := measure(each)) is not None)
    if len(values) < FEWEST:
        return None
    first, middle, third = quantiles(values, n=4, method="inclusive")
    value, unit = measure(own), "%" if percent else ""
    mine = "—" if value is None else f"{charts.shown(value)}{unit}"
    told = f"本单位 {mine}，中位数 {median(values):.4g}{unit}"
    return Spread(label, value, values[0], first, middle, third, values[-1], told)


def _written(value: float, row: Spread) -> str:
    return f"{value:.4g}%" if "%" in row.shown else f"{value:.4g}"
