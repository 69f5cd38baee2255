from django import forms

from gongkai.web.publishing.models.clarifications import Clarification
from gongkai.web.publishing.models.dialogue import Consultation, Opinion, Proposal
from gongkai.web.publishing.models.items import Item
from gongkai.web.publishing.queries.consultations import shortest
from gongkai.web.publishing.queries.items import published
from gongkai.web.ui.forms import DayField, PlainForm, PlainModelForm

TYPES = {"单选": "one", "多选": "several", "填空": "text"}
LINKS = 2
"""Addresses of the web in one opinion; more is advertising."""


class ItemChoice(forms.ModelChoiceField):
    """One of the body's published items."""

    def __init__(self, **options):
        super().__init__(Item.objects.none(), required=False, **options)


class ConsultationForm(PlainModelForm):
    """A consultation or a survey; the questions of a survey are written one a line."""

    asked = forms.CharField(
        label="问卷的问题",
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="问卷调查填写，每行一个问题，例如：单选|您多久来办一次事？|每周|每月|更少。"
        "题型有单选、多选、填空",
    )
    item = ItemChoice(label="草案或者文件", empty_label="没有单独公布")
    since = DayField(label="开始日期")
    until = DayField(label="截止日期（当天仍可提交）")

    class Meta:
        model = Consultation
        fields = (
            "kind",
            "title",
            "about",
            "item",
            "asked",
            "since",
            "until",
            "major",
            "short_why",
            "named",
            "contact",
        )
        help_texts = {
            "major": "重大行政决策草案征求意见一般不少于30日",
            "short_why": "少于规定期限的填写，随页面公布",
            "named": "勾选后须填写姓名和联系电话；不勾选的可以匿名",
            "contact": "例如：信函寄某某路某号某科；电话 027-00000000。只写办公电话",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["item"].queryset = published(self.instance.body)
        self.fields["asked"].initial = written(self.instance.questions)

    def clean(self) -> dict:
        typed = super().clean()
        since, until = typed.get("since"), typed.get("until")
        if since and until and until < since:
            self.add_error("until", "截止日期不能早于开始日期。")
        short = since and until and typed.get("major") and until < shortest(since)
        if short and not typed.get("short_why"):
            first = shortest(since)
            self.add_error(
                "short_why",
                f"重大行政决策草案一般征求到{first.month}月{first.day}日以后；"
                "确需缩短的，请写明理由。",
            )
        if typed.get("kind") == Consultation.Kind.SURVEY and not typed.get("asked"):
            self.add_error("asked", "请填写问卷的问题。")
        return typed

    def clean_asked(self) -> str:
        for at, line in enumerate(self.cleaned_data["asked"].splitlines(), 1):
            parts = [each.strip() for each in line.replace("｜", "|").split("|")]
            if any(parts) and not _fits(parts):
                raise forms.ValidationError(
                    f"第 {at} 行不对：题型写“单选”“多选”或者“填空”，"
                    "用“|”隔开问题和选项，选择题至少两个选项。"
                )
        return self.cleaned_data["asked"]

    def facts(self) -> dict[str, object]:
        typed = dict(self.cleaned_data)
        return {"questions": read(typed.pop("asked")), **typed}


def _fits(parts: list[str]) -> bool:
    kind = TYPES.get(parts[0])
    if kind is None or len(parts) < 2 or not parts[1]:
        return False
    return kind == "text" or (len(parts) >= 4 and all(parts) and len(set(parts)) == len(parts))


def read(asked: str) -> list[dict[str, object]]:
    """The questions as they are kept, from lines that fit."""
    lines = [line.replace("｜", "|").split("|") for line in asked.splitlines() if line.strip()]
    return [
        {
            "key": f"q{at}",
            "type": TYPES[parts[0].strip()],
            "text": parts[1].strip(),
            "choices": [each.strip() for each in parts[2:]],
        }
        for at, parts in enumerate(lines, 1)
    ]


def written(questions: list[dict]) -> str:
    """The questions as lines."""
    labels = {key: label for label, key in TYPES.items()}
    return "\n".join(
        "|".join([labels[each["type"]], each["text"], *each["choices"]]) for each in questions
    )


class PublicForm(PlainForm):
    """What an unknown visitor sends. `website` is out of people's sight: a machine fills it."""

    website = forms.CharField(
        label="网站",
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    def clean(self) -> None:
        if self.cleaned_data.get("website"):
            raise forms.ValidationError("没有提交成功，请刷新页面后重新填写。")


def few_links(words: str) -> str:
    if words.count("http") > LINKS:
        raise forms.ValidationError("内容中网址过多，请删去与本事项无关的网址。")
    return words


class OpinionForm(PublicForm):
    """An opinion or the answers of a survey."""

    def __init__(self, consultation: Consultation, *args, **kwargs):
        self.keys = {each["key"]: each["type"] for each in consultation.questions}
        self.base_fields = {**self.base_fields, **_fields_of(consultation)}
        super().__init__(*args, **kwargs)

    def clean_text(self) -> str:
        return few_links(self.cleaned_data["text"])

    def told(self) -> dict[str, object]:
        """Words, answers and person, as the act takes them."""
        typed = self.cleaned_data
        free = [typed[key] for key, kind in self.keys.items() if kind == "text" and typed[key]]
        taken = {
            key: typed[key] if kind == "several" else [typed[key]]
            for key, kind in self.keys.items()
            if kind != "text" and typed[key]
        }
        person = {key: typed[key] for key in ("name", "phone") if key in typed}
        words = "\n".join([*free, typed.get("text", "")]).strip()
        return {"text": words, "answers": taken, "person": person}


def _fields_of(consultation: Consultation) -> dict[str, forms.Field]:
    found = {each["key"]: _field_of(each) for each in consultation.questions}
    if consultation.kind == Consultation.Kind.OPINIONS:
        found["text"] = forms.CharField(
            label="您的意见和建议",
            max_length=3000,
            widget=forms.Textarea(attrs={"rows": 8}),
            help_text="不超过3000字；请不要填写他人的个人信息",
        )
    if consultation.named:
        found["name"] = forms.CharField(label="姓名或者单位名称", max_length=60)
        found["phone"] = forms.CharField(
            label="联系电话", max_length=30, help_text="只用于核实意见，加密保存，不公开"
        )
    return found


def _field_of(question: dict) -> forms.Field:
    choices = [(each, each) for each in question["choices"]]
    if question["type"] == "one":
        return forms.ChoiceField(label=question["text"], choices=choices, widget=forms.RadioSelect)
    if question["type"] == "several":
        return forms.MultipleChoiceField(
            label=question["text"], choices=choices, widget=forms.CheckboxSelectMultiple
        )
    return forms.CharField(
        label=question["text"],
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class VerdictForm(PlainModelForm):
    """What was made of an opinion."""

    class Meta:
        model = Opinion
        fields = ("verdict", "gist", "why")
        help_texts = {"gist": "随结果公布，不写提出人的信息；相同的意见用同样的摘要"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("verdict", "gist"):
            self.fields[name].required = True


class ResultForm(PlainForm):
    """What is told at the end."""

    result = forms.CharField(
        label="结果和采纳情况",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="总的情况和主要修改；各条意见的采纳情况自动列出",
    )


class ProlongForm(PlainForm):
    """A later last day."""

    until = DayField(label="新的截止日期")


class AskForm(PublicForm):
    """A question to a body."""

    title = forms.CharField(label="问题", max_length=100)
    text = forms.CharField(
        label="详细情况",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="请不要填写身份证号等个人信息；投诉、举报和信访事项请通过相应渠道提出",
    )
    name = forms.CharField(label="称呼", max_length=60, required=False)
    phone = forms.CharField(
        label="联系电话", max_length=30, required=False, help_text="加密保存，不公开"
    )
    public = forms.BooleanField(
        label="同意把问题和答复公开，供他人参考", required=False, initial=True
    )

    def clean_text(self) -> str:
        return few_links(self.cleaned_data["text"])

    def asked(self) -> dict[str, object]:
        typed = self.cleaned_data
        person = {key: typed[key] for key in ("name", "phone")}
        return {
            "title": typed["title"],
            "text": typed["text"],
            "public": typed["public"],
            "person": person,
        }


class FollowForm(PlainForm):
    """The number and the code of a question."""

    number = forms.CharField(label="编号", max_length=30)
    code = forms.CharField(label="查询码", max_length=12)


class AnswerForm(PlainForm):
    """The answer, and the question as the public may read it."""

    title = forms.CharField(label="问题（公开的表述）", max_length=100)
    text = forms.CharField(
        label="问题详情（公开的表述）",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="删去能认出提问人的内容",
    )
    answer = forms.CharField(
        label="答复", max_length=5000, widget=forms.Textarea(attrs={"rows": 8})
    )
    public = forms.BooleanField(label="公开问题和答复", required=False)


class ProposalForm(PlainModelForm):
    """A proposal or motion that was handed over."""

    received_on = DayField(label="交办日期")
    due = DayField(label="答复期限", help_text="按交办单写明的日期填写")

    class Meta:
        model = Proposal
        fields = ("kind", "session", "number", "title", "received_on", "due")

    def clean(self) -> dict:
        typed = super().clean()
        start, end = typed.get("received_on"), typed.get("due")
        if start and end and end < start:
            self.add_error("due", "答复期限不能早于交办日期。")
        same = {key: typed.get(key) for key in ("kind", "session", "number")}
        if Proposal.objects.filter(body=self.instance.body_id, **same).exists():
            self.add_error("number", "同一届次的这个编号已经登记过。")
        return typed


class ReplyForm(PlainForm):
    on = DayField(label="答复日期")


class ReplyPublishedForm(PlainForm):
    """The published reply, or why there is none."""

    item = ItemChoice(label="公开的答复", empty_label="不公开")
    kept_back = forms.CharField(label="不公开的理由", max_length=200, required=False)

    def __init__(self, proposal: Proposal, *args, **kwargs):
        kept = {"item": proposal.item_id, "kept_back": proposal.kept_back}
        super().__init__(*args, initial=kept, **kwargs)
        self.fields["item"].queryset = published(proposal.body)


class ClarificationForm(PlainModelForm):
    """Accurate information against what is false or incomplete."""

    item = ItemChoice(label="涉及的公开信息", empty_label="不涉及已公开的信息")

    class Meta:
        model = Clarification
        fields = ("title", "said", "seen", "facts", "item")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["item"].queryset = published(self.instance.body)


class WhyForm(PlainForm):
    why = forms.CharField(label="理由", max_length=200)
