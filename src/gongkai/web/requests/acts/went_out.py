"""What waits on a row of the case for its letter: with the letter out, its act is entered."""

from datetime import date

from gongkai.law.request.details import Consulted
from gongkai.law.request.lifecycle import Act
from gongkai.web.audit.actor import Actor
from gongkai.web.requests.acts.charge import noticed
from gongkai.web.requests.acts.charge import reached as charged
from gongkai.web.requests.acts.consult import reached as consulted
from gongkai.web.requests.acts.consult import sent_out
from gongkai.web.requests.acts.extend import tell_extension
from gongkai.web.requests.letters.case import details_of
from gongkai.web.requests.models.letters import Letter
from gongkai.web.requests.models.others import Consultation
from gongkai.web.requests.queries import possible


def went_out(by: Actor, letter: Letter, *, on: date, reached: date | None) -> bool:
    """Enter what the letter makes true; False where no row of the case stands behind it."""
    known = _BEHIND.get(letter.code)
    return known is not None and known(by, letter, on, reached)


def signed_for(by: Actor, letter: Letter, *, on: date) -> None:
    """The signature came when the letter was out already: who got it has time from that day."""
    if not letter.request.is_open:
        return
    said = details_of(letter.code, letter.details, on)
    name = said.consultation if isinstance(said, Consulted) else ""
    for each in Consultation.objects.filter(request=letter.request, number=name, closed=None):
        consulted(by, each, on=on)
    waits = letter.code == "L10" and Act.NOTICE_RECEIVED in possible(letter.request)
    for each in letter.request.fees.filter(paid=None).exclude(noticed=None) if waits else ():
        charged(by, each, on=on)


def _extension(by: Actor, letter: Letter, on: date, _reached: date | None) -> bool:
    agreed = letter.request.extensions.filter(approved=True)
    for each in agreed.filter(told=None):
        tell_extension(by, each, on=on)
    return agreed.exists()


def _consultation(by: Actor, letter: Letter, on: date, reached: date | None) -> bool:
    said = details_of(letter.code, letter.details, on)
    name = said.consultation if isinstance(said, Consulted) else ""
    found = Consultation.objects.filter(request=letter.request, number=name).first()
    if found and found.sent is None and found.closed is None:
        sent_out(by, found, on=on, received_on=reached)
    return found is not None


def _fee(by: Actor, letter: Letter, on: date, reached: date | None) -> bool:
    fees = letter.request.fees
    for each in fees.filter(noticed=None):
        noticed(by, each, on=on, received_on=reached)
    return fees.exists()


def _forwarding(_by: Actor, letter: Letter, _on: date, _reached: date | None) -> bool:
    return letter.request.forwardings.exists()


_BEHIND = {
    "L4": _extension,
    "L5": _consultation,
    "L9": _consultation,
    "L10": _fee,
    "L11": _forwarding,
}
"""Letters that are begun on a row of the case, each with what becomes of the row."""
