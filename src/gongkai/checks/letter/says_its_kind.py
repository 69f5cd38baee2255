from collections.abc import Iterator

from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.letter_examples import LetterExample
from gongkai.checks.paper import CheckedLetter
from gongkai.checks.rule import rule
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.outcome.table import outcome
from gongkai.statute.provisions import REGULATION

WORDS = {
    AnswerKind.ALREADY_PUBLIC: ("主动公开",),
    AnswerKind.GRANTED: ("予以公开", "提供"),
    AnswerKind.PARTLY_GRANTED: ("部分",),
    AnswerKind.ADMINISTRATIVE_INQUIRY: ("查询",),
    AnswerKind.NOT_HELD: ("不存在", "没有找到", "未制作", "未获取"),
    AnswerKind.NOT_RESPONSIBLE: ("不属于本机关",),
    AnswerKind.IN_ARCHIVES: ("档案",),
    AnswerKind.MUST_BE_CREATED: ("加工", "分析", "没有现成"),
    AnswerKind.STILL_UNCLEAR: ("不明确",),
    AnswerKind.PETITION: ("信访", "投诉", "举报"),
    AnswerKind.REPEATED: ("重复",),
    AnswerKind.PUBLICATION: ("出版物", "公报", "报刊", "书籍"),
    AnswerKind.EXCESSIVE: ("不予处理",),
    AnswerKind.RECONFIRMATION: ("确认", "重新出具"),
    AnswerKind.NOT_CORRECTED: ("不再处理", "补正"),
    AnswerKind.FEE_UNPAID: ("不再处理", "缴纳", "缴费"),
    AnswerKind.WITHDRAWN: ("撤回",),
}
"""Of which at least one stands in an answer of that kind; refusals say 不予公开."""


@rule(
    id="W10",
    severity=Severity.WARNING,
    source=REGULATION.article(36),
    english="The words do not say what kind of answer it is",
    mend=Wording("按登记的答复类型写明结论。", "Say the conclusion that is registered."),
    passes=(LetterExample(), LetterExample(AnswerKind.NOT_HELD)),
    fails=(
        LetterExample(AnswerKind.NOT_HELD, replaced={"不存在": "已经收悉"}),
        LetterExample(AnswerKind.REFUSED_STATE_SECRET, replaced={"不予公开": "依法处理"}),
    ),
)
def says_its_kind(letter: CheckedLetter) -> Iterator[Found]:
    """结论与登记的答复类型一致

    答复类型决定这件申请计入年度报告的哪一行。文书的结论与登记的类型不同，报告就会错。
    """
    if letter.kind is None:
        return
    refused = ("不予公开",) if outcome(letter.kind).ground else ()
    words = WORDS.get(letter.kind, refused)
    if words and not any(word in letter.paper.text for word in words):
        yield Found(
            "text",
            f"登记为“{letter.kind.value}”，文书里没有写明",
            f"registered as {letter.kind.name}, not said in the letter",
        )
