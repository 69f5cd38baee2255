from collections.abc import Iterator

from gongkai.checks.casefile import CaseFile
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.request_examples import CaseExample, answered, consulted, day
from gongkai.checks.rule import rule
from gongkai.law.exemption.grounds import Ground
from gongkai.law.exemption.ruling import ThirdPartyView
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.request.consultations import consultations
from gongkai.law.request.details import Answered, Opinion, ThirdPartyTold
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.record import Entry
from gongkai.statute.provisions import REGULATION

TOLD = ThirdPartyTold(consultation="第三方1")
REFUSES = Opinion(consultation="第三方1", agrees=False, reasons="属于商业秘密")
OBJECTED = (consulted("01-28"), Entry(Act.THIRD_PARTY_REPLIES, day("02-05"), REFUSES))


@rule(
    id="Q11",
    severity=Severity.ERROR,
    source=REGULATION.article(32),
    english="Disclosed against the third party without telling it",
    mend=Wording(
        "把决定公开的内容和理由书面告知第三方。",
        "Tell the third party in writing what is disclosed and why.",
    ),
    passes=CaseExample(
        (*OBJECTED, Entry(Act.TELL_THIRD_PARTY, day("02-27"), TOLD), answered("02-28")),
    ),
    fails=CaseExample((*OBJECTED, answered("02-28"))),
)
def third_party_told(case: CaseFile) -> Iterator[Found]:
    """不顾第三方意见公开的要告知第三方

    第三方不同意公开，行政机关认为不公开会对公共利益造成重大影响而决定公开的，应当把内容和理由书面告知第三方。
    """
    told = {
        entry.details.consultation
        for entry in case.record
        if isinstance(entry.details, ThirdPartyTold)
    }
    objected = [
        each.name
        for each in consultations(case.record)
        if each.view is ThirdPartyView.OBJECTS and each.act is Act.CONSULT_THIRD_PARTY
    ]
    for step in case.answers(AnswerKind.GRANTED, AnswerKind.PARTLY_GRANTED):
        details = step.entry.details
        if isinstance(details, Answered) and Ground.THIRD_PARTY in details.withheld:
            continue
        for name in objected:
            if name not in told:
                yield Found(
                    step.at,
                    f"“{name}”不同意公开，决定公开后没有书面告知",
                    f"{name} objected and was not told",
                )
