"""Mail that no person wrote to the body, told from its headers (RFC 3834, RFC 3464). Pure."""

from email.message import Message
from enum import Enum


class Automatic(Enum):
    """Why a message is set aside without being asked about. It stays in the list."""

    REPLY = "自动回复"
    BOUNCE = "退信"
    SPAM = "垃圾邮件"
    BULK = "群发邮件"


def automatic_of(message: Message, sender: str) -> Automatic | None:
    """What the headers say of it; None for what a person may have written."""
    bounced = message.get_content_type() == "multipart/report" or sender.lower().startswith(
        ("mailer-daemon@", "postmaster@")
    )
    if bounced or _said(message, "Return-Path") == "<>":
        return Automatic.BOUNCE
    if _said(message, "Auto-Submitted").partition(";")[0].strip() not in ("", "no"):
        return Automatic.REPLY
    if any(message.get(name) for name in ("X-Autoreply", "X-Autorespond")):
        return Automatic.REPLY
    if _said(message, "X-Spam-Flag") == "yes" or _said(message, "X-Spam-Status")[:3] == "yes":
        return Automatic.SPAM
    if _said(message, "Precedence") in ("bulk", "junk", "list") or message.get("List-Id"):
        return Automatic.BULK
    return None


def _said(message: Message, name: str) -> str:
    return str(message.get(name, "")).strip().lower()
