"""Sample letters: numbers and remedies of the bodies, an answer in draft."""

from collections.abc import Mapping
from datetime import date

from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.outcome.table import outcome
from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import system
from gongkai.web.requests.acts.answer import Drafted, write
from gongkai.web.requests.acts.templates import set_head
from gongkai.web.requests.letters.blanks import Said
from gongkai.web.requests.letters.case import case_of
from gongkai.web.requests.letters.words import wording
from gongkai.web.requests.models import Letter, LetterHead, Request

BY = system("演示数据")
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


def draft(request: Request, kind: AnswerKind, on: date) -> Letter:
    """The answer as the platform words it, for the officer to complete."""
    said = Said(code=outcome(kind).letter.code, on=on, kind=kind)
    words = wording(case_of(request), said)
    drafted = Drafted(code=said.code, title=words.title, text=words.text, kind=kind)
    return write(BY, request, drafted)
