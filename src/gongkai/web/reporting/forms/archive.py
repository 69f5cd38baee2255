from django import forms

from gongkai.reports.read.archive import is_clutter
from gongkai.web.agencies.models import Body
from gongkai.web.ui.forms import PlainForm

LARGEST_YEAR = 2100


class ManyFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Any number of files, at least one."""

    widget = ManyFilesInput

    def clean(self, data, initial=None):
        if not data:
            super().clean(None, initial)
            return []
        return [super(ManyFilesField, self).clean(each, initial) for each in data]


class SendForm(PlainForm):
    """Reports of past years, and whose they are."""

    files = ManyFilesField(
        label="文件",
        required=False,
        help_text="Word、PDF、OFD、网页、文本、表格或 ZIP，可以一次选择很多个；单次不超过 120 MB",
    )
    folder = ManyFilesField(
        label="或者整个文件夹",
        required=False,
        help_text="连同里面的文件夹；浏览器不支持时请先压缩成 ZIP",
        widget=ManyFilesInput(attrs={"webkitdirectory": True}),
    )
    whose = forms.ChoiceField(label="这些报告属于", required=True)

    def __init__(self, choices: list[tuple[str, str]], *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["whose"].choices = choices
        self.fields["files"].depends = self.fields["folder"].depends = True

    def clean(self) -> None:
        if not self.sent() and not self.errors:
            self.add_error("files", "请选择文件或者文件夹。")

    def sent(self) -> list:
        """All files of both fields, what systems leave beside files not counted."""
        found = [*(self.cleaned_data.get("files") or []), *(self.cleaned_data.get("folder") or [])]
        return [file for file in found if file and not is_clutter(file.name)]


class ConfirmForm(PlainForm):
    """Whose report it is, for which year, and that it was compared with the source."""

    name = forms.CharField(label="单位名称", max_length=120)
    kind = forms.ChoiceField(label="单位类别", choices=Body.Kind.choices)
    year = forms.IntegerField(label="报告年度", min_value=2008, max_value=LARGEST_YEAR)
    compared = forms.BooleanField(label="已对照原文逐格核对标出的数字")


class ReasonForm(PlainForm):
    reason = forms.ChoiceField(
        label="不采用的原因",
        choices=[
            (each, each)
            for each in ("不是年度报告", "与已有的报告重复", "文件有误，另行导入", "其他原因")
        ],
    )


class FindForm(PlainForm):
    """Narrows the list of published reports."""

    words = forms.CharField(label="单位名称", max_length=60, required=False)
    year = forms.TypedChoiceField(label="年度", coerce=int, required=False, empty_value=None)
    area = forms.TypedChoiceField(label="地区", coerce=int, required=False, empty_value=None)

    def __init__(self, years: list[int], areas: list[Body], *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = [("", "全部"), *((year, f"{year}年") for year in years)]
        self.fields["area"].choices = [("", "全部"), *((a.pk, a.short_name) for a in areas)]

    def wanted(self) -> dict[str, object]:
        """What was asked for and understood."""
        return self.cleaned_data if self.is_valid() else {}


class HandInForm(PlainForm):
    """One report, from a body that has no account."""

    file = forms.FileField(label="年度报告", help_text="Word、PDF、OFD 或网页文件，不超过 50 MB")


class WithdrawForm(PlainForm):
    reason = forms.CharField(
        label="撤下的理由", max_length=200, widget=forms.Textarea(attrs={"rows": 2})
    )
