from django.db import models

from gongkai.web.agencies.models import Body
from gongkai.web.publishing import kinds
from gongkai.web.publishing.record import Act, Stage, Validity


class Audience(models.TextChoices):
    """Before whom an item is published; the intranet is never counted as public."""

    PUBLIC = "public", "向社会公开"
    INTRANET = "intranet", "仅在本单位内网公布"


SHOWN = ("shown_until", "public", "audience")
"""What the public's lists ask of every row: in their indexes, so that counting opens no row."""


class Numbering(models.Model):
    """The form of a body's index numbers and their fixed parts; else its credit code is used."""

    body = models.OneToOneField(Body, on_delete=models.PROTECT, related_name="numbering")
    form = models.CharField(max_length=40)
    """Key of `law.identity.index_number.INDEX_FORMS`."""
    parts = models.JSONField(default=dict)


class Categories(models.Model):
    """What a body counts each kind under in its report; a kind left out keeps its usual one."""

    body = models.OneToOneField(Body, on_delete=models.PROTECT, related_name="categories")
    of_kind = models.JSONField(default=dict)


class Item(models.Model):
    """One published thing, or one on its way. What it is follows from its entries.

    The columns are copies: of the version before the public, or of the draft while there is none.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="items")
    opened = models.DateTimeField()
    stage = models.CharField(max_length=12, choices=[(each.value, each.zh) for each in Stage])
    public = models.BooleanField(default=False)
    """Whether a version stands before its readers."""
    kind = models.CharField("体裁", max_length=24, choices=kinds.choices)
    audience = models.CharField("公开范围", max_length=8, choices=Audience)
    title = models.CharField("名称", max_length=200)
    document_number = models.CharField("文号", max_length=60, blank=True)
    made_on = models.DateField("生成日期")
    summary = models.CharField("内容概述", max_length=100)
    subject = models.CharField("主题分类", max_length=60)
    content = models.TextField("正文")
    details = models.JSONField(default=dict)
    """What items of this kind tell of themselves, by the keys of `kinds.toml`."""
    full_text = models.BooleanField("全文在网上公布", default=True)
    version = models.PositiveSmallIntegerField(default=0)
    published_on = models.DateField(null=True)
    published_at = models.DateTimeField(null=True)
    """When the server put it before its readers first, whatever day is stated."""
    shown_until = models.DateTimeField(null=True)
    """From when it stands before nobody any more; null for what stays."""
    valid_until = models.DateField(null=True)
    scheduled = models.DateTimeField(null=True)
    overturned_on = models.DateField(null=True)
    changed = models.DateTimeField(null=True)
    """When the public page changed last."""
    validity = models.CharField(
        max_length=4, choices=[(each.value, each.value) for each in Validity], default="有效"
    )
    ended_on = models.DateField(null=True)
    year = models.PositiveSmallIntegerField(null=True)
    serial = models.PositiveIntegerField(null=True)
    index_number = models.CharField("索引号", max_length=60, blank=True)
    about = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="interpretations"
    )
    """The document that an interpretation explains."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "year", "serial"], name="item_numbered_once")
        ]
        indexes = [
            models.Index(fields=["body", "stage"], name="item_by_stage"),
            models.Index(
                fields=["body", "-made_on", "-id", *SHOWN],
                condition=models.Q(public=True, audience="public"),
                name="item_catalogue",
            ),
            models.Index(
                fields=["-published_on", "-id", *SHOWN],
                condition=models.Q(public=True, audience="public"),
                name="item_latest",
            ),
            models.Index(
                fields=["body", "-published_on", "-id", *SHOWN],
                condition=models.Q(public=True, audience="public"),
                name="item_latest_of_body",
            ),
            models.Index(
                fields=["body", "kind", "-made_on", "-id", *SHOWN],
                condition=models.Q(public=True, audience="public"),
                name="item_by_kind",
            ),
            models.Index(
                fields=["shown_until"],
                condition=models.Q(shown_until__isnull=False),
                name="item_by_end",
            ),
            models.Index(
                fields=["scheduled"],
                condition=models.Q(scheduled__isnull=False),
                name="item_by_hour",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def stage_name(self) -> str:
        return Stage(self.stage).zh


class Relation(models.Model):
    """What a published item has to do with another one. A copy of what its version says."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="relations")
    way = models.CharField(max_length=8)
    """A key of `ways.Way`."""
    to = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="related")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "way", "to"], name="relation_once")]


class Entry(models.Model):
    """One thing done to an item. Only added, never changed (see the migrations)."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    act = models.CharField(max_length=12)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    by_id_text = models.CharField(max_length=64)
    facts = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "number"], name="item_entry_once")]
        ordering = ("number",)

    @property
    def label(self) -> str:
        return Act(self.act).zh
