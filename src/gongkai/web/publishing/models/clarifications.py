from django.db import models

from gongkai.web.agencies.models import Body
from gongkai.web.publishing.models.items import Item


class Clarification(models.Model):
    """Accurate information put against false or incomplete information (article 6)."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="clarifications")
    title = models.CharField("标题", max_length=200)
    said = models.TextField("不实或者不完整的说法")
    seen = models.CharField("见于何处、何时", max_length=200)
    facts = models.TextField("准确的信息")
    item = models.ForeignKey(
        Item, null=True, blank=True, on_delete=models.PROTECT, related_name="clarifications"
    )
    """The published item it is about."""
    told_on = models.DateField()
    told_at = models.DateTimeField()
    by = models.CharField(max_length=120)
    withdrawn_why = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("-told_on", "-pk")

    def __str__(self) -> str:
        return self.title
