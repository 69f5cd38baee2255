from datetime import date

from django import forms

from gongkai.law.identity.credit_code import read_credit_code
from gongkai.law.identity.digits import InvalidNumberError
from gongkai.web.accounts.queries import staff
from gongkai.web.agencies.acts import OFFICE
from gongkai.web.agencies.models import Body, Role, Section
from gongkai.web.agencies.queries import bodies
from gongkai.web.ui.forms import DayField, PlainForm, PlainModelForm


class OfficeForm(PlainModelForm):
    """The contacts a body publishes. Office lines only: no private numbers."""

    class Meta:
        model = Body
        fields = OFFICE
        help_texts = {
            "telephone": "对外公布的办公电话，不要填写个人手机",
            "hours": "例如：工作日 9:00—12:00，14:00—17:00",
        }

    def clean_telephone(self) -> str:
        number: str = self.cleaned_data["telephone"]
        digits = "".join(c for c in number if c.isdigit())
        if len(digits) == 11 and digits[0] == "1":
            raise forms.ValidationError("这是手机号码。对外只能公布办公电话。")
        return number


class AppointForm(PlainForm):
    person = forms.ModelChoiceField(None, label="人员", empty_label="请选择")
    role = forms.ChoiceField(label="岗位", choices=[("", "请选择"), *Role.choices])
    section = forms.ModelChoiceField(None, label="科室", required=False, empty_label="不限")

    def __init__(self, body: Body, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = staff().filter(is_active=True)
        self.fields["person"].label_from_instance = lambda p: f"{p.name}（{p.login}）"
        self.fields["section"].queryset = Section.objects.filter(body=body, until=None)

    def clean_role(self) -> Role:
        return Role(self.cleaned_data["role"])


class BodyForm(PlainModelForm):
    """A body as it is entered into the tree."""

    class Meta:
        model = Body
        fields = ("code", "name", "short_name", "kind", "parent", "credit_code", "region_code")
        labels = {"parent": "上级单位"}
        help_texts = {"code": "网址里用的英文代号，例如 wangge，登记后不改"}

    def clean_credit_code(self) -> str:
        typed: str = self.cleaned_data["credit_code"].strip()
        try:
            return read_credit_code(typed).number if typed else ""
        except InvalidNumberError as fault:
            raise forms.ValidationError(f"{fault}。") from fault


class SectionForm(PlainForm):
    name = forms.CharField(label="科室名称", max_length=80)


class MemberForm(PlainForm):
    """A seat in the leading group, as the published list names it."""

    seat = forms.CharField(label="组内职务", max_length=20, help_text="组长、副组长、成员")
    name = forms.CharField(label="姓名", max_length=60)
    office = forms.CharField(label="单位职务", max_length=120)
    duty = forms.CharField(label="职责", max_length=300, required=False)


class RenameForm(PlainForm):
    name = forms.CharField(label="新的全称", max_length=120)
    short_name = forms.CharField(label="新的简称", max_length=60)
    on = DayField(label="从哪天起")


class TransferForm(PlainForm):
    """Functions that another body takes over."""

    successor = forms.ModelChoiceField(None, label="由哪个单位承接", empty_label="请选择")
    functions = forms.CharField(label="移交的职能", max_length=300)
    on = DayField(label="从哪天起")
    whole = forms.BooleanField(
        label="职能全部移交，本单位撤销", required=False, help_text="合并、撤销时勾选"
    )

    def __init__(self, body: Body, today: date, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["successor"].queryset = bodies(today).exclude(pk=body.pk)
        self.fields["on"].initial = today
