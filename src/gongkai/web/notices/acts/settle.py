from datetime import time

from django.db import transaction

from gongkai.web.accounts.models import Person
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record
from gongkai.web.notices.models import Group, Preference
from gongkai.web.vault.acts import amend, keep


@transaction.atomic
def prefer(
    by: Actor,
    *,
    person: Person,
    email: str | None,
    phone: str | None,
    mail: str,
    sms: str,
    quiet_from: time,
    quiet_to: time,
) -> Preference:
    """Set where and when a person wants to be told; an address of None stays as it is."""
    given = {k: v for k, v in (("email", email), ("phone", phone)) if v is not None}
    wish = Preference.objects.filter(person=person).first()
    if wish is None:
        wish = Preference(person=person, holder=keep(given))
    else:
        amend(wish.holder, given)
    wish.mail, wish.sms, wish.quiet_from, wish.quiet_to = mail, sms, quiet_from, quiet_to
    wish.save()
    facts = {"mail": mail, "sms": sms, "changed": sorted(given)}
    subject = f"accounts.person:{person.pk}"
    record(by, "notices.prefer", subject=subject, title="修改消息的接收方式", facts=facts)
    return wish


@transaction.atomic
def add_group(
    by: Actor, *, name: str, channel: str, scope: str, url: str, secret: str = ""
) -> Group:
    """Connect a group of an office messenger."""
    holder = keep({"url": url, "secret": secret})
    made = Group.objects.create(name=name, channel=channel, scope=scope, holder=holder)
    facts = {"channel": channel, "scope": scope}
    record(by, "notices.add_group", subject=_of(made), title=f"接入群 {name}", facts=facts)
    return made


@transaction.atomic
def set_group_active(by: Actor, *, group: Group, active: bool) -> None:
    group.active = active
    group.save(update_fields=["active"])
    verb = "恢复" if active else "停用"
    record(by, "notices.set_group_active", subject=_of(group), title=f"{verb}群 {group.name}")


def _of(group: Group) -> str:
    return f"notices.group:{group.pk}"
