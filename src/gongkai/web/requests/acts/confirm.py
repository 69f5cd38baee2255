"""Both sides confirm that an application on line, by fax or plain letter has come (article 31)."""

from datetime import date

from gongkai.law.request.receipt import Channel, Receipt
from gongkai.law.request.record import received
from gongkai.web.audit.actor import Actor
from gongkai.web.requests.acts.enter import enter
from gongkai.web.requests.models.case import Entry, Request
from gongkai.web.ui.clock import local_day


def confirm(by: Actor, request: Request, *, on: date, note: str = "") -> Entry:
    """The period begins with the day of confirmation."""
    receipt = Receipt(
        channel=Channel[request.channel],
        arrived_on=local_day(request.made),
        contacted_on=on,
        confirmed_on=on,
    )
    return enter(by, request, received(receipt), note=note)
