"""The facts of a letter, out of the tables and the vault."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from gongkai.law.exemption.grounds import Ground
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.remedy.paragraph import Addresses
from gongkai.law.request.details import DETAILS, Details
from gongkai.law.request.exchange import entry_from_data
from gongkai.web.agencies.models import Body
from gongkai.web.requests import queries
from gongkai.web.requests.hearing import addresses, government_above, head_of
from gongkai.web.requests.letters.blanks import ACTS, Case, Said
from gongkai.web.requests.letters.rows import row_behind
from gongkai.web.requests.letters.words import Wording, built_in
from gongkai.web.requests.models.case import Applicant, Delivery, Request
from gongkai.web.requests.models.letters import Letter, Template
from gongkai.web.vault.queries import open_all

UNNAMED = "有管辖权的"


def case_of(request: Request) -> Case:
    body = request.body
    return Case(
        applicant=open_all(request.holder).get("name", ""),
        natural=request.applicant == Applicant.NATURAL_PERSON,
        topic=request.topic,
        number=request.number,
        channel=request.channel,
        body=body.name,
        office=body.office,
        telephone=body.telephone,
        address=body.address,
        postcode=body.postcode,
        where=where(body),
        record=queries.record_of(request),
    )


def said_in(letter: Letter, on: date) -> Said:
    """What a letter says that was drafted; `on` the day it bears or would bear."""
    row = row_behind(letter)
    return Said(
        code=letter.code,
        on=letter.issued or on,
        kind=AnswerKind[letter.answer] if letter.answer else None,
        withheld=tuple(Ground[name] for name in letter.withheld),
        details=details_of(letter.code, letter.details, on),
        addressee=addressee_of(letter),
        online=online(letter.request),
        more=row.blanks if row else {},
    )


def details_of(code: str, said: Mapping[str, object], on: date) -> Details:
    """The details of the act that the letter is; None where it is none or they are unknown."""
    act = ACTS.get(code)
    if act is None or act not in DETAILS or not said:
        return None
    return entry_from_data({"act": act.name, "on": on.isoformat(), "details": said}).details


def addressee_of(letter: Letter) -> str:
    """Who the letter is to, where that is not the applicant."""
    return open_all(letter.request.holder).get(f"letter:{letter.pk}:to", "")


def online(request: Request) -> bool:
    """Whether the answer goes out over the internet."""
    return request.delivery in (Delivery.ONLINE, Delivery.EMAIL)


def series(body: Body) -> str:
    """The signs before the year in the body's numbers, 机关代字."""
    return head_of(body).series or f"{body.short_name}公复"


def where(body: Body) -> Addresses:
    """Who reviews this body's answers; what is known in words only is left to the officer."""
    found = addresses(body)
    named = head_of(body).authorities or government_above(body)
    authorities = found.authorities if named else tuple(f"【{n}】" for n in found.authorities)
    court = f"【{found.court}】" if found.court.startswith(UNNAMED) else found.court
    return replace(found, authorities=authorities, court=court)


def template_of(body: Body, code: str) -> Template | None:
    """The version in force: the body's own, else the installation's, else None."""
    found = Template.objects.filter(code=code, retired=None)
    return found.filter(body=body).first() or found.filter(body=None).first()


def wording_of(body: Body, code: str) -> Wording:
    """The wording in force; a template that is a Word file alone keeps ours for the text."""
    template = template_of(body, code)
    ours = built_in(code)
    if template is None:
        return ours
    return Wording(template.title or ours.title, template.text or ours.text)
