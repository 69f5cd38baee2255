from datetime import date

from django import forms

from gongkai.web.accounts.models import Person
from gongkai.web.agencies.models import Body, Post
from gongkai.web.agencies.permissions import Standing
from gongkai.web.agencies.queries import in_force
from gongkai.web.review.chain import Verdict
from gongkai.web.review.permissions import SIGNERS
from gongkai.web.ui.forms import PlainForm


class SignForm(PlainForm):
    """Agree or return, with an opinion."""

    opinion = forms.CharField(
        label="意见",
        required=False,
        help_text="同意时可以不写；退回时请写明要改什么",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    verdict = forms.ChoiceField(
        choices=[(v.value, v.value) for v in (Verdict.APPROVE, Verdict.RETURN)]
    )

    def clean(self) -> None:
        typed = self.cleaned_data
        if typed.get("verdict") == Verdict.RETURN and not typed.get("opinion", "").strip():
            self.add_error("opinion", "退回时请写明理由，让经办人知道要改什么。")


class ChainForm(PlainForm):
    """In which turn each role signs; an empty one does not."""

    def __init__(self, turns: dict[str, int], *args, **kwargs):
        super().__init__(*args, **kwargs)
        for role in SIGNERS:
            self.fields[role.value] = forms.IntegerField(
                label=role.label,
                min_value=1,
                max_value=9,
                required=False,
                initial=turns.get(role.value),
                widget=forms.NumberInput(attrs={"class": "short"}),
            )

    def turns(self) -> dict[str, int]:
        return {role: turn for role, turn in self.cleaned_data.items() if turn}


class AbsenceForm(PlainForm):
    """Who signs for me, in which body, from when to when."""

    body = forms.ModelChoiceField(None, label="单位", empty_label=None)
    to = forms.ModelChoiceField(None, label="由谁代签", empty_label="请选择")
    since = forms.DateField(label="从哪天起", widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(label="到哪天止", widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, person: Person, standing: Standing, on: date, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.on = on
        self.fields["body"].queryset = Body.objects.filter(pk__in=standing.body_ids)
        colleagues = Post.objects.filter(in_force(on), body__in=standing.body_ids)
        people = Person.objects.filter(pk__in=colleagues.values("person"), is_active=True)
        self.fields["to"].queryset = people.exclude(pk=person.pk).order_by("login")

    def clean(self) -> None:
        since, until = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if since and since < self.on:
            self.add_error("since", "开始日期不能早于今天。")
        if since and until and until < since:
            self.add_error("until", "结束日期不能早于开始日期。")
        body, to = self.cleaned_data.get("body"), self.cleaned_data.get("to")
        if body and to and not Post.objects.filter(in_force(self.on), body=body, person=to):
            self.add_error("to", "代签人必须是同一单位的工作人员。")
