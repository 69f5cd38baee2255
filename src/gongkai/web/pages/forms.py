from django import forms


class TrailForm(forms.Form):
    """Filters of the audit trail."""

    actor = forms.CharField(label="人员", required=False)
    action = forms.CharField(
        label="动作", required=False, help_text="例如 reporting 或 accounts.sign"
    )
