"""What officers fill in about letters: their words, their files, how they went out, templates."""

from datetime import date

from django import forms

from gongkai.law.request.details import DETAILS
from gongkai.law.request.exchange import entry_as_data
from gongkai.law.request.record import Entry
from gongkai.web.requests.forms import FACTS
from gongkai.web.requests.letters.blanks import ACTS
from gongkai.web.requests.letters.own import TemplateRefusedError, refuse_unfit
from gongkai.web.requests.letters.words import unknown_blanks
from gongkai.web.requests.models.letters import LetterHead, Service
from gongkai.web.ui.forms import DayField, PlainForm, PlainModelForm

WORD = ".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LARGEST = 20 * 1024**2
LATER = ("received_on",)
"""Facts that are known after the letter has arrived."""


class LetterForm(PlainForm):
    """The words of a letter; nothing in 【】 may be left when it goes to those who sign."""

    title = forms.CharField(label="标题", max_length=80)
    text = forms.CharField(
        label="正文",
        help_text="第一行是收件人。文号、落款和日期由系统加上；【】里的内容要补写",
        widget=forms.Textarea(attrs={"rows": 16, "class": "long"}),
    )

    def __init__(self, *args, sending: bool = True, **kwargs):
        super().__init__(*args, **kwargs)
        self.sending = sending
        self.fields["title"].required = False
        self.fields["title"].depends = True  # left empty, it stays what it was

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"].replace("\r\n", "\n")
        if self.sending and "【" in text:
            raise forms.ValidationError("正文里还有【】标出的内容没有写，请补写后再送审。")
        return text


class FactsForm(PlainForm):
    """What a letter on the way sets: until when, how much."""

    def __init__(self, code: str, *args, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.act, self.today = ACTS.get(code), today
        wanted = FACTS.get(self.act, {}) if self.act else {}
        made = {name: make() for name, make in wanted.items() if name not in LATER}
        self.fields.update(made)

    def clean(self) -> None:
        self.details: dict[str, object] = {}
        if self.errors or self.act not in DETAILS:
            return
        given = self.cleaned_data
        facts = {name: given[name] for name in self.fields if given[name] not in ("", None)}
        try:
            entry = Entry(self.act, self.today, DETAILS[self.act](**facts))
        except (ValueError, TypeError) as fault:
            self.add_error(None, f"{fault}。")
        else:
            self.details = entry_as_data(entry)["details"]


class WordForm(PlainForm):
    """One Word file."""

    file = forms.FileField(
        label="Word 文件",
        help_text="保留“{{文号}}”“{{成文日期}}”，编号时自动填写",
        widget=forms.ClearableFileInput(attrs={"accept": WORD}),
    )

    def clean_file(self):
        sent = self.cleaned_data["file"]
        if sent.size > LARGEST:
            raise forms.ValidationError("文件超过 20 MB，请压缩其中的图片后再上传。")
        self.data = sent.read()
        try:
            refuse_unfit(self.data)
        except TemplateRefusedError as refusal:
            raise forms.ValidationError(str(refusal)) from refusal
        return sent


class ScanForm(PlainForm):
    """A scan or a picture."""

    file = forms.FileField(label="盖章扫描件", help_text="PDF 或者图片")


class ServeForm(PlainModelForm):
    """How the letter went out. The day of posting counts by post, else the day it arrived."""

    handed_over = DayField(label="交付日期", help_text="邮寄的填交邮日期")
    reached = DayField(
        label="签收或者到达日期",
        required=False,
        help_text="当面交付的填签收日期；没有签收的可以以后补记",
    )
    proof = forms.FileField(
        label="送达凭证", required=False, help_text="签收单、邮件收据的照片或者扫描件"
    )

    class Meta:
        model = Service
        fields = ("means", "handed_over", "reached", "tracking", "note", "proof")
        help_texts = {"tracking": "邮寄的填写挂号信或者 EMS 号码，只能通过邮政企业邮寄"}

    def __init__(self, *args, today: date, to_others: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today
        if to_others:
            shown = [means for means in Service.Means.choices if means[0] != Service.Means.PORTAL]
            self.fields["means"].choices = shown

    def clean(self) -> dict:
        given = super().clean()
        for name in ("handed_over", "reached"):
            if given.get(name) and given[name] > self.today:
                self.add_error(name, "日期不能晚于今天。")
        first, last = given.get("handed_over"), given.get("reached")
        if first and last and last < first:
            self.add_error("reached", "签收日期不能早于交付日期。")
        means = given.get("means")
        if means == Service.Means.POST and not given.get("tracking"):
            self.add_error("tracking", "邮寄的，请填写邮件号码。")
        if means in (Service.Means.PORTAL, Service.Means.EMAIL) and first and not last:
            given["reached"] = self.instance.reached = first
        return given


class HeadForm(PlainModelForm):
    """What a body's letters need beside its name."""

    class Meta:
        model = LetterHead
        fields = ("series", "authorities", "court", "channel")
        help_texts = {
            "series": "文号里年份前面的部分，如“青禾城管公复”；不填用“简称＋公复”",
            "authorities": "全称；可以向几个机关申请的，用顿号隔开",
            "court": "有管辖权的人民法院全称",
            "channel": "网上送达的答复要同时告知，如行政复议网上申请平台的网址",
        }


class TemplateForm(PlainForm):
    """A new version of a letter's wording, or of its Word file."""

    title = forms.CharField(label="文书标题", max_length=80)
    text = forms.CharField(
        label="正文模板",
        help_text="{{名称}}自动填写，【】由经办人补写；以“# ”开头的行另起一页作为标题",
        widget=forms.Textarea(attrs={"rows": 14, "class": "long"}),
    )
    file = forms.FileField(
        label="Word 模板",
        required=False,
        help_text="不上传则按国家公文格式自动排版；上传的模板里写“{{正文}}”的，放入上面的正文",
        widget=forms.ClearableFileInput(attrs={"accept": WORD}),
    )

    data = b""

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"].replace("\r\n", "\n").strip()
        unknown = unknown_blanks(text)
        if unknown:
            raise forms.ValidationError(
                f"“{{{{{unknown[0]}}}}}”不是可以填写的名称，请对照下面的清单改正。"
            )
        return text

    def clean_file(self):
        sent = self.cleaned_data["file"]
        if sent:
            self.data = sent.read()
            try:
                refuse_unfit(self.data)
            except TemplateRefusedError as refusal:
                raise forms.ValidationError(str(refusal)) from refusal
        return sent
