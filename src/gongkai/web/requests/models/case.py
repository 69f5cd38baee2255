"""The application itself: who and what, its entries, what it was before it was handed in."""

from django.db import models

from gongkai.law.request.lifecycle import Stage
from gongkai.web.accounts.models import Person
from gongkai.web.agencies.models import Body, Section
from gongkai.web.vault.models import Holder


class Applicant(models.TextChoices):
    """The columns of table two."""

    NATURAL_PERSON = "natural_person", "自然人"
    BUSINESS = "business", "商业企业"
    RESEARCH = "research", "科研机构"
    SOCIAL_ORGANISATION = "social_organisation", "社会公益组织"
    LEGAL_SERVICE = "legal_service", "法律服务机构"
    OTHER_ORGANISATION = "other_organisation", "其他组织"


class Delivery(models.TextChoices):
    """How the applicant wants to have the answer."""

    ONLINE = "online", "在本网站查看下载"
    EMAIL = "email", "电子邮件"
    POST = "post", "邮寄"
    COLLECT = "collect", "自行领取"


class Counter(models.Model):
    """The last number given in a series of a body and year; held while one is given."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT)
    series = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "series", "year"], name="counter_once")
        ]


class Standing(models.Manager):
    """All applications but those that were struck out."""

    def get_queryset(self) -> models.QuerySet["Request"]:
        return super().get_queryset().filter(struck=None)


OPEN = (
    Stage.SUBMITTED,
    Stage.IN_HAND,
    Stage.AWAITING_CORRECTION,
    Stage.CONSULTING,
    Stage.AWAITING_REASONS,
    Stage.AWAITING_PAYMENT,
)
"""Stages at which the body still has to answer."""


class Request(models.Model):
    """One application. What happened to it is its entries; the rest is who and what.

    Who applied, how to reach them and what they asked in their own words lie in the vault.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="requests")
    number = models.CharField(max_length=40, unique=True)
    code = models.CharField(max_length=64)
    """Keyed digest of the query code."""
    holder = models.ForeignKey(Holder, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL)
    """The account it was made from, if any."""
    applicant = models.CharField("申请人类别", max_length=24, choices=Applicant)
    topic = models.CharField("所需信息名称", max_length=200)
    """What lists show: identity and telephone numbers taken out."""
    delivery = models.CharField("获取方式", max_length=8, choices=Delivery)
    channel = models.CharField(max_length=16)
    """The name of a `law.request.receipt.Channel`."""
    own_number = models.CharField(max_length=40, blank=True)
    """Its number in the ledger that it was imported from."""
    struck = models.DateTimeField(null=True)
    """When it was struck out because it had been imported by mistake."""
    made = models.DateTimeField()
    section = models.ForeignKey(Section, null=True, blank=True, on_delete=models.PROTECT)
    lead = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="leads"
    )
    assisting = models.ManyToManyField(Section, related_name="assists")
    origin = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="successors"
    )
    """The application this is a part of, or that was forwarded to this body."""
    split_off = models.DateField(null=True)
    """The day it was split off, where the whole had been counted in a year before: it counts as
    received then."""
    joined = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="joint")
    """The application with which it is handled and answered together."""

    # Copies of what the entries say, for listing and counting; `gongkai rebuild` makes them anew.
    stage = models.CharField(max_length=24, default="SUBMITTED")
    received = models.DateField(null=True)
    due = models.DateField(null=True)
    due_provisional = models.BooleanField(default=False)
    closed = models.DateField(null=True)
    """The day it ended for the first time: the year in which it is counted as handled."""
    answer = models.CharField(max_length=40, blank=True)
    row = models.CharField(max_length=40, blank=True)
    """Its row in table two; empty where it counts in none."""
    counted = models.BooleanField(default=False)
    came = models.DateField(null=True)
    """The day with which it counts as received: the year in which it stands in the first row."""
    went = models.DateField(null=True)
    """The day with which it counts as handled; None while it is carried over."""

    objects = Standing()

    class Meta:
        indexes = [
            models.Index(fields=["body", "own_number"], name="request_by_own_number"),
            models.Index(fields=["body", "stage", "due"], name="request_by_due"),
            models.Index(
                fields=["body", "row", "applicant", "came", "went", "counted", "struck"],
                condition=models.Q(counted=True),
                name="request_counted",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def is_open(self) -> bool:
        """Whether the body still has to answer; one ordered anew is open though it ended once."""
        return Stage[self.stage] in OPEN

    @property
    def stage_name(self) -> str:
        """The stage as a clerk reads it."""
        return Stage[self.stage].value


class Entry(models.Model):
    """One act on one day, as it happened. Only added, never changed (see the migrations)."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="entries")
    number = models.PositiveSmallIntegerField()
    act = models.CharField(max_length=24)
    on = models.DateField()
    details = models.JSONField(default=dict)
    note = models.TextField(blank=True)
    by_id = models.CharField(max_length=64)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("number",)
        constraints = [models.UniqueConstraint(fields=["request", "number"], name="entry_once")]


class DueMoved(models.Model):
    """A last day that moved because the calendar changed, told on the case."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="moved")
    before = models.DateField(null=True)
    after = models.DateField(null=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)


class Rating(models.Model):
    """Whether the answer served. What else was said lies in the vault as `rating`."""

    request = models.OneToOneField(Request, on_delete=models.PROTECT, related_name="rating")
    served = models.BooleanField()
    at = models.DateTimeField()


class Draft(models.Model):
    """An application begun and not yet handed in. Its fields lie in the vault, for a month."""

    key = models.CharField(max_length=64, unique=True)
    """Keyed digest of the code with which it is taken up again."""
    body = models.ForeignKey(Body, on_delete=models.CASCADE)
    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE)
    holder = models.ForeignKey(Holder, on_delete=models.PROTECT)
    at = models.DateTimeField()
