from collections.abc import Iterator

from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.letter_examples import LetterExample
from gongkai.checks.paper import CheckedLetter
from gongkai.checks.rule import rule
from gongkai.statute.provisions import GB_DOCUMENT_FORMAT


@rule(
    id="W06",
    severity=Severity.WARNING,
    source=GB_DOCUMENT_FORMAT.article("7.2.5"),
    english="The number is missing, in a wrong form, or another than the one allotted",
    mend=Wording(
        "用登记的文号：代字、六角括号〔〕里的四位年份、不加“第”和虚位的序号。",
        "Use the number allotted: series, year in 〔〕, serial without 第 or leading zeros.",
    ),
    passes=(LetterExample(), LetterExample(number="")),
    fails=(
        LetterExample(replaced={"〔2026〕12号": "[2026]12号"}),
        LetterExample(replaced={"〔2026〕12号": "〔2026〕第012号"}),
        LetterExample(replaced={"〔2026〕12号": "〔2025〕12号"}),
        LetterExample(replaced={"青城公复〔2026〕12号": ""}),
    ),
)
def numbered_in_form(letter: CheckedLetter) -> Iterator[Found]:
    """文号规范，与登记的一致

    文号是文书的身份：复议、诉讼和以后的重复申请都靠它指明是哪一件。
    """
    if not letter.number:
        return
    found = letter.paper.number
    if found is None:
        yield Found("number", f"没有写文号 {letter.number}", "there is no number")
    elif found[0] != letter.number:
        yield Found(
            "number",
            f"文号写作“{found[0]}”，登记的是“{letter.number}”",
            f"numbered {found[0]}, allotted {letter.number}",
        )
