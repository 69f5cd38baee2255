from django import forms

from gongkai.web.pages.queries import LARGEST
from gongkai.web.search.entry import Reader
from gongkai.web.search.queries import Asked
from gongkai.web.ui.forms import PlainForm


class TrailForm(PlainForm):
    """Filters of the audit trail."""

    actor = forms.CharField(label="人员", required=False)
    action = forms.CharField(
        label="动作", required=False, help_text="例如 reporting 或 accounts.sign"
    )


class CheckForm(PlainForm):
    """A report to be checked."""

    file = forms.FileField(
        label="报告文件",
        help_text="Word、PDF、网页、文本、Excel、OFD 或它们的压缩包，不超过 20 MB",
        error_messages={"empty": "这个文件是空的，请重新选择。"},
    )

    def clean_file(self):
        sent = self.cleaned_data["file"]
        if sent.size > LARGEST:
            raise forms.ValidationError("文件超过 20 MB。请只上传报告本身，不要连同附件一起。")
        return sent


class SearchForm(PlainForm):
    """A search and what it is narrowed to; what does not fit narrows nothing."""

    words = forms.CharField(required=False, max_length=100)
    kind = forms.RegexField(r"^[a-z]{1,30}$", required=False)
    body = forms.IntegerField(required=False, min_value=1, max_value=2**31)
    year = forms.IntegerField(required=False, min_value=1900, max_value=2999)
    sort = forms.CharField(required=False, max_length=10)
    page = forms.IntegerField(required=False, min_value=1, max_value=10**6)

    def asked(self, reader: Reader) -> Asked:
        self.is_valid()
        given = self.cleaned_data
        return Asked(
            given.get("words", ""),
            reader=reader,
            kind=given.get("kind", ""),
            body=given.get("body"),
            year=given.get("year"),
            by_relevance=given.get("sort") == "near",
            page=given.get("page") or 1,
        )
