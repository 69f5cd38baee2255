from django import forms

from gongkai.law.identity.digits import InvalidNumberError
from gongkai.law.identity.index_number import INDEX_FORMS
from gongkai.web.publishing import kinds
from gongkai.web.publishing.index import fixed_parts, index_number
from gongkai.web.publishing.queries.items import subject_choices
from gongkai.web.publishing.record import Ground, Validity
from gongkai.web.ui import clock
from gongkai.web.ui.forms import DayField, LongSelect, PlainForm

ANY = [("", "全部")]
PART_LABELS = {
    "body": "代码",
    "region": "行政区划代码（六位）",
    "department": "部门代码",
    "category": "类别代码",
    "section": "内设机构或者分组代码",
}


class FileForm(PlainForm):
    """A file to attach."""

    file = forms.FileField(label="附件", help_text="PDF、OFD、Word、Excel、图片等，不超过 50 MB")


class ReleaseForm(PlainForm):
    """Why something the scan found may go out."""

    key = forms.CharField(widget=forms.HiddenInput)
    ground = forms.ChoiceField(label="依据", choices=[(each.value, each.zh) for each in Ground])
    word = forms.CharField(label="说明", max_length=200)


class ReasonForm(PlainForm):
    """One sentence that stays in the record."""

    reason = forms.CharField(label="理由", max_length=300, widget=forms.Textarea(attrs={"rows": 2}))


class MomentForm(PlainForm):
    """When, in Beijing."""

    at = forms.DateTimeField(
        label="公布时间（北京时间）",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"],
    )


class OverturnForm(PlainForm):
    """How a decision was set aside, and on which day the body learned of it."""

    how = forms.ChoiceField(
        label="结果", choices=[(each, each) for each in ("变更", "撤销", "确认违法", "确认无效")]
    )
    on = DayField(label="哪一天")
    by = forms.CharField(
        label="由谁作出", max_length=100, help_text="例如：区人民政府行政复议决定、区人民法院判决"
    )


class EndForm(ReasonForm):
    """From when a document holds no more."""

    validity = forms.ChoiceField(
        label="结果", choices=[(e.value, e.value) for e in (Validity.REPEALED, Validity.LAPSED)]
    )
    on = DayField(label="自哪天起")

    field_order = ("validity", "on", "reason")


class DayForm(PlainForm):
    """As of which day."""

    on = DayField(label="哪一天", required=False)


class FilterForm(PlainForm):
    """How the catalogue is narrowed; what does not fit is left out."""

    words = forms.CharField(label="名称、概述或者文号", required=False, max_length=60)
    kind = forms.ChoiceField(
        label="体裁", required=False, choices=[*ANY, *kinds.choices()], widget=LongSelect
    )
    subject = forms.ChoiceField(label="主题分类", required=False, widget=LongSelect)
    year = forms.TypedChoiceField(
        label="年份", required=False, coerce=int, empty_value=None, widget=LongSelect
    )
    validity = forms.ChoiceField(
        label="有效性", required=False, choices=[*ANY, *((e.value, e.value) for e in Validity)]
    )

    def __init__(self, years: list[int], *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = [*ANY, *((year, f"{year}年") for year in years)]
        self.fields["subject"].choices = [*ANY, *subject_choices()]

    def wanted(self) -> dict[str, object]:
        self.is_valid()
        return dict(self.cleaned_data)


class CategoriesForm(PlainForm):
    """Under what each kind is counted."""

    def __init__(self, of_kind: dict[str, str], *args, **kwargs):
        super().__init__(*args, **kwargs)
        for key, label in kinds.choices():
            self.fields[key] = forms.CharField(
                label=label, max_length=12, initial=of_kind[key], help_text=kinds.KINDS[key].group
            )
            self.fields[key].error_messages["required"] = f"请填写“{label}”计入的分类。"


class NumberingForm(PlainForm):
    """The form of a body's index numbers and the parts that never change."""

    form = forms.ChoiceField(
        label="索引号形式",
        choices=[(key, f"{each.label}（{each.where}）") for key, each in INDEX_FORMS.items()],
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for part, label in PART_LABELS.items():
            self.fields[part] = forms.CharField(label=label, required=False, max_length=18)

    def clean(self) -> None:
        key = self.cleaned_data.get("form")
        if not key:
            return
        missing = [part for part in fixed_parts(INDEX_FORMS[key]) if part not in self.parts()]
        for part in missing:
            self.add_error(part, f"这种形式的索引号要用到{PART_LABELS[part]}，请填写。")
        if missing:
            return
        try:
            index_number(key, self.parts(), clock.today(), 1)
        except InvalidNumberError as fault:
            self.add_error(None, f"{fault}。")

    def parts(self) -> dict[str, str]:
        typed = self.cleaned_data
        return {
            part: typed.get(part, "").strip()
            for part in fixed_parts(INDEX_FORMS[typed["form"]])
            if typed.get(part, "").strip()
        }
