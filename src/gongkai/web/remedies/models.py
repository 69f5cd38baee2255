from django.db import models

from gongkai.web.agencies.models import Body
from gongkai.web.remedies.record import Act, Kind, Stage
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.models.letters import Letter
from gongkai.web.vault.models import Holder


class Against(models.TextChoices):
    """What is attacked."""

    ANSWER = "answer", "对申请的答复"
    SILENCE = "silence", "逾期不答复"
    OTHER = "other", "主动公开或者其他行为"


class Claimant(models.TextChoices):
    """Who attacks it."""

    APPLICANT = "applicant", "申请人"
    THIRD_PARTY = "third_party", "第三方"
    OTHER = "other", "其他人"


class Remedy(models.Model):
    """One case against the body. What it is follows from its entries.

    Who brought it lies in the vault; the other columns are copies, for listing and counting.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="remedies")
    number = models.CharField(max_length=40, unique=True)
    """Our own; the authority's or court's is `case_number`."""
    holder = models.ForeignKey(Holder, null=True, on_delete=models.PROTECT)
    claimant = models.CharField("提起人", max_length=12, choices=Claimant)
    made = models.DateTimeField()

    stage = models.CharField(max_length=16, choices=[(each.value, each.zh) for each in Stage])
    kind = models.CharField(max_length=40, choices=[(each.value, each.zh) for each in Kind])
    against = models.CharField(max_length=8, choices=Against)
    subject = models.CharField("争议事项", max_length=200)
    forum = models.CharField("受理机关或者法院", max_length=120)
    case_number = models.CharField("案号", max_length=80, blank=True)
    request = models.ForeignKey(
        Request, null=True, on_delete=models.PROTECT, related_name="remedies"
    )
    letter = models.ForeignKey(Letter, null=True, on_delete=models.PROTECT, related_name="remedies")
    """The answer that is attacked."""
    previous = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="continued"
    )
    """The reconsideration before the suit, or the first instance before the second."""
    instance = models.PositiveSmallIntegerField(default=1)
    co_defendant = models.BooleanField(default=False)
    """The body stands there only as the authority that reconsidered another's act."""
    filed = models.DateField()
    received = models.DateField()
    reply_due = models.DateField(null=True)
    replied = models.DateField(null=True)
    decided = models.DateField(null=True)
    result = models.CharField(max_length=12, blank=True)
    """The column of table three; empty while it is pending."""
    to_mend = models.BooleanField(default=False)
    """Ordered to act again, and nothing entered yet of what was done."""

    class Meta:
        indexes = [
            models.Index(fields=["body", "filed", "decided"], name="remedy_counted"),
            models.Index(fields=["body", "stage", "reply_due"], name="remedy_by_due"),
        ]

    def __str__(self) -> str:
        return self.case_number or self.number


class Entry(models.Model):
    """One thing done on a day. Only added, never changed (see the migrations)."""

    remedy = models.ForeignKey(Remedy, on_delete=models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    act = models.CharField(max_length=12)
    on = models.DateField()
    facts = models.JSONField(default=dict)
    note = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    by_id_text = models.CharField(max_length=64)

    class Meta:
        ordering = ("number",)
        constraints = [
            models.UniqueConstraint(fields=["remedy", "number"], name="remedy_entry_once")
        ]

    @property
    def label(self) -> str:
        return Act(self.act).zh
