from collections.abc import Mapping, Sequence

from django import forms

from gongkai.web.ledgers.acts.figures import Said
from gongkai.web.ledgers.models import Batch, Figure, Indicator
from gongkai.web.ledgers.queries import Column
from gongkai.web.ledgers.rows import Place
from gongkai.web.ledgers.sheets.values import NotSoError, amount
from gongkai.web.ledgers.target import Field
from gongkai.web.ui.forms import PlainForm, PlainModelForm

FIRST_YEAR = 2008
"""The year in which the Regulation came into force."""


class UploadForm(PlainForm):
    """A spreadsheet and the year it is about."""

    file = forms.FileField(label="表格文件")
    year = forms.IntegerField(
        label="哪一年的",
        min_value=FIRST_YEAR,
        required=False,
        help_text="不填时按表题或者文件名中的年份；日期没有写年份的，按这一年理解",
        widget=forms.NumberInput(attrs={"class": "short"}),
    )

    def __init__(self, endings: Sequence[str], *args, this_year: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.this_year = this_year
        kinds = "、".join(ending.upper() for ending in endings)
        self.fields["file"].help_text = f"{kinds}，不超过 30 MB；表头不必改成固定的样子"
        self.fields["file"].widget.attrs["accept"] = ",".join(f".{each}" for each in endings)

    def clean_year(self) -> int | None:
        year: int | None = self.cleaned_data["year"]
        if year and year > self.this_year:
            raise forms.ValidationError(f"不能晚于 {self.this_year} 年。")
        return year


class ColumnsForm(PlainForm):
    """Which sheets, where their heads stand, and what each column means."""

    def __init__(
        self,
        batch: Batch,
        found: Sequence[Place],
        named: Sequence[Column],
        fields: Sequence[Field],
        *args,
        **kwargs,
    ):
        super().__init__(*args, **kwargs)
        self.batch, self.found, self.named, self.wanted = batch, found, named, fields
        choices = [("", "不导入"), *((f.key, _label(f)) for f in fields)]
        for place in found:
            self.fields[f"sheet-{place.index}"] = forms.BooleanField(
                label=place.name, required=False, initial=place.chosen
            )
            self.fields[f"head-{place.index}"] = forms.IntegerField(
                label=f"“{place.name}”的表头在第几行",
                min_value=1,
                required=False,
                initial=place.head.last,
                widget=forms.NumberInput(attrs={"class": "short"}),
            )
        for index, column in enumerate(named):
            self.fields[f"column-{index}"] = forms.ChoiceField(
                label=column.label,
                choices=choices,
                required=False,
                initial=column.key,
                help_text=f"例如：{column.examples}" if column.examples else "",
            )

    @property
    def sheet_rows(self):
        return [(self[f"sheet-{p.index}"], self[f"head-{p.index}"]) for p in self.found]

    @property
    def column_rows(self):
        return [self[f"column-{index}"] for index, _column in enumerate(self.named)]

    def clean(self) -> None:
        if not any(self.cleaned_data.get(f"sheet-{p.index}") for p in self.found):
            raise forms.ValidationError("请至少勾选一个工作表。")

    def chosen(self) -> dict[int, int | None]:
        """Index of each chosen sheet → the line of its head."""
        said = self.cleaned_data
        return {
            p.index: said.get(f"head-{p.index}") for p in self.found if said[f"sheet-{p.index}"]
        }

    def columns(self) -> dict[str, str]:
        said = self.cleaned_data
        return {column.label: said[f"column-{index}"] for index, column in enumerate(self.named)}


def _label(field: Field) -> str:
    return f"{field.label}（必须有）" if field.required else field.label


class IndicatorForm(PlainModelForm):
    """Something to count."""

    class Meta:
        model = Indicator
        fields = ("name", "unit", "total", "over")
        labels = {"total": "属于哪一项的分项"}
        help_texts = {
            "unit": "例如：件、场、人次",
            "over": "关注人数、群组数这类存量选“取最后一个月”",
        }

    def __init__(self, body, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.body = body
        others = body.indicators.filter(retired=False).exclude(pk=self.instance.pk)
        self.fields["total"].queryset = others
        self.fields["total"].empty_label = "不是分项"

    def clean_name(self) -> str:
        name = self.cleaned_data["name"].strip()
        same = self.body.indicators.filter(name=name).exclude(pk=self.instance.pk)
        if same.exists():
            raise forms.ValidationError("已经有同名的指标。")
        return name

    def clean_total(self) -> Indicator | None:
        above = chosen = self.cleaned_data["total"]
        while above is not None:
            if above.pk == self.instance.pk:
                raise forms.ValidationError("不能属于它自己的分项。")
            above = above.total
        return chosen


class MonthForm(PlainForm):
    """All figures of a month, or of a whole year, on one page; an empty one is left as it is."""

    note = forms.CharField(
        label="来源说明", required=False, max_length=200, help_text="记在本次改动的每个数上"
    )
    link = forms.URLField(label="佐证网址", required=False, max_length=300, assume_scheme="https")
    file = forms.FileField(label="佐证材料", required=False)

    def __init__(
        self,
        counted: Sequence[Indicator],
        standing: Mapping[int, Figure],
        *args,
        **kwargs,
    ):
        super().__init__(*args, **kwargs)
        self.counted, self.standing = counted, standing
        for each in counted:
            figure = standing.get(each.pk)
            self.fields[f"value-{each.pk}"] = forms.CharField(
                label=f"{each.name}（{each.unit}）" if each.unit else each.name,
                required=False,
                max_length=20,
                initial=_typed(figure),
                widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "short"}),
            )

    @property
    def value_rows(self):
        return [self[f"value-{each.pk}"] for each in self.counted]

    def clean(self) -> None:
        self.changes: list[Said] = []
        for each in self.counted:
            name = f"value-{each.pk}"
            typed = (self.cleaned_data.get(name) or "").strip()
            if typed == _typed(self.standing.get(each.pk)):
                continue
            try:
                found = amount(typed) if typed else None
            except NotSoError as fault:
                self.add_error(name, str(fault))
                continue
            if found is not None and found.value < 0:
                self.add_error(name, "不能小于 0。")
            said = Said(each, 0, found.value if found else None, bool(found and found.about))
            self.changes.append(said)


def _typed(figure: Figure | None) -> str:
    if figure is None or figure.value is None:
        return ""
    return f"{'约' if figure.about else ''}{figure.value.normalize():f}"
