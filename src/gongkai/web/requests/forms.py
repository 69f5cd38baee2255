"""What applicants and officers fill in."""

from datetime import date

from django import forms

from gongkai.law.exemption.grounds import EXEMPTIONS, Ground
from gongkai.law.identity.applicant import column_hint
from gongkai.law.identity.credit_code import is_credit_code
from gongkai.law.identity.id_card import is_id_card
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.outcome.table import OUTCOMES
from gongkai.law.request.details import DETAILS
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.receipt import Channel, Receipt, ReceiptError
from gongkai.law.request.record import Entry
from gongkai.web.files.bounds import keep_within
from gongkai.web.files.sniff import RefusedError, kind_of
from gongkai.web.requests.acts.register import Application
from gongkai.web.requests.models.case import Applicant, Delivery
from gongkai.web.ui.forms import DayField, FilesField, PlainForm

FOR_CLERK = (
    Channel.IN_PERSON,
    Channel.ORAL,
    Channel.SIGNED_POST,
    Channel.PLAIN_POST,
    Channel.FAX,
    Channel.EMAIL,
)
PERSONAL = (
    "name",
    "identity_number",
    "credit_code",
    "phone",
    "email",
    "address",
    "agent",
    "agent_number",
    "agent_phone",
    "help",
)
HELP = (
    ("", "不需要"),
    ("书写或者阅读有困难", "书写或者阅读有困难"),
    ("视力障碍", "视力障碍，需要大字版、电子文本或者口述"),
    ("听力障碍", "听力障碍，请用文字联系"),
)
"""Necessary help for those who read, see or hear with difficulty (article 43)."""
CHANNEL_DAYS = ("arrived_on", "signed_on", "contacted_on", "confirmed_on")


def refuse_unfit(sent) -> None:
    """What is not taken in is said beside the field, before anything is registered."""
    data = sent.read()
    sent.seek(0)
    try:
        keep_within(kind_of(sent.name, data), data)
    except RefusedError as refusal:
        raise forms.ValidationError(str(refusal)) from refusal


class ApplicationForm(PlainForm):
    """The application as the Regulation wants it (article 29): who, what, in which form.

    No purpose is asked.
    """

    proof = True
    """Whether proof of identity is asked for now; of paper it may be asked for later."""
    applicant = forms.ChoiceField(label="申请人类别", choices=Applicant.choices)
    name = forms.CharField(label="姓名或者名称", max_length=100)
    identity_number = forms.CharField(
        label="身份证号码",
        required=False,
        help_text="自然人必填，用于核验身份，加密保存",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    credit_code = forms.CharField(
        label="统一社会信用代码", required=False, help_text="法人或者其他组织必填"
    )
    phone = forms.CharField(
        label="联系电话", max_length=30, widget=forms.TextInput(attrs={"inputmode": "tel"})
    )
    email = forms.EmailField(label="电子邮箱", required=False)
    address = forms.CharField(
        label="通信地址", required=False, help_text="选择邮寄的请写到门牌号和邮编"
    )
    agent = forms.CharField(
        label="代理人姓名", required=False, help_text="委托他人办理的填写，并上传委托书"
    )
    agent_number = forms.CharField(
        label="代理人身份证号码",
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    agent_phone = forms.CharField(
        label="代理人电话", required=False, widget=forms.TextInput(attrs={"inputmode": "tel"})
    )
    help = forms.ChoiceField(label="需要的帮助", required=False, choices=HELP)
    topic = forms.CharField(
        label="所需信息的名称或者文号", max_length=200, help_text="例如：2025年度部门决算"
    )
    description = forms.CharField(
        label="其他特征描述",
        required=False,
        help_text="大约什么时间、什么事项、哪个单位制作，写得越具体，查找越快",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    delivery = forms.ChoiceField(label="获取信息的方式", choices=Delivery.choices)
    files = FilesField(
        label="附件",
        required=False,
        refuse=refuse_unfit,
        help_text="身份证明、委托书、有助于查找的材料；可以选多个，每个不超过 50 MB",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("identity_number", "credit_code"):
            self.fields[name].depends = True  # which of them is needed, the applicant's kind says

    def clean_identity_number(self) -> str:
        number: str = self.cleaned_data["identity_number"].strip()
        if number and not is_id_card(number):
            raise forms.ValidationError("身份证号码有误，请核对后重新填写。")
        return number

    def clean_agent_number(self) -> str:
        number: str = self.cleaned_data["agent_number"].strip()
        if number and not is_id_card(number):
            raise forms.ValidationError("代理人身份证号码有误，请核对后重新填写。")
        return number

    def clean_credit_code(self) -> str:
        code: str = self.cleaned_data["credit_code"].strip()
        if code and not is_credit_code(code):
            raise forms.ValidationError("统一社会信用代码有误，请核对营业执照或者登记证书。")
        return code

    def clean(self) -> None:
        given = self.cleaned_data
        self.identify(given)
        if given.get("agent") and not given.get("agent_number") and self.proof:
            self.ask("agent_number", "请填写代理人的身份证号码。")
        if given.get("delivery") == Delivery.EMAIL and not given.get("email"):
            self.ask("email", "选择电子邮件方式的，请填写电子邮箱。")
        if given.get("delivery") == Delivery.POST and not given.get("address"):
            self.ask("address", "选择邮寄方式的，请填写通信地址。")

    def identify(self, given: dict) -> None:
        """Proof of identity (article 29), and a column that agrees with the credit code."""
        person = given.get("applicant") == Applicant.NATURAL_PERSON
        if person and not given.get("identity_number"):
            self.ask("identity_number", "请填写身份证号码，用于核验申请人身份。")
        if not person and not given.get("credit_code"):
            self.ask("credit_code", "请填写统一社会信用代码。")
        hint = None if person else column_hint(given.get("credit_code") or "")
        if hint and hint.certain and hint.column.value != given.get("applicant"):
            label = Applicant(hint.column.value).label
            self.ask("applicant", f"{hint.why}，应属“{label}”，请核对申请人类别。")

    def ask(self, field: str, sentence: str) -> None:
        if field not in self.errors:
            self.add_error(field, sentence)

    def application(self) -> Application:
        given = self.cleaned_data
        return Application(
            applicant=Applicant(given["applicant"]),
            topic=given["topic"],
            delivery=Delivery(given["delivery"]),
            person={
                **{field: given.get(field, "") for field in PERSONAL},
                "description": given["description"],
            },
        )


class IntakeForm(ApplicationForm):
    """An application on paper, entered by the officer; the channel's facts give its day."""

    proof = False
    channel = forms.ChoiceField(label="来件渠道", choices=[(c.name, c.value) for c in FOR_CLERK])
    arrived_on = DayField(label="工作机构收到日期")
    signed_on = DayField(label="邮件签收日期", required=False, help_text="挂号信、特快专递填写")
    contacted_on = DayField(
        label="联系上申请人的日期", required=False, help_text="平常信函、传真填写"
    )
    confirmed_on = DayField(
        label="与申请人确认收到的日期",
        required=False,
        help_text="平常信函、传真填写；还没有确认的不填，确认以后在案卷里记入",
    )

    def __init__(self, *args, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["phone"].required = False
        for name in ("identity_number", "credit_code"):
            self.fields[name].help_text = "来件没有写的先不填，需要时再要求补正"
        self.order_fields(["channel", *CHANNEL_DAYS])

    def identify(self, given: dict) -> None:
        """Paper is taken in as it came; what is missing is asked for as a correction."""

    def clean(self) -> None:
        super().clean()
        given = self.cleaned_data
        for day in CHANNEL_DAYS:
            if given.get(day) and given[day] > self.today:
                self.ask(day, "日期不能晚于今天。")
        if self.errors:
            return
        days = {day: given.get(day) for day in CHANNEL_DAYS}
        try:
            self.receipt = Receipt(channel=Channel[given["channel"]], **days)
        except ReceiptError as fault:
            self.add_error(None, f"{fault}。")


class FollowForm(PlainForm):
    """Number and code, as the receipt shows them."""

    number = forms.CharField(label="申请编号", max_length=40)
    code = forms.CharField(
        label="查询码", max_length=12, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )


class KindForm(PlainForm):
    """Which answer, and for partial disclosure on which grounds the rest is withheld."""

    kind = forms.ChoiceField(
        label="答复类型",
        choices=[
            ("", "请选择"),
            *((row.kind.name, row.kind.value) for row in OUTCOMES if row.letter.code != "D18"),
        ],
    )
    withheld = forms.MultipleChoiceField(
        label="不予公开部分的理由",
        help_text="部分公开时选择，可以多选",
        required=False,
        choices=[(row.ground.name, row.zh) for row in EXEMPTIONS],
        widget=forms.CheckboxSelectMultiple,
    )

    def clean(self) -> None:
        given = self.cleaned_data
        if given.get("kind") == AnswerKind.PARTLY_GRANTED.name and not given.get("withheld"):
            self.add_error("withheld", "部分公开的，请选择不予公开部分的理由。")

    @property
    def answer(self) -> AnswerKind:
        return AnswerKind[self.cleaned_data["kind"]]

    @property
    def grounds(self) -> tuple[Ground, ...]:
        return tuple(Ground[name] for name in self.cleaned_data["withheld"])


class ActForm(PlainForm):
    """One act: the day it happened, what it says, a note for colleagues."""

    on = DayField(label="日期")
    note = forms.CharField(
        label="备注", required=False, widget=forms.Textarea(attrs={"rows": 2}), max_length=1000
    )

    def __init__(self, act: Act, *args, today: date, **kwargs):
        super().__init__(*args, initial={"on": today}, **kwargs)
        self.act, self.today = act, today
        self.fields.update({name: make() for name, make in FACTS.get(act, {}).items()})
        self.order_fields(["on", *FACTS.get(act, {}), "note"])

    def clean_on(self) -> date:
        day: date = self.cleaned_data["on"]
        if day > self.today:
            raise forms.ValidationError("日期不能晚于今天。")
        return day

    def clean(self) -> None:
        if self.errors:
            return
        given = self.cleaned_data
        facts = {
            name: given[name] for name in FACTS.get(self.act, {}) if given[name] not in ("", None)
        }
        kind = DETAILS.get(self.act)
        try:
            self.entry = Entry(self.act, given["on"], kind(**facts) if kind else None)
        except ValueError as fault:
            self.add_error(None, f"{fault}。")


def _text(label: str, **options):
    return lambda: forms.CharField(label=label, max_length=200, **options)


def _day(label: str, *, required: bool = False):
    return lambda: DayField(label=label, required=required)


def _whole(label: str, **options):
    return lambda: forms.IntegerField(label=label, min_value=1, **options)


def _tick(label: str):
    return lambda: forms.BooleanField(label=label, required=False)


_WHICH = {"consultation": _text("征求意见编号", help_text="每次征求意见一个编号，如“第三方1”")}
_OPINION = {**_WHICH, "agrees": _tick("同意公开"), "reasons": _text("理由", required=False)}
_ORDER = {"days": _whole("责令的期限（工作日）", required=False), "until": _day("或者截止日期")}
_REACHED = {**_WHICH, "reached_on": _day("签收日期", required=True)}
FACTS = {
    Act.THIRD_PARTY_RECEIVES: _REACHED,
    Act.BODY_RECEIVES: _REACHED,
    Act.ASK_CORRECTION: {"until": _day("补正截止日期")},
    Act.THIRD_PARTY_REPLIES: _OPINION,
    Act.THIRD_PARTY_SILENT: _WHICH,
    Act.BODY_REPLIES: _OPINION,
    Act.BODY_SILENT: _WHICH,
    Act.TELL_THIRD_PARTY: _WHICH,
    Act.ASK_REASONS: {"until": _day("说明理由的截止日期")},
    Act.NOTICE_RECEIVED: {"reached_on": _day("签收日期", required=True)},
    Act.SET_DELAY: {"until": _day("答应的答复日期", required=True)},
    Act.REVIEW_ORDER: _ORDER,
    Act.COURT_ORDER: _ORDER,
}
"""What is asked for an act beside its day; the names are those of its details in the law."""
