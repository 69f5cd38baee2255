from collections.abc import Iterator
from datetime import date

from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.letter_examples import LetterExample
from gongkai.checks.paper import CheckedLetter, said
from gongkai.checks.rule import rule
from gongkai.statute.provisions import REGULATION

_TERM = date(2026, 2, 27)


@rule(
    id="W05",
    severity=Severity.ERROR,
    source=REGULATION.article("33(2)"),
    english="A period that the letter sets is missing or another than the record's",
    mend=Wording("写明期限，与登记的一致。", "Tell the period as it is registered."),
    passes=(
        LetterExample(None, code="L2", lines=("请不迟于2026年2月27日补正。",), terms=(_TERM,)),
        LetterExample(None, code="L5", lines=("十五个工作日内",), days=("十五个工作日",)),
    ),
    fails=(
        LetterExample(None, code="L2", lines=("请及时补正。",), terms=(_TERM,)),
        LetterExample(None, code="L4", lines=("延长至2026年3月1日。",), terms=(_TERM,)),
        LetterExample(None, code="L5", lines=("请在十日内",), days=("十五个工作日",)),
    ),
)
def terms_told(letter: CheckedLetter) -> Iterator[Found]:
    """写明文书确定的期限

    补正、延期、征求意见、缴费的文书都要写明期限。文书与登记的期限不同，逾期的后果就不能发生。
    """
    text = letter.paper.text
    for day in letter.terms:
        if said(day) not in text:
            yield Found("text", f"没有写明期限 {said(day)}", f"does not tell the term {day}")
    for period in letter.days:
        if period not in text:
            yield Found("text", f"没有写明期限“{period}”", f"does not tell the period {period!r}")
