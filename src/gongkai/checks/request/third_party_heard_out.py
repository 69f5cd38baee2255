from collections.abc import Iterator

from gongkai.checks.casefile import CaseFile
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.request_examples import CaseExample, answered, consulted
from gongkai.checks.rule import rule
from gongkai.law.request.details import Consulted
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.record import standing_after
from gongkai.law.request.terms import consultation_due
from gongkai.statute.provisions import REGULATION


@rule(
    id="Q12",
    severity=Severity.WARNING,
    source=REGULATION.article(32),
    english="Answered before the third party had its time",
    mend=Wording(
        "等第三方答复意见，或者十五个工作日届满后再作决定。",
        "Wait for the opinion or for the fifteen working days.",
    ),
    passes=CaseExample((consulted("01-28"), answered("02-27"))),
    fails=CaseExample((consulted("01-28"), answered("02-10"))),
)
def third_party_heard_out(case: CaseFile) -> Iterator[Found]:
    """等第三方意见期满再答复

    第三方自收到征求意见书之日起十五个工作日内提出意见。没有等到意见，期限又没有届满，就没有听完第三方的话。
    """
    for step in case.answers():
        open_now = standing_after(step.before).open
        for asked in case.steps(Act.CONSULT_THIRD_PARTY):
            details = asked.entry.details
            due = consultation_due(asked.entry, case.days)
            waited = due is None or step.entry.on > due.date
            if isinstance(details, Consulted) and details.consultation in open_now and not waited:
                yield Found(
                    step.at,
                    f"“{details.consultation}”的意见还没有收到，期限也没有届满，就作了答复",
                    f"answered while {details.consultation} still had time",
                )
