"""How rows, columns and parts of a report are called in a sentence."""

from gongkai.checks.finding import Wording
from gongkai.statute.forms import Form, Row

PARTS = {
    "overview": Wording("第一部分“总体情况”", "section 1 (overview)"),
    "proactive": Wording("第二部分“主动公开政府信息情况”", "section 2 (proactive disclosure)"),
    "requests": Wording("第三部分“收到和处理政府信息公开申请情况”", "section 3 (applications)"),
    "remedies": Wording("第四部分“政府信息公开行政复议、行政诉讼情况”", "section 4 (remedies)"),
    "problems": Wording("第五部分“存在的主要问题及改进情况”", "section 5 (problems)"),
    "other": Wording("第六部分“其他需要报告的事项”", "section 6 (other matters)"),
}
TABLES = {
    "proactive": Wording("表一（主动公开）", "table one (proactive disclosure)"),
    "proactive_2019": Wording("表一（主动公开）", "table one (proactive disclosure)"),
    "requests": Wording("表二（申请）", "table two (applications)"),
    "remedies": Wording("表三（复议、诉讼）", "table three (remedies)"),
}


def row_name(form: Form, path: str) -> Wording:
    """`（三）不予公开 1.属于国家秘密`: a row with the number of its group, which tells it apart."""
    row = form.row(path)
    group = next((g for g in form.groups_of(row.table) if g.key == row.group), None)
    over = group.number + group.label if group and row.number[:1].isdigit() else ""
    inner = f"{over}{row.printed}".replace("“", "‘").replace("”", "’")
    return Wording(f"“{inner}”", f"“{_english(row)}”")


def column_name(form: Form, path: str) -> Wording:
    """The column of a cell, or of a path such as `requests.*.business`."""
    table, key = path.partition(".")[0], path.rpartition(".")[2]
    return Wording(f"“{form.column(table, key).label}”", f"“{key.replace('_', ' ')}”")


def cell_name(form: Form, path: str) -> Wording:
    """A cell by its row and column; a row of one value by its row."""
    table, _, rest = path.partition(".")
    key, _, column = rest.partition(".")
    row = row_name(form, f"{table}.{key}")
    if not column:
        return row
    over = column_name(form, path)
    return Wording(f"{row.zh}行{over.zh}列", f"row {row.en}, column {over.en}")


def _english(row: Row) -> str:
    return row.key.replace("_", " ")
