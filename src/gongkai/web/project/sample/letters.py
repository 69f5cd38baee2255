"""Sample letters: numbers and remedies of the bodies, an answer in draft, a paper to black out."""

from collections.abc import Mapping
from datetime import date

import typst

from gongkai.law.exemption.grounds import Ground
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.outcome.table import outcome
from gongkai.web.agencies.models import Body, Role
from gongkai.web.agencies.queries import holders
from gongkai.web.audit.actor import Actor, system
from gongkai.web.files.redaction.pages import Box
from gongkai.web.requests.acts.answer import (
    Drafted,
    change_text,
    issue,
    send_for_review,
    sign_letter,
    write,
)
from gongkai.web.requests.acts.redact import ask_to_burn, burn_now, give, mark, take
from gongkai.web.requests.acts.templates import set_head
from gongkai.web.requests.letters.blanks import Said
from gongkai.web.requests.letters.case import case_of
from gongkai.web.requests.letters.words import wording
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.models.letters import Letter, LetterHead, Material
from gongkai.web.requests.queries import letter_text, subject_of_letter
from gongkai.web.review.chain import Verdict
from gongkai.web.review.queries import Acting, latest
from gongkai.web.ui import clock

BY = system("演示数据")
PAPER = """
#set page(paper: "a4", margin: (left: 28mm, right: 26mm, top: 37mm, bottom: 35mm))
#set text(font: "Noto Serif CJK SC", size: 16pt, lang: "zh")
#set par(first-line-indent: (amount: 2em, all: true), leading: 0.9em)
#align(center)[#text(size: 22pt)[留言办理登记表（示例）]]
留言人：杜鹃　　联系电话：13800007700

留言内容：反映小区门前路灯损坏，希望尽快维修。

办理情况：已派街道处理，经办人李思远，办公电话 027-00000200，于次日修复并回访。
"""
FILLED = {
    "【可以公开的部分】": "留言办理登记表中除留言人联系电话以外的内容",
    "【不予公开部分的理由】": "留言人的联系电话属于个人隐私，本人不同意公开",
}
SERIES = {"wangge": "硚网格公复", "chengguan": "硚城管公复", "shidong": "石洞公复"}


def head(bodies: Mapping[str, Body]) -> None:
    """Tell who reviews the answers of the sample's bodies."""
    for code, series in SERIES.items():
        set_head(
            BY,
            LetterHead(
                body=bodies[code],
                series=series,
                court="示例区人民法院",
                channel="https://fy.example.org",
            ),
        )


def draft(
    request: Request, kind: AnswerKind, on: date, withheld: tuple[Ground, ...] = ()
) -> Letter:
    """The answer as the platform words it, for the officer to complete."""
    code = outcome(kind).letter.code
    said = Said(code=code, on=on, kind=kind, withheld=withheld, online=True)
    words = wording(case_of(request), said)
    drafted = Drafted(code=code, title=words.title, text=words.text, kind=kind, withheld=withheld)
    return write(BY, request, drafted)


def answer_in_part(request: Request, on: date) -> None:
    """An answer that everyone has signed and the applicant has got, with the paper blacked out."""
    letter = draft(request, AnswerKind.PARTLY_GRANTED, on, (Ground.THIRD_PARTY,))
    text = letter_text(letter)
    for blank, said in FILLED.items():
        text = text.replace(blank, said)
    change_text(BY, letter, title=letter.title, text=text)
    paper = material(request)
    ask_to_burn(BY, paper)
    burn_now(BY, paper.pk)
    paper.refresh_from_db()
    give(BY, paper, given=True)
    send_for_review(BY, letter, address="")
    while (review := latest(subject_of_letter(letter))).outcome == "open":
        role = review.waits_for[0]
        signer = holders(request.body, Role(role), clock.today())[0]
        by, acting = Actor(str(signer.pk), signer.name), Acting(role)
        sign_letter(by, letter, review=review, acting=acting, verdict=Verdict.APPROVE, opinion="")
    issue(BY, letter, on=on)


def material(request: Request) -> Material:
    """A paper that may go out in part, one place marked already."""
    made = take(BY, request, "留言办理登记表.pdf", typst.compile(PAPER.encode()))
    mark(BY, made, [Box(1, 61.3, 50.3, 12.9, 7.3)])
    return made
