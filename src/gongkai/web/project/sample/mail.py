"""Sample messages in the mailbox of a body: an application, an answer to a correction notice."""

import io
from datetime import date, datetime, time, timedelta
from email.message import EmailMessage

import docx
from django.utils import timezone

from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import system
from gongkai.web.requests.acts.mail import take_mail
from gongkai.web.requests.blank import as_docx
from gongkai.web.requests.mail.boxes import Mailbox
from gongkai.web.requests.mail.imap import Fetched
from gongkai.web.requests.models.case import Request

BY = system("演示数据")
APPLICATION = """您好：
    我申请公开下列政府信息，请以电子邮件答复。

申请表在附件里。
"""
FORM = {
    (0, 2): "白杨",
    (1, 2): "13900007733",
    (2, 2): "示例区示例路 7 号",
    (9, 2): "2025年网格员培训计划和经费安排：下半年组织的培训，含授课单位和费用",
    (10, 2): "□ 纸质　☑ 电子文本　□ 光盘　□ 查阅、抄录",
    (11, 2): "□ 在网上查看下载　☑ 电子邮件　□ 邮寄　□ 自行领取　□ 当场查阅",
}
"""What is written into the squares of the application form."""
ANSWER = """我要的是：2025年7月到12月本街道网格化服务中心的巡查记录汇总表，不含居民个人信息。
杜鹃
"""


def load(body: Body, on: date) -> None:
    """Take both in as the mailbox would have handed them over."""
    box = Mailbox(
        code=body.code, host="mail.example.org", user="xxgk@example.org", password="", since=on
    )  # nobody listens there
    unclear = Request.objects.get(body=body, topic="网格化服务的所有材料")
    found = (
        ("白杨 <baiyang@example.org>", "申请公开网格员培训计划", APPLICATION, _form(body, on)),
        ("杜鹃 <dujuan@example.org>", f"补正：{unclear.number}", ANSWER, b""),
    )
    for uid, (sender, subject, text, form) in enumerate(found, 1):
        arrived = timezone.make_aware(datetime.combine(on - timedelta(days=1), time(9, 5 * uid)))
        data = _message(sender, subject, text, form, arrived)
        take_mail(BY, body, box, Fetched(uid, arrived, len(data), data, True), 1)


def _form(body: Body, on: date) -> bytes:
    """The body's own form, filled in."""
    document = docx.Document(io.BytesIO(as_docx(body, on)))
    for (row, column), words in FORM.items():
        document.tables[0].cell(row, column).text = words
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _message(sender: str, subject: str, text: str, form: bytes, at: datetime) -> bytes:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = sender, "xxgk@example.org", subject
    made["Date"] = at
    made["Message-ID"] = f"<{at:%Y%m%d%H%M}@example.org>"
    made.set_content(text)
    if form:
        made.add_attachment(
            form, maintype="application", subtype="octet-stream", filename="申请表.docx"
        )
    return made.as_bytes()
