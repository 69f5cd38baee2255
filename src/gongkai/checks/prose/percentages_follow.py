from collections.abc import Iterator
from math import floor

from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.naming_measures import written
from gongkai.checks.prose_examples import ProseExample, told
from gongkai.checks.rule import rule
from gongkai.reports.prose.reading import Prose
from gongkai.reports.prose.shares import Pair, Share, ShareKind
from gongkai.statute.provisions import REPORT_FORM_2021

DUST = 1e-9
ROUGHLY = 0.1


@rule(
    id="N03",
    severity=Severity.WARNING,
    source=REPORT_FORM_2021.article(1),
    english="A percentage or a change does not follow from its figures",
    mend=Wording(
        "按原始数字重新计算，四舍五入到所写的位数。",
        "Compute it again from the figures and round to the digits shown.",
    ),
    passes=(
        told("全年发布信息200条，其中政策解读30条，占15%。"),
        told("收到群众留言34件，上年为30件，同比增长13.3%。"),
    ),
    fails=(
        told("全年发布信息200条，其中政策解读30条，占25%。"),
        ProseExample(
            report=ReportExample(
                figures={"requests.received": 12},
                prose={"overview": "收到政府信息公开申请12件，较上年增加5件。"},
            ),
            before=ReportExample(figures={"requests.received": 10}, year=2023),
        ),
    ),
)
def percentages_follow(prose: Prose) -> Iterator[Found]:
    """百分比和同比变化由它所依据的数字算得出来

    占比、办结率、同比增减应当能由正文或者表格里的数复算。只舍不入的，作为提示。
    """
    for share in prose.shares:
        verdicts = {_verdict(share, pair): pair for pair in reversed(share.pairs)}
        if "right" in verdicts:
            continue
        if "near" in verdicts:
            yield _found(share, verdicts["near"], Severity.NOTE)
        elif share.certain:
            yield _found(share, share.pairs[0], Severity.WARNING)


def _value(share: Share, pair: Pair) -> float:
    """What the percentage or difference should be."""
    if share.kind is ShareKind.DIFFERENCE:
        return share.sign * (pair.value - pair.base)
    if share.kind is ShareKind.CHANGE:
        return share.sign * (pair.value - pair.base) / pair.base * 100
    return pair.value / pair.base * 100


def _verdict(share: Share, pair: Pair) -> str:
    """right, near (cut off instead of rounded, or one step away), or wrong."""
    value, printed, step = _value(share, pair), share.quantity.value, share.quantity.step
    if abs(value - printed) <= step / 2 + DUST:
        return "right"
    if share.quantity.vague:
        return "right" if abs(value - printed) <= ROUGHLY * max(abs(printed), 1) else "wrong"
    if share.kind is ShareKind.DIFFERENCE:
        return "wrong"
    cut = abs(floor(value / step + DUST) * step - printed) < DUST * 10
    return "near" if cut or abs(value - printed) <= step else "wrong"


def _found(share: Share, pair: Pair, severity: Severity) -> Found:
    at, place = share.sentence.at, share.sentence.passage.place
    said = f"{share.words}{share.quantity.printed}"
    if share.kind is ShareKind.LIMIT:
        return Found(at, f"“{said}”超过 100%", f"“{said}” is above 100 %", severity, place)
    value = _value(share, pair)
    decimals = max(1, len(written(share.quantity.step).partition(".")[2]) + 1)
    right = written(round(value, 0 if share.kind is ShareKind.DIFFERENCE else decimals))
    unit = share.quantity.unit
    figures = f"{written(pair.value)}、{written(pair.base)}"
    slip = "，差在取舍" if severity is Severity.NOTE else ""
    return Found(
        at,
        f"“{said}”：由 {figures} 算得 {right}{unit}{slip}",
        f"“{said}”: {figures} give {right}{unit}",
        severity,
        place,
    )
