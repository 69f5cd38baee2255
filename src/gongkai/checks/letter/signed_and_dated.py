from collections.abc import Iterator

from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.letter_examples import LetterExample
from gongkai.checks.paper import CheckedLetter, said
from gongkai.checks.rule import rule
from gongkai.statute.provisions import GB_DOCUMENT_FORMAT


@rule(
    id="W07",
    severity=Severity.ERROR,
    source=GB_DOCUMENT_FORMAT.whole,
    english="Name of the body or date at the end is missing or another than the record's",
    mend=Wording(
        "落款写机关全称和成文日期，日期不编虚位。",
        "End with the body's full name and the date, without leading zeros.",
    ),
    passes=LetterExample(),
    fails=(
        LetterExample(replaced={"2026年2月5日": "2026年02月05日"}),
        LetterExample(replaced={"2026年2月5日": "2026年2月6日"}),
        LetterExample(replaced={"\n青禾区城市管理局\n": "\n城市管理局\n"}),
        LetterExample(replaced={"2026年2月5日": "二月五日"}),
    ),
)
def signed_and_dated(letter: CheckedLetter) -> Iterator[Found]:
    """落款的机关名称和成文日期与登记一致

    成文日期决定适用哪个时候的救济途径，机关名称决定谁是被申请人、被告。
    """
    paper = letter.paper
    if paper.dated is None:
        yield Found("signature", "末尾没有成文日期", "there is no date at the end")
        return
    printed = paper.lines[paper.dated]
    if printed.text != said(letter.on):
        yield Found(
            "date",
            f"成文日期写作“{printed.text}”，应为“{said(letter.on)}”",
            f"dated {printed.text}, should be {letter.on}",
            place=printed.place,
        )
    if paper.signature != letter.body:
        yield Found(
            "signature",
            f"落款“{paper.signature}”不是机关全称“{letter.body}”",
            f"signed {paper.signature}, not {letter.body}",
        )
