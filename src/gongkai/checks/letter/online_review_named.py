from collections.abc import Iterator

from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.letter_examples import LetterExample
from gongkai.checks.paper import CheckedLetter
from gongkai.checks.rule import rule
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.remedy.variant import variant
from gongkai.statute.provisions import RECONSIDERATION

WORDS = ("互联网", "网上申请", "http")


@rule(
    id="W11",
    severity=Severity.ERROR,
    source=RECONSIDERATION.article("22(2)"),
    english="Served on line, but no on-line way to reconsideration is named",
    mend=Wording(
        "在文书模板的“文号和救济机关”里填写网上申请行政复议的渠道，重新起草。",
        "Set the on-line way to reconsideration for the body's letters and draft it again.",
    ),
    passes=(
        LetterExample(),
        LetterExample(online=True, replaced={"诉讼。": "诉讼。行政复议申请可以通过互联网提交。"}),
        LetterExample(AnswerKind.WITHDRAWN, online=True),
    ),
    fails=LetterExample(online=True),
)
def online_review_named(letter: CheckedLetter) -> Iterator[Found]:
    """网上送达的，写明网上申请行政复议的渠道

    通过互联网送达行政行为决定的，应当同时提供提交行政复议申请书的互联网渠道。
    """
    kind = AnswerKind.GRANTED if letter.code == "L8" else letter.kind
    if not letter.online or kind is None:
        return
    owed = variant(kind, letter.withheld, decided_on=letter.on)
    if owed and not any(word in letter.paper.text for word in WORDS):
        yield Found("remedy", "没有写网上申请行政复议的渠道", "no on-line way is named")
