from django import forms

from gongkai.law.exemption.grounds import EXEMPTIONS
from gongkai.web.agencies.models import Body
from gongkai.web.publishing import kinds
from gongkai.web.publishing.forms.writing import named, words_of
from gongkai.web.publishing.models.upkeep import Campaign, Retention, Topic
from gongkai.web.publishing.queries.upkeep import outcomes
from gongkai.web.ui import clock
from gongkai.web.ui.forms import DayField, PlainForm


class CampaignForm(PlainForm):
    """Over which items, until when."""

    purpose = forms.ChoiceField(label="目的", choices=Campaign.Purpose.choices)
    title = forms.CharField(label="名称", max_length=100, help_text="例如：2026年规范性文件清理")
    basis = forms.CharField(label="依据", max_length=200, required=False)
    due = DayField(label="期限")
    before = DayField(label="只看这一天以前生成的", required=False)
    words = forms.CharField(
        label="只看含有这些词的",
        max_length=60,
        required=False,
        help_text="历年信息修正时按旧机构名称、旧电话等查找；几个词用空格分开，都要出现",
    )


class AssignForm(PlainForm):
    section = forms.CharField(label="责任科室", max_length=60)


class SettleForm(PlainForm):
    """What became of one item."""

    outcome = forms.ChoiceField(label="办理结果")
    on = DayField(label="自哪天起（废止、失效时）", required=False)
    note = forms.CharField(label="说明", max_length=300, required=False)

    def __init__(self, purpose: str, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["outcome"].choices = outcomes(purpose)


class WithheldForm(PlainForm):
    """What is not published and why."""

    title = forms.CharField(label="名称", max_length=200)
    document_number = forms.CharField(label="文号", max_length=60, required=False)
    ground = forms.ChoiceField(
        label="依据",
        choices=[(each.ground.value, f"{each.zh}（{each.source.place}）") for each in EXEMPTIONS],
    )
    reason = forms.CharField(label="具体理由", max_length=300)
    decided_on = DayField(label="决定日期")
    reviewer = forms.CharField(label="审查人", max_length=60)

    def clean_decided_on(self):
        day = self.cleaned_data["decided_on"]
        if day > clock.today():
            raise forms.ValidationError("决定日期不能晚于今天。")
        return day


class LookForm(PlainForm):
    """Whether it may be published now."""

    opens = forms.TypedChoiceField(
        label="结论",
        choices=[("no", "仍不予公开"), ("yes", "可以公开")],
        coerce=lambda said: said == "yes",
    )
    note = forms.CharField(label="理由", max_length=300)


class TopicForm(PlainForm):
    """A topic and what it gathers."""

    title = forms.CharField(label="名称", max_length=60)
    summary = forms.CharField(
        label="说明", max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )
    shown = forms.BooleanField(label="向社会公开", required=False, initial=True)
    items = forms.CharField(
        label="收入的信息",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="填写文号、索引号或者名称，几件之间用分号隔开",
    )

    def __init__(self, body: Body, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.body = body

    def clean_items(self):
        words = words_of(self.cleaned_data["items"].replace("\n", ";"))
        found = [(word, named(self.body, word)) for word in words]
        missing = [word for word, item in found if item is None]
        if missing:
            raise forms.ValidationError(f"没有找到“{missing[0]}”，请核对文号、索引号或者名称。")
        return [item for _word, item in found]

    def topic(self, topic: Topic | None) -> Topic:
        made, typed = topic or Topic(), self.cleaned_data
        made.title, made.summary, made.shown = typed["title"], typed["summary"], typed["shown"]
        return made


class RetentionForm(PlainForm):
    """How long a kind stays."""

    kind = forms.ChoiceField(label="体裁", choices=kinds.choices)
    years = forms.IntegerField(label="公布满几年", min_value=1, max_value=50)
    then = forms.ChoiceField(label="然后", choices=Retention.Then.choices)
