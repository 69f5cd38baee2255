from collections.abc import Iterator

from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.letter_examples import LetterExample
from gongkai.checks.paper import CheckedLetter, said
from gongkai.checks.rule import rule
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.statute.provisions import REGULATION

NOT_TO_APPLICANTS = ("L5", "L7", "L8", "L9")


@rule(
    id="W04",
    severity=Severity.ERROR,
    source=REGULATION.article(31),
    english="The day of receipt is missing or another than the record's",
    mend=Wording("写登记的收到日期。", "Give the day of receipt as registered."),
    passes=(LetterExample(), LetterExample(None, code="L5", lines=("请提出意见。",))),
    fails=(
        LetterExample(replaced={"2026年1月26日": "2026年1月27日"}),
        LetterExample(AnswerKind.NOT_HELD, replaced={"于2026年1月26日": ""}),
    ),
)
def receipt_told(letter: CheckedLetter) -> Iterator[Found]:
    """收到日期与登记一致

    答复期限从收到之日起算。答复里写的收到日期与登记不同，期限就说不清了。
    """
    if letter.received_on is None or letter.code in NOT_TO_APPLICANTS:
        return
    day = said(letter.received_on)
    if day not in letter.paper.text:
        yield Found("text", f"没有写收到申请的日期 {day}", f"no receipt on {letter.received_on}")
