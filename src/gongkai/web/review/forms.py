from django import forms

from gongkai.web.review.chain import Verdict
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
