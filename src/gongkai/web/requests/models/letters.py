"""Letters with their templates, papers and service, and papers given out blacked out."""

from django.db import models

from gongkai.web.agencies.models import Body
from gongkai.web.files.models import Upload
from gongkai.web.requests.models.case import Request


class LetterHead(models.Model):
    """What a body's letters need beside its name: series of numbers, who reviews its answers."""

    body = models.OneToOneField(Body, on_delete=models.CASCADE, related_name="letter_head")
    series = models.CharField("机关代字", max_length=40, blank=True)
    authorities = models.CharField("行政复议机关", max_length=200, blank=True)
    """Full names; several with a stop 、 between them, the applicant chooses."""
    court = models.CharField("人民法院", max_length=100, blank=True)
    channel = models.CharField("网上申请行政复议的渠道", max_length=200, blank=True)


class Template(models.Model):
    """A version of a letter's wording, or of its Word file; of one body or the installation.

    The newest not retired is in force; the wording that comes with the platform where there is
    none. Nothing is changed in a version, for letters name the one they were made with.
    """

    body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=4)
    version = models.PositiveSmallIntegerField()
    title = models.CharField("文书标题", max_length=80, blank=True)
    text = models.TextField("正文模板", blank=True)
    upload = models.ForeignKey(Upload, null=True, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=120)
    since = models.DateTimeField()
    retired = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-pk",)


class Letter(models.Model):
    """A letter of the case, from draft to sent.

    Its text and the one it is addressed to lie in the vault, under the applicant.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "草拟"
        REVIEW = "review", "审签中"
        SEALED = "sealed", "已编号、待送达"
        ISSUED = "issued", "已发出"
        VOID = "void", "作废"

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="letters")
    code = models.CharField(max_length=4)
    """L1 … D18, of `law.outcome.letters`."""
    state = models.CharField(max_length=8, choices=State, default=State.DRAFT)
    answer = models.CharField(max_length=40, blank=True)
    """The name of the AnswerKind that a decision carries."""
    withheld = models.JSONField(default=list)
    details = models.JSONField(default=dict)
    """Those of the act that a letter on the way is, as data (`law.request.exchange`)."""
    title = models.CharField(max_length=80, blank=True)
    template = models.ForeignKey(Template, null=True, on_delete=models.PROTECT)
    """The version it was made with; None for the wording that comes with the platform."""
    built_in = models.CharField(max_length=16, blank=True)
    """The version of that wording."""
    edited = models.ForeignKey(Upload, null=True, on_delete=models.PROTECT, related_name="+")
    """The Word file that is the letter, where it was edited outside; else it is made anew."""
    number = models.CharField(max_length=60, blank=True)
    """文号, given when it is sealed."""
    issued = models.DateField(null=True)
    """The day it bears."""
    made = models.DateTimeField()

    class Meta:
        ordering = ("pk",)


class Paper(models.Model):
    """A file of a letter: each version edited in Word, what was numbered, its print, its scan."""

    class Kind(models.TextChoices):
        EDITED = "edited", "Word 修改稿"
        NUMBERED = "numbered", "编号后的 Word"
        PRINT = "print", "编号后的 PDF"
        SCAN = "scan", "盖章扫描件"
        PROOF = "proof", "送达凭证"

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="papers")
    kind = models.CharField(max_length=8, choices=Kind)
    upload = models.ForeignKey(Upload, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("pk",)


class Service(models.Model):
    """How a letter reached the one it is for; the day of service follows from it (235号)."""

    class Means(models.TextChoices):
        PORTAL = "portal", "本网站查看下载"
        EMAIL = "email", "电子邮件"
        POST = "post", "邮政邮寄"
        IN_PERSON = "in_person", "当面交付"
        ENTRUSTED = "entrusted", "委托其他行政机关送达"

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="services")
    means = models.CharField("送达方式", max_length=10, choices=Means)
    handed_over = models.DateField("交付日期")
    reached = models.DateField("签收或者到达日期", null=True)
    tracking = models.CharField("邮件号码", max_length=40, blank=True)
    note = models.CharField("备注", max_length=200, blank=True)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)


class Material(models.Model):
    """A paper held by the body that is disclosed with parts blacked out.

    The original stays under lock; only what was burnt is given out.
    """

    class State(models.TextChoices):
        OPEN = "open", "待遮盖"
        WAITING = "waiting", "正在生成"
        BURNT = "burnt", "已遮盖"
        FAILED = "failed", "没有成功"

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="materials")
    original = models.ForeignKey(Upload, on_delete=models.PROTECT, related_name="+")
    pages = models.ForeignKey(Upload, null=True, on_delete=models.PROTECT, related_name="+")
    """The original as PDF, where it was a Word file; None where it has pages itself."""
    boxes = models.JSONField(default=list)
    """What is blacked out: [page, left, top, width, height] in mm, and why."""
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    fault = models.CharField(max_length=200, blank=True)
    burnt = models.ForeignKey(Upload, null=True, on_delete=models.PROTECT, related_name="+")
    given = models.BooleanField(default=False)
    """Whether the applicant gets it with the answer."""
    made = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
