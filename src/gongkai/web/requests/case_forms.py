"""What is written down about a case beside its acts."""

from datetime import date

from django import forms
from django.core.validators import MaxValueValidator

from gongkai.law.fee.tariff import Basis
from gongkai.web.agencies.models import Body
from gongkai.web.requests.acts.casework import Searched
from gongkai.web.requests.acts.consult import Asked
from gongkai.web.requests.models.case import Request
from gongkai.web.ui.forms import DayField, PlainForm

MOST_PARTS = 20
NOT_OUT = "还没有发出的不填：先在本平台起草、签发，送达时自动记入；线下已经发出的填写"


class PastDayMixin:
    """A day called `on` that is not after today; the clock is told from outside."""

    def __init__(self, *args, today: date, **kwargs):
        kwargs["initial"] = {"on": today, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_on(self) -> date:
        day: date = self.cleaned_data["on"]
        if day and day > self.today:
            raise forms.ValidationError("日期不能晚于今天。")
        return day


class NoteForm(PlainForm):
    """A note for colleagues."""

    text = forms.CharField(
        label="备注",
        max_length=2000,
        help_text="只有本单位工作人员能看到，加密保存，不进入答复",
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class SearchForm(PastDayMixin, PlainForm):
    """One search, as evidence for an answer that nothing is held."""

    on = DayField(label="检索日期")
    place = forms.CharField(
        label="检索范围", max_length=100, help_text="如：档案室2019—2021年卷宗、公文系统、规划科"
    )
    words = forms.CharField(
        label="检索方法和关键词", max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    found = forms.TypedChoiceField(
        label="结果",
        choices=[("no", "没有找到"), ("yes", "找到")],
        coerce=lambda value: value == "yes",
    )

    @property
    def searched(self) -> Searched:
        return Searched(**self.cleaned_data)


class SplitForm(PastDayMixin, PlainForm):
    """The matters of one application, a line each."""

    topics = forms.CharField(
        label="拆分后的各件", help_text="每行一件，写明所需信息的名称", widget=forms.Textarea
    )
    on = DayField(label="拆分日期")

    def clean_topics(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["topics"].splitlines()]
        topics = [line for line in lines if line]
        if not 2 <= len(topics) <= MOST_PARTS:
            raise forms.ValidationError(f"请写明 2 至 {MOST_PARTS} 件，每行一件。")
        return topics


class JoinForm(PlainForm):
    """Which application of the same applicant it goes with."""

    lead = forms.ModelChoiceField(
        Request.objects.none(), label="与哪一件合并办理", empty_label="请选择"
    )

    def __init__(self, *args, candidates, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["lead"].queryset = candidates
        self.fields["lead"].label_from_instance = lambda case: f"{case.number} {case.topic}"


class ForwardForm(PastDayMixin, PlainForm):
    """To which body and why."""

    to = forms.ModelChoiceField(Body.objects.none(), label="转给哪个单位", empty_label="请选择")
    reason = forms.CharField(label="转办理由", max_length=200)
    on = DayField(label="转办日期")

    def __init__(self, *args, others, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = others


class SendBackForm(PlainForm):
    """Why it is not ours."""

    reason = forms.CharField(label="退回理由", max_length=200)


class ConsultForm(PastDayMixin, PlainForm):
    """Whom to ask about what; who applied is not told."""

    whom = forms.ChoiceField(
        label="征求谁的意见",
        choices=[("third", "第三方（条例第三十二条）"), ("body", "其他机关（条例第三十四条）")],
    )
    name = forms.CharField(label="对方姓名或者名称", max_length=120)
    phone = forms.CharField(label="对方电话", max_length=30, required=False)
    email = forms.EmailField(label="对方电子邮箱", required=False)
    address = forms.CharField(label="对方通信地址", max_length=200, required=False)
    about = forms.CharField(
        label="涉及的信息",
        max_length=1000,
        help_text="对方在意见页面上看到这段话，不要写申请人是谁",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    on = DayField(label="征求意见书发出日期", required=False, help_text=NOT_OUT)
    received_on = DayField(label="对方收到日期", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["on"] = None

    def clean(self) -> None:
        given = self.cleaned_data
        if given.get("received_on") and not given.get("on") and not self.errors:
            self.add_error("on", "对方已经收到的，请填写发出日期。")

    @property
    def asked(self) -> Asked:
        given = self.cleaned_data
        return Asked(
            third_party=given["whom"] == "third",
            sent=given["on"],
            received_on=given["received_on"],
            person={key: given[key] for key in ("name", "phone", "email", "address", "about")},
        )


class OpinionForm(PlainForm):
    """Yes or no, and why not."""

    agrees = forms.TypedChoiceField(
        label="是否同意公开",
        choices=[("yes", "同意公开"), ("no", "不同意公开")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    reasons = forms.CharField(
        label="理由",
        required=False,
        max_length=2000,
        help_text="不同意公开的，请说明公开会损害哪些合法权益",
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class PaperOpinionForm(PastDayMixin, OpinionForm):
    """The same from the slip that came back on paper."""

    on = DayField(label="收到意见日期")


class ExtendForm(PlainForm):
    """How long and why."""

    days = forms.IntegerField(label="延长工作日数", min_value=1)
    reason = forms.CharField(label="延长的理由", max_length=200)

    def __init__(self, *args, most: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["days"].max_value = most
        self.fields["days"].help_text = f"最多 {most} 个工作日"
        self.fields["days"].validators.append(MaxValueValidator(most, f"最多 {most} 个工作日。"))


class DecideForm(PlainForm):
    """Agreed or not."""

    approved = forms.TypedChoiceField(
        label="批复",
        choices=[("yes", "同意延期"), ("no", "不同意延期")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    opinion = forms.CharField(label="意见", required=False, max_length=200)


class DayForm(PastDayMixin, PlainForm):
    """Only the day on which something happened."""

    on = DayField(label="日期")


class ChargeForm(PastDayMixin, PlainForm):
    """By item or by page, never both; the tariff computes the sum."""

    basis = forms.ChoiceField(
        label="计收方式",
        choices=[(basis.value, basis.chinese) for basis in Basis],
        widget=forms.RadioSelect,
    )
    units = forms.IntegerField(
        label="件数或者页数",
        min_value=1,
        help_text="按件的写这件申请拆分的件数，一般为 1；按量的写提供信息的页数",
    )
    on = DayField(label="收费通知发出日期", required=False, help_text=NOT_OUT)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["on"] = None


class OutForm(DayForm):
    """A letter that went out otherwise than through the platform."""

    received_on = DayField(label="对方收到日期", required=False)

    def clean(self) -> None:
        out, got = self.cleaned_data.get("on"), self.cleaned_data.get("received_on")
        if out and got and got < out:
            self.add_error("received_on", "收到日期不能早于发出日期。")


class ReachedForm(DayForm):
    """A letter that was signed for later than it went out."""

    on = DayField(label="对方签收日期")


class PayForm(PastDayMixin, PlainForm):
    """The slip of the bank or the counter."""

    slip = forms.CharField(label="缴费凭证号", max_length=60)
    on = DayField(label="缴费日期")
