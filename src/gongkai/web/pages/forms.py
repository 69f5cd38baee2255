from django import forms

from gongkai.web.ui.forms import PlainForm


class TrailForm(PlainForm):
    """Filters of the audit trail."""

    actor = forms.CharField(label="人员", required=False)
    action = forms.CharField(
        label="动作", required=False, help_text="例如 reporting 或 accounts.sign"
    )
