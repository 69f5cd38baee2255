import logging

from django.db import transaction
from django.utils import timezone

from gongkai.web.notices.gateways.message import Message, NotSentError
from gongkai.web.notices.gateways.registry import gateway
from gongkai.web.notices.models import Channel, Delivery, Notice
from gongkai.web.notices.queries import due
from gongkai.web.notices.times import RETRIES
from gongkai.web.ui import clock
from gongkai.web.ui.config import config
from gongkai.web.vault.queries import open_all

logger = logging.getLogger(__name__)
AT_ONCE = 500
"""How many one round sends at most; the next round goes on."""
NOT_KNOWN = "没有登记接收地址"


def deliver() -> int:
    """Send what may leave now; returns how many messages left.

    Each is claimed before it is sent and marked after: a crash in between sends it once more,
    never not at all.
    """
    sent = 0
    for pk in list(due(clock.now()).values_list("pk", flat=True)[:AT_ONCE]):
        claimed = _claim(pk)
        if claimed:
            sent += _send(claimed)
    return sent


@transaction.atomic
def _claim(pk: int) -> list[Delivery]:
    """This delivery, with all others of the same digest; none if somebody else has taken it."""
    now = clock.now()
    waiting = Delivery.objects.select_for_update().filter(pk=pk).first()
    if waiting is None or waiting.state != Delivery.State.WAITING or waiting.not_before > now:
        return []
    claimed = [waiting]
    if waiting.digest:
        same = due(now).filter(notice__person=waiting.notice.person_id, channel=waiting.channel)
        claimed = list(same.filter(digest=True))
    wait = RETRIES[min(waiting.tries, len(RETRIES) - 1)]
    for each in claimed:
        each.tries, each.not_before = each.tries + 1, now + wait
        each.save(update_fields=["tries", "not_before"])
    return claimed


def _send(claimed: list[Delivery]) -> bool:
    notices = [each.notice for each in claimed]
    channel = Channel(claimed[0].channel)
    try:
        address, secret = _address(notices[0], channel)
        gateway(channel).send(address, secret, _message(notices, claimed[0].digest))
    except NotSentError as fault:
        _note(claimed, str(fault), final=fault.final)
        return False
    for each in claimed:
        each.state, each.sent, each.fault = Delivery.State.SENT, clock.now(), ""
        each.save(update_fields=["state", "sent", "fault"])
    return True


def _note(claimed: list[Delivery], fault: str, *, final: bool) -> None:
    """Write down why it did not leave; given up after the last attempt."""
    for each in claimed:
        given_up = final or each.tries > len(RETRIES)
        each.state = Delivery.State.FAILED if given_up else Delivery.State.WAITING
        each.fault = fault[:300]
        each.save(update_fields=["state", "fault"])
    logger.warning("notice not sent by %s, attempt %s", claimed[0].channel, claimed[0].tries)


def _address(notice: Notice, channel: Channel) -> tuple[str, str]:
    """Where it goes, and the secret of a group. Raises NotSentError where nothing is known."""
    if notice.group is not None:
        kept = open_all(notice.group.holder)
        return kept.get("url", ""), kept.get("secret", "")
    holder = notice.holder if notice.holder is not None else notice.person.preference.holder
    kept = open_all(holder)
    address = kept.get("email" if channel == Channel.MAIL else "phone", "")
    if not address:
        raise NotSentError(NOT_KNOWN, final=True)
    return address, config().sms_secret


def _message(notices: list[Notice], digest: bool) -> Message:
    links = [f"{config().address}{notice.address}" for notice in notices]
    if not digest:
        first = notices[0]
        return Message(str(first.pk), first.title, f"{first.text}\n\n{links[0]}", first.short)
    day = timezone.localtime(clock.now())
    title = f"{day.month}月{day.day}日：{len(notices)} 件待办提醒"
    told = enumerate(zip(notices, links, strict=True), 1)
    lines = [f"{number}. {each.title}\n   {link}" for number, (each, link) in told]
    return Message(str(notices[0].pk), title, "\n".join(lines), title)
