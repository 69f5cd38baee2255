"""What narrows a list, what is done to the rows that were ticked."""

from datetime import date

from django import forms

from gongkai.law.outcome.table import OUTCOMES
from gongkai.law.request.lifecycle import Stage
from gongkai.law.request.receipt import Channel
from gongkai.web.accounts.models import Person
from gongkai.web.agencies.models import Body, Section
from gongkai.web.requests.lists import SHOWS, Wanted, people_of, sections_of
from gongkai.web.requests.models.case import Request
from gongkai.web.ui.forms import PlainForm

ALL = ("", "不限")


class ListForm(PlainForm):
    """The filters above a list; what is not known narrows nothing."""

    words = forms.CharField(label="编号或者信息名称", required=False, max_length=60)
    show = forms.ChoiceField(
        label="范围", required=False, choices=[(key, show.label) for key, show in SHOWS.items()]
    )
    stage = forms.ChoiceField(
        label="阶段", required=False, choices=[ALL, *((s.name, s.value) for s in Stage)]
    )
    answer = forms.ChoiceField(
        label="答复类型",
        required=False,
        choices=[ALL, *((row.kind.name, row.kind.value) for row in OUTCOMES if row.row_2021)],
    )
    channel = forms.ChoiceField(
        label="来件渠道", required=False, choices=[ALL, *((c.name, c.value) for c in Channel)]
    )
    body = forms.ChoiceField(label="单位", required=False)
    section = forms.ChoiceField(label="主办科室", required=False)

    def __init__(self, data, *, bodies: list[Body], sections: list[Section]):
        super().__init__(data)
        self.fields["body"].choices = [ALL, *((str(b.pk), b.short_name) for b in bodies)]
        self.fields["section"].choices = [ALL, *((str(s.pk), s.name) for s in sections)]
        for name, choices in (("body", bodies), ("section", sections)):
            if len(choices) < (2 if name == "body" else 1):
                del self.fields[name]

    @property
    def narrower(self) -> list[forms.BoundField]:
        """The filters beside the words; the tabs stand for the scope."""
        return [bound for bound in self if bound.name not in ("words", "show")]

    @property
    def narrowed(self) -> list[str]:
        """Which of them are set, and to what."""
        set_now = ((each, dict(each.field.choices).get(each.value())) for each in self.narrower)
        return [f"{bound.label}：{label}" for bound, label in set_now if bound.value() and label]

    @property
    def wanted(self) -> Wanted:
        self.is_valid()
        given = {name: value for name, value in self.cleaned_data.items() if value}
        return Wanted(**{**given, "words": given.get("words", "").strip()})


class AssignForm(PlainForm):
    """The section and the person that lead; both of the case's own body."""

    section = forms.ModelChoiceField(
        Section.objects.none(), label="主办科室", required=False, empty_label="未分配"
    )
    lead = forms.ModelChoiceField(
        Person.objects.none(), label="经办人", required=False, empty_label="未分配"
    )

    def __init__(self, *args, body: Body, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["section"].queryset = sections_of([body.pk], today)
        self.fields["lead"].queryset = people_of(body, today)


class CaseAssignForm(AssignForm):
    """The same for one case, with the sections that assist."""

    assisting = forms.ModelMultipleChoiceField(
        Section.objects.none(),
        label="协办科室",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, case: Request, today: date, **kwargs):
        now = {
            "section": case.section_id,
            "lead": case.lead_id,
            "assisting": case.assisting.all(),
        }
        super().__init__(*args, body=case.body, today=today, initial=now, **kwargs)
        self.fields["assisting"].queryset = self.fields["section"].queryset


class FilterNameForm(PlainForm):
    """The name under which a list is kept."""

    name = forms.CharField(label="筛选名称", max_length=30)
    query = forms.CharField(required=False, max_length=300, widget=forms.HiddenInput)
