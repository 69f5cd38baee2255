from django import forms

from gongkai.web.publishing.connectors.told import Told
from gongkai.web.publishing.models.channels import Channel, Dissemination, StatedFigure
from gongkai.web.publishing.sheets import SheetError, day, refuse, rows
from gongkai.web.ui import clock
from gongkai.web.ui.forms import AddressField, DayField, PlainForm, PlainModelForm

HEAD = ("发布日期", "标题")
"""Columns that a table of disseminations must have; 网址 and 信息类别 may be there."""


class ChannelForm(PlainModelForm):
    """A channel or an account of a body."""

    address = AddressField(label="网址", max_length=300, required=False)
    feed = AddressField(label="订阅地址", max_length=300, required=False)
    filed_on = DayField(label="备案日期", required=False)
    opened_on = DayField(label="开通日期")

    class Meta:
        model = Channel
        fields = (
            "kind",
            "name",
            "account",
            "address",
            "opened_on",
            "filing",
            "filed_on",
            "connector",
            "feed",
        )
        help_texts = {
            "account": "微信号、微博名等；公告栏、查阅场所写地点",
            "connector": "渠道提供订阅时，每天自动登记新发布的信息",
        }

    def clean_opened_on(self):
        return past(self.cleaned_data["opened_on"], "开通日期")

    def clean(self) -> dict:
        typed = super().clean()
        if typed.get("connector") and not typed.get("feed"):
            self.add_error("feed", "选择了自动采集，请填写订阅地址。")
        others = Channel.objects.filter(body=self.instance.body_id, name=typed.get("name", ""))
        if others.exclude(pk=self.instance.pk).exists():
            self.add_error("name", "本单位已经登记过同名的渠道。")
        return typed


class CloseForm(PlainForm):
    """From when a channel is used no more."""

    on = DayField(label="自哪天起停用")
    why = forms.CharField(label="停用的原因", max_length=200)


class DisseminationForm(PlainModelForm):
    """One thing that went out."""

    on = DayField(label="发布日期")
    address = AddressField(label="网址", max_length=500, required=False)

    class Meta:
        model = Dissemination
        fields = ("on", "title", "address", "sort")
        help_texts = {"sort": "例如：工作动态、政策解读；统计时按类别分开"}

    def clean_on(self):
        return past(self.cleaned_data["on"], "发布日期")

    def told(self) -> Told:
        return Told(
            **{name: self.cleaned_data[name] for name in ("title", "on", "address", "sort")}
        )


class SheetForm(PlainForm):
    """A table to take in."""

    file = forms.FileField(label="表格", help_text="XLSX 或者 CSV，表头见下方说明")


class VoidForm(PlainForm):
    """Why an entry does not count."""

    why = forms.CharField(label="作废的原因", max_length=200)


class StatedForm(PlainModelForm):
    """A figure of a year for which nobody kept the single records."""

    class Meta:
        model = StatedFigure
        fields = ("year", "sort", "count", "approximate", "source")

    def clean_year(self) -> int:
        year = self.cleaned_data["year"]
        if not 2008 <= year <= clock.today().year:
            raise forms.ValidationError("请填写 2008 年到今年之间的年份。")
        return year


def past(value, label: str):
    """A day that is not to come."""
    if value > clock.today():
        raise forms.ValidationError(f"{label}不能晚于今天。")
    return value


def read_table(name: str, data: bytes) -> list[Told]:
    """The disseminations of an uploaded table; SheetError names the rows that do not fit."""
    today, found, faults = clock.today(), [], []
    for number, row in rows(name, data, HEAD):
        on, title = day(row["发布日期"]), row["标题"]
        if on is None or on > today:
            faults.append(f"第 {number} 行的发布日期“{row['发布日期']}”不对")
        elif not title:
            faults.append(f"第 {number} 行没有标题")
        else:
            found.append(Told(title[:200], on, row.get("网址", ""), row.get("信息类别", "")))
    refuse(faults)
    if not found:
        raise SheetError("表格里没有可以导入的内容。")
    return found
