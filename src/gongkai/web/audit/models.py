from django.db import models


class Chain(models.Model):
    """The head of one chain of entries: a body's, or the platform's own."""

    name = models.CharField(max_length=64, unique=True)
    length = models.PositiveBigIntegerField(default=0)
    head = models.CharField(max_length=80, default="")


class Entry(models.Model):
    """One thing that was done. The database refuses to change or delete it (see the migrations)."""

    chain = models.ForeignKey(Chain, on_delete=models.PROTECT, related_name="entries")
    number = models.PositiveBigIntegerField()
    at = models.DateTimeField(db_index=True)
    actor_id = models.CharField(max_length=64)
    actor_name = models.CharField(max_length=120)
    address = models.CharField(max_length=64)
    request = models.CharField(max_length=32)
    action = models.CharField(max_length=80)
    subject = models.CharField(max_length=160)
    title = models.CharField(max_length=300)
    facts = models.JSONField(default=dict)
    """What the act was about: before, after, reason. Never personal data in the clear."""
    before = models.CharField(max_length=80)
    """The hash of the entry before this one."""
    hash = models.CharField(max_length=80)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["chain", "number"], name="audit_entry_once"),
        ]
        indexes = [models.Index(fields=["subject"], name="audit_by_subject")]
