"""The form of an item: what every item has, and the fields of its kind."""

from django import forms
from django.db.models import Q

from gongkai.law.identity.digits import InvalidNumberError
from gongkai.law.identity.document_number import read_document_number
from gongkai.web.agencies.models import Body
from gongkai.web.publishing import kinds
from gongkai.web.publishing.forms.own import OWN, of_kind, own_value
from gongkai.web.publishing.kinds import INTERPRETATION, KINDS, NORMATIVE
from gongkai.web.publishing.models.items import Audience, Item
from gongkai.web.publishing.queries.items import explainable, published, subject_choices
from gongkai.web.publishing.text import cleaned, plain
from gongkai.web.publishing.ways import Way
from gongkai.web.ui import clock
from gongkai.web.ui.forms import DayField, PlainForm

WAY = "way_"


class ItemForm(PlainForm):
    """The metadata and the text of an item. The fields of its kind stand after the common ones."""

    kind = forms.ChoiceField(choices=kinds.choices, widget=forms.HiddenInput)
    title = forms.CharField(label="名称", max_length=200)
    subject = forms.ChoiceField(label="主题分类")
    document_number = forms.CharField(
        label="文号",
        max_length=60,
        required=False,
        help_text="有文号的必须填写，例如：区办发〔2026〕3号",
    )
    made_on = DayField(label="生成日期", help_text="文件以签发日期为准，决定以作出之日为准")
    summary = forms.CharField(
        label="内容概述",
        max_length=100,
        help_text="不超过 100 字，说明内容，不重复名称",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    audience = forms.ChoiceField(label="公开范围", choices=Audience)
    about = forms.ModelChoiceField(None, label="解读的文件", required=False, empty_label="请选择")
    content = forms.CharField(
        label="正文",
        help_text="可以直接输入，每段一行；也可以从 Word 粘贴，多余的格式会自动清除",
        widget=forms.Textarea(attrs={"rows": 18, "class": "long"}),
    )
    full_text = forms.BooleanField(
        label="全文在网上公布",
        required=False,
        initial=True,
        help_text="只登载目录、摘要的不勾选；用来计算全文电子化率",
    )
    base = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, body: Body, kind: str, *args, **kwargs):
        super().__init__(*args, initial={**kwargs.pop("initial", {}), "kind": kind}, **kwargs)
        self.body, self.own = body, KINDS[kind]
        self.fields["subject"].choices = [("", "请选择"), *subject_choices()]
        self.fields["document_number"].depends = kind == NORMATIVE
        self.fields["about"].depends = True
        if kind == INTERPRETATION:
            self.fields["about"].queryset = explainable(body)
        else:
            del self.fields["about"]
        self._add(of_kind(self.own))
        if kind == NORMATIVE:
            self._add(
                {WAY + each.value: _related(each) for each in Way if each is not Way.EXPLAINS}
            )
        last = ["content", "full_text", *(name for name in self.fields if name.startswith(WAY))]
        self.order_fields([*(name for name in self.fields if name not in last), *last])

    def _add(self, added: dict[str, forms.Field]) -> None:
        for name, field in added.items():
            if field.required:
                field.error_messages["required"] = f"请填写{field.label}。"
            self.fields[name] = field

    def clean_kind(self) -> str:
        return self.own.key

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
        if self.own.key == INTERPRETATION and not typed.get("about"):
            self.add_error("about", "请选择这篇解读所解读的文件。")
        if self.own.key == NORMATIVE and not typed.get("document_number"):
            self.add_error("document_number", "行政规范性文件应当有文号。")
        since, until = typed.get(f"{OWN}since"), typed.get(f"{OWN}until")
        if since and until and until < since:
            self.add_error(f"{OWN}until", "截止日期不能早于开始日期。")
        if self.own.shown_until and until and until < clock.today():
            self.add_error(f"{OWN}until", "公示截止日期已经过去。")
        for name in [name for name in typed if name.startswith(WAY)]:
            self._find_related(name)

    def _find_related(self, name: str) -> None:
        """Document numbers, index numbers or titles → the ids of the items."""
        found = []
        for word in words_of(self.cleaned_data[name]):
            item = named(self.body, word)
            if item is None:
                self.add_error(name, f"没有找到“{word}”，请填写已公布文件的文号、索引号或者名称。")
                return
            found.append(item.pk)
        self.cleaned_data[name] = found

    def facts(self) -> dict[str, object]:
        """The fields as the record keeps them."""
        typed = self.cleaned_data
        common = {
            name: typed[name]
            for name in ItemForm.base_fields
            if name not in ("base", "about", "made_on")
        }
        about: Item | None = typed.get("about")
        relations = {name.removeprefix(WAY): typed[name] for name in typed if name.startswith(WAY)}
        own = {each.key: own_value(typed[OWN + each.key]) for each in self.own.fields}
        return {
            **common,
            "made_on": typed["made_on"].isoformat(),
            "about": about.pk if about else None,
            "details": {key: value for key, value in own.items() if value not in (None, "")},
            "relations": {way: ids for way, ids in relations.items() if ids},
        }


def shown(facts: dict, related: dict[str, list[str]]) -> dict[str, object]:
    """The facts of a draft as the form's initial values."""
    own = {OWN + key: value for key, value in facts.get("details", {}).items()}
    ways = {WAY + way: "；".join(names) for way, names in related.items()}
    return {"full_text": True, **facts, **own, **ways}


def named(body: Body, word: str) -> Item | None:
    """The published item of the body, or of the one above it, that is called so."""
    same = Q(document_number=word) | Q(index_number=word) | Q(title=word)
    family = Q(body=body) | Q(body=body.parent_id)
    return published().filter(same, family).first()


def _related(way: Way) -> forms.Field:
    return forms.CharField(
        label=f"{way.zh}的文件" if way is not Way.SEE else way.zh,
        required=False,
        max_length=600,
        help_text="填写文号、索引号或者名称，几件之间用分号隔开",
    )


def words_of(typed: str) -> list[str]:
    return [
        word.strip().strip("《》") for word in typed.replace("；", ";").split(";") if word.strip()
    ]
