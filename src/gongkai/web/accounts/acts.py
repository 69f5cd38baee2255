import secrets

from django.contrib.auth.hashers import make_password
from django.contrib.sessions.models import Session
from django.db import transaction
from django_otp.plugins.otp_totp.models import TOTPDevice

from gongkai.web.accounts.models import Person, SignIn
from gongkai.web.accounts.queries import typed_digest
from gongkai.web.audit.actor import Actor
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
def note_sign_in(by: Actor, *, person: Person, session: str, agent: str) -> SignIn:
    """Write down that a person has signed in."""
    made = SignIn.objects.create(
        person=person,
        typed=typed_digest(person.login),
        at=clock.now(),
        done=True,
        address=by.address,
        agent=agent[:200],
        session=session,
    )
    record(by, "accounts.sign_in", subject=_subject(person), title=f"{person.login} 登录")
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


def _subject(person: Person) -> str:
    return f"accounts.person:{person.pk}"


def _end_all_sessions(person: Person) -> None:
    opened = person.sign_ins.filter(done=True, ended=None)
    Session.objects.filter(session_key__in=opened.values("session")).delete()
    opened.update(ended=clock.now())
