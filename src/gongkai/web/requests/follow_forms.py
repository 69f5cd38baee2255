"""What the applicant fills in while following an application."""

from django import forms

from gongkai.web.requests.forms import refuse_unfit
from gongkai.web.ui.forms import FilesField, PlainForm


class SupplementForm(PlainForm):
    """The correction or the reasons that were asked for."""

    text = forms.CharField(
        label="补充的内容", max_length=4000, widget=forms.Textarea(attrs={"rows": 5})
    )
    files = FilesField(label="附件", required=False, refuse=refuse_unfit)


class RatingForm(PlainForm):
    """Whether the answer served."""

    served = forms.TypedChoiceField(
        label="答复是否解决了您的问题",
        choices=[("yes", "是"), ("no", "否")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label="意见建议", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
