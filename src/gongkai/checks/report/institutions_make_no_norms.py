import re
from collections.abc import Iterator

from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.rule import rule
from gongkai.reports.model.report import Report
from gongkai.statute.provisions import NORMATIVE_DOCUMENTS

INSTITUTION = re.compile(
    r"(?:中心|学校|中学|小学|幼儿园|医院|研究院|研究所|图书馆|博物馆|档案馆|大学|学院)$"
)


@rule(
    id="J03",
    severity=Severity.NOTE,
    source=NORMATIVE_DOCUMENTS.whole,
    english="Administrative normative documents are counted by an institution",
    mend=Wording(
        "核对是否把一般文件填成了行政规范性文件。",
        "Check whether ordinary documents were counted as normative ones.",
    ),
    passes=(
        ReportExample(figures={"proactive.normative_documents.issued": 3}),
        ReportExample(body="青禾区网格化服务中心", body_kind="institution"),
    ),
    fails=ReportExample(
        body="青禾区网格化服务中心",
        body_kind="institution",
        figures={"proactive.normative_documents.issued": 3},
    ),
)
def institutions_make_no_norms(report: Report) -> Iterator[Found]:
    """事业单位不制定行政规范性文件

    行政规范性文件由行政机关和法律法规授权的组织制定。事业单位填了数，多半是把一般文件算了进去。
    """
    statement = report.statement
    body = re.sub(r"\s", "", statement.body or "")
    form = statement.form
    rows = form.rows_of(form.proactive_table) if form else ()
    cells = [cell for row in rows if row.key == "normative_documents" for cell in row.cells]
    filled = [cell for cell in cells if statement.figure(cell)]
    if filled and (statement.body_kind == "institution" or INSTITUTION.search(body)):
        yield Found(
            filled[0],
            f"{body or '该单位'}是事业单位，“行政规范性文件”填有数字",
            f"{body or 'the body'} is an institution and counts administrative normative documents",
        )
