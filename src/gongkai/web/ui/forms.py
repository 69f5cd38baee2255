from django import forms
from django.core.validators import URLValidator
from django.db.models.fields import BLANK_CHOICE_DASH
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

SELECTED = SafeString(" selected")
UNTOLD = forms.Field.default_error_messages["required"]
DASHES = BLANK_CHOICE_DASH[0][1]
CHOSEN = (forms.ChoiceField, forms.ModelChoiceField, forms.FileField)


class PlainMixin:
    """Errors as sentences that say what to do."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            _name_the_empty(field)

    def full_clean(self) -> None:
        """Now, not when made: a form may get more fields after it was made."""
        for field in self.fields.values():
            if field.error_messages["required"] == UNTOLD:
                field.error_messages["required"] = _required(field)
        super().full_clean()


def _required(field: forms.Field) -> str:
    if isinstance(field, forms.BooleanField):
        return f"请勾选“{field.label}”。"
    verb = "选择" if isinstance(field, CHOSEN) else "填写"
    return f"请{verb}{field.label}。"


def _name_the_empty(field: forms.Field) -> None:
    """What stands in a list of choices before one is chosen, in words instead of dashes."""
    word = "请选择" if field.required else "没有"
    if getattr(field, "empty_label", None) == DASHES:
        field.empty_label = word
    elif isinstance(field, forms.TypedChoiceField):
        field.choices = [(k, word if (k, v) == ("", DASHES) else v) for k, v in field.choices]


class PlainForm(PlainMixin, forms.Form):
    """The form that every form of the platform is made of."""


class PlainModelForm(PlainMixin, forms.ModelForm):
    """The same for one row of a table."""


class SampleForm(PlainForm):
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


class AddressField(forms.URLField):
    """An address of the web, of http or https and nothing else."""

    def __init__(self, **options):
        super().__init__(assume_scheme="https", **options)
        self.validators = [URLValidator(["http", "https"], message="请填写完整的网址。")]
        self.error_messages["invalid"] = "请填写完整的网址。"


class LongSelect(forms.Select):
    """A choice among many: its options are joined at once, not rendered one by one."""

    def render(self, name, value, attrs=None, renderer=None):
        del renderer
        chosen = "" if value is None else str(value)
        options = format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            ((key, SELECTED if str(key) == chosen else "", label) for key, label in self.choices),
        )
        told = flatatt(self.build_attrs(self.attrs, {**(attrs or {}), "name": name}))
        return format_html("<select{}>{}</select>", told, options)


class SeveralFiles(forms.ClearableFileInput):
    """The browser's control for several files at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files; the value is a list. `refuse` raises a sentence for what is not taken in."""

    def __init__(self, *, refuse=None, **options):
        super().__init__(widget=SeveralFiles(), **options)
        self.refuse = refuse

    def clean(self, data, initial=None):
        sent = data if isinstance(data, list | tuple) else [data] if data else []
        if not sent and self.required:
            return [super().clean(None, initial)]
        found = [super(FilesField, self).clean(each, initial) for each in sent]
        for each in found if self.refuse else ():
            self.refuse(each)
        return found
