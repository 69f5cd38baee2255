from collections.abc import Iterator

from gongkai.checks.casefile import CaseFile
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.request_examples import CaseExample, answered, consulted, day
from gongkai.checks.rule import rule
from gongkai.law.exemption.grounds import Ground
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.outcome.table import grounds_of
from gongkai.law.request.details import Answered, Silence
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.record import Entry
from gongkai.statute.provisions import REGULATION


@rule(
    id="Q10",
    severity=Severity.WARNING,
    source=REGULATION.article(32),
    english="Withheld for a third party that was not asked in writing",
    mend=Wording(
        "先书面征求第三方意见，再决定是否公开。",
        "Ask the third party in writing first.",
    ),
    passes=CaseExample(
        (
            consulted("01-28"),
            Entry(Act.THIRD_PARTY_SILENT, day("02-25"), Silence(consultation="第三方1")),
            answered("02-28", AnswerKind.REFUSED_THIRD_PARTY),
        )
    ),
    fails=CaseExample((answered("02-28", AnswerKind.REFUSED_THIRD_PARTY),)),
)
def third_party_asked(case: CaseFile) -> Iterator[Found]:
    """以第三方权益为由不公开的先征求意见

    认为公开会损害第三方合法权益的，应当书面征求第三方的意见；没有征求，不公开的理由站不住。
    """
    for step in case.answers():
        details = step.entry.details
        if not isinstance(details, Answered):
            continue
        protects = Ground.THIRD_PARTY in grounds_of(details.kind, details.withheld)
        if protects and not case.did(Act.CONSULT_THIRD_PARTY, step):
            yield Found(
                step.at,
                "以保护第三方合法权益为由不予公开，没有征求第三方意见的记录",
                "withheld for a third party that was never consulted",
            )
