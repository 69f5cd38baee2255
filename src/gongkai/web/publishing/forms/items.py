from django import forms

from gongkai.law.identity.digits import InvalidNumberError
from gongkai.law.identity.document_number import read_document_number
from gongkai.law.identity.index_number import INDEX_FORMS
from gongkai.web.agencies.models import Body
from gongkai.web.publishing.index import fixed_parts, index_number
from gongkai.web.publishing.models.items import Audience, Item, Kind
from gongkai.web.publishing.queries.items import explainable, subject_choices
from gongkai.web.publishing.record import Ground, Validity
from gongkai.web.publishing.text import cleaned, plain
from gongkai.web.ui import clock
from gongkai.web.ui.forms import DayField, PlainForm

ANY = [("", "全部")]
PART_LABELS = {
    "body": "代码",
    "region": "行政区划代码（六位）",
    "department": "部门代码",
    "category": "类别代码",
    "section": "内设机构或者分组代码",
}


class ItemForm(PlainForm):
    """The metadata and the text of an item."""

    title = forms.CharField(label="名称", max_length=200)
    kind = forms.ChoiceField(label="体裁", choices=Kind)
    subject = forms.ChoiceField(label="主题分类")
    document_number = forms.CharField(
        label="文号",
        max_length=60,
        required=False,
        help_text="有文号的必须填写，例如：区办发〔2026〕3号",
    )
    made_on = DayField(label="生成日期", help_text="文件以签发日期为准")
    summary = forms.CharField(
        label="内容概述",
        max_length=100,
        help_text="不超过 100 字，说明内容，不重复名称",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    audience = forms.ChoiceField(label="公开范围", choices=Audience)
    about = forms.ModelChoiceField(
        None, label="解读的文件", required=False, empty_label="不是政策解读"
    )
    content = forms.CharField(
        label="正文",
        help_text="可以直接输入，每段一行；也可以粘贴网页格式的正文，多余的格式会自动清除",
        widget=forms.Textarea(attrs={"rows": 18, "class": "long"}),
    )
    base = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, body: Body, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["subject"].choices = [("", "请选择"), *subject_choices()]
        self.fields["about"].queryset = explainable(body)

    def clean_made_on(self):
        day = self.cleaned_data["made_on"]
        if day > clock.today():
            raise forms.ValidationError("生成日期不能晚于今天。")
        return day

    def clean_content(self) -> str:
        typed = self.cleaned_data["content"]
        if not plain(cleaned(typed)).strip():
            raise forms.ValidationError("请填写正文。")
        return typed

    def clean_document_number(self) -> str:
        typed = self.cleaned_data["document_number"].strip()
        try:
            return str(read_document_number(typed)) if typed else ""
        except InvalidNumberError as fault:
            raise forms.ValidationError(f"{fault}。") from fault

    def clean(self) -> None:
        typed = self.cleaned_data
        if typed.get("summary") and typed.get("summary") == typed.get("title"):
            self.add_error("summary", "内容概述不能只重复名称，请写明主要内容。")
        if typed.get("kind") == Kind.INTERPRETATION and not typed.get("about"):
            self.add_error("about", "请选择这篇解读所解读的文件。")
        if typed.get("kind") == Kind.NORMATIVE and not typed.get("document_number"):
            self.add_error("document_number", "行政规范性文件应当有文号。")

    def facts(self) -> dict[str, object]:
        """The fields as the record keeps them."""
        typed = {name: value for name, value in self.cleaned_data.items() if name != "base"}
        about: Item | None = typed["about"]
        explains = about.pk if about and typed["kind"] == Kind.INTERPRETATION else None
        return {**typed, "made_on": typed["made_on"].isoformat(), "about": explains}


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
    kind = forms.ChoiceField(label="体裁", required=False, choices=[*ANY, *Kind.choices])
    subject = forms.ChoiceField(label="主题分类", required=False)
    year = forms.TypedChoiceField(label="年份", required=False, coerce=int, empty_value=None)
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
