"""The columns of a body, and whether the links on its pages lead anywhere."""

from django.db import models

from gongkai.statute.catalogue import COLUMN_KINDS
from gongkai.web.agencies.models import Body
from gongkai.web.publishing.models.channels import Channel
from gongkai.web.publishing.models.items import Item


def kinds() -> list[tuple[str, str]]:
    return [(each.key, each.label) for each in COLUMN_KINDS.values()]


class Column(models.Model):
    """A column: what fills it, how fresh it must be, who answers for it."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="columns")
    order = models.PositiveSmallIntegerField("顺序", default=0)
    name = models.CharField("栏目名称", max_length=60)
    kind = models.CharField("更新要求", max_length=16, choices=kinds)
    description = models.CharField("栏目说明", max_length=200, blank=True)
    address = models.URLField("网址", max_length=300, blank=True)
    """Where it stands when it is on another site."""
    item_kinds = models.JSONField("收录的体裁", default=list, blank=True)
    channel = models.ForeignKey(
        Channel, null=True, blank=True, on_delete=models.PROTECT, related_name="columns"
    )
    responsible = models.CharField("责任科室或者单位", max_length=80)
    keeper = models.CharField("责任人", max_length=40, blank=True)
    telephone = models.CharField("办公电话", max_length=40, blank=True)
    own_days = models.PositiveSmallIntegerField("本单位要求的更新天数", null=True, blank=True)
    ended_on = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "name"], name="column_once")]
        ordering = ("order", "pk")

    def __str__(self) -> str:
        return self.name


class ColumnUpdate(models.Model):
    """Somebody says that a column was updated, or found right, on a day."""

    column = models.ForeignKey(Column, on_delete=models.PROTECT, related_name="updates")
    on = models.DateField("更新日期")
    note = models.CharField("更新内容", max_length=200)
    by = models.CharField(max_length=120)
    entered = models.DateTimeField()

    class Meta:
        ordering = ("-on", "-pk")


class LinkRun(models.Model):
    """The links of a body's pages, tried once."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="link_runs")
    everywhere = models.BooleanField(default=False)
    """Links to sites of others too."""
    started = models.DateTimeField()
    ended = models.DateTimeField(null=True)
    tried = models.PositiveIntegerField(default=0)
    left_out = models.PositiveIntegerField(default=0)
    """Links that were not tried: of other sites, or past the bound."""
    by = models.CharField(max_length=120)


class DeadLink(models.Model):
    """A link that led nowhere, and on which page it stands."""

    run = models.ForeignKey(LinkRun, on_delete=models.CASCADE, related_name="dead")
    item = models.ForeignKey(Item, null=True, on_delete=models.CASCADE, related_name="dead_links")
    page = models.CharField(max_length=200)
    """What the page is called."""
    link = models.CharField(max_length=500)
    said = models.CharField(max_length=200)
