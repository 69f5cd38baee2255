"""The only way by which the platform asks other machines: bounded, polite, never by chance inward.

An address that a clerk typed must not lead to machines of the private network: only hosts that the
operator named (`GONGKAI_HOSTS`, `GONGKAI_FETCH_HOSTS`) may resolve to addresses of such a network.
"""

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from gongkai.web.ui.config import config

AGENT = "gongkai"
REDIRECTS = (301, 302, 303, 307, 308)
HOPS = 3
SAFE = "/?&=#%:;@!$'()*+,~"
"""What stays as it is in a path; Chinese characters are encoded."""
LARGEST = 5 * 1024**2
SECONDS = 15


class NotReachedError(Exception):
    """No usable answer; the message is a sentence for a clerk."""


@dataclass(frozen=True)
class Answer:
    """What came back from the last address that was asked."""

    status: int
    address: str
    data: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Names in small letters."""


@dataclass(frozen=True)
class _Asked:
    """What is sent, and the bounds of what may come back."""

    method: str
    data: bytes | None
    headers: Mapping[str, str]
    largest: int
    until: float
    whole: bool


def ask(
    address: str,
    *,
    method: str = "GET",
    data: bytes | None = None,
    headers: Mapping[str, str] | None = None,
    largest: int = LARGEST,
    seconds: float = SECONDS,
    whole: bool = True,
) -> Answer:
    """One answer, whatever its status; NotReachedError when there is none or it is too large.

    `whole=False` leaves the body unread.
    """
    asked = _Asked(method, data, headers or {}, largest, time.monotonic() + seconds, whole)
    for _hop in range(HOPS + 1):
        answer = _once(address, asked)
        onward = answer.headers.get("location", "")
        if answer.status not in REDIRECTS or not onward or method == "POST":
            return answer
        address = urljoin(address, onward)
    raise NotReachedError("网址反复跳转，打不开。")


def _once(address: str, asked: _Asked) -> Answer:
    parts = urlsplit(address)
    link = _connection(parts, asked.until)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    path = quote(path, safe=SAFE)
    try:
        link.request(asked.method, path, asked.data, {"User-Agent": AGENT, **asked.headers})
        response = link.getresponse()
        told = {name.lower(): value for name, value in response.getheaders()}
        found = _body(response, asked) if asked.whole else b""
        return Answer(response.status, address, found, told)
    except (OSError, http.client.HTTPException, ValueError) as fault:
        raise NotReachedError(f"连接中断或者超时，没有得到答复（{parts.hostname}）。") from fault
    finally:
        link.close()


def _body(response: http.client.HTTPResponse, asked: _Asked) -> bytes:
    found = b""
    while chunk := response.read1(65536):
        found += chunk
        if len(found) > asked.largest:
            raise NotReachedError(f"返回的内容超过 {asked.largest // 1024**2} MB，没有读完。")
        if time.monotonic() > asked.until:
            raise TimeoutError
    return found


class _Plain(http.client.HTTPConnection):
    """Goes to the address that was looked at, whatever the name resolves to a moment later."""

    ip = ""

    def connect(self) -> None:
        self.sock = socket.create_connection((self.ip, self.port), self.timeout)


class _Sealed(http.client.HTTPSConnection):
    ip = ""
    tls = ssl.create_default_context()

    def connect(self) -> None:
        plain = socket.create_connection((self.ip, self.port), self.timeout)
        self.sock = self.tls.wrap_socket(plain, server_hostname=self.host)


def _connection(parts: SplitResult, until: float) -> _Plain | _Sealed:
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise NotReachedError("网址应当以 http:// 或者 https:// 开头。")
    left = max(until - time.monotonic(), 0.1)
    try:
        made = (_Sealed if parts.scheme == "https" else _Plain)(
            parts.hostname, parts.port, timeout=left
        )
        found = socket.getaddrinfo(parts.hostname, made.port, type=socket.SOCK_STREAM)
    except (OSError, ValueError) as fault:
        raise NotReachedError(f"找不到这个网址的主机：{parts.hostname}。") from fault
    made.ip = str(found[0][4][0])
    own = {*config().hosts, *config().fetch_hosts}
    if parts.hostname not in own and not ipaddress.ip_address(made.ip).is_global:
        raise NotReachedError(
            f"{parts.hostname} 在内部网络中。确需访问的，请系统管理员写入 GONGKAI_FETCH_HOSTS。"
        )
    return made
