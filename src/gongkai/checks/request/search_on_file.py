from collections.abc import Iterator

from gongkai.checks.casefile import CaseFile
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.request_examples import CaseExample, answered
from gongkai.checks.rule import rule
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.statute.provisions import REGULATION


@rule(
    id="Q13",
    severity=Severity.WARNING,
    source=REGULATION.article("36(4)"),
    english="Answered that nothing is held without a search on file",
    mend=Wording(
        "把检索的范围、方法和结果登记在案；没有检索过的，检索后重新答复。",
        "Put the search on file: where, how, what came of it.",
    ),
    passes=CaseExample((answered("02-10", AnswerKind.NOT_HELD),), searches=1),
    fails=CaseExample((answered("02-10", AnswerKind.NOT_HELD),)),
)
def search_on_file(case: CaseFile) -> Iterator[Found]:
    """答复信息不存在的有检索记录

    经检索没有所申请公开信息的，告知不存在。复议和诉讼时由机关证明检索过。
    """
    for step in case.answers(AnswerKind.NOT_HELD):
        if not case.searches:
            yield Found(step.at, "答复信息不存在，没有检索记录", "no search on file")
