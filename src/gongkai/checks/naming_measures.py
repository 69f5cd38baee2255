"""How the tables' quantities that prose speaks of are called, and figures written."""

from gongkai.checks.finding import Wording
from gongkai.checks.naming import row_name
from gongkai.reports.model.statement import Number
from gongkai.reports.prose.measures import Measure
from gongkai.statute.forms import Form

REMEDIES = {
    "reconsideration": Wording("行政复议", "reconsiderations"),
    "litigation": Wording("行政诉讼", "lawsuits"),
    "litigation_direct": Wording("未经复议直接起诉", "direct lawsuits"),
    "litigation_after_reconsideration": Wording("复议后起诉", "lawsuits after reconsideration"),
}
PARTS = {
    "organisations": Wording("法人或其他组织", "organisations"),
    "decided": Wording("已审结", "decided"),
    "amount": Wording("金额", "amount"),
}
GENERIC = frozenset({"decisions", "amount"})


def measure_name(form: Form, measure: Measure) -> Wording:
    """What the tables call a measure: `“（三）不予公开”（自然人）`."""
    names = [_row(form, measure.table, key) for key in measure.key.split("+")]
    part = _part(form, measure)
    zh, en = "与".join(name.zh for name in names), " and ".join(name.en for name in names)
    return Wording(f"{zh}（{part.zh}）", f"{en} ({part.en})") if part else Wording(zh, en)


def _row(form: Form, table: str, key: str) -> Wording:
    if key in REMEDIES:
        return Wording(f"“{REMEDIES[key].zh}”", REMEDIES[key].en)
    table = form.proactive_table if table == "proactive" else table
    if any(row.key == key for row in form.rows_of(table)):
        return row_name(form, f"{table}.{key}")
    group = next((g for g in form.groups_of(table) if g.key == key), None)
    if group is None:
        return row_name(form, f"{table}.other_other")
    return Wording(f"“{group.number}{group.label}”", f"“{key.replace('_', ' ')}”")


def _part(form: Form, measure: Measure) -> Wording | None:
    part = measure.part
    if not part or part in GENERIC:
        return None
    if part in PARTS:
        return PARTS[part]
    table = form.proactive_table if measure.table == "proactive" else measure.table
    column = next(c for c in form.columns_of(table) if c.key == part)
    return Wording(column.label, part.replace("_", " "))


def written(value: Number) -> str:
    """A number as people write it: no `.0`, at most six decimals."""
    return f"{value:.6f}".rstrip("0").rstrip(".")
