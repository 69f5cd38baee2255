import secrets

from django.contrib.auth.hashers import make_password
from django.contrib.sessions.models import Session
from django.db import transaction
from django_otp.plugins.otp_totp.models import TOTPDevice

from gongkai.web.accounts import queries
from gongkai.web.accounts.models import Identity, Person, SignIn
from gongkai.web.accounts.provider import Identity as Claimed
from gongkai.web.accounts.queries import typed_digest
from gongkai.web.audit.actor import Actor, system
from gongkai.web.audit.acts import record
from gongkai.web.ui import clock
from gongkai.web.vault.acts import keep
from gongkai.web.vault.masks import masked


@transaction.atomic
def admit(
    by: Actor, *, login: str, name: str, password: str, kind: Person.Kind, must_change: bool = True
) -> Person:
    """Open an account. A resident's name is personal data and goes to the vault."""
    resident = kind == Person.Kind.RESIDENT
    person = Person.objects.create(
        login=login,
        name=masked("name", name) if resident else name,
        holder=keep({"name": name}) if resident else None,
        kind=kind,
        password=make_password(password),
        must_change=must_change,
        joined=clock.now(),
    )
    record(by, "accounts.admit", subject=_subject(person), title=f"开通账号 {login}")
    return person


@transaction.atomic
def note_sign_in(
    by: Actor,
    *,
    person: Person,
    session: str,
    agent: str,
    way: SignIn.Way = SignIn.Way.PASSWORD,
) -> SignIn:
    """Write down that a person has signed in."""
    made = SignIn.objects.create(
        person=person,
        typed=typed_digest(person.login),
        at=clock.now(),
        done=True,
        address=by.address,
        agent=agent[:200],
        session=session,
        way=way,
    )
    facts = {"way": way.value}
    title = f"{person.login} 登录"
    record(by, "accounts.sign_in", subject=_subject(person), title=title, facts=facts)
    return made


@transaction.atomic
def note_refusal(by: Actor, *, login: str, person: Person | None, agent: str) -> None:
    """Write down a sign-in that failed. What was typed may be anything, so it is not kept."""
    known = person.login if person else "（不存在的账号）"
    SignIn.objects.create(
        person=person,
        typed=typed_digest(login),
        at=clock.now(),
        done=False,
        address=by.address,
        agent=agent[:200],
        session="",
    )
    subject = _subject(person) if person else "accounts.person:"
    record(by, "accounts.refuse", subject=subject, title=f"{known} 登录未成功")


@transaction.atomic
def note_provider_refusal(by: Actor, *, reason: str, person: Person | None, agent: str) -> None:
    """Write down that a sign-in by the identity provider came to nothing, and why."""
    if person:
        SignIn.objects.create(
            person=person,
            typed=typed_digest(""),
            at=clock.now(),
            done=False,
            address=by.address,
            agent=agent[:200],
            session="",
            way=SignIn.Way.PROVIDER,
        )
    subject = _subject(person) if person else "accounts.person:"
    title = f"{person.login if person else '统一身份认证'} 登录未成功"
    record(by, "accounts.refuse", subject=subject, title=title, facts={"reason": reason})


@transaction.atomic
def meet(claimed: Claimed) -> Identity:
    """The identity as kept; tied to an account only if the claim that was agreed on finds one.

    Who is untied gets a code to tell the administrator. No account is ever opened here.
    """
    now = clock.now()
    Identity.objects.filter(person=None, seen__lt=now - queries.CODE_KEPT).delete()
    found, _made = Identity.objects.select_for_update().get_or_create(
        issuer=claimed.issuer, subject=claimed.subject, defaults={"seen": now}
    )
    found.seen, found.shown = now, masked("name", claimed.name[:20]) if claimed.name else ""
    if found.person is None:
        found.code = found.code or secrets.token_hex(4).upper()
    found.save(update_fields=["seen", "shown", "code"])
    person = queries.known_as(claimed.known_as) if found.person is None else None
    if person and queries.identity_of(person) is None:
        _tie(system("统一身份认证"), found, person, by_claim=True)
    return found


@transaction.atomic
def tie(by: Actor, *, identity: Identity, person: Person) -> None:
    """Let who holds the identity sign in as the person, on an administrator's word."""
    _tie(by, identity, person, by_claim=False)


@transaction.atomic
def untie(by: Actor, *, person: Person) -> None:
    """The identity opens this account no more; open sessions end."""
    if not Identity.objects.filter(person=person).delete()[0]:
        return
    _end_all_sessions(person)
    title = f"解除 {person.login} 与统一身份的关联"
    record(by, "accounts.untie", subject=_subject(person), title=title)


@transaction.atomic
def call(by: Actor, *, person: Person, known_as: str) -> None:
    """Set what the identity provider calls this person."""
    before, person.known_as = person.known_as, known_as
    person.save(update_fields=["known_as"])
    facts = {"before": before, "after": known_as}
    title = f"登记 {person.login} 的工号或单位邮箱"
    record(by, "accounts.call", subject=_subject(person), title=title, facts=facts)


@transaction.atomic
def end_session(by: Actor, *, person: Person, session: str) -> None:
    """Sign a session out, here or from another device."""
    Session.objects.filter(session_key=session).delete()
    ended = person.sign_ins.filter(session=session, ended=None).update(ended=clock.now())
    if ended:
        record(by, "accounts.sign_out", subject=_subject(person), title=f"{person.login} 退出")


@transaction.atomic
def change_password(by: Actor, *, person: Person, password: str) -> None:
    """Set a new password and end every session; the page signs this one in anew."""
    person.password = make_password(password)
    person.must_change = False
    person.save(update_fields=["password", "must_change"])
    _end_all_sessions(person)
    record(by, "accounts.change_password", subject=_subject(person), title="修改密码")


@transaction.atomic
def reset_password(by: Actor, *, person: Person) -> str:
    """Give a new one-way password, to be told in person and changed at the next sign-in."""
    password = secrets.token_urlsafe(9)
    person.password = make_password(password)
    person.must_change = True
    person.save(update_fields=["password", "must_change"])
    _end_all_sessions(person)
    record(by, "accounts.reset", subject=_subject(person), title=f"重置 {person.login} 的密码")
    return password


@transaction.atomic
def set_active(by: Actor, *, person: Person, active: bool) -> None:
    """Allow or stop sign-in; stopping ends the open sessions."""
    person.is_active = active
    person.save(update_fields=["is_active"])
    if not active:
        _end_all_sessions(person)
    verb = "恢复" if active else "停用"
    record(by, "accounts.set_active", subject=_subject(person), title=f"{verb}账号 {person.login}")


@transaction.atomic
def begin_second_factor(person: Person) -> TOTPDevice:
    """A device that waits for its first right code; an older unconfirmed one is dropped."""
    TOTPDevice.objects.filter(user=person, confirmed=False).delete()
    return TOTPDevice.objects.create(user=person, name="动态口令", confirmed=False)


@transaction.atomic
def confirm_second_factor(by: Actor, *, device: TOTPDevice) -> None:
    """Take a device into use, in place of any other."""
    TOTPDevice.objects.filter(user=device.user).exclude(pk=device.pk).delete()
    device.confirmed = True
    device.save(update_fields=["confirmed"])
    record(by, "accounts.second_factor", subject=_subject(device.user), title="启用动态口令")


def _tie(by: Actor, identity: Identity, person: Person, *, by_claim: bool) -> None:
    identity.person, identity.code, identity.tied = person, "", clock.now()
    identity.save(update_fields=["person", "code", "tied"])
    facts = {"subject": identity.subject, "by_claim": by_claim}
    title = f"关联 {person.login} 与统一身份"
    record(by, "accounts.tie", subject=_subject(person), title=title, facts=facts)


def _subject(person: Person) -> str:
    return f"accounts.person:{person.pk}"


def _end_all_sessions(person: Person) -> None:
    opened = person.sign_ins.filter(done=True, ended=None)
    Session.objects.filter(session_key__in=opened.values("session")).delete()
    opened.update(ended=clock.now())
