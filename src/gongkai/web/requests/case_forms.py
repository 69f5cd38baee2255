"""What is written down about a case beside its acts."""

from datetime import date

from django import forms

from gongkai.web.requests.acts.casework import Searched
from gongkai.web.ui.forms import DayField, PlainForm


class NoteForm(PlainForm):
    """A note for colleagues."""

    text = forms.CharField(
        label="备注",
        max_length=2000,
        help_text="只有本单位工作人员能看到，加密保存，不进入答复",
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class SearchForm(PlainForm):
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

    def __init__(self, *args, today: date, **kwargs):
        super().__init__(*args, initial={"on": today}, **kwargs)
        self.today = today

    def clean_on(self) -> date:
        day: date = self.cleaned_data["on"]
        if day > self.today:
            raise forms.ValidationError("日期不能晚于今天。")
        return day

    @property
    def searched(self) -> Searched:
        return Searched(**self.cleaned_data)
