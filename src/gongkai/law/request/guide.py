# ruff: noqa: E501 (the table is wide)
"""The law's questions in order, ending in a decision. Data and a pure function: nobody is asked.

Each question is yes or no. One that ends is followed by an answer kind; the grounds of articles 14
to 16 are asked one after the other, and together with whether the rest can be separated they give
refusal, partial or full disclosure.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from gongkai.law.exemption.grounds import EXEMPTIONS, Duty, Ground
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.outcome.table import refusal, whole_answer
from gongkai.law.request.lifecycle import Act
from gongkai.statute.provisions import ARCHIVES, COUNTING_PRACTICE, REGULATION, Provision


@dataclass(frozen=True)
class Question:
    """One question. `on_yes`, `on_no`: how it ends there, an answer kind or an act to do first.

    `only_if`: asked only where the question of that key was answered so. `ground`: yes means that
    this ground applies to at least a part.
    """

    key: str
    text: str
    source: Provision
    on_yes: AnswerKind | Act | None = None
    on_no: AnswerKind | Act | None = None
    only_if: tuple[str, bool] | None = None
    ground: Ground | None = None


@dataclass(frozen=True)
class Decision:
    """The end: an answer kind and the grounds of what is withheld, or an act to do first."""

    kind: AnswerKind | None
    withheld: tuple[Ground, ...] = ()
    first: Act | None = None
    tell_third_party: bool = False


_article = REGULATION.article
_THIRD = f"ground_{Ground.THIRD_PARTY.name.lower()}"

# fmt: off
BEFORE_THE_GROUNDS = (
    Question("petition",      "是否以申请的形式进行信访、投诉、举报？",                       _article("39(1)"), on_yes=AnswerKind.PETITION),
    Question("clear",         "申请内容是否明确，能够据以查找？",                             _article(30)),
    Question("corrected",     "是否已经告知补正，申请人也已补正？",                           _article(30), on_no=Act.ASK_CORRECTION, on_yes=AnswerKind.STILL_UNCLEAR, only_if=("clear", False)),
    Question("publication",   "是否要求提供公报、报刊、书籍等公开出版物？",                   _article("39(2)"), on_yes=AnswerKind.PUBLICATION),
    Question("excessive",     "申请的数量、频次是否明显超过合理范围？",                       _article(35)),
    Question("reasons_asked", "是否已经要求申请人说明理由？",                                 _article(35), on_no=Act.ASK_REASONS, only_if=("excessive", True)),
    Question("reasonable",    "申请人说明的理由是否合理？",                                   _article(35), on_no=AnswerKind.EXCESSIVE, only_if=("excessive", True)),
    Question("repeated",      "是否已就同一信息答复过同一申请人？",                           _article("36(6)"), on_yes=AnswerKind.REPEATED),
    Question("reconfirm",     "是否要求确认或者重新出具已经获取的信息？",                     COUNTING_PRACTICE.article(18), on_yes=AnswerKind.RECONFIRMATION),
    Question("register",      "是否属于工商、不动产登记等另有查询规定的资料？",               _article("36(7)"), on_yes=AnswerKind.ADMINISTRATIVE_INQUIRY),
    Question("responsible",   "是否由本机关负责公开？",                                       _article("36(5)"), on_no=AnswerKind.NOT_RESPONSIBLE),
    Question("archives",      "是否已按期移交国家档案馆？",                                   ARCHIVES.article(15), on_yes=AnswerKind.IN_ARCHIVES),
    Question("held",          "检索以后，本机关是否保存有该信息？",                           _article("36(4)"), on_no=AnswerKind.NOT_HELD),
    Question("ready",         "是否为现成信息，不需要加工、分析？",                           _article(38), on_no=AnswerKind.MUST_BE_CREATED),
    Question("public",        "是否已经主动公开？",                                           _article("36(1)"), on_yes=AnswerKind.ALREADY_PUBLIC),
)
AFTER_THE_THIRD_PARTY = (
    Question("third_party_asked",   "是否已书面征求第三方意见，并已收到意见或者期限届满？",         _article(32), on_no=Act.CONSULT_THIRD_PARTY, only_if=(_THIRD, True)),
    Question("third_party_agrees",  "第三方是否同意公开？",                                   _article(15), only_if=(_THIRD, True)),
    Question("public_interest",     "不公开是否会对公共利益造成重大影响？",                   _article(15), only_if=("third_party_agrees", False)),
    Question("reason_is_good",      "第三方不同意公开，理由是否合理（未答复的，本机关是否认为应当保护）？", _article(32), only_if=("public_interest", False)),
)
# fmt: on


def ground_questions() -> tuple[Question, ...]:
    """For each ground: does it apply (and does the body use it, where it may); for those that
    yield to law, must it be public anyway.
    """
    found: list[Question] = []
    for row in EXEMPTIONS:
        key = f"ground_{row.ground.name.lower()}"
        choice = "，并决定不予公开" if row.duty is Duty.MAY else ""
        text = f"是否有内容{row.asks}{choice}？"
        found.append(Question(key, text, row.source, ground=row.ground))
        if row.ground is Ground.THIRD_PARTY:
            found += AFTER_THE_THIRD_PARTY
        if row.yields_to_law:
            text = f"法律、法规、规章是否规定这类{row.zh}应当公开？"
            found.append(Question(f"{key}_must", text, row.source, only_if=(key, True)))
    return tuple(found)


QUESTIONS = (
    *BEFORE_THE_GROUNDS,
    *ground_questions(),
    Question("separable", "能否区分处理，提供可以公开的部分？", _article(37)),
)
"""Every question, in the order it is asked."""


def withheld_by(answers: Mapping[str, bool]) -> tuple[Ground, ...]:
    """The grounds that stand by these answers, in the order of the form."""
    return tuple(row.ground for row in EXEMPTIONS if _stands(row.ground, answers))


def _stands(ground: Ground, answers: Mapping[str, bool]) -> bool:
    """Whether this ground withholds, as `exemption.ruling` has it.

    A third party's does when its reason is good, which is asked only if it does not agree and the
    public interest does not prevail.
    """
    key = f"ground_{ground.name.lower()}"
    if ground is Ground.THIRD_PARTY:
        return bool(answers.get(key) and answers.get("reason_is_good"))
    return bool(answers.get(key) and not answers.get(f"{key}_must"))


def _asked(question: Question, answers: Mapping[str, bool]) -> bool:
    if question.key == "separable":
        return bool(withheld_by(answers))
    return question.only_if is None or answers.get(question.only_if[0]) is question.only_if[1]


def next_step(answers: Mapping[str, bool]) -> Question | Decision:
    """The next question to ask, or the decision these answers end in."""
    for question in QUESTIONS:
        if not _asked(question, answers):
            continue
        if question.key not in answers:
            return question
        end = question.on_yes if answers[question.key] else question.on_no
        if isinstance(end, Act):
            return Decision(None, first=end)
        if end:
            return Decision(end)
    return _by_grounds(answers)


def _by_grounds(answers: Mapping[str, bool]) -> Decision:
    withheld = withheld_by(answers)
    tell = answers.get("public_interest") is True
    if withheld and not answers["separable"]:
        return Decision(refusal(withheld[0]), withheld)
    kind = whole_answer([None, *withheld])
    return Decision(kind, withheld, tell_third_party=tell)
