from django.db import models

from gongkai.web.agencies.models import Body
from gongkai.web.publishing.models.items import Item


class DirectoryEntry(models.Model):
    """A line of a body's standard directory 基层政务公开标准目录: what it must publish, and how."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="directory")
    order = models.PositiveIntegerField()
    area = models.CharField("领域", max_length=60)
    matter = models.CharField("公开事项", max_length=120)
    content = models.CharField("公开内容", max_length=500)
    basis = models.CharField("公开依据", max_length=500, blank=True)
    deadline = models.CharField("公开时限", max_length=200)
    responsible = models.CharField("公开主体", max_length=120)
    channels = models.CharField("公开渠道", max_length=200)
    every_months = models.PositiveSmallIntegerField("更新周期（月）", null=True)
    ended_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "area", "matter", "content"], name="directory_once"
            )
        ]
        ordering = ("order", "pk")


class Fulfilment(models.Model):
    """An item by which an entry is fulfilled."""

    entry = models.ForeignKey(DirectoryEntry, on_delete=models.CASCADE, related_name="fulfilments")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="fulfilments")
    by = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "item"], name="fulfilled_once")]
