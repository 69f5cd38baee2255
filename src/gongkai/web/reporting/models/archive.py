from django.db import models

from gongkai.web.agencies.models import Body

MADE_HERE = "reporting.report:"
"""How the origin begins of what was drafted and signed on the platform."""


class Filer(models.Model):
    """A body whose reports stand in the archive, on the platform or not."""

    code = models.SlugField(max_length=60, unique=True)
    """Stands in the addresses of its pages; on the platform, the body's own."""
    name = models.CharField("名称", max_length=120)
    key = models.CharField(max_length=120, db_index=True)
    """The name as it is compared (`reports.model.area.same_name`)."""
    kind = models.CharField("类别", max_length=16, choices=Body.Kind)
    area = models.ForeignKey(
        Body, null=True, on_delete=models.PROTECT, related_name="area_filers", verbose_name="地区"
    )
    """The government in whose consolidated report it is counted."""
    body = models.OneToOneField(Body, null=True, on_delete=models.PROTECT, related_name="filer")

    class Meta:
        ordering = ("code",)

    def __str__(self) -> str:
        return self.name


class Intake(models.Model):
    """Files of past reports that were handed over together."""

    class State(models.TextChoices):
        READING = "reading", "正在读取"
        FINISHED = "finished", "读取完毕"

    label = models.CharField(max_length=400)
    """What was handed over, in words; a command that was stopped finds its intake again by it."""
    area = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    """Where a body handed over its own reports."""
    sources = models.JSONField(default=list)
    """What the desk took in and has not read yet: name and place in the storage."""
    expected = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.READING)
    at = models.DateTimeField()
    stepped = models.DateTimeField()
    """When it last came a step further."""
    by_id_text = models.CharField(max_length=64)
    by = models.CharField(max_length=120)

    class Meta:
        ordering = ("-at", "-pk")


class IntakeFile(models.Model):
    """One file of an intake and what came of it."""

    class State(models.TextChoices):
        READ = "read", "已读取"
        KNOWN = "known", "以前已经导入"
        REFUSED = "refused", "没有读成"

    intake = models.ForeignKey(Intake, on_delete=models.PROTECT, related_name="files")
    name = models.CharField(max_length=400)
    sha256 = models.CharField(max_length=64, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    state = models.CharField(max_length=8, choices=State)
    reason = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["intake", "name"], name="intake_file_once"),
            models.UniqueConstraint(
                fields=["sha256"],
                condition=models.Q(state="read"),
                name="content_read_once",
            ),
        ]
        ordering = ("pk",)


class Reading(models.Model):
    """A report as it was read from a file, waiting for a person's word or decided."""

    class State(models.TextChoices):
        OPEN = "open", "待确认"
        CONFIRMED = "confirmed", "已确认"
        SET_ASIDE = "set_aside", "不采用"

    file = models.ForeignKey(IntakeFile, on_delete=models.PROTECT, related_name="readings")
    place = models.PositiveSmallIntegerField()
    """Which report of the file it is, from 0."""
    name = models.CharField(max_length=120)
    """The body as the report names it; empty where it does not."""
    year = models.PositiveSmallIntegerField(null=True)
    filer = models.ForeignKey(Filer, null=True, on_delete=models.PROTECT, related_name="readings")
    statement = models.JSONField()
    """As read, in the schema; what a person settled stands in the published one."""
    findings = models.JSONField(default=list)
    doubts = models.PositiveSmallIntegerField()
    """Cells and facts that a person has to settle."""
    clear = models.BooleanField()
    """Whether nothing stands in the way of confirming it among others."""
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    decided = models.DateTimeField(null=True)
    decided_by = models.CharField(max_length=120, blank=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["file", "place"], name="reading_once")]
        indexes = [models.Index(fields=["state", "name", "year"], name="reading_by_state")]
        ordering = ("pk",)


class Shelved(models.Model):
    """A published statement: what the public pages, the open data and the sums are made of.

    For a report made here a copy of its published version; rebuilt by `acts.archive.rebuild`.
    """

    filer = models.ForeignKey(Filer, on_delete=models.PROTECT, related_name="shelved")
    year = models.PositiveSmallIntegerField()
    form = models.CharField(max_length=4)
    scope = models.CharField(max_length=4)
    statement = models.JSONField()
    figures = models.JSONField()
    """The figures in the order of the form's cells, for sums over many bodies."""
    unit = models.CharField(max_length=20, blank=True)
    """Of the amount of money among the figures, as printed."""
    states = models.JSONField(default=dict)
    """Path → what stands there instead of a plain number."""
    faults = models.JSONField(default=dict)
    """Rule → how often it found something."""
    digest = models.CharField(max_length=80)
    version = models.PositiveSmallIntegerField(default=1)
    published_on = models.DateField(null=True)
    origin = models.CharField(max_length=80)
    """What it was made from: `reporting.report:4` or `reporting.reading:9`."""
    changed = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["filer", "year"], name="shelved_once")]
        indexes = [models.Index(fields=["year", "filer"], name="shelved_by_year")]
        ordering = ("-year", "filer")

    @property
    def made_here(self) -> bool:
        """Whether the report was drafted and signed on the platform, not read from a file."""
        return self.origin.startswith(MADE_HERE)
