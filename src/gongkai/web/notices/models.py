from django.db import models

from gongkai.web.accounts.models import Person
from gongkai.web.vault.models import Holder


class Channel(models.TextChoices):
    """By what a message leaves the platform."""

    MAIL = "mail", "电子邮件"
    SMS = "sms", "短信"
    WECOM = "wecom", "政务微信群"
    DINGTALK = "dingtalk", "钉钉群"


PERSONAL = (Channel.MAIL, Channel.SMS)
"""Channels that reach one person; the others reach a group."""


class Pace(models.TextChoices):
    """How a person wants to be told through a channel."""

    EACH = "each", "每条都发"
    DIGEST = "digest", "每个工作日早上合成一条"
    OFF = "off", "不发"


class Preference(models.Model):
    """Where and when a person wants to be told. The addresses lie in the vault."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="preference")
    holder = models.OneToOneField(Holder, on_delete=models.PROTECT)
    mail = models.CharField("发邮件", max_length=8, choices=Pace, default=Pace.EACH)
    sms = models.CharField("发短信", max_length=8, choices=Pace, default=Pace.OFF)
    quiet_from = models.TimeField("从几点起不打扰", default="21:00")
    quiet_to = models.TimeField("到几点为止", default="08:00")


class Group(models.Model):
    """A group of an office messenger, reached through the address of its robot.

    Address and secret lie in the vault: who has them can write to the group.
    """

    name = models.CharField("群名称", max_length=60)
    channel = models.CharField("渠道", max_length=8, choices=Channel)
    scope = models.CharField(max_length=60, db_index=True)
    """What it is told of, `agencies.body:12`; apps above say so."""
    holder = models.OneToOneField(Holder, on_delete=models.PROTECT)
    active = models.BooleanField("启用", default=True)

    def __str__(self) -> str:
        return self.name


class Notice(models.Model):
    """One thing told to one person, group, or somebody outside. Never holds personal data."""

    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="notices")
    group = models.ForeignKey(Group, null=True, on_delete=models.CASCADE, related_name="notices")
    holder = models.ForeignKey(Holder, null=True, on_delete=models.CASCADE, related_name="+")
    """An applicant, by the contact kept with the application."""
    key = models.CharField(max_length=120)
    """What is told only once: the same key to the same receiver makes no second notice."""
    kind = models.CharField(max_length=40)
    subject = models.CharField(max_length=80)
    title = models.CharField(max_length=200)
    text = models.TextField()
    short = models.CharField(max_length=200)
    address = models.CharField(max_length=300)
    due = models.DateField(null=True)
    made = models.DateTimeField()
    read = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=[receiver, "key"],
                condition=models.Q(**{f"{receiver}__isnull": False}),
                name=f"told_{receiver}_once",
            )
            for receiver in ("person", "group", "holder")
        ]
        indexes = [models.Index(fields=["person", "read", "-made"], name="notice_inbox")]


class Delivery(models.Model):
    """One notice on its way through one channel: the log of what was sent, and when."""

    class State(models.TextChoices):
        WAITING = "waiting", "待发送"
        SENT = "sent", "已发送"
        FAILED = "failed", "未能发送"

    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="deliveries")
    channel = models.CharField(max_length=8, choices=Channel)
    digest = models.BooleanField(default=False)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    not_before = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    fault = models.CharField(max_length=300, blank=True)
    sent = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["notice", "channel"], name="delivered_once")]
        indexes = [models.Index(fields=["state", "not_before"], name="delivery_due")]
