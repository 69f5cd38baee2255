from collections.abc import Iterator

from gongkai.checks.figures_told import Gap, gaps
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.naming_measures import measure_name, written
from gongkai.checks.prose_examples import told
from gongkai.checks.rule import rule
from gongkai.reports.prose.facts import Mode
from gongkai.reports.prose.reading import Prose
from gongkai.statute.forms import Form
from gongkai.statute.provisions import REPORT_FORM_2021

TABLE = {"requests.received": 12, "requests.granted": 12, "requests.handled_total": 12}


@rule(
    id="N01",
    severity=Severity.ERROR,
    source=REPORT_FORM_2021.article(3),
    english="A figure in the prose contradicts the tables",
    mend=Wording(
        "核对正文与表格，改正错的一处；统计口径不同的，在正文里写明。",
        "Compare prose and table and correct the wrong one; where the scope differs, say so.",
    ),
    passes=(
        told("2024年，我局共收到政府信息公开申请12件，全部予以公开。", figures=TABLE),
        told("全年收到市民热线工单30件，收到网站留言5条。", figures=TABLE),
    ),
    fails=(
        told("2024年，我局共收到政府信息公开申请21件。", figures=TABLE),
        told("收到依申请公开申请12件，其中予以公开10件。", figures=TABLE),
    ),
)
def figures_agree_with_tables(prose: Prose) -> Iterator[Found]:
    """正文里的数字与表格一致

    同一个数在正文和表格里不一样，读者无从知道哪个是真的。统计口径不同而差数正好说得通的，只作提示。
    """
    form = prose.statement.form
    if form:
        for gap in gaps(prose.statement, prose.facts):
            yield _found(form, gap)


def _found(form: Form, gap: Gap) -> Found:
    fact, name = gap.fact, measure_name(form, gap.measure)
    quote, value = fact.quote, written(gap.shown)
    zh = f"正文“{quote}”，表中{name.zh}为 {value}"
    en = f"the prose says “{quote}”, the table shows {value} for {name.en}"
    if gap.reason:
        zh, en = f"{zh}；口径不同：{gap.reason.zh}", f"{en}; another scope: {gap.reason.en}"
    return Found(fact.sentence.at, zh, en, _severity(gap), fact.sentence.passage.place)


def _severity(gap: Gap) -> Severity:
    if gap.reason:
        return Severity.NOTE
    if gap.fact.certain and gap.fact.mode is Mode.TOLD:
        return Severity.ERROR
    return Severity.NOTE if gap.measure.table == "proactive" else Severity.WARNING
