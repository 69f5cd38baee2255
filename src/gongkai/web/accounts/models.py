from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from gongkai.web.vault.models import Holder


class Person(AbstractBaseUser):
    """Someone who can sign in. What a person may do follows from roles, which agencies holds."""

    class Kind(models.TextChoices):
        STAFF = "staff", "工作人员"
        RESIDENT = "resident", "公众"

    login = models.CharField("账号", max_length=60, unique=True)
    name = models.CharField("姓名", max_length=60)
    """A resident's is masked; the full one lies in the vault."""
    holder = models.OneToOneField(Holder, null=True, on_delete=models.PROTECT)
    kind = models.CharField("类别", max_length=12, choices=Kind, default=Kind.STAFF)
    is_active = models.BooleanField("可以登录", default=True)
    must_change = models.BooleanField("下次登录须改密码", default=False)
    joined = models.DateTimeField()
    known_as = models.CharField("工号或单位邮箱", max_length=120, blank=True)
    """What the identity provider's claim says of this person; finds the account the first time."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["known_as"], condition=~models.Q(known_as=""), name="person_known_once"
            )
        ]

    USERNAME_FIELD = "login"
    objects = BaseUserManager()

    def __str__(self) -> str:
        return self.name


class SignIn(models.Model):
    """One sign-in, tried or done; an open session is one that has no end yet."""

    class Way(models.TextChoices):
        PASSWORD = "password", "密码"
        PROVIDER = "provider", "统一身份认证"

    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="sign_ins")
    typed = models.CharField(max_length=64)
    """Keyed digest of the account as typed: counts attempts without keeping what was typed."""
    at = models.DateTimeField(db_index=True)
    done = models.BooleanField()
    address = models.CharField(max_length=64)
    agent = models.CharField(max_length=200)
    session = models.CharField(max_length=64, db_index=True)
    ended = models.DateTimeField(null=True)
    way = models.CharField(max_length=12, choices=Way, default=Way.PASSWORD)

    class Meta:
        indexes = [models.Index(fields=["typed", "at"], name="sign_in_by_typed")]


class Identity(models.Model):
    """Somebody at the identity provider; signs in as the person, once tied to one."""

    issuer = models.CharField(max_length=300)
    subject = models.CharField(max_length=255)
    shown = models.CharField(max_length=60)
    """The name there, masked; for the administrator who ties it."""
    person = models.OneToOneField(Person, null=True, on_delete=models.CASCADE, related_name="+")
    code = models.CharField(max_length=12, blank=True)
    """What an untied person tells the administrator."""
    seen = models.DateTimeField(db_index=True)
    tied = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["issuer", "subject"], name="identity_once"),
        ]
