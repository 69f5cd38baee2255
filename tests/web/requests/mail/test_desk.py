"""A clerk says what a message is: an application, part of a case, neither."""

import re
from dataclasses import replace
from datetime import date
from email.message import EmailMessage

import pytest
from django.conf import settings

from gongkai.law.request.details import CorrectionAsked
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.record import Entry
from gongkai.web.audit.actor import system
from gongkai.web.audit.models import Entry as Trail
from gongkai.web.files.queries import of_subject
from gongkai.web.notices.models import Notice
from gongkai.web.requests.acts.enter import enter
from gongkai.web.requests.acts.mail import take_mail
from gongkai.web.requests.mail.boxes import Mailbox
from gongkai.web.requests.mail.imap import Fetched
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.models.mail import IncomingMail
from gongkai.web.ui import clock
from gongkai.web.ui.clock import local_day
from gongkai.web.vault.queries import open_all
from tests.web.requests.mail.conftest import message
from tests.web.requests.mail.papers import OURS, filled

pytestmark = pytest.mark.django_db
BY = system("测试")
State = IncomingMail.State


def text(answer) -> str:
    return re.sub(r"<[^>]+>", "", answer.content.decode())


@pytest.fixture
def arrive(body):
    """Let a message of a body have arrived."""

    def taken(data: bytes, *, acknowledge=False) -> IncomingMail:
        box = Mailbox(
            code=body.code, host="h", user="u", password="", since=clock.today(),
            acknowledge=acknowledge,
        )  # fmt: skip
        uid = IncomingMail.objects.count() + 100
        return take_mail(BY, body, box, Fetched(uid, clock.now(), len(data), data, True), 7)

    return taken


@pytest.fixture
def officer(signed_in):
    return signed_in("jiguan.jingban")


def test_it_becomes_an_application_received_when_both_sides_confirmed(arrive, officer):
    mail = arrive(message(name="申请表.pdf"))
    assert "申请公开部门决算" in text(officer.get("/desk/"))
    address = f"/desk/requests/mail/{mail.pk}/"
    assert "1800" not in text(officer.get(address))
    form = officer.get(f"{address}register").context["form"]
    assert form.initial == {
        "email": "cheng@example.org", "delivery": "email", "name": "程远山",
        "address": "某路1号", "topic": "2025年度部门决算",
    }  # fmt: skip
    assert Trail.objects.filter(action="vault.reveal", title__contains=f"来件 {mail.pk}").exists()
    sent = {**form.initial, "applicant": "natural_person", "confirmed_on": str(clock.today())}
    page = officer.post(f"{address}register", sent, follow=True)
    case = Request.objects.get(mails=mail)
    assert (case.channel, case.received, case.holder) == ("EMAIL", clock.today(), mail.holder)
    assert "查询码" in text(page)
    names = [each.name for each in of_subject(f"requests.request:{case.pk}")]
    assert names == ["邮件原件.eml", "申请表.pdf"]
    assert "已登记为申请" in text(officer.post(f"{address}register", sent, follow=True))
    assert Request.objects.filter(mails=mail).count() == 1


def test_what_an_attached_form_says_is_proposed_and_nothing_is_registered(arrive, officer, body):
    data = filled(body, {**OURS, (0, 4): "110105194912310021"})
    mail = arrive(message("申请", "见附件", name="申请表.docx", data=data))
    page = officer.get(f"/desk/requests/mail/{mail.pk}/register")
    said = page.context["form"].initial
    assert (said["name"], said["delivery"], said["applicant"]) == (
        "程远山",
        "post",
        "natural_person",
    )
    assert "identity_number" not in said
    assert "身份证号码“110105194912310021”不对，没有填入" in text(page)
    assert not Request.objects.filter(mails=mail).exists()


def test_what_form_and_text_say_differently_is_left_to_the_clerk(arrive, officer, body):
    data = filled(body, OURS)
    mail = arrive(message("申请", "联系电话：13900000000", name="申请表.docx", data=data))
    page = officer.get(f"/desk/requests/mail/{mail.pk}/register")
    assert "phone" not in page.context["form"].initial
    assert "联系电话在正文和申请表里不一样" in text(page)


def test_two_forms_in_one_message_are_left_to_the_clerk(arrive, officer, body):
    data = filled(body, OURS)
    two = EmailMessage()
    two["From"], two["Subject"] = "程远山 <cheng@example.org>", "两份申请"
    two.set_content("见附件")
    for name in ("一.docx", "二.docx"):
        two.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    page = officer.get(f"/desk/requests/mail/{arrive(two.as_bytes()).pk}/register")
    assert "附有几份申请表，没有自动填入" in text(page)
    assert "name" not in page.context["form"].initial


def test_unconfirmed_it_waits_and_the_clock_stands(arrive, officer):
    mail = arrive(message())
    address = f"/desk/requests/mail/{mail.pk}/register"
    sent = {**officer.get(address).context["form"].initial, "applicant": "natural_person"}
    early = {**sent, "confirmed_on": "2020-01-01"}
    assert "不能早于收到的日期" in text(officer.post(address, early))
    officer.post(address, sent)
    case = Request.objects.get(mails=mail)
    assert (case.stage, case.received, case.due) == ("SUBMITTED", None, None)


def test_an_answer_to_a_correction_notice_is_pointed_out_and_confirmed(
    arrive, officer, apply, body
):
    case = apply().request
    asked = CorrectionAsked(until=date(2026, 3, 2))
    enter(BY, case, Entry(Act.ASK_CORRECTION, date(2026, 1, 29), asked))
    mail = arrive(message(f"补正 {case.number}", "要的是决算公开表", name="说明.pdf"))
    address = f"/desk/requests/mail/{mail.pk}/"
    page = text(officer.get(address))
    assert case.number in page
    assert "核实是不是本人" in page
    assert officer.get(f"{address}join").context["form"].initial == {"number": case.number}
    officer.post(f"{address}join", {"number": case.number, "as_answer": "on"})
    case.refresh_from_db()
    mail.refresh_from_db()
    assert (case.stage, mail.state, mail.request) == ("IN_HAND", State.JOINED, case)
    assert case.entries.last().on == local_day(mail.arrived)
    assert "要的是决算公开表" in open_all(case.holder).values()
    assert of_subject(f"requests.request:{case.pk}").count() == 2


def test_an_answer_that_nobody_asked_for_is_only_kept_with_the_case(arrive, officer, apply):
    case = apply().request
    address = f"/desk/requests/mail/{arrive(message()).pk}/join"
    wrong = officer.post(address, {"number": case.number, "as_answer": "on"})
    assert "没有等待补正" in text(wrong)
    assert "没有这个编号" in text(officer.post(address, {"number": "SQ999-2026-0001"}))
    page = officer.post(address, {"number": case.number}, follow=True)
    assert "邮箱来件：姓名：程远山" in text(page)


def test_mail_of_no_person_is_set_aside_and_may_be_brought_back(arrive, officer):
    mail = arrive(message(Auto_Submitted="auto-replied"), acknowledge=True)
    assert (mail.state, mail.why) == (State.ASIDE, "reply")
    assert not Notice.objects.filter(subject=f"requests.mail:{mail.pk}").exists()
    assert "自动回复" in text(officer.get("/desk/requests/mail/?show=aside"))
    officer.post(f"/desk/requests/mail/{mail.pk}/back")
    mail.refresh_from_db()
    assert (mail.state, mail.why, mail.holder.purge_on) == (State.WAITING, "", None)
    address = f"/desk/requests/mail/{mail.pk}/aside"
    assert "请选择搁置的原因" in text(officer.post(address, {}, follow=True))
    officer.post(address, {"why": "petition", "remark": "已转信访办"})
    mail.refresh_from_db()
    assert (mail.state, mail.get_why_display()) == (State.ASIDE, "咨询、信访、投诉举报")
    assert mail.holder.purge_on > clock.today()


def test_the_sender_is_told_only_where_the_setting_says_so(arrive, monkeypatch):
    sending = replace(settings.GONGKAI, mail="smtp://127.0.0.1:9", mail_from="gk@example.org")
    monkeypatch.setattr(settings, "GONGKAI", sending)
    told = Notice.objects.filter(kind="applicant_mail_arrived")
    arrive(message())
    assert not told.exists()
    arrive(message("另一封", "内容"), acknowledge=True)
    assert "不是受理通知" in told.get().text


def test_what_is_no_paper_is_named_and_the_original_has_it(arrive, officer):
    mail = arrive(message(name="程序.exe", data=b"MZ\x00\x01"))
    page = text(officer.get(f"/desk/requests/mail/{mail.pk}/"))
    assert "附件没有收下，原件里有。“程序.exe”不是可以上传的文件" in page


def test_another_bodys_clerk_sees_nothing(arrive, signed_in):
    mail = arrive(message())
    other = signed_in("wangge.jingban")
    assert other.get(f"/desk/requests/mail/{mail.pk}/").status_code == 403
    assert "申请公开部门决算" not in text(other.get("/desk/requests/mail/?show=all"))
    upload = of_subject(f"requests.mail:{mail.pk}").first()
    assert other.get(f"/files/{upload.pk}").status_code == 404
