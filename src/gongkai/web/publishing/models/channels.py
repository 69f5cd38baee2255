"""Through which channels a body publishes, and what went out through each."""

from django.db import models

from gongkai.web.agencies.models import Body
from gongkai.web.publishing.models.items import Item


class Channel(models.Model):
    """A channel or an account of a body (articles 23 and 25): opened, filed, closed."""

    class Kind(models.TextChoices):
        WEBSITE = "website", "政府网站"
        GAZETTE = "gazette", "政府公报"
        WECHAT = "wechat", "微信公众号"
        WEIBO = "weibo", "微博"
        DOUYIN = "douyin", "抖音号"
        PROCUREMENT = "procurement", "政府采购网"
        BOARD = "board", "信息公告栏"
        SCREEN = "screen", "滚动屏幕"
        TERMINAL = "terminal", "自助终端"
        PRESS = "press", "新闻发布会"
        MEDIA = "media", "报刊、广播、电视"
        READING = "reading", "查阅场所"
        COMMUNITY = "community", "社区互动平台"
        INTRANET = "intranet", "内网"
        OTHER = "other", "其他"

    class Connector(models.TextChoices):
        """How what went out is learnt of by itself."""

        NONE = "", "不自动采集"
        ATOM = "atom", "Atom 订阅"
        JSON_FEED = "json_feed", "JSON Feed 订阅"

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="channels")
    kind = models.CharField("渠道类别", max_length=12, choices=Kind)
    name = models.CharField("名称", max_length=80, help_text="例如：某某区人民政府门户网站")
    account = models.CharField("账号或者地点", max_length=120, blank=True)
    address = models.URLField("网址", max_length=300, blank=True)
    filing = models.CharField("备案号", max_length=60, blank=True)
    filed_on = models.DateField("备案日期", null=True, blank=True)
    opened_on = models.DateField("开通日期")
    closed_on = models.DateField("停用日期", null=True, blank=True)
    closed_why = models.CharField("停用的原因", max_length=200, blank=True)
    connector = models.CharField("采集方式", max_length=12, choices=Connector, blank=True)
    feed = models.URLField("订阅地址", max_length=300, blank=True)
    asked = models.DateTimeField(null=True)
    """When its feed was asked last."""
    fault = models.CharField(max_length=200, blank=True)
    """Why the feed could not be read last time."""
    etag = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "name"], name="channel_once")]
        ordering = (models.F("closed_on").asc(nulls_first=True), "pk")

    def __str__(self) -> str:
        return self.name

    @property
    def inward(self) -> bool:
        """What goes out here is never counted as public."""
        return self.kind == self.Kind.INTRANET


class Dissemination(models.Model):
    """One thing that went out through a channel on a day. A mistaken one stays, as void."""

    class Origin(models.TextChoices):
        HAND = "hand", "手工登记"
        IMPORT = "import", "表格导入"
        CONNECTOR = "connector", "自动采集"

    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, related_name="went_out")
    item = models.ForeignKey(
        Item, null=True, on_delete=models.PROTECT, related_name="disseminations"
    )
    on = models.DateField("发布日期")
    title = models.CharField("标题", max_length=200)
    address = models.URLField("网址", max_length=500, blank=True)
    sort = models.CharField("信息类别", max_length=40)
    origin = models.CharField(max_length=10, choices=Origin)
    key = models.CharField(max_length=64)
    """What tells it from others of the channel: a hash of its address, or of title and day."""
    entered = models.DateTimeField()
    by = models.CharField(max_length=120)
    void = models.CharField(max_length=200, blank=True)
    """Why it does not count, where it was entered by mistake."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["channel", "key"], name="went_out_once")]
        indexes = [models.Index(fields=["channel", "-on", "-id"], name="went_out_latest")]
        ordering = ("-on", "-pk")

    def __str__(self) -> str:
        return self.title


class StatedFigure(models.Model):
    """What a year came to where nobody kept the single records: a figure and where it is from."""

    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, related_name="stated")
    year = models.PositiveSmallIntegerField("年份")
    sort = models.CharField("信息类别", max_length=40)
    count = models.PositiveIntegerField("条数")
    approximate = models.BooleanField("是概数（近、约、余）", default=False)
    source = models.CharField("数据来源", max_length=200, help_text="例如：2021年度报告第一部分")
    entered = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["channel", "year", "sort"], name="stated_once")
        ]
        ordering = ("-year", "sort")
