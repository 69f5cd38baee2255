from django.db import models

from gongkai.web.agencies.models import Body
from gongkai.web.reporting.record import Act


class Report(models.Model):
    """A body's report for a year. What it is follows from its entries."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="annual_reports")
    year = models.PositiveSmallIntegerField()
    stage = models.CharField(max_length=12)
    """Copy of what follows from the entries, kept for listing."""
    opened = models.DateTimeField()
    published_on = models.DateField(null=True)
    """Copy: since when a version stands before the public."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "year"], name="one_report_a_year")]
        ordering = ("-year", "body__path")


class Entry(models.Model):
    """One thing done to a report. Only added, never changed."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    act = models.CharField(max_length=12)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    by_id_text = models.CharField(max_length=64)
    facts = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="report_entry_once")
        ]
        ordering = ("number",)

    @property
    def label(self) -> str:
        return Act(self.act).zh
