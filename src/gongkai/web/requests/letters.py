"""The words of an answer: what the law makes it say, filled from the case. Pure."""

from dataclasses import dataclass
from datetime import date

from gongkai.law.exemption.grounds import EXEMPTIONS, Ground
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.outcome.table import grounds_of, outcome
from gongkai.law.remedy.paragraph import Addresses, paragraph
from gongkai.law.remedy.variant import variant
from gongkai.law.request.receipt import Channel
from gongkai.web.ui.templatetags.gongkai import day


@dataclass(frozen=True)
class Case:
    """What an answer says of the case it answers."""

    applicant: str
    topic: str
    received: date
    channel: str
    body: str


def opening(case: Case) -> str:
    """To whom, when and how it came, what was asked."""
    how = Channel[case.channel].value
    return (
        f"{case.applicant}：\n本机关于{day(case.received)}收到您（单位）通过{how}提出的政府信息公开申请，"
        f"申请公开“{case.topic}”。经审查，现答复如下："
    )


def basis(kind: AnswerKind, withheld: tuple[Ground, ...]) -> str:
    """The provisions an answer rests on, the grounds of what is withheld among them."""
    rows = {row.ground: row for row in EXEMPTIONS}
    grounds = [rows[ground] for ground in grounds_of(kind, withheld)]
    cited = [*outcome(kind).sources, *(row.source for row in grounds)]
    named = list(dict.fromkeys(source.citation for source in cited))
    reasons = "、".join(f"属于{row.zh}" for row in grounds)
    tail = f"（{reasons}）" if reasons else ""
    return f"根据{'、'.join(named)}的规定{tail}，"


def wording(
    case: Case, kind: AnswerKind, withheld: tuple[Ground, ...], where: Addresses, *, on: date
) -> str:
    """The draft of an answer, to be completed by the officer where brackets stand."""
    found = outcome(kind)
    content = "".join(f"【{what}】" for what in found.states)
    remedy = variant(kind, withheld, decided_on=on)
    parts = [opening(case), basis(kind, withheld) + content]
    if remedy is not None:
        parts.append(paragraph(remedy, where, decided_on=on))
    return "\n".join([*parts, case.body])
