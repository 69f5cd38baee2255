"""What comes by e-mail."""

from django.db import models

from gongkai.web.agencies.models import Body
from gongkai.web.requests.models.case import Request
from gongkai.web.vault.models import Holder


class IncomingMail(models.Model):
    """A message that came to the mailbox of a body, and what a clerk said that it is.

    Who wrote it and what it says lie in the vault: name, email, mail:subject, mail:text,
    mail:faults (a sentence a line), mail:form (what an attached form says). Its files are
    uploads of this row until they go to a case.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "待处理"
        REGISTERED = "registered", "已登记为申请"
        JOINED = "joined", "已并入案件"
        ASIDE = "aside", "已搁置"

    class Why(models.TextChoices):
        """Why it is set aside; the first four are told from headers."""

        REPLY = "reply", "自动回复"
        BOUNCE = "bounce", "退信"
        SPAM = "spam", "垃圾邮件"
        BULK = "bulk", "群发邮件"
        PETITION = "petition", "咨询、信访、投诉举报"
        TWICE = "twice", "与已有申请重复"
        OTHER = "other", "其他，不是政府信息公开申请"

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="mails")
    fingerprint = models.CharField(max_length=64)
    """Keyed digest of what the sender wrote: the same message found elsewhere is no second one."""
    holder = models.ForeignKey(Holder, on_delete=models.PROTECT)
    topic = models.CharField(max_length=200)
    """Its subject as lists show it: identity and telephone numbers taken out."""
    arrived = models.DateTimeField()
    """When the mailbox got it."""
    taken = models.DateTimeField()
    size = models.PositiveBigIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    why = models.CharField(max_length=8, choices=Why, blank=True)
    remark = models.CharField(max_length=200, blank=True)
    request = models.ForeignKey(Request, null=True, on_delete=models.PROTECT, related_name="mails")
    settled_by = models.CharField(max_length=120, blank=True)
    settled = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-arrived", "-pk")
        constraints = [models.UniqueConstraint(fields=["body", "fingerprint"], name="mail_once")]
        indexes = [models.Index(fields=["body", "state", "-arrived"], name="mail_by_state")]

    def __str__(self) -> str:
        return self.topic


class MailPlace(models.Model):
    """Where a message was found; one that was found is never fetched again."""

    mail = models.ForeignKey(IncomingMail, on_delete=models.CASCADE, related_name="places")
    folder = models.CharField(max_length=300)
    """user@host/folder."""
    validity = models.PositiveBigIntegerField()
    uid = models.PositiveBigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["folder", "validity", "uid"], name="mail_place_once")
        ]


class MailRound(models.Model):
    """How the last look into the mailbox of a body went, and when the next one is due."""

    body = models.OneToOneField(Body, on_delete=models.CASCADE, related_name="mail_round")
    looked = models.DateTimeField(null=True)
    """When the server last answered."""
    following = models.DateTimeField()
    failed = models.PositiveSmallIntegerField(default=0)
    """How often in a row."""
    fault = models.CharField(max_length=300, blank=True)
