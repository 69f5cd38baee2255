"""A look into a mailbox: what is new comes in, what has come in is marked there, never before."""

import logging
from datetime import timedelta

from django.db import transaction

from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.requests import incoming
from gongkai.web.requests.acts.mail import take_mail
from gongkai.web.requests.mail.boxes import Mailbox
from gongkai.web.requests.mail.imap import Folder, NotGivenError, UnreachableError, opened
from gongkai.web.requests.models.mail import MailRound
from gongkai.web.ui import clock

AT_ONCE = 50
"""Messages taken in by one look; the next one follows in a minute."""
ALONE = timedelta(minutes=10)
"""So long no other worker looks into the same mailbox, unless this one ends before."""
NOT_GIVEN = "有 {} 封邮件没有能收进来，下次再试；其余照常收取。可以登录邮箱查看。"


def collect(by: Actor, box: Mailbox) -> int:
    """Take in what is new; how many. What went wrong is said on the desk, and tried again later."""
    body = Body.objects.get(code=box.code)
    if not _begin(body):
        return 0
    count, fault, reached = 0, "", True
    try:
        with opened(box) as folder:
            count, left = _take_new(by, body, box, folder)
            fault = NOT_GIVEN.format(left) if left else ""
    except UnreachableError as lost:
        fault, reached = str(lost), False
    _end(body, fault, reached=reached)
    return count


def _take_new(by: Actor, body: Body, box: Mailbox, folder: Folder) -> tuple[int, int]:
    """How many came in, and how many could not."""
    known = incoming.places(box.place, folder.validity)
    there = folder.uids()
    _mark(folder, known, there, moves=bool(box.processed))
    count = left = 0
    for uid in [each for each in there if each not in known][:AT_ONCE]:
        try:
            fetched = folder.fetch(uid)
            count += take_mail(by, body, box, fetched, folder.validity) is not None
            folder.settle([uid])
        except UnreachableError:
            raise
        except NotGivenError:
            left += 1
        except Exception:  # one message never holds up those behind it
            logging.getLogger(__name__).exception("a message was not taken in")
            left += 1
    return count, left


def _mark(folder: Folder, known: set[int], there: list[int], *, moves: bool) -> None:
    """Those that came in when the connection was lost before they could be marked."""
    unmarked = there if moves else folder.uids(unseen=True)
    behind = [uid for uid in unmarked if uid in known]
    try:
        folder.settle(behind)
    except NotGivenError:
        logging.getLogger(__name__).warning("the server does not let messages be marked")


@transaction.atomic
def _begin(body: Body) -> bool:
    """Whether this worker is the one that looks now."""
    now = clock.now()
    MailRound.objects.get_or_create(body=body, defaults={"following": now})
    mine = MailRound.objects.filter(body=body, following__lte=now)
    return bool(mine.update(following=now + ALONE))


@transaction.atomic
def _end(body: Body, fault: str, *, reached: bool) -> None:
    """After failures the pauses grow, up to half an hour."""
    found = MailRound.objects.select_for_update().get(body=body)
    now = clock.now()
    found.failed = found.failed + 1 if fault else 0
    found.looked = now if reached else found.looked
    pause = min(2 ** min(found.failed, 5), 30) if fault else 0
    found.following, found.fault = now + timedelta(minutes=pause), fault
    found.save()
