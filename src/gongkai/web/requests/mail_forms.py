"""What a clerk says that a message is."""

import json
from dataclasses import dataclass
from datetime import date

from django import forms

from gongkai.law.request.lifecycle import Stage
from gongkai.law.request.receipt import Channel, Receipt, ReceiptError
from gongkai.web.requests.acts.applicant import ASKED_FOR
from gongkai.web.requests.forms import PERSONAL, ApplicationForm
from gongkai.web.requests.mail.form import NAMES
from gongkai.web.requests.mail.labels import labelled
from gongkai.web.requests.models.case import Delivery, Request
from gongkai.web.requests.models.mail import IncomingMail
from gongkai.web.ui.clock import local_day
from gongkai.web.ui.forms import DayField, PlainForm

Why = IncomingMail.Why


class MailForm(ApplicationForm):
    """An application by e-mail: what the message labels is filled in, the clerk adds the rest."""

    proof = False
    confirmed_on = DayField(
        label="与申请人确认收到的日期",
        required=False,
        help_text="双方确认之日为收到之日；还没有联系上的先不填，登记后再确认",
    )

    def __init__(self, *args, mail: IncomingMail, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.arrived, self.today = local_day(mail.arrived), today
        del self.fields["files"]
        self.fields["phone"].required = False
        for name in ("identity_number", "credit_code"):
            self.fields[name].help_text = "邮件里没有的先不填，需要时再要求补正"

    def identify(self, given: dict) -> None:
        """It is taken in as it came; what is missing is asked for as a correction."""

    def clean(self) -> None:
        super().clean()
        confirmed = self.cleaned_data.get("confirmed_on")
        if confirmed and confirmed > self.today:
            self.ask("confirmed_on", "日期不能晚于今天。")
        try:
            self.receipt = Receipt(
                channel=Channel.EMAIL,
                arrived_on=self.arrived,
                contacted_on=confirmed,
                confirmed_on=confirmed,
            )
        except ReceiptError as fault:
            self.ask("confirmed_on", f"{fault}。")


@dataclass(frozen=True)
class Proposal:
    """What a message says of the application, for the clerk to confirm; where it was read from,
    and sentences on what could not be."""

    fields: dict[str, str]
    form: str = ""
    said: tuple[str, ...] = ()


def prefilled(kept: dict[str, str]) -> Proposal:
    """The sender's address, what the text plainly labels, what an attached form says.

    What the two say differently is left to the clerk.
    """
    text = labelled(kept.get("mail:text", ""))
    fields = {name: text[name] for name in (*PERSONAL, "topic", "description") if name in text}
    [[name, form]] = json.loads(kept.get("mail:form") or '[["", {"fields": {}, "said": []}]]')
    said = list(form["said"])
    for each in PERSONAL:
        written, filled = fields.get(each), form["fields"].get(each)
        if written and filled and "".join(written.split()) != "".join(filled.split()):
            said.append(f"{NAMES[each]}在正文和申请表里不一样，没有填入。")
            del fields[each], form["fields"][each]
    fields |= form["fields"]
    fields["topic"] = " ".join(fields.get("topic", "").split())[:200]
    first = {"email": kept.get("email", ""), "delivery": Delivery.EMAIL}
    return Proposal({**first, **fields}, name, tuple(said))


class JoinForm(PlainForm):
    """The case that a message belongs to, and as what."""

    number = forms.CharField(label="申请编号", max_length=40, help_text="例如：SQ001-2026-0001")
    as_answer = forms.BooleanField(
        label="这是申请人按要求提交的补正或者说明理由",
        required=False,
        help_text="勾选后记入案件，期限随之变动；不勾选的只作为材料和备注存入案件",
    )
    on = DayField(label="收到日期", required=False, help_text="不填的为邮件到达之日")

    def __init__(self, *args, mail: IncomingMail, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.mail, self.today = mail, today
        self.act = None

    def clean(self) -> None:
        given = self.cleaned_data
        number = given.get("number", "").strip().upper()
        found = Request.objects.select_related("body", "holder").filter(
            number=number, body=self.mail.body_id
        )
        self.case = found.first()
        if number and self.case is None:
            self.add_error("number", "本单位没有这个编号的申请，请核对。")
        if given.get("on") and not local_day(self.mail.arrived) <= given["on"] <= self.today:
            self.add_error("on", "日期应当在邮件到达之日到今天之间。")
        if self.case is None or not given.get("as_answer"):
            return
        self.act = ASKED_FOR.get(Stage[self.case.stage], (None, ""))[0]
        if self.act is None:
            self.add_error(
                "as_answer",
                f"这件申请现在是“{self.case.stage_name}”，没有等待补正或者说明理由，请不要勾选。",
            )


class AsideForm(PlainForm):
    """Why it is no application."""

    why = forms.ChoiceField(label="搁置的原因", choices=[("", "请选择"), *Why.choices])
    remark = forms.CharField(
        label="说明", required=False, max_length=200, help_text="例如：已转信访办；不要写个人信息"
    )
