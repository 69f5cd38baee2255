"""What is typed about a remedy: its papers when it comes, then each act."""

from datetime import date

from django import forms

from gongkai.law.remedy.decisions import decisions_of
from gongkai.web.agencies.models import Body
from gongkai.web.remedies import queries
from gongkai.web.remedies.acts.case import Facts, Person
from gongkai.web.remedies.models import Against, Claimant, Remedy
from gongkai.web.remedies.record import Act, Kind
from gongkai.web.ui.forms import DayField, PlainForm

NOTE = {"required": False, "max_length": 1000, "widget": forms.Textarea(attrs={"rows": 2})}


class RegisterForm(PlainForm):
    """A case as its papers tell it."""

    kind = forms.ChoiceField(label="类型", choices=[("", "请选择"), *((k, k.zh) for k in Kind)])
    against = forms.ChoiceField(label="针对", choices=Against.choices)
    number = forms.CharField(
        label="关联申请的编号",
        required=False,
        max_length=40,
        help_text="针对平台上申请的，填写申请编号；以前的或者平台以外的不填",
    )
    letter = forms.IntegerField(required=False, widget=forms.HiddenInput)
    """The answer that is attacked; the newest of the application where none is named."""
    subject = forms.CharField(
        label="争议事项",
        required=False,
        max_length=200,
        help_text="关联申请的可以不填，用申请的名称",
    )
    claimant = forms.ChoiceField(label="提起人", choices=Claimant.choices)
    name = forms.CharField(
        label="提起人姓名或者名称", required=False, max_length=100, help_text="加密保存"
    )
    forum = forms.CharField(
        label="受理机关或者法院", max_length=120, widget=forms.TextInput(attrs={"list": "forums"})
    )
    case_number = forms.CharField(label="案号", required=False, max_length=80)
    filed_on = DayField(label="受理（立案）日期")
    received_on = DayField(
        label="本单位收到副本或者通知的日期", help_text="答复期限从这一天的次日起算"
    )
    simple = forms.BooleanField(label="适用简易程序（行政复议）", required=False)
    reply_by = DayField(label="要求答复的日期（投诉、举报）", required=False)
    instance = forms.TypedChoiceField(
        label="审级", coerce=int, choices=[(1, "复议或者一审"), (2, "二审")], initial=1
    )
    previous = forms.ModelChoiceField(
        None,
        label="前一程序",
        required=False,
        empty_label="没有",
        help_text="复议后起诉、二审时选择",
    )
    co_defendant = forms.BooleanField(label="仅作为复议机关参加（共同被告）", required=False)

    def __init__(self, body: Body, today: date, *args, own: Remedy | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.body, self.today = body, today
        earlier = queries.earlier(body)
        self.fields["previous"].queryset = earlier.exclude(pk=own.pk) if own else earlier

    def clean_number(self) -> str:
        typed: str = self.cleaned_data["number"]
        self.request = queries.request_called(self.body, typed) if typed else None
        if typed and self.request is None:
            raise forms.ValidationError("本单位没有这个编号的申请，请核对；平台以外的请留空。")
        return typed

    def clean(self) -> None:
        given = self.cleaned_data
        filed, received = given.get("filed_on"), given.get("received_on")
        if received and received > self.today:
            self.add_error("received_on", "收到日期不能晚于今天。")
        if filed and received and filed > received:
            self.add_error("filed_on", "受理（立案）日期不能晚于本单位收到的日期。")
        if not given.get("subject") and not getattr(self, "request", None):
            self.add_error("subject", "请填写争议事项，或者关联一件申请。")
        suit_after = given.get("kind") == Kind.LITIGATION_DIRECT
        previous = given.get("previous")
        if suit_after and previous and previous.kind == Kind.RECONSIDERATION:
            self.add_error("kind", "前一程序是行政复议的，请选择“复议后起诉”。")

    def facts(self) -> Facts:
        given, asked = self.cleaned_data, self.request
        attacked = given["against"] == Against.ANSWER
        sent = queries.answers(asked) if asked and attacked else queries.answers(None).none()
        answer = sent.filter(pk=given["letter"]).first() or sent.first()
        previous = given["previous"]
        return Facts(
            kind=Kind(given["kind"]),
            subject=given["subject"] or asked.topic,
            request=asked.pk if asked else None,
            letter=answer.pk if answer else None,
            previous=previous.pk if previous else None,
            **{name: given[name] for name in ("against", "forum", "filed_on", "received_on")},
            **{name: given[name] for name in ("case_number", "simple", "reply_by")},
            **{name: given[name] for name in ("co_defendant", "instance")},
        )

    def person(self) -> Person:
        return Person(Claimant(self.cleaned_data["claimant"]), self.cleaned_data["name"])


class ActForm(PlainForm):
    """One act: its day, what it says, a note."""

    on = DayField(label="日期")
    note = forms.CharField(label="备注", **NOTE)

    def __init__(self, act: Act, remedy: Remedy, today: date, *args, **kwargs):
        super().__init__(*args, initial={"on": today}, **kwargs)
        self.act, self.today = act, today
        if act is Act.HEAR:
            self.fields["on"].help_text = "接到通知即可登记，到期前会提醒"
        self.fields.update(_FACTS.get(act, lambda _remedy: {})(remedy))
        self.order_fields([name for name in self.fields if name != "note"])
        if act is Act.VOID:
            self.fields["note"].required = True
            self.fields["note"].label = "理由"

    def clean_on(self) -> date:
        """A hearing is entered when it is announced; everything else when it was done."""
        day: date = self.cleaned_data["on"]
        if day > self.today and self.act is not Act.HEAR:
            raise forms.ValidationError("日期不能晚于今天。")
        return day

    def clean(self) -> None:
        given = self.cleaned_data
        if given.get("anew") and not given.get("served_on"):
            self.add_error("served_on", "要求重新处理的，请填写收到决定的日期，期限由此起算。")
        if given.get("days") and given.get("until"):
            self.add_error("until", "期限写天数或者截止日期，只写一种。")

    def facts(self) -> dict[str, object]:
        kept = {k: v for k, v in self.cleaned_data.items() if k not in ("on", "note")}
        return {k: v.isoformat() if isinstance(v, date) else v for k, v in kept.items()}


def _hearing(_remedy: Remedy) -> dict[str, forms.Field]:
    return {"place": forms.CharField(label="地点和出席人员", required=False, max_length=200)}


def _deciding(remedy: Remedy) -> dict[str, forms.Field]:
    ends = decisions_of(Kind(remedy.kind).way)
    return {
        "decision": forms.ChoiceField(
            label="结果", choices=[("", "请选择"), *((row.key, row.zh) for row in ends)]
        ),
        "document_number": forms.CharField(label="决定或者裁判文号", required=False, max_length=80),
        "served_on": DayField(label="本单位收到的日期", required=False),
        "anew": forms.BooleanField(label="要求重新答复、履行或者采取补救措施", required=False),
        "days": forms.IntegerField(label="要求的期限（工作日）", required=False, min_value=1),
        "until": DayField(label="或者要求的截止日期", required=False),
    }


def _mending(remedy: Remedy) -> dict[str, forms.Field]:
    sent = queries.answers(remedy.request) if remedy.request_id else ()
    return {
        "done": forms.CharField(
            label="做了什么", max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
        ),
        "letter": forms.TypedChoiceField(
            label="重新作出的答复",
            required=False,
            coerce=int,
            empty_value=None,
            choices=[("", "没有或者不在平台上"), *((each.pk, each.number) for each in sent)],
        ),
    }


_FACTS = {Act.HEAR: _hearing, Act.DECIDE: _deciding, Act.MEND: _mending}
"""What is asked for an act beside its day."""


class ReasonForm(PlainForm):
    reason = forms.CharField(label="理由", max_length=300)
