from collections.abc import Iterator
from datetime import date

from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.letter_examples import LetterExample
from gongkai.checks.paper import CheckedLetter
from gongkai.checks.rule import rule
from gongkai.law.exemption.grounds import Ground
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.remedy.variant import Variant, variant
from gongkai.statute.parameters import parameter
from gongkai.statute.provisions import RECONSIDERATION, chinese_number

FIRST = "应当先"
DIRECTLY = "直接向"


@rule(
    id="W02",
    severity=Severity.ERROR,
    source=RECONSIDERATION.article("23(2)"),
    english="The remedies told are not those the law gives",
    mend=Wording(
        "按答复类型和作出日期改写救济途径：是否复议前置、复议和起诉的期限。",
        "Tell the remedy of this kind of answer and day: reconsideration first or not, periods.",
    ),
    passes=(
        LetterExample(),
        LetterExample(AnswerKind.REFUSED_STATE_SECRET),
        LetterExample(AnswerKind.REFUSED_STATE_SECRET, on=date(2023, 12, 29)),
        LetterExample(AnswerKind.WITHDRAWN),
    ),
    fails=(
        LetterExample(replaced={"六十日": "三十日"}),
        LetterExample(replaced={"六个月": "三个月"}),
        LetterExample(AnswerKind.REFUSED_STATE_SECRET, replaced={"应当先": "可以"}),
        LetterExample(replaced={"可以自收到": "应当先自收到", "也可以自": "再自"}),
        LetterExample(
            AnswerKind.PARTLY_GRANTED, (Ground.THIRD_PARTY,), replaced={"十五日": "六个月"}
        ),
        LetterExample(AnswerKind.NOT_HELD, replaced={"申请行政复议": "反映"}),
        LetterExample(AnswerKind.WITHDRAWN, lines=("对本答复不服的，可以申请行政复议。",)),
    ),
)
def remedy_as_the_law_says(letter: CheckedLetter) -> Iterator[Found]:
    """救济途径与答复类型、作出日期一致

    2024年起，依照第十四条至第十六条不予公开的，应当先申请行政复议，并且要在答复里告知；其他答复可以直接起诉。
    没有告知的，申请期限从知道之日起算，最长一年。
    """
    kind = AnswerKind.GRANTED if letter.code == "L8" else letter.kind
    if kind is None:
        return
    text = letter.paper.text
    owed = variant(kind, letter.withheld, decided_on=letter.on)
    if owed is None:
        if "行政复议" in text:
            yield Found("remedy", "终止办理不需要告知救济途径", "no remedy is owed here")
        return
    for phrase in _phrases(owed, letter.on):
        if phrase not in text:
            yield Found(
                "remedy", f"救济途径里没有“{phrase}”", f"the remedy lacks {phrase!r} (text)"
            )
    if owed is not Variant.R1 and FIRST in text and "行政复议" in text:
        yield Found("remedy", "这类答复不是复议前置，不能写“应当先”", "reconsideration is no must")
    if owed is Variant.R1 and DIRECTLY in text:
        yield Found("remedy", "这类答复复议前置，不能写直接起诉", "no direct suit is open")


def _phrases(owed: Variant, on: date) -> tuple[str, ...]:
    """What the paragraph has to say."""
    sixty = f"{chinese_number(parameter('remedy.reconsideration_days').on(on))}日内"
    months = f"{chinese_number(parameter('remedy.suit_months').on(on))}个月内"
    after = f"{chinese_number(parameter('remedy.suit_after_reconsideration_days').on(on))}日内"
    first = (FIRST, after) if owed is Variant.R1 else (months,)
    return ("申请行政复议", sixty, "行政诉讼", *first)
