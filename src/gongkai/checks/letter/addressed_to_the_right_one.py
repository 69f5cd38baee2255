from collections.abc import Iterator

from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.letter_examples import LetterExample
from gongkai.checks.paper import CheckedLetter
from gongkai.checks.rule import rule
from gongkai.statute.provisions import PERSONAL_INFORMATION


@rule(
    id="W08",
    severity=Severity.ERROR,
    source=PERSONAL_INFORMATION.article("25"),
    english="Addressed to another, or the applicant is told to a third party",
    mend=Wording(
        "收件人与登记一致；送第三方的文书不写申请人是谁。",
        "Address it as registered; do not tell a third party who applied.",
    ),
    passes=(
        LetterExample(),
        LetterExample(None, code="L5", addressee="示例公司", hidden_applicant="程远山"),
    ),
    fails=(
        LetterExample(replaced={"程远山：": "李思远："}),
        LetterExample(
            None,
            code="L5",
            addressee="示例公司",
            hidden_applicant="程远山",
            lines=("程远山申请公开你单位的信息。",),
        ),
    ),
)
def addressed_to_the_right_one(letter: CheckedLetter) -> Iterator[Found]:
    """收件人正确，不向第三方透露申请人

    送错人会泄露申请人的信息；征求意见只需说明信息，不需要说明是谁申请的。
    """
    found = letter.paper.addressee
    if letter.addressee and found != letter.addressee.replace(" ", ""):
        yield Found("addressee", f"收件人写作“{found}”，与登记的不同", "addressed to another")
    if letter.hidden_applicant and letter.hidden_applicant in letter.paper.text:
        yield Found("text", "送第三方的文书写了申请人的姓名或者名称", "tells who applied")
