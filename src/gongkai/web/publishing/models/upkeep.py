"""What is done to items after publication: campaigns, topics, retention; and what is withheld."""

from django.db import models

from gongkai.law.exemption.grounds import EXEMPTIONS
from gongkai.web.agencies.models import Body
from gongkai.web.publishing import kinds
from gongkai.web.publishing.models.items import Item


class Campaign(models.Model):
    """A look through a body's items: 规范性文件清理, or 历年信息修正."""

    class Purpose(models.TextChoices):
        CLEANUP = "cleanup", "规范性文件清理"
        MENDING = "mending", "历年信息修正"

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="campaigns")
    purpose = models.CharField("目的", max_length=8, choices=Purpose)
    title = models.CharField("名称", max_length=100)
    basis = models.CharField("依据", max_length=200, blank=True)
    due = models.DateField("期限")
    opened = models.DateTimeField()
    opened_by = models.CharField(max_length=120)
    closed = models.DateTimeField(null=True)


class Assignment(models.Model):
    """One item in a campaign: who looks at it and what became of it."""

    class Outcome(models.TextChoices):
        OPEN = "", "待办"
        KEEP = "keep", "继续有效"
        AMEND = "amend", "拟修改"
        REPEAL = "repeal", "废止"
        LAPSE = "lapse", "宣布失效"
        FINE = "fine", "无需改动"
        MENDED = "mended", "已更正"
        WITHDRAWN = "withdrawn", "已撤下"

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="assignments")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="assignments")
    section = models.CharField("责任科室", max_length=60, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.OPEN, blank=True)
    note = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField(null=True)
    by = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["campaign", "item"], name="assigned_once")]
        ordering = ("item__made_on", "pk")


class Withheld(models.Model):
    """Information that is not published, with its ground; looked at again on a schedule."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="withheld")
    title = models.CharField("名称", max_length=200)
    document_number = models.CharField("文号", max_length=60, blank=True)
    ground = models.CharField(
        "依据", max_length=4, choices=[(each.ground.value, each.zh) for each in EXEMPTIONS]
    )
    reason = models.CharField("具体理由", max_length=300)
    decided_on = models.DateField("决定日期")
    reviewer = models.CharField("审查人", max_length=60)
    next_on = models.DateField(db_index=True)
    """When it is to be looked at again (article 18)."""
    opened_on = models.DateField(null=True)
    """When it was found that it may be published now."""


class Look(models.Model):
    """One re-evaluation of withheld information. Only added."""

    withheld = models.ForeignKey(Withheld, on_delete=models.PROTECT, related_name="looks")
    on = models.DateField()
    opens = models.BooleanField()
    note = models.CharField(max_length=300)
    by = models.CharField(max_length=120)

    class Meta:
        ordering = ("pk",)


class Topic(models.Model):
    """A page that gathers items on one matter: 专题."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="topics")
    title = models.CharField("名称", max_length=60)
    summary = models.CharField("说明", max_length=300)
    shown = models.BooleanField("向社会公开", default=True)
    items = models.ManyToManyField(Item, related_name="topics")
    changed = models.DateTimeField()


class Retention(models.Model):
    """For how many years items of a kind stay before the public, and what follows."""

    class Then(models.TextChoices):
        ARCHIVE = "archive", "移交归档"
        DESTROY = "destroy", "归档并销毁附件"

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="retentions")
    kind = models.CharField("体裁", max_length=24, choices=kinds.choices)
    years = models.PositiveSmallIntegerField("公布满几年")
    then = models.CharField("然后", max_length=8, choices=Then)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "kind"], name="retention_once")]


class Disposal(models.Model):
    """A list of items whose time is over, proposed by one person and approved by another."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="disposals")
    listed = models.JSONField()
    """[id of the item, key of what then follows]."""
    proposed = models.DateTimeField()
    proposed_by = models.CharField(max_length=120)
    proposer_id = models.CharField(max_length=64)
    approved = models.DateTimeField(null=True)
    approved_by = models.CharField(max_length=120, blank=True)
