from django.db import models

from gongkai.web.reporting.models.archive import Filer


class Filing(models.Model):
    """A report handed to the supervising department, and what became of it there."""

    class State(models.TextChoices):
        WAITING = "waiting", "待接收"
        ACCEPTED = "accepted", "已接收"
        RETURNED = "returned", "已退回"

    filer = models.ForeignKey(Filer, on_delete=models.PROTECT, related_name="filings")
    year = models.PositiveSmallIntegerField()
    round = models.PositiveSmallIntegerField()
    """Which time it was handed in, from 1."""
    statement = models.JSONField()
    digest = models.CharField(max_length=80)
    origin = models.CharField(max_length=80)
    """What was handed in: `reporting.report:4` or `reporting.reading:9`."""
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    decided = models.DateTimeField(null=True)
    decided_by = models.CharField(max_length=120, blank=True)
    opinion = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["filer", "year", "round"], name="filing_round_once")
        ]
        ordering = ("-year", "-at")


class Remark(models.Model):
    """What the department finds wanting, at its place in the report."""

    filing = models.ForeignKey(Filing, on_delete=models.PROTECT, related_name="remarks")
    place = models.CharField(max_length=80)
    """Path of the statement: `sections.problems`, `requests.granted`."""
    words = models.CharField(max_length=500)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        ordering = ("pk",)


class Reminder(models.Model):
    """The department reminded a body of its report."""

    filer = models.ForeignKey(Filer, on_delete=models.PROTECT, related_name="reminders")
    year = models.PositiveSmallIntegerField()
    due = models.DateField()
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        ordering = ("-at",)
        indexes = [models.Index(fields=["year", "filer"], name="reminder_by_year")]
