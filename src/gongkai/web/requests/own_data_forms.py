"""What is filled in to correct what a body's records say of somebody."""

from django import forms

from gongkai.law.identity.id_card import is_id_card
from gongkai.web.requests.case_forms import PastDayMixin
from gongkai.web.ui.forms import DayField, PlainForm


class CorrectionForm(PlainForm):
    """Who, which record, what is wrong, the evidence (article 41)."""

    name = forms.CharField(label="姓名", max_length=100)
    identity_number = forms.CharField(
        label="身份证号码", widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    phone = forms.CharField(
        label="联系电话", max_length=30, widget=forms.TextInput(attrs={"inputmode": "tel"})
    )
    topic = forms.CharField(
        label="哪一项记录", max_length=200, help_text="例如：社会保险登记中的出生日期"
    )
    wrong = forms.CharField(
        label="现在怎样记载，哪里不准确", max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
    right = forms.CharField(
        label="应当怎样更正", max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
    evidence = forms.CharField(
        label="有什么证据",
        max_length=1000,
        help_text="条例要求有证据证明记录不准确；原件可以到现场出示",
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean_identity_number(self) -> str:
        number: str = self.cleaned_data["identity_number"].strip()
        if not is_id_card(number):
            raise forms.ValidationError("身份证号码有误，请核对后重新填写。")
        return number


class CorrectionActForm(PastDayMixin, PlainForm):
    """The day, and what the applicant is told."""

    told = forms.CharField(
        label="告知申请人的内容",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    on = DayField(label="日期")
