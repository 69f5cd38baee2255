from collections.abc import Iterator

from gongkai.checks.examples import AreaExample, ReportExample, applications
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.naming import TABLES, cell_name
from gongkai.checks.rule import rule
from gongkai.checks.whole import WholeArea
from gongkai.reports.consolidate.sums import consolidate
from gongkai.reports.model.area import Body, same_name
from gongkai.reports.model.counterpart import figure_as
from gongkai.reports.model.statement import Number, Statement
from gongkai.statute.forms import form
from gongkai.statute.provisions import REGULATION

NAMED = 4
ROUNDING = 0.01
"""万元: amounts are rounded before they are added."""

GOVERNMENT = Body("青禾区人民政府", "government")
FINANCE, HOUSING = (Body(name, "department", GOVERNMENT.name) for name in ("财政局", "住建局"))
OF_FINANCE = ReportExample(body="财政局", figures=applications(received=3, granted=3))
OF_HOUSING = ReportExample(body="住建局", figures=applications(received=2, granted=2))


def _of_government(count: int) -> ReportExample:
    figures = applications(received=count, granted=count)
    return ReportExample(body=GOVERNMENT.name, body_kind="government", figures=figures)


@rule(
    id="R02",
    severity=Severity.ERROR,
    source=REGULATION.article("49"),
    english="The area's figures are not the sum of its bodies' figures",
    mend=Wording(
        "逐个机关核对，重新汇总。",
        "Go through the bodies and add up again.",
    ),
    passes=(
        AreaExample((GOVERNMENT, FINANCE, HOUSING), (_of_government(5), OF_FINANCE, OF_HOUSING)),
        AreaExample((GOVERNMENT, FINANCE, HOUSING), (_of_government(9), OF_FINANCE)),
    ),
    fails=AreaExample((GOVERNMENT, FINANCE, HOUSING), (_of_government(6), OF_FINANCE, OF_HOUSING)),
)
def sum_of_its_bodies(whole: WholeArea) -> Iterator[Found]:
    """全区的数字等于各机关之和

    本级政府的年度报告汇总各机关的数据。名单上的机关都有报告时，每一格都应当加得上；缺报的，先由
    R01 指出，不比较。
    """
    members = whole.members
    strangers = {same_name(s.body or "") for s in members.strangers}
    counted = [s for s in members.counted if same_name(s.body or "") not in strangers]
    if members.own is None or members.missing or not counted:
        return
    due = consolidate(counted, name=members.own.body, year=members.year).statement
    own_form = form(due.form_id or "2021")
    for table in own_form.tables:
        cells = [cell for row in own_form.rows_of(table.key) for cell in row.cells]
        gaps = [(cell, *both) for cell in cells if (both := _gap(members.own, due, cell))]
        if gaps:
            named = [(cell_name(own_form, cell), shown, sum_) for cell, shown, sum_ in gaps[:NAMED]]
            zh = "；".join(f"{name.zh}填 {shown}，合计 {sum_}" for name, shown, sum_ in named)
            en = "; ".join(f"{name.en}: {shown}, sum {sum_}" for name, shown, sum_ in named)
            more = len(gaps) - len(named)
            yield Found(
                table.key,
                f"{TABLES[table.key].zh}{zh}" + (f"；另有 {more} 格" if more else ""),
                f"{TABLES[table.key].en}: {en}" + (f"; {more} more cells" if more else ""),
            )


def _gap(own: Statement, due: Statement, cell: str) -> tuple[Number, Number] | None:
    """What the area shows and what its bodies come to, where both are known and differ."""
    shown, total = figure_as(own, cell, due.form_id or "2021"), due.figure(cell)
    if shown is None or total is None:
        return None
    apart = abs(shown - total)
    return (shown, total) if apart > (ROUNDING if isinstance(total, float) else 0) else None
