import uuid

from django.db import models


class Holder(models.Model):
    """Someone whose personal data is kept, with the key that alone opens it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    wrapped = models.BinaryField(null=True)
    """The person's key, encrypted under a master key; null once destroyed."""
    master = models.CharField(max_length=40)
    """The name of that master key."""
    purge_on = models.DateField(null=True, db_index=True)
    destroyed = models.DateTimeField(null=True)


class Sealed(models.Model):
    """One field of personal data as ciphertext."""

    holder = models.ForeignKey(Holder, on_delete=models.CASCADE, related_name="sealed")
    field = models.CharField(max_length=40)
    text = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["holder", "field"], name="sealed_once")]


class Trace(models.Model):
    """A keyed digest by which exactly the same value is found again.

    It leaks that two holders share a value, and to whoever has the index key a guess can be tried.
    """

    holder = models.ForeignKey(Holder, on_delete=models.CASCADE, related_name="traces")
    field = models.CharField(max_length=40)
    digest = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["field", "digest"], name="trace_by_value")]
