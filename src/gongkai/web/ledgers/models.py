from django.db import models

from gongkai.web.agencies.models import Body
from gongkai.web.files.models import Upload
from gongkai.web.vault.models import Holder


class Indicator(models.Model):
    """Something a body counts; a part belongs to the total above it."""

    class Over(models.TextChoices):
        """What the figure of a year is, from those of its months."""

        SUM = "sum", "各月相加"
        LAST = "last", "取最后一个月"

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="indicators")
    name = models.CharField("指标名称", max_length=60)
    unit = models.CharField("单位", max_length=10, blank=True)
    over = models.CharField("全年数", max_length=4, choices=Over, default=Over.SUM)
    total = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts"
    )
    """The indicator of which this is a part."""
    order = models.PositiveSmallIntegerField(default=0)
    retired = models.BooleanField(default=False)
    """Not asked for any more; its figures stay."""

    class Meta:
        ordering = ("order", "pk")
        constraints = [models.UniqueConstraint(fields=["body", "name"], name="indicator_once")]

    def __str__(self) -> str:
        return self.name


class Figure(models.Model):
    """What an indicator came to in a month. Only added: a correction is a later row.

    `month` 0 is a figure for the whole year. `value` None takes an earlier one back.
    """

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="figures")
    year = models.PositiveSmallIntegerField()
    month = models.PositiveSmallIntegerField()
    value = models.DecimalField(max_digits=16, decimal_places=4, null=True)
    about = models.BooleanField(default=False)
    """Written as 约 or 余."""
    note = models.CharField(max_length=200, blank=True)
    link = models.URLField(max_length=300, blank=True)
    file = models.ForeignKey(Upload, null=True, on_delete=models.PROTECT)
    current = models.BooleanField(default=True)
    """A copy: whether no later row stands for the same month."""
    at = models.DateTimeField()
    by_id = models.CharField(max_length=64)
    by_name = models.CharField(max_length=120)

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "year", "month"],
                condition=models.Q(current=True),
                name="figure_current_once",
            )
        ]


class Layout(models.Model):
    """What the columns of a body's own spreadsheets mean, as somebody said once."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE)
    target = models.CharField(max_length=40)
    columns = models.JSONField(default=dict)
    """Normal label → key of the field, "" for a column that is left out."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "target"], name="layout_once")]


class Batch(models.Model):
    """One spreadsheet on its way into the records of a body."""

    class State(models.TextChoices):
        MAPPING = "mapping", "待核对"
        RUNNING = "running", "导入中"
        STOPPED = "stopped", "已暂停"
        DONE = "done", "已导入"
        UNDOING = "undoing", "撤销中"
        UNDONE = "undone", "已撤销"
        FAILED = "failed", "没有完成"
        DROPPED = "dropped", "已放弃"

    id = models.BigAutoField(primary_key=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="imports")
    target = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=8, choices=State, default=State.MAPPING)
    reason = models.CharField(max_length=300, blank=True)
    """Why it was not completed."""
    name = models.CharField(max_length=140)
    """Of the file."""
    upload = models.UUIDField()
    holder = models.ForeignKey(Holder, on_delete=models.PROTECT)
    """Under whose key file and first lines lie: a holder of the batch's own."""
    keep_until = models.DateField()
    columns = models.JSONField(default=dict)
    """Label → key of the field."""
    sheets = models.JSONField(default=list)
    """Indexes of the sheets that are imported."""
    expected = models.PositiveIntegerField(default=0)
    """How many lines the sheets say they have."""
    sheet = models.PositiveSmallIntegerField(default=0)
    line = models.PositiveIntegerField(default=0)
    """Up to which line of which sheet everything is done."""
    made = models.PositiveIntegerField(default=0)
    bad = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)
    skipped = models.PositiveIntegerField(default=0)
    manifest = models.CharField(max_length=80, blank=True)
    """The hash over all rows and what was made of them."""
    at = models.DateTimeField()
    moved = models.DateTimeField()
    """When it got on last."""
    ended = models.DateTimeField(null=True)
    by_id = models.CharField(max_length=64)
    by_name = models.CharField(max_length=120)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.name

    @property
    def rows_seen(self) -> int:
        return self.made + self.bad + self.known + self.skipped


class Row(models.Model):
    """What became of one line of a spreadsheet. The line itself stays in the encrypted file."""

    class State(models.TextChoices):
        MADE = "made", "已导入"
        BAD = "bad", "有错误"
        KNOWN = "known", "以前导入过"
        SKIPPED = "skipped", "不是记录"
        UNDONE = "undone", "已撤销"

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="rows")
    sheet = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=8, choices=State)
    digest = models.CharField(max_length=64, blank=True)
    """Keyed hash of what the row says, its body and target."""
    made = models.JSONField(default=list)
    """Ids of the records made of it."""
    faults = models.JSONField(default=dict)
    """Key of the field → sentence; for a row that was skipped, under "", why."""

    class Meta:
        ordering = ("sheet", "number")
        constraints = [
            models.UniqueConstraint(fields=["batch", "sheet", "number"], name="row_once"),
            models.UniqueConstraint(
                fields=["digest"], condition=models.Q(state="made"), name="row_imported_once"
            ),
        ]
        indexes = [models.Index(fields=["batch", "state"], name="row_by_state")]
