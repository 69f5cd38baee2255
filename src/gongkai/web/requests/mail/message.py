"""What an e-mail says, whoever wrote it: its words, its files, what could not be read. Pure.

Declared character sets are believed last: much mail is GB18030 and says nothing, or says wrong.
"""

import html
import re
from dataclasses import dataclass
from email import message_from_bytes
from email.header import decode_header
from email.message import Message
from email.policy import Compat32
from email.utils import parseaddr

import nh3

from gongkai.web.requests.mail.automatic import Automatic, automatic_of

LONGEST = 20_000
"""Characters of a text that are shown; the original holds the rest."""
READ = 2 * 1024 * 1024
"""Bytes of a text that are looked at."""
MOST_FILES, MOST_PARTS, DEEPEST = 100, 2_000, 20
CJK = {"gb2312", "gbk", "gb_2312-80", "cp936", "x-gbk", "gb18030", "euc-cn"}
UNSAID = {"", "us-ascii", "ascii", "iso-8859-1", "unknown-8bit", "default", "8bit"}
BREAKS = re.compile(r"<br[^>]*>|</(?:p|div|tr|li|h[1-6])>", re.IGNORECASE)
UNREAD = "这封邮件的格式有误，没有能读出内容，请下载原件查看。"
BROKEN = "这封邮件有不合规范的地方，内容可能不全，请对照原件。"
TNEF = "附件装在 winmail.dat 里（Outlook 的专用格式），打不开，请发件人改用普通格式重发。"
FILES_LEFT = f"附件超过 {MOST_FILES} 个，只取出前 {MOST_FILES} 个，其余在原件里。"
TOO_DEEP = "邮件里层层套着邮件，只读到第 20 层，其余在原件里。"
TOO_LONG = f"正文超过 {LONGEST} 字，只显示前面的部分，全文在原件里。"


@dataclass(frozen=True)
class Attached:
    """A file that came with a message."""

    name: str
    data: bytes

    def read(self) -> bytes:
        return self.data


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A message as a clerk reads it. `faults` are sentences about what could not be read."""

    message_id: str = ""
    sender_name: str = ""
    sender: str = ""
    subject: str = ""
    text: str = ""
    files: tuple[Attached, ...] = ()
    automatic: Automatic | None = None
    faults: tuple[str, ...] = ()


class _Lenient(Compat32):
    """Headers with bare eight-bit characters are read as what they most likely are."""

    def header_fetch_parse(self, name: str, value: str) -> str:
        del name
        return decoded(value.encode("utf-8", "surrogateescape"))


def read(data: bytes) -> Letter:
    """The message; never an exception, whatever it is."""
    try:
        message = message_from_bytes(data, policy=_Lenient())
        return _letter(message)
    except Exception:  # what the parser stumbles over has no end
        return Letter(subject=_bare_subject(data), faults=(UNREAD,))


def _letter(message: Message) -> Letter:
    name, sender = parseaddr(message.get("From", ""))
    found = _Found()
    found.walk(message)
    text = "\n\n".join(each for each in found.texts if each)
    if len(text) > LONGEST:
        found.say(TOO_LONG)
    return Letter(
        message_id=message.get("Message-ID", "").strip()[:250],
        sender_name=words(name)[:100],
        sender=sender[:200] if "@" in sender else "",
        subject=" ".join(words(message.get("Subject", "")).split())[:200],
        text=text[:LONGEST].replace("\x00", ""),
        files=tuple(found.files),
        automatic=automatic_of(message, sender),
        faults=tuple(found.faults),
    )


class _Found:
    """What was met on the way through the parts of a message."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.files: list[Attached] = []
        self.faults: list[str] = []

    def say(self, fault: str) -> None:
        if fault not in self.faults:
            self.faults.append(fault)

    def walk(self, message: Message) -> None:
        """Every part, in order; the rich form of a text is left out where the plain one is there"""
        waiting, count = [(message, 0, False)], 0
        while waiting:
            part, depth, twice = waiting.pop()
            count += 1
            if depth > DEEPEST or count > MOST_PARTS:
                self.say(TOO_DEEP)
                continue
            if part.defects:
                self.say(BROKEN)
            if part.is_multipart():
                inner = part.get_payload()
                twice = twice or _says_it_plainly(part, inner)
                waiting += [(each, depth + 1, twice) for each in reversed(inner)]
                if part.get_content_type() == "message/rfc822":
                    self.texts.append(_forwarded(inner[0]))
            else:
                self.take(part, twice=twice)

    def take(self, part: Message, *, twice: bool) -> None:
        data = part.get_payload(decode=True) or b""
        kind, name = part.get_content_type(), words(part.get_filename() or "")
        attached = name or part.get_content_disposition() == "attachment"
        if kind == "application/ms-tnef" or name.lower() == "winmail.dat":
            self.say(TNEF)
        elif attached or not kind.startswith(("text/", "multipart/")):
            self.keep(name or f"附件{len(self.files) + 1}.{kind.rpartition('/')[2]}", data)
        elif kind == "text/html":
            self.texts.append("" if twice else bare(_text(part, data)))
        else:
            self.texts.append(_text(part, data).strip())

    def keep(self, name: str, data: bytes) -> None:
        if len(self.files) < MOST_FILES:
            self.files.append(Attached(name, data))
        else:
            self.say(FILES_LEFT)


def _says_it_plainly(part: Message, inner: list[Message]) -> bool:
    """Whether the parts say the same in several forms, one of them plain text."""
    plain = (each for each in inner if each.get_content_type() == "text/plain")
    same = part.get_content_type() == "multipart/alternative"
    return same and any((each.get_payload(decode=True) or b"").strip() for each in plain)


def _text(part: Message, data: bytes) -> str:
    text = decoded(data[:READ], str(part.get_content_charset("")))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _forwarded(inner: Message) -> str:
    """The line above a message that lies in another one."""
    said = (words(str(inner.get(name, ""))) for name in ("From", "Date", "Subject"))
    return "—— 转发的邮件：" + "，".join(each for each in said if each)


def bare(page: str) -> str:
    """The words of an HTML text, a line for each block."""
    lined = BREAKS.sub("\n", page)
    text = html.unescape(nh3.clean(lined, tags=set())).replace("\u00a0", " ")
    lines = (line.strip() for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def words(header: str) -> str:
    """A header with its encoded words decoded; as it stands where they are broken."""
    try:
        parts = decode_header(header)
    except ValueError:
        return header
    return "".join(p if isinstance(p, str) else decoded(p, c or "") for p, c in parts).strip()


def decoded(data: bytes, charset: str = "") -> str:
    """Text of bytes: as declared, else UTF-8, else GB18030; what fits nothing becomes �."""
    said = charset.lower().strip("\"' ")
    said = "gb18030" if said in CJK else said
    tried = [*([] if said in UNSAID else [said]), "utf-8", "gb18030"]
    for each in tried:
        try:
            return data.decode(each)
        except (ValueError, LookupError):
            continue
    try:
        return data.decode(tried[0], "replace")
    except (ValueError, LookupError):
        return data.decode("utf-8", "replace")


def _bare_subject(data: bytes) -> str:
    """The subject line of what cannot be read otherwise."""
    line = re.search(rb"^subject:[ \t]*([^\r\n]*)", data[:65536], re.IGNORECASE | re.MULTILINE)
    return decoded(line[1])[:200] if line else ""
