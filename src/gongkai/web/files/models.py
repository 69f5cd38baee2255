import uuid

from django.db import models


class Upload(models.Model):
    """One file that was taken in. Its bytes lie in the storage under its id, never changed."""

    class State(models.TextChoices):
        WAITING = "waiting", "待检查"
        READY = "ready", "可用"
        REFUSED = "refused", "未通过检查"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    subject = models.CharField(max_length=160, blank=True, db_index=True)
    """What it belongs to, `app.model:id`; empty until it is attached."""
    body = models.PositiveBigIntegerField(null=True)
    name = models.CharField(max_length=140)
    media = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    original = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="copies")
    """Of what it is a copy freed of hidden data; the original is never public then."""
    holder = models.UUIDField(null=True)
    """Whose key the bytes are encrypted under; null for what is no personal paper."""
    public = models.BooleanField(default=False)
    public_until = models.DateTimeField(null=True)
    """From when it is public no more; null for what stays."""
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    reason = models.CharField(max_length=200, blank=True)
    text = models.TextField(null=True)
    """Its text, for search and for the scan before publication; never of personal papers."""
    at = models.DateTimeField()
    by_id = models.CharField(max_length=64)
    by_name = models.CharField(max_length=120)

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return self.name

    @property
    def place(self) -> str:
        """Where its bytes lie in the storage."""
        return f"{self.id.hex[:2]}/{self.id.hex}"
