import re
from collections.abc import Iterator

from gongkai.checks.examples import ReportExample, YearsExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.naming import row_name
from gongkai.checks.pair import Years
from gongkai.checks.rule import rule
from gongkai.statute.provisions import REPORT_FORM_2021

ROWS = ("proactive.regulations", "proactive.normative_documents")
IN_FORCE = "proactive.normative_documents.in_force"
ISSUED = "proactive.normative_documents.issued"
EXPLAINED = re.compile(
    r"(?:规范性文件|规章|文件)[^。]{0,40}(?:清理|宣布失效|自然失效|到期失效|修改|口径|划转|移交|并入|统计范围)"
    r"|(?:清理|口径|机构改革|统计范围)[^。]{0,40}(?:规范性文件|规章)"
)


@rule(
    id="Y02",
    severity=Severity.WARNING,
    source=REPORT_FORM_2021.article(2),
    english="Documents in force are not last year's plus issued minus repealed",
    mend=Wording(
        "核对现行有效件数；因清理、口径变化造成的差额在正文里说明。",
        "Check the number in force; explain a clean-up or another scope in the prose.",
    ),
    passes=YearsExample(
        ReportExample(figures={IN_FORCE: 20}),
        ReportExample(figures={IN_FORCE: 22, ISSUED: 2}),
    ),
    fails=(
        YearsExample(
            ReportExample(figures={IN_FORCE: 20}),
            ReportExample(figures={IN_FORCE: 20, ISSUED: 2}),
        ),
        YearsExample(
            ReportExample(figures={IN_FORCE: 20}),
            ReportExample(
                figures={IN_FORCE: 12},
                prose={"proactive": "本年度开展规范性文件清理，宣布失效一批文件。"},
            ),
        ),
    ),
    since="2021",
)
def documents_in_force(years: Years) -> Iterator[Found]:
    """现行有效件数与上一年衔接

    现行有效应等于上一年现行有效加本年制发减本年废止。清理、统计口径变化会造成差额，正文有交代的只作提示。
    """
    before, now = years.before.statement, years.report.statement
    form = now.form
    text = "".join(passage.text for _, passage in years.report.passages())
    for row in ROWS:
        last = before.figure(f"{row}.in_force")
        issued, repealed, shown = (
            now.figure(f"{row}.{column}") for column in ("issued", "repealed", "in_force")
        )
        if form is None or None in (last, issued, repealed, shown):
            continue
        due = (last or 0) + (issued or 0) - (repealed or 0)
        if shown != due:
            name = row_name(form, row)
            yield Found(
                f"{row}.in_force",
                f"{name.zh}现行有效填 {shown} 件，按上一年度 {last} 件加制发 {issued} 件"
                f"减废止 {repealed} 件应为 {due} 件",
                f"{name.en}: {shown} in force; last year's {last} + {issued} issued "
                f"- {repealed} repealed are {due}",
                severity=Severity.NOTE if EXPLAINED.search(text) else None,
            )
