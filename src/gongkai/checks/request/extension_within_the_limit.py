from collections.abc import Iterator

from gongkai.checks.casefile import CaseFile
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.request_examples import CaseExample, day, extended
from gongkai.checks.rule import rule
from gongkai.law.request.details import Extended
from gongkai.law.request.lifecycle import Act
from gongkai.statute.parameters import parameter
from gongkai.statute.provisions import REGULATION


@rule(
    id="Q08",
    severity=Severity.ERROR,
    source=REGULATION.article("33(2)"),
    english="The extension is longer than the law allows",
    mend=Wording(
        "延长不得超过二十个工作日，超过部分不起作用。",
        "At most twenty working days more.",
    ),
    passes=CaseExample((extended("02-10", 20),), today=day("03-02")),
    fails=CaseExample((extended("02-10", 30),), today=day("03-02")),
)
def extension_within_the_limit(case: CaseFile) -> Iterator[Found]:
    """延期不超过法定天数

    延长的期限最长不得超过二十个工作日。
    """
    for step in case.steps(Act.EXTEND):
        details = step.entry.details
        most = parameter("request.extension_days").on(step.entry.on)
        if isinstance(details, Extended) and details.days > most:
            yield Found(
                step.at,
                f"延长了 {details.days} 个工作日，最长为 {most} 个",
                f"{details.days} working days, at most {most}",
            )
