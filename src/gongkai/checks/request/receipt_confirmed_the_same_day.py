from collections.abc import Iterator
from datetime import date

from gongkai.checks.casefile import CaseFile, said
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.request_examples import CaseExample, day
from gongkai.checks.rule import rule
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.receipt import Channel, Receipt
from gongkai.statute.provisions import REGULATION

CAME = date(2026, 1, 28)
LETTER_ANSWERED = Receipt(
    channel=Channel.PLAIN_POST, arrived_on=CAME, contacted_on=CAME, confirmed_on=CAME
)
LETTER_LEFT = Receipt(
    channel=Channel.PLAIN_POST,
    arrived_on=CAME,
    contacted_on=day("02-02"),
    confirmed_on=day("02-02"),
)


@rule(
    id="Q09",
    severity=Severity.WARNING,
    source=REGULATION.article("31(2)"),
    english="The applicant was not called on the day a plain letter came",
    mend=Wording(
        "收到平常信函的当日与申请人确认，联系不上的记明情况。",
        "Call on the day a plain letter comes.",
    ),
    passes=CaseExample(receipt=LETTER_ANSWERED),
    fails=CaseExample(receipt=LETTER_LEFT, today=day("02-10")),
)
def receipt_confirmed_the_same_day(case: CaseFile) -> Iterator[Found]:
    """平常信函当日确认

    以平常信函等不需要签收的方式寄来的，应当在收到的当日与申请人确认。
    """
    for step in case.steps(Act.RECEIVE):
        receipt = step.entry.details
        if isinstance(receipt, Receipt) and not receipt.contacted_in_time:
            on = receipt.contacted_on
            late = f"{said(on)}才与申请人联系" if on else "没有记载与申请人联系的日期"
            yield Found(
                step.at,
                f"{said(receipt.arrived_on)}收到信函，{late}",
                f"came {receipt.arrived_on}, contacted {on or 'never'}",
            )
