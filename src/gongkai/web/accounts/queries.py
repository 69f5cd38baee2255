from datetime import datetime, timedelta

from django.db.models import Max, QuerySet
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django_otp.plugins.otp_totp.models import TOTPDevice

from gongkai.web.accounts.models import Identity, Person, SignIn
from gongkai.web.audit.actor import PUBLIC, Actor

LOCK_TIME = timedelta(minutes=15)
WRONG_HERE = 5
"""Failed attempts on one account from one address."""
WRONG_ANYWHERE = 50
"""Failed attempts on one account from anywhere, or from one address on any account."""

CODE_KEPT = timedelta(days=7)
"""How long an untied identity waits for an administrator."""
BY_PROVIDER, FACTOR_PASSED = "by-provider", "factor-by-provider"
"""In the session of who came from the identity provider."""


def address_of(request: HttpRequest) -> str:
    return request.META.get("REMOTE_ADDR", "")


def actor_of(request: HttpRequest) -> Actor:
    """The person signed in, or the public, as the audit trail names them."""
    person = request.user if request.user.is_authenticated else None
    return Actor(
        id=str(person.pk) if person else PUBLIC.id,
        name=person.name if person else PUBLIC.name,
        address=address_of(request),
        request=getattr(request, "number", ""),
    )


def find(login: str) -> Person | None:
    return Person.objects.filter(login=login).first()


def typed_digest(login: str) -> str:
    """What stands for an account as typed in the list of attempts."""
    return salted_hmac("accounts.sign_in", login.strip().lower(), algorithm="sha256").hexdigest()


def locked(login: str, address: str, now: datetime) -> bool:
    """Whether too many attempts have failed lately, for this account or from this address.

    The same for accounts that do not exist, so that nobody learns which do.
    """
    lately = SignIn.objects.filter(at__gt=now - LOCK_TIME, done=False)
    account = lately.filter(typed=typed_digest(login))
    done = SignIn.objects.filter(typed=typed_digest(login), address=address, done=True)
    last = done.aggregate(last=Max("at"))["last"]
    here = account.filter(address=address, **({"at__gt": last} if last else {}))
    return (
        here.count() >= WRONG_HERE
        or account.count() >= WRONG_ANYWHERE
        or lately.filter(address=address).count() >= WRONG_ANYWHERE
    )


def staff() -> QuerySet[Person]:
    return Person.objects.filter(kind=Person.Kind.STAFF).order_by("login")


def sign_ins(person: Person) -> QuerySet[SignIn]:
    return person.sign_ins.order_by("-at")


def open_sessions(person: Person) -> QuerySet[SignIn]:
    return person.sign_ins.filter(done=True, ended=None).order_by("-at")


def second_factor(person: Person) -> TOTPDevice | None:
    """The person's confirmed one-time code device."""
    return TOTPDevice.objects.filter(user=person, confirmed=True).first()


def passed_second_factor(request: HttpRequest) -> bool:
    """Whether the person gave a one-time code, or the provider vouches for a second factor."""
    return request.user.is_verified() or request.session.get(FACTOR_PASSED, False)


def identity(issuer: str, subject: str) -> Identity | None:
    found = Identity.objects.select_related("person")
    return found.filter(issuer=issuer, subject=subject).first()


def identity_of(person: Person) -> Identity | None:
    """The identity that opens this account, if any."""
    return Identity.objects.filter(person=person).first()


def waiting(code: str, now: datetime) -> Identity | None:
    """The untied identity whose holder was given this code."""
    lately = Identity.objects.filter(person=None, seen__gt=now - CODE_KEPT)
    return lately.filter(code=code.strip().upper()).first() if code.strip() else None


def known_as(value: str) -> Person | None:
    """The member of staff whom the identity provider calls by this value."""
    return staff().filter(known_as__iexact=value).first() if value else None
