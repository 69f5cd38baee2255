from django import forms

from gongkai.web.accounts.queries import staff
from gongkai.web.agencies.acts import OFFICE
from gongkai.web.agencies.models import Body, Role, Section
from gongkai.web.ui.forms import PlainForm, PlainModelForm


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
