from django import forms

from gongkai.web.agencies.models import Body
from gongkai.web.reporting.queries.filing import Wanted
from gongkai.web.ui.forms import PlainForm


class BoardForm(PlainForm):
    """Which area, which year, which of its bodies."""

    area = forms.ChoiceField(label="地区", required=False)
    year = forms.TypedChoiceField(label="报告年度", coerce=int, required=False)
    wanted = forms.ChoiceField(
        label="状态", required=False, choices=[(each.value, each.zh) for each in Wanted]
    )

    def __init__(self, areas: list[Body], last: int, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.areas, self.last = areas, last
        self.fields["area"].choices = [(area.code, area.short_name) for area in areas]
        years = range(last + 1, last - 8, -1)
        self.fields["year"].choices = [(year, f"{year}年") for year in years]
        for name, value in self.asked().items():
            self.initial.setdefault(name, value)
            self.fields[name].depends = True

    def asked(self) -> dict[str, object]:
        """Area's code, year, state: what was asked for, else what is usually looked at."""
        usual = {"area": self.areas[0].code, "year": self.last, "wanted": Wanted.ALL.value}
        told = self.cleaned_data if self.is_valid() else {}
        return {name: told.get(name) or value for name, value in usual.items()}


class RemarkForm(PlainForm):
    place = forms.ChoiceField(label="位置")
    words = forms.CharField(label="意见", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, places: list[tuple[str, list[tuple[str, str]]]], *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["place"].choices = places


class ReturnForm(PlainForm):
    opinion = forms.CharField(
        label="总的意见",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class RegisterForm(PlainForm):
    """A body that owes a report and is not on the platform."""

    name = forms.CharField(label="单位名称", max_length=120)
    kind = forms.ChoiceField(label="单位类别", choices=Body.Kind.choices)
