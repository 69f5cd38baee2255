import re
from collections.abc import Iterator

from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.rule import rule
from gongkai.reports.model.report import Report
from gongkai.reports.model.statement import Statement
from gongkai.statute.provisions import REGULATION

CENTRAL = re.compile(
    r"^(?:国家|中国|中华人民共和国|国务院|全国)|^[^省市区县州旗]{2,8}部$|总局$|总署$"
)
OWN_POWER = re.compile(
    r"(?:省|自治区|自治州|市|行政公署|实验区|新区)(?:人民)?(?:政府)?(?:办公厅|办公室)?$|管委会|管理委员会"
)
WITHOUT = re.compile(
    r"(?:(?<!自治)(?<!新)(?<!实验)区|县|旗|乡|镇|街道|街道办事处|街)(?:人民政府)?$"
)
KINDS_WITHOUT = {"street", "township", "institution", "enterprise"}


@rule(
    id="J01",
    severity=Severity.WARNING,
    source=REGULATION.article("20(1)"),
    english="Regulations (规章) are counted by a body with no power to make them",
    mend=Wording(
        "核对是否把规范性文件填到了“规章”行。",
        "Check whether normative documents were entered as regulations.",
    ),
    passes=(
        ReportExample(),
        ReportExample(
            body="青禾市人民政府",
            body_kind="government",
            figures={"proactive.regulations.in_force": 12},
        ),
        ReportExample(
            body="青禾市人民政府办公厅",
            body_kind="department",
            figures={"proactive.regulations.in_force": 12},
        ),
    ),
    fails=(
        ReportExample(
            body="石桥镇人民政府",
            body_kind="township",
            figures={"proactive.regulations.in_force": 6},
        ),
        ReportExample(figures={"proactive.regulations.issued": 1}),
        ReportExample(
            body="青禾县人民政府",
            body_kind="government",
            figures={"proactive.regulations.issued": 1},
        ),
    ),
)
def power_to_make_regulations(report: Report) -> Iterator[Found]:
    """规章由有权的机关制定

    规章由国务院部门、省级政府和设区的市、自治州政府制定。县区、乡镇、街道和地方部门没有规章制定权，
    填了数多半是把规范性文件填错了行。
    """
    statement = report.statement
    form = statement.form
    rows = form.rows_of(form.proactive_table) if form else ()
    cells = [cell for row in rows if row.key == "regulations" for cell in row.cells]
    filled = [cell for cell in cells if statement.figure(cell)]
    if filled and _without_power(statement):
        yield Found(
            filled[0],
            f"“规章”行填有数字，{statement.body}没有制定规章的权限",
            f"the row 规章 is filled in, but {statement.body} has no power to make regulations",
        )


def _without_power(statement: Statement) -> bool:
    body = re.sub(r"\s", "", statement.body or "")
    if not body or CENTRAL.search(body):
        return False
    if statement.body_kind in KINDS_WITHOUT or WITHOUT.search(body):
        return True
    return statement.body_kind == "department" and not OWN_POWER.search(body)
