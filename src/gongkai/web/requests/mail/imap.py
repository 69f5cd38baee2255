"""One folder of an IMAP server, open for a while. Nothing is marked before somebody says so."""

import imaplib
import re
import ssl
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime

from gongkai.web.requests.mail.boxes import MIB, SECURITY, Mailbox

SECONDS = 30
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
SIZE = re.compile(rb"RFC822\.SIZE (\d+)")
ARRIVED = re.compile(rb'INTERNALDATE "([^"]+)"')


class UnreachableError(Exception):
    """The server gives no answer, or no access; the message is a sentence for people."""


class NoAccessError(UnreachableError):
    """The server answers, and does not let in: a setting is wrong."""


class NotGivenError(Exception):
    """The server does not give out this one message."""


@dataclass(frozen=True)
class Fetched:
    """A message as the server holds it: of one that is too large only the head."""

    uid: int
    arrived: datetime
    size: int
    data: bytes
    whole: bool


class Folder:
    """A folder that was selected; `validity` is its UIDVALIDITY."""

    def __init__(self, link: imaplib.IMAP4, box: Mailbox):
        self._link, self._box = link, box
        self.validity = int(link.response("UIDVALIDITY")[1][0] or 0)
        self._able = link.capability()[1][0].decode("ascii").upper().split()

    def uids(self, *, unseen: bool = False) -> list[int]:
        """The messages that arrived since the day in the settings, oldest first."""
        since = self._box.since
        words = [f"SINCE {since.day}-{MONTHS[since.month - 1]}-{since.year}"]
        found = self._asked("SEARCH", "UNSEEN" if unseen else "ALL", *words)
        return sorted(int(uid) for uid in b" ".join(part or b"" for part in found).split())

    def fetch(self, uid: int) -> Fetched:
        """NotGivenError when the server refuses this message and goes on."""
        about = b" ".join(_bytes(self._asked("FETCH", str(uid), "(RFC822.SIZE INTERNALDATE)")))
        size, arrived = SIZE.search(about), ARRIVED.search(about)
        if size is None or arrived is None:
            raise NotGivenError
        whole = int(size[1]) <= self._box.largest * MIB
        part = "(BODY.PEEK[])" if whole else "(BODY.PEEK[HEADER])"
        answer = self._asked("FETCH", str(uid), part)
        data = next((each[1] for each in answer if isinstance(each, tuple)), None)
        if data is None:
            raise NotGivenError
        day = arrived[1].decode("ascii", "replace").strip().replace("-", " ", 2)
        return Fetched(uid, parsedate_to_datetime(day), int(size[1]), data, whole)

    def settle(self, uids: Iterable[int]) -> None:
        """Mark messages as seen and put them away; done again it does no harm."""
        chosen = ",".join(str(uid) for uid in uids)
        if not chosen:
            return
        self._asked("STORE", chosen, "+FLAGS.SILENT", r"(\Seen)")
        if not self._box.processed:
            return
        target = quoted(self._box.processed)
        with _asking(self._box):
            self._link.create(target)  # one that is there is answered with NO
        if "MOVE" in self._able:
            self._asked("MOVE", chosen, target)
            return
        self._asked("COPY", chosen, target)
        self._asked("STORE", chosen, "+FLAGS.SILENT", r"(\Deleted)")
        if "UIDPLUS" in self._able:
            self._asked("EXPUNGE", chosen)

    def _asked(self, command: str, *words: str) -> list:
        with _asking(self._box):
            kind, answer = self._link.uid(command, *words)
        if kind != "OK":
            raise NotGivenError
        return answer


@contextmanager
def opened(box: Mailbox) -> Iterator[Folder]:
    """The folder of a mailbox; UnreachableError, then and later, whenever the server is lost."""
    with _asking(box):
        link = _connected(box)
    try:
        with _asking(box):
            folder = _selected(link, box)
        yield folder
    finally:
        with suppress(imaplib.IMAP4.error, OSError):
            link.logout()


@contextmanager
def _asking(box: Mailbox) -> Iterator[None]:
    """Whatever can go wrong between here and the server, as a sentence."""
    try:
        yield
    except imaplib.IMAP4.abort as fault:
        raise UnreachableError("与邮箱服务器的连接中断，稍后会自动再试。") from fault
    except ssl.SSLError as fault:
        raise UnreachableError(f"邮箱服务器的加密连接没有建立：{fault.reason}。") from fault
    except OSError as fault:
        raise UnreachableError(f"连不上邮箱服务器 {box.host}，或者等候超时。") from fault
    except imaplib.IMAP4.error as fault:
        raise UnreachableError(f"邮箱服务器的答复不合规范：{fault}。") from fault


def _connected(box: Mailbox) -> imaplib.IMAP4:
    port = box.port or SECURITY[box.security]
    context = ssl.create_default_context(cafile=box.ca_file or None)
    if box.security == "tls":
        link: imaplib.IMAP4 = imaplib.IMAP4_SSL(
            box.host, port, ssl_context=context, timeout=SECONDS
        )
    else:
        link = imaplib.IMAP4(box.host, port, timeout=SECONDS)
    if box.security == "starttls":
        link.starttls(context)
    return link


def _selected(link: imaplib.IMAP4, box: Mailbox) -> Folder:
    try:
        link.login(box.user, box.password)
    except imaplib.IMAP4.abort:
        raise
    except (imaplib.IMAP4.error, UnicodeEncodeError) as fault:
        raise NoAccessError("邮箱的用户名或者口令不对，或者没有开通 IMAP。") from fault
    if "ID" in link.capabilities:
        with suppress(imaplib.IMAP4.error):
            link.xatom("ID", '("name" "gongkai")')  # some providers let nobody in without it
    kind, _answer = link.select(quoted(box.folder))
    if kind != "OK":
        raise NoAccessError(f"邮箱里没有文件夹“{box.folder}”，或者没有权限打开。")
    return Folder(link, box)


def quoted(name: str) -> str:
    """A folder's name as the protocol wants it: UTF-7 in its own way, in quotation marks."""
    parts = re.findall(r"[\x20-\x7e]+|[^\x20-\x7e]+", name)
    coded = "".join(_plain(part) if part.isascii() else _utf7(part) for part in parts)
    return f'"{coded}"'


def _plain(part: str) -> str:
    return part.replace("&", "&-").replace("\\", r"\\").replace('"', r"\"")


def _utf7(part: str) -> str:
    """RFC 3501, 5.1.3: UTF-16 in base64 with a comma for the stroke, between & and -."""
    coded = part.encode("utf-7").decode("ascii").removeprefix("+").removesuffix("-")
    return f"&{coded.replace('/', ',')}-"


def _bytes(answer: Iterable) -> Iterator[bytes]:
    for each in answer:
        if each is not None:
            yield each[0] if isinstance(each, tuple) else each
