from django import forms


class SampleForm(forms.Form):
    """Nothing but an example for the component page."""

    name = forms.CharField(label="单位名称", help_text="与印章一致的全称")
    kind = forms.ChoiceField(label="单位类别", choices=[("street", "街道"), ("department", "部门")])
    note = forms.CharField(label="说明", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    agreed = forms.BooleanField(label="已核对无误")


class DayField(forms.DateField):
    """A date, with the browser's own calendar."""

    def __init__(self, **options):
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, **options)
