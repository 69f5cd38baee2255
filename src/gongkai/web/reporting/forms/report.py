from django import forms

from gongkai.statute.forms import Form, Row
from gongkai.web.agencies.models import Body
from gongkai.web.reporting.draft import templates
from gongkai.web.reporting.figures import entered
from gongkai.web.ui.forms import PlainForm


class OpenForm(PlainForm):
    """Which body's report for which year."""

    body = forms.ModelChoiceField(None, label="单位", empty_label=None)
    year = forms.TypedChoiceField(label="报告年度", coerce=int)

    template = forms.ChoiceField(
        label="初稿按哪一类单位起草",
        required=False,
        choices=[("", "按单位名称和类别自动选择"), *templates().items()],
    )

    def __init__(self, bodies: list[Body], this_year: int, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = Body.objects.filter(pk__in=[body.pk for body in bodies])
        years = range(this_year, this_year - 6, -1)
        self.fields["year"].choices = [(year, f"{year}年") for year in years]
        self.fields["year"].initial = this_year - 1


class TextForm(PlainForm):
    """The words of a part, and the version they were written over."""

    words = forms.CharField(
        label="内容",
        required=False,
        strip=True,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text="每段一行；段首不用空格",
    )
    base = forms.IntegerField(widget=forms.HiddenInput)


class SupplementForm(PlainForm):
    """A figure from outside the platform."""

    cell = forms.ChoiceField(label="补录到哪一格")
    value = forms.DecimalField(label="数量", min_value=0, decimal_places=2, max_digits=12)
    source = forms.CharField(
        label="数据来源", max_length=120, help_text="例如：行政执法系统、区财政局函"
    )
    paper = forms.CharField(
        label="依据材料", max_length=200, help_text="能找到这个数字的文件名、文号或台账页码"
    )

    def __init__(self, form: Form, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.form = form
        self.fields["cell"].choices = [("", "请选择"), *_choices(form)]

    def clean(self) -> None:
        cell, value = self.cleaned_data.get("cell"), self.cleaned_data.get("value")
        if cell and value is not None and self.form.kind(cell) == "count" and value % 1:
            self.add_error("value", "件数只能是整数。")

    def number(self) -> int | float:
        value = self.cleaned_data["value"]
        return int(value) if value == int(value) else float(value)


class BindForm(PlainForm):
    """Which number of which version, and the name it is bound to."""

    name = forms.CharField(max_length=80)
    start = forms.IntegerField(min_value=0)
    text = forms.CharField(max_length=20, strip=False)
    base = forms.IntegerField()


class CommentForm(PlainForm):
    """A word to colleagues."""

    comment = forms.CharField(
        label="批注", max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )


class ReasonForm(PlainForm):
    """One sentence that stays in the record."""

    reason = forms.CharField(label="理由", max_length=300, widget=forms.Textarea(attrs={"rows": 2}))


def _choices(form: Form) -> list[tuple[str, list[tuple[str, str]]]]:
    """The cells that hold figures of their own, a group for each row."""
    own = set(entered(form))
    groups = []
    for row in form.rows:
        cells = [
            (row.cell(key), form.column(row.table, key).label)
            for key in row.columns
            if row.cell(key) in own
        ]
        if cells:
            named = [(cell, f"{row.label} · {name}") for cell, name in cells]
            groups.append((_heading(form, row), named))
    return groups


def _heading(form: Form, row: Row) -> str:
    table = next(table.label for table in form.tables if table.key == row.table)
    return f"{table}：{row.printed}"
