import re
from collections.abc import Iterator

from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.letter_examples import LetterExample
from gongkai.checks.paper import CheckedLetter
from gongkai.checks.rule import rule
from gongkai.statute.provisions import LETTERS_2021

OPEN = re.compile(r"【[^】]*】?|\{\{[^}]*\}?\}?|[×X]{2,}|_{3,}")
NUMBER_TO_COME = re.compile(r"\{\{(文号|成文日期)\}\}")


@rule(
    id="W09",
    severity=Severity.ERROR,
    source=LETTERS_2021.whole,
    english="Something was left to be filled in",
    mend=Wording("补写或者删去。", "Write it or take it out."),
    passes=(
        LetterExample(),
        LetterExample(replaced={"青禾区城市管理局\n2026年2月5日": "{{成文日期}}"}),
    ),
    fails=(
        LetterExample(replaced={"予以公开。": "予以公开：【信息内容】。"}),
        LetterExample(replaced={"予以公开。": "予以公开{{理由}}。"}),
        LetterExample(replaced={"予以公开。": "请联系××科。"}),
    ),
)
def nothing_left_open(letter: CheckedLetter) -> Iterator[Found]:
    """没有留空未写的内容

    模板里的【】、{{}}和××是提示，不能出现在发出的文书里。
    """
    for line in letter.paper.lines:
        for found in OPEN.finditer(line.text):
            if not NUMBER_TO_COME.fullmatch(found[0]):
                yield Found(
                    "text",
                    f"“{found[0]}”还没有写",
                    f"{found[0]!r} is still open (text)",
                    place=line.place,
                )
