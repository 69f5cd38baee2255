"""Items that come from an office system, and items handed on to another system."""

from django.db import models

from gongkai.web.agencies.models import Body
from gongkai.web.publishing.models.channels import Channel
from gongkai.web.publishing.models.items import Item
from gongkai.web.vault.models import Holder


class Gate(models.Model):
    """The key with which an office system hands packages to a body. Only its digest is kept."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="gates")
    name = models.CharField("系统名称", max_length=60)
    digest = models.CharField(max_length=64, unique=True)
    made = models.DateTimeField()
    by = models.CharField(max_length=120)
    closed = models.DateTimeField(null=True)


class Intake(models.Model):
    """A package that came in, with the disclosure attribute it was given at drafting."""

    class Openness(models.TextChoices):
        PUBLIC = "public", "主动公开"
        ON_APPLICATION = "on_application", "依申请公开"
        WITHHELD = "withheld", "不予公开"

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="intakes")
    source = models.CharField(max_length=80)
    """The id that the sending system gave it."""
    title = models.CharField(max_length=200)
    openness = models.CharField("公开属性", max_length=16, choices=Openness)
    ground = models.CharField("依据", max_length=200, blank=True)
    digest = models.CharField(max_length=64)
    received = models.DateTimeField()
    by = models.CharField(max_length=120)
    item = models.OneToOneField(Item, null=True, on_delete=models.PROTECT, related_name="intake")
    by_folder = models.BooleanField(default=False)
    told = models.CharField(max_length=300, blank=True)
    """The published address that went back to the folder."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "source"], name="intake_once")]
        ordering = ("-received", "-pk")


class Outlet(models.Model):
    """Where the public items of a body are handed on: a channel that another system runs."""

    class Way(models.TextChoices):
        FOLDER = "folder", "写入交换文件夹"
        POST = "post", "逐条推送（HTTP POST）"

    channel = models.OneToOneField(Channel, on_delete=models.PROTECT, related_name="outlet")
    way = models.CharField("方式", max_length=8, choices=Way)
    address = models.URLField("接口地址", max_length=300, blank=True)
    holder = models.OneToOneField(Holder, null=True, on_delete=models.PROTECT, related_name="+")
    """The key of the other system, encrypted."""
    since = models.DateField("从哪天公布的起")
    closed = models.DateTimeField(null=True)


class Handover(models.Model):
    """One item at one outlet: which version it has there, and under which address."""

    outlet = models.ForeignKey(Outlet, on_delete=models.PROTECT, related_name="handovers")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="handovers")
    version = models.PositiveSmallIntegerField(default=0)
    """0 where it was taken back."""
    sent = models.DateTimeField()
    address = models.CharField(max_length=300, blank=True)
    fault = models.CharField(max_length=200, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["outlet", "item"], name="handed_once")]
