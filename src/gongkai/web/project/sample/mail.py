"""Sample messages in the mailbox of a body: an application, an answer to a correction notice."""

from datetime import date, datetime, time, timedelta
from email.message import EmailMessage

from django.utils import timezone

from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import system
from gongkai.web.requests.acts.mail import take_mail
from gongkai.web.requests.mail.boxes import Mailbox
from gongkai.web.requests.mail.imap import Fetched
from gongkai.web.requests.models.case import Request

BY = system("演示数据")
APPLICATION = """您好：
    我申请公开下列政府信息，请以电子邮件答复。

姓名：白杨
联系电话：13900007733
通信地址：示例区示例路 7 号
所需信息名称：2025年网格员培训计划和经费安排
特征描述：2025年下半年组织的培训，含授课单位和费用
"""
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
        ("白杨 <baiyang@example.org>", "申请公开网格员培训计划", APPLICATION, "培训通知.txt"),
        ("杜鹃 <dujuan@example.org>", f"补正：{unclear.number}", ANSWER, ""),
    )
    for uid, (sender, subject, text, name) in enumerate(found, 1):
        arrived = timezone.make_aware(datetime.combine(on - timedelta(days=1), time(9, 5 * uid)))
        data = _message(sender, subject, text, name, arrived)
        take_mail(BY, body, box, Fetched(uid, arrived, len(data), data, True), 1)


def _message(sender: str, subject: str, text: str, name: str, at: datetime) -> bytes:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = sender, "xxgk@example.org", subject
    made["Date"] = at
    made["Message-ID"] = f"<{at:%Y%m%d%H%M}@example.org>"
    made.set_content(text)
    if name:
        made.add_attachment("关于举办网格员培训班的通知（示例）\n", filename=name)
    return made.as_bytes()
