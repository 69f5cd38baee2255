from collections.abc import Mapping, Sequence
from datetime import date

from django import forms
from django.forms import BoundField

from gongkai.law.exemption.grounds import EXEMPTIONS
from gongkai.web.accounts.models import Person
from gongkai.web.agencies.models import Body, Post, Role
from gongkai.web.agencies.permissions import Standing
from gongkai.web.agencies.queries import in_force
from gongkai.web.review.chain import Point, Secrecy, Verdict
from gongkai.web.review.models import Review
from gongkai.web.review.permissions import SIGNERS
from gongkai.web.review.queries import Acting
from gongkai.web.ui.forms import PlainForm

FINDINGS = [
    (Secrecy.PUBLIC.value, "可以公开"),
    (Secrecy.PARTLY.value, "已删去部分内容，可以公开"),
    (Secrecy.WITHHELD.value, "不宜公开"),
]
GROUNDS = [("", "不涉及"), *((each.ground.name, each.zh) for each in EXEMPTIONS)]


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

    def __init__(self, data=None, *, review: Review | None = None, acting: Acting | None = None):
        super().__init__(data)
        reviews = acting is not None and acting.role == Role.CONFIDENTIALITY
        self.things = list(review.things) if review is not None and reviews else []
        for number, thing in enumerate(self.things):
            self.fields[f"verdict_{number}"] = forms.ChoiceField(
                label=thing, choices=FINDINGS, required=False
            )
            self.fields[f"ground_{number}"] = forms.ChoiceField(
                label="依据", choices=GROUNDS, required=False
            )
            self.fields[f"opinion_{number}"] = forms.CharField(
                label="说明", max_length=300, required=False
            )
            for name in ("verdict", "ground", "opinion"):
                self.fields[f"{name}_{number}"].depends = True

    def lines(self) -> list[tuple[str, BoundField, BoundField, BoundField]]:
        """Each thing with its three fields."""
        names = ("verdict", "ground", "opinion")
        return [
            (thing, *(self[f"{name}_{number}"] for name in names))
            for number, thing in enumerate(self.things)
        ]

    def points(self) -> list[Point]:
        """What was found about each thing."""
        typed = self.cleaned_data
        return [
            Point(
                thing=thing,
                verdict=Secrecy(typed[f"verdict_{number}"] or Secrecy.PUBLIC),
                ground=typed[f"ground_{number}"],
                opinion=typed[f"opinion_{number}"],
            )
            for number, thing in enumerate(self.things)
        ]

    def clean(self) -> None:
        typed = self.cleaned_data
        if typed.get("verdict") == Verdict.RETURN and not typed.get("opinion", "").strip():
            self.add_error("opinion", "退回时请写明理由，让经办人知道要改什么。")


class ChainForm(PlainForm):
    """In which turn each role signs; an empty one does not."""

    def __init__(
        self,
        turns: dict[str, int],
        unless: Mapping[str, Sequence[str]],
        kinds: Mapping[str, str],
        *args,
        **kwargs,
    ):
        super().__init__(*args, **kwargs)
        self.kinds = kinds
        for role in SIGNERS:
            self.fields[role.value] = forms.IntegerField(
                label=role.label,
                min_value=1,
                max_value=9,
                required=False,
                initial=turns.get(role.value),
                widget=forms.NumberInput(attrs={"class": "short"}),
            )
        for role in SIGNERS if kinds else ():
            if role is not Role.CONFIDENTIALITY:
                self.fields[f"unless_{role.value}"] = forms.MultipleChoiceField(
                    label=f"哪些不经{role.label}",
                    choices=list(kinds.items()),
                    required=False,
                    initial=list(unless.get(role.value, ())),
                    widget=forms.CheckboxSelectMultiple,
                )

    def turns(self) -> dict[str, int]:
        found = ((role.value, self.cleaned_data.get(role.value)) for role in SIGNERS)
        return {role: turn for role, turn in found if turn}

    def unless(self) -> dict[str, list[str]]:
        """Role → kinds that need not go through it."""
        return {role.value: self.cleaned_data.get(f"unless_{role.value}", []) for role in SIGNERS}

    def turn_fields(self) -> list[BoundField]:
        return [self[role.value] for role in SIGNERS]

    def unless_fields(self) -> list[BoundField]:
        return [field for field in self if field.name.startswith("unless_")]


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
