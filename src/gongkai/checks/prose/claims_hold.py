from collections.abc import Iterator

from gongkai.checks.figures_told import covers_area
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.naming_measures import measure_name, written
from gongkai.checks.prose_examples import told
from gongkai.checks.rule import rule
from gongkai.reports.prose.claims import Claim, Firmness
from gongkai.reports.prose.measures import shown
from gongkai.reports.prose.reading import Prose
from gongkai.statute.forms import Form
from gongkai.statute.provisions import REPORT_FORM_2021

SEVERITIES = {
    Firmness.PLAIN: Severity.ERROR,
    Firmness.LIKELY: Severity.WARNING,
    Firmness.LOOSE: Severity.NOTE,
}
ONE = {"requests.received": 1, "requests.carried_out": 1}


@rule(
    id="N05",
    severity=Severity.ERROR,
    source=REPORT_FORM_2021.article(3),
    english="A claim in the prose is contradicted by the tables",
    mend=Wording(
        "按表格改写这句话，或者改正表格里填错的数。",
        "Reword the sentence after the table, or correct the table.",
    ),
    passes=(
        told("2024年，我局未收到政府信息公开申请。"),
        told("收到政府信息公开申请1件，结转下年度继续办理1件。", figures=ONE),
    ),
    fails=(
        told("2024年，我局未收到政府信息公开申请。", figures=ONE),
        told("收到政府信息公开申请1件，均已办结。", figures=ONE),
    ),
)
def claims_hold(prose: Prose) -> Iterator[Found]:
    """“未收到”“均已办结”“均维持”等说法与表格一致

    这类说法不带数字，改了表格常常忘了改正文，或者照抄了上年的话。
    """
    form = prose.statement.form
    for claim in prose.claims:
        if form and claim.year in {None, prose.statement.year}:
            yield from _contradicted(form, prose, claim)


def _contradicted(form: Form, prose: Prose, claim: Claim) -> Iterator[Found]:
    against = []
    for measure in claim.measures:
        values = shown(prose.statement, measure).values
        if values and min(values) > 0:
            name, value = measure_name(form, measure), written(values[0])
            against.append(Wording(f"{name.zh} {value}", f"{name.en} {value}"))
    if not against:
        return
    zh, en = "、".join(each.zh for each in against), ", ".join(each.en for each in against)
    own = covers_area(prose.statement) and claim.measures[0].table == "proactive"
    yield Found(
        claim.sentence.at,
        f"正文说“{claim.quote}”，表中{zh}",
        f"the prose says “{claim.quote}”, the table shows {en}",
        Severity.NOTE if own else SEVERITIES[claim.firmness],
        claim.sentence.passage.place,
    )
