"""E-mail by the SMTP server that the operator has set."""

import smtplib
from urllib.parse import unquote, urlsplit

from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend

from gongkai.web.notices.gateways.message import Message, NotSentError
from gongkai.web.ui.config import config

SECONDS = 15
PERMANENT = 500
"""SMTP answers from here on mean that another attempt is of no use."""


def server() -> EmailBackend:
    """The connection that `GONGKAI_MAIL` describes."""
    url = urlsplit(config().mail)
    return EmailBackend(
        host=url.hostname,
        port=url.port or (465 if url.scheme == "smtps" else 25),
        username=unquote(url.username or ""),
        password=unquote(url.password or ""),
        use_ssl=url.scheme == "smtps",
        use_tls=url.scheme == "smtp+starttls",
        timeout=SECONDS,
    )


def send(address: str, secret: str, message: Message) -> None:
    del secret
    sender = f"{config().site_name} <{config().mail_from}>"
    host = config().mail_from.rpartition("@")[2]
    headers = {"Message-ID": f"<notice-{message.id}@{host}>", "Auto-Submitted": "auto-generated"}
    mail = EmailMessage(message.title, message.text, sender, [address], headers=headers)
    try:
        server().send_messages([mail])
    except smtplib.SMTPRecipientsRefused as refusal:
        codes = [code for code, _ in refusal.recipients.values()]
        final = all(code >= PERMANENT for code in codes)
        raise NotSentError(f"收件服务器拒收（{codes[0]}）", final=final) from refusal
    except (smtplib.SMTPException, OSError) as fault:
        raise NotSentError(f"邮件没有发出：{type(fault).__name__}") from fault
