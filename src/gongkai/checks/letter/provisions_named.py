from collections.abc import Iterator

from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.letter_examples import LetterExample
from gongkai.checks.paper import CheckedLetter
from gongkai.checks.rule import rule
from gongkai.law.exemption.grounds import Ground
from gongkai.law.outcome.basis import cited
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.statute.provisions import REGULATION


@rule(
    id="W01",
    severity=Severity.ERROR,
    source=REGULATION.article("36(3)"),
    english="The provisions the answer rests on are not all named",
    mend=Wording("补写所依据的条、款、项。", "Name the article, paragraph and item."),
    passes=(
        LetterExample(),
        LetterExample(AnswerKind.PARTLY_GRANTED, (Ground.THIRD_PARTY,)),
        LetterExample(AnswerKind.RECONFIRMATION),
    ),
    fails=(
        LetterExample(replaced={"第三十六条第二项": "第三十六条"}),
        LetterExample(AnswerKind.REFUSED_PROCESS_INFORMATION, replaced={"第十六条第二款": "规定"}),
        LetterExample(AnswerKind.FEE_UNPAID, replaced={"信息处理费管理办法": "管理办法"}),
    ),
)
def provisions_named(letter: CheckedLetter) -> Iterator[Found]:
    """写明答复所依据的条款

    答复的类型决定依据的条款。写错或者漏写，申请人无从判断理由，复议和诉讼中也会被认定适用依据错误。
    """
    if letter.kind is None:
        return
    text = letter.paper.text
    for each in cited(letter.kind, letter.withheld, on=letter.on):
        if f"《{each.law.title}》" not in text or each.place not in text:
            yield Found(
                "text",
                f"“{letter.kind.value}”应当写明依据：{each.citation}",
                f"does not name {each.key}",
            )
