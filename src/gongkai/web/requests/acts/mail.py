"""A message comes in once, and a clerk says what it is: an application, part of a case, neither."""

import hashlib
import json
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.crypto import salted_hmac

from gongkai.checks.published import HIDDEN
from gongkai.law.request.lifecycle import Act, NotProvidedFor
from gongkai.law.request.receipt import Receipt
from gongkai.web.agencies.models import Body, Role
from gongkai.web.agencies.queries import holders
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record
from gongkai.web.files import acts as file_acts
from gongkai.web.files.bounds import MIB, Bounds
from gongkai.web.files.models import Upload
from gongkai.web.files.sniff import MESSAGE, RefusedError
from gongkai.web.files.words import words_of
from gongkai.web.notices.acts.tell import News, tell, tell_outside
from gongkai.web.requests import incoming
from gongkai.web.requests.acts.applicant import supplement
from gongkai.web.requests.acts.casework import note
from gongkai.web.requests.acts.enter import subject as subject_of_case
from gongkai.web.requests.acts.register import Application, Registered, register, shown_topic
from gongkai.web.requests.mail.boxes import Mailbox
from gongkai.web.requests.mail.form import FilledForm, filled_form
from gongkai.web.requests.mail.imap import Fetched
from gongkai.web.requests.mail.message import Attached, Letter, read
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.models.mail import IncomingMail, MailPlace
from gongkai.web.ui import clock
from gongkai.web.ui.clock import local_day
from gongkai.web.ui.config import config
from gongkai.web.vault.acts import amend, keep
from gongkai.web.vault.models import Holder
from gongkai.web.vault.queries import open_all

ORIGINAL = "邮件原件.eml"
UNFINISHED = timedelta(days=7)
"""What is kept of a message whose intake broke off is destroyed after so long."""
NO_SUBJECT = "（没有主题）"
TOO_LARGE = "邮件有 {} MB，超过 {} MB，只取回了信头，请登录邮箱查看全文。"
UNCHECKED = "附件“{}”检查时出错，没有收下，在原件里。"
WORD = (".docx", ".doc", ".wps")
MOST_READ = 5
"""Papers of a message that are looked at for an application form."""
SEVERAL = "附有几份申请表，没有自动填入。"
ORIGINAL_HOLDS = "原件里有。"


@dataclass(frozen=True)
class Kept:
    """What of a message lies ready before its row is written."""

    letter: Letter
    holder: Holder
    uploads: tuple[Upload, ...]
    faults: tuple[str, ...]
    form: str
    """The application form that came with it, as it is kept in the vault; empty for none."""


def take_mail(
    by: Actor, body: Body, box: Mailbox, fetched: Fetched, validity: int
) -> IncomingMail | None:
    """Take a message in with its place, once; None for one that had been taken in before.

    Files are kept before the lock is taken. Where it breaks off, nothing remembers the message and
    the next round begins again; what was kept is swept and its key destroyed.
    """
    print_ = fingerprint(fetched.data)
    place = {"folder": box.place, "validity": validity, "uid": fetched.uid}
    if _known(body, print_, place):
        return None
    kept = _kept(by, body, box, fetched)
    try:
        return _entered(
            by, body, kept, fetched, print_=print_, place=place, acknowledge=box.acknowledge
        )
    except IntegrityError:  # another worker was faster
        if _known(body, print_, place):
            return None
        raise


def fingerprint(data: bytes) -> str:
    """What stays the same wherever a message is delivered: its author's headers and its body."""
    head, _line, rest = data.replace(b"\r\n", b"\n").partition(b"\n\n")
    own = [
        line
        for line in head.split(b"\n")
        if line.lower().startswith((b"message-id:", b"date:", b"from:", b"subject:"))
    ]
    digest = hashlib.sha256(b"\n".join([*sorted(own), b"", rest])).hexdigest()
    return salted_hmac("requests.mail", digest, algorithm="sha256").hexdigest()


def _known(body: Body, print_: str, place: dict) -> bool:
    mail = IncomingMail.objects.filter(body=body, fingerprint=print_).first()
    if mail is not None:
        MailPlace.objects.get_or_create(**place, defaults={"mail": mail})
    return mail is not None


def _kept(by: Actor, body: Body, box: Mailbox, fetched: Fetched) -> Kept:
    letter = read(fetched.data)
    about = {"name": letter.sender_name, "email": letter.sender}
    words = {"mail:subject": letter.subject, "mail:text": letter.text}
    holder = keep({**about, **words}, purge_on=clock.today() + UNFINISHED)
    uploads, faults = [], list(letter.faults)
    if not fetched.whole:
        faults = [TOO_LARGE.format(fetched.size // MIB, box.largest)]
    original = Attached(ORIGINAL, fetched.data or b"\n")
    for each in (original, *letter.files):
        kind = MESSAGE if each is original else None
        largest = Bounds(size=200 * MIB) if each is original else Bounds()
        try:
            uploads.append(
                file_acts.keep(
                    by, each.name, each.data, body=body.pk, holder=holder, chain=body.code,
                    kind=kind, bounds=largest,
                )
            )  # fmt: skip
        except RefusedError as refusal:
            faults.append(f"附件没有收下，{ORIGINAL_HOLDS}{refusal}")
        except OSError:
            raise
        except Exception:  # what a file can hold to trip up a reader has no end
            logging.getLogger(__name__).exception("a file of a message was not checked")
            faults.append(UNCHECKED.format(each.name))
    return Kept(letter, holder, tuple(uploads), tuple(dict.fromkeys(faults)), attached_form(letter))


def attached_form(letter: Letter) -> str:
    """What the attached application form says; two forms are left to the clerk."""
    papers = [each for each in letter.files if each.name.lower().endswith(WORD)][:MOST_READ]
    texts = ((each.name, words_of(each.data)) for each in papers)
    forms = [(name, filled_form((text or "").partition(HIDDEN)[0])) for name, text in texts]
    found = [(name, form) for name, form in forms if form]
    if len(found) > 1:
        found = [("、".join(name for name, _form in found), FilledForm(said=[SEVERAL]))]
    return json.dumps([(name, vars(form)) for name, form in found]) if found else ""


@transaction.atomic
def _entered(
    by: Actor,
    body: Body,
    kept: Kept,
    fetched: Fetched,
    *,
    print_: str,
    place: dict,
    acknowledge: bool,
) -> IncomingMail:
    letter = kept.letter
    state = IncomingMail.State.ASIDE if letter.automatic else IncomingMail.State.WAITING
    mail = IncomingMail.objects.create(
        body=body,
        fingerprint=print_,
        holder=kept.holder,
        topic=shown_topic(letter.subject) or NO_SUBJECT,
        arrived=fetched.arrived,
        taken=clock.now(),
        size=fetched.size,
        state=state,
        why=IncomingMail.Why[letter.automatic.name] if letter.automatic else "",
    )
    MailPlace.objects.create(mail=mail, **place)
    amend(kept.holder, {"mail:faults": "\n".join(kept.faults), "mail:form": kept.form})
    _keep_until(kept.holder, _end_of_aside() if letter.automatic else None)
    for upload in kept.uploads:
        file_acts.attach(by, upload, subject=incoming.subject_of(mail), chain=body.code)
    _trail(by, mail, "take_mail", "收到邮件", files=len(kept.uploads), why=mail.why)
    if not letter.automatic:
        _tell(mail, acknowledge=acknowledge)
    return mail


def _tell(mail: IncomingMail, *, acknowledge: bool) -> None:
    """The officers; the sender only where the operator's settings say so."""
    people = holders(mail.body, Role.OFFICER, clock.today()).values_list("pk", flat=True)
    facts = {"body": mail.body.name}
    told = News(
        kind="mail_arrived",
        key=f"mail_arrived:{mail.pk}",
        subject=incoming.subject_of(mail),
        address=reverse("requests:mail", args=[mail.pk]),
        facts=facts,
    )
    tell(told, people=people, scopes=[f"agencies.body:{mail.body_id}"])
    if acknowledge:
        outside = News(
            kind="applicant_mail_arrived",
            key=f"applicant_mail_arrived:{mail.pk}",
            subject=incoming.subject_of(mail),
            address=reverse("requests:start"),
            facts=facts,
        )
        tell_outside(outside, mail.holder)


@transaction.atomic
def register_mail(
    by: Actor, mail: IncomingMail, application: Application, receipt: Receipt
) -> Registered:
    """A clerk confirms that it is an application; its files become papers of the case."""
    locked = _waiting(mail)
    made = register(by, locked.body, application, receipt, holder=locked.holder)
    _hand_over(by, locked, made.request)
    _settle(by, locked, IncomingMail.State.REGISTERED, request=made.request)
    return made


@transaction.atomic
def join_mail(
    by: Actor, mail: IncomingMail, case: Request, *, act: Act | None, on: date | None = None
) -> None:
    """It belongs to a case: what the applicant was asked for, or something to be kept with it."""
    locked = _waiting(mail)
    if case.body_id != locked.body_id:
        raise NotProvidedFor("只能并入本单位的申请")
    text = open_all(locked.holder).get("mail:text") or locked.topic
    if act is None:
        note(by, case, f"邮箱来件：{text}")
    else:
        supplement(by, case, act, text, on=on or local_day(locked.arrived), note="申请人发来邮件")
    _hand_over(by, locked, case)
    _settle(by, locked, IncomingMail.State.JOINED, request=case)


@transaction.atomic
def set_aside(by: Actor, mail: IncomingMail, *, why: str, remark: str = "") -> None:
    """It is no application; it stays in the list with the reason, its words for a time."""
    locked = _waiting(mail)
    _keep_until(locked.holder, _end_of_aside())
    _settle(by, locked, IncomingMail.State.ASIDE, why=why, remark=remark)


@transaction.atomic
def bring_back(by: Actor, mail: IncomingMail) -> None:
    """It was set aside by mistake, by a person or because of its headers."""
    locked = _locked(mail)
    if locked.state != IncomingMail.State.ASIDE:
        raise NotProvidedFor("只有已搁置的邮件可以恢复")
    if locked.holder.destroyed:
        raise NotProvidedFor("邮件内容已按期限销毁，不能恢复")
    _keep_until(locked.holder, None)
    _settle(by, locked, IncomingMail.State.WAITING, why="", remark="")


def _locked(mail: IncomingMail) -> IncomingMail:
    found = IncomingMail.objects.select_for_update(of=("self",)).select_related("body", "holder")
    return found.get(pk=mail.pk)


def _waiting(mail: IncomingMail) -> IncomingMail:
    locked = _locked(mail)
    if locked.state != IncomingMail.State.WAITING:
        raise NotProvidedFor(f"这封邮件{locked.get_state_display()}，不能再处理一次")
    return locked


def _hand_over(by: Actor, mail: IncomingMail, case: Request) -> None:
    uploads: Iterable[Upload] = incoming.files(mail)
    file_acts.pass_on(by, uploads, subject=subject_of_case(case), chain=mail.body.code)


def _end_of_aside() -> date:
    return clock.today() + timedelta(days=config().mail_days)


def _keep_until(holder: Holder, day: date | None) -> None:
    holder.purge_on = day
    holder.save(update_fields=["purge_on"])


def _settle(by: Actor, mail: IncomingMail, state: str, **facts: object) -> None:
    waits = state == IncomingMail.State.WAITING
    settled = {"settled_by": "" if waits else by.name, "settled": None if waits else clock.now()}
    for name, value in {"state": state, **settled, **facts}.items():
        setattr(mail, name, value)
    mail.save(update_fields=["state", *settled, *facts])
    _trail(by, mail, "settle_mail", mail.get_state_display(), state=state, why=mail.why)


def _trail(by: Actor, mail: IncomingMail, verb: str, title: str, **facts: object) -> None:
    record(
        by,
        f"requests.{verb}",
        subject=incoming.subject_of(mail),
        title=f"邮箱来件 {mail.pk}：{title}",
        chain=mail.body.code,
        facts=facts,
    )
