from collections.abc import Iterator

from gongkai.checks.casefile import CaseFile
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.request_examples import CaseExample, day, extended
from gongkai.checks.rule import rule
from gongkai.law.request.details import Extended
from gongkai.law.request.lifecycle import Act
from gongkai.statute.provisions import REGULATION


@rule(
    id="Q07",
    severity=Severity.ERROR,
    source=REGULATION.article("33(2)"),
    english="The extension lacks the approval of the head, or the applicant was not told",
    mend=Wording(
        "补办工作机构负责人的批准手续，书面告知申请人延长的理由和期限。",
        "Get the approval; tell the applicant in writing.",
    ),
    passes=CaseExample((extended("02-10"),), today=day("03-02")),
    fails=(
        CaseExample((extended("02-10", approved=False),), today=day("03-02")),
        CaseExample((extended("02-10", told=False),), today=day("03-02")),
    ),
)
def extension_approved_and_told(case: CaseFile) -> Iterator[Found]:
    """延期经负责人同意并告知申请人

    延长答复期限应当经政府信息公开工作机构负责人同意，并告知申请人。
    """
    for step in case.steps(Act.EXTEND):
        details = step.entry.details
        if not isinstance(details, Extended):
            continue
        if not details.approved_by_head:
            yield Found(step.at, "延期没有经工作机构负责人同意", "not approved by the head")
        if not details.applicant_told:
            yield Found(step.at, "延期没有告知申请人", "the applicant was not told")
