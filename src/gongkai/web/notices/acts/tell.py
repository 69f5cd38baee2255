from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gongkai.web.accounts.models import Person
from gongkai.web.notices.models import PERSONAL, Channel, Delivery, Group, Notice, Pace, Preference
from gongkai.web.notices.queries import ready
from gongkai.web.notices.times import digest_leaves, leaves
from gongkai.web.notices.wording import worded
from gongkai.web.ui import clock
from gongkai.web.ui.config import config
from gongkai.web.ui.queue import later
from gongkai.web.vault.models import Holder
from gongkai.web.vault.queries import open_all

DELIVER = "gongkai.web.notices.tasks.deliver"
KEPT_AS = {Channel.MAIL: "email", Channel.SMS: "phone"}
"""Where an applicant's contact for a channel lies in the vault."""


@dataclass(frozen=True)
class News:
    """What is to be told. The same key is told to the same receiver only once.

    `kind` is one of `wording.toml`; `facts` fill its words and never hold personal data;
    `subject` is `app.model:id`; `address` is the page where something is to be done.
    """

    kind: str
    key: str
    subject: str
    address: str
    facts: Mapping[str, object] = field(default_factory=dict)
    due: date | None = None


@transaction.atomic
def tell(news: News, *, people: Iterable[int] = (), scopes: Iterable[str] = ()) -> int:
    """Tell people (by id) and the groups of some scopes; returns how many were not told before."""
    wanted = set(people)
    told = Notice.objects.filter(key=news.key, person__in=wanted).values_list("person", flat=True)
    fresh = Person.objects.filter(pk__in=wanted - set(told), is_active=True)
    groups = Group.objects.filter(scope__in=set(scopes), active=True)
    unheard = groups.exclude(notices__key=news.key)
    made = Notice.objects.bulk_create(
        [
            *(_notice(news, person=person) for person in fresh.order_by("pk")),
            *(_notice(news, group=group) for group in unheard.order_by("pk")),
        ]
    )
    _send_on(_deliveries(made))
    return len(made)


@transaction.atomic
def tell_outside(news: News, holder: Holder) -> None:
    """Tell an applicant by the e-mail or telephone kept with the application, if any."""
    sent = [each for each in (Channel.MAIL, Channel.SMS) if ready(each)]
    if not sent or Notice.objects.filter(key=news.key, holder=holder).exists():
        return
    contact = open_all(holder)
    ways = [channel for channel in sent if contact.get(KEPT_AS[channel])]
    if ways:
        made = _notice(news, holder=holder)
        made.save(force_insert=True)
        now = timezone.localtime(clock.now())
        at = leaves(now, *_usual_quiet())
        _send_on([Delivery(notice=made, channel=channel, not_before=at) for channel in ways])


@transaction.atomic
def mark_read(person: Person, notices: Iterable[int] | None = None) -> None:
    """Take notices off a person's list of what is new; without a choice, all of them."""
    unread = Notice.objects.filter(person=person, read=None)
    chosen = unread if notices is None else unread.filter(pk__in=notices)
    chosen.update(read=clock.now())


def _notice(news: News, **receiver: object) -> Notice:
    words = worded(news.kind, {"site": config().site_name, **news.facts})
    return Notice(
        key=news.key,
        kind=news.kind,
        subject=news.subject,
        title=words.title,
        text=words.text,
        short=words.short,
        address=news.address,
        due=news.due,
        made=clock.now(),
        **receiver,
    )


def _deliveries(notices: list[Notice]) -> list[Delivery]:
    now = timezone.localtime(clock.now())
    people = [notice.person_id for notice in notices if notice.person_id]
    wishes = {each.person_id: each for each in Preference.objects.filter(person__in=people)}
    found: list[Delivery] = []
    for notice in notices:
        if notice.group is not None:
            at = leaves(now, *_usual_quiet())
            found.append(Delivery(notice=notice, channel=notice.group.channel, not_before=at))
        elif notice.person_id in wishes:
            found += _personal(notice, wishes[notice.person_id], now)
    return found


def _personal(notice: Notice, wish: Preference, now: datetime) -> list[Delivery]:
    found = []
    for channel in PERSONAL:
        pace = getattr(wish, channel)
        if pace == Pace.OFF or not ready(channel):
            continue
        digest = pace == Pace.DIGEST
        at = digest_leaves(now) if digest else leaves(now, wish.quiet_from, wish.quiet_to)
        found.append(Delivery(notice=notice, channel=channel, digest=digest, not_before=at))
    return found


def _send_on(deliveries: list[Delivery]) -> None:
    Delivery.objects.bulk_create(deliveries)
    if any(each.not_before <= clock.now() for each in deliveries):
        later(DELIVER)


def _usual_quiet():
    usual = (Preference._meta.get_field(name) for name in ("quiet_from", "quiet_to"))
    return tuple(each.to_python(each.default) for each in usual)
