from django.db import models

from gongkai.web.reporting.models.report import Report


class Snapshot(models.Model):
    """The records a version was counted from, as they were when it was signed. Never changed."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="snapshots")
    entry = models.PositiveIntegerField()
    """Number of the report's entry that froze it."""
    sha256 = models.CharField(max_length=64)
    """Of the content unpacked; stands in the entry and in the trail too."""
    content = models.BinaryField()
    """JSON, packed: cell → [source, id, hash] of each record."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "entry"], name="snapshot_once")]
