"""Robots of messenger groups: 企业微信（政务微信） and 钉钉 take Markdown and answer `errcode`."""

import base64
import hashlib
import hmac
import json
from urllib.parse import quote_plus

from gongkai.web.notices.gateways.message import Message, NotSentError
from gongkai.web.notices.gateways.post import post
from gongkai.web.ui import clock

LONGEST = 3900
"""Bytes of text that both take (企业微信: 4096)."""
BUSY = (45009, 130101, 660026)
"""Answers that mean: too many messages, try again later."""


class Wecom:
    """A group robot of 企业微信 or 政务微信; the key stands in the address."""

    def send(self, address: str, secret: str, message: Message) -> None:
        del secret
        text = _cut(f"**{message.title}**\n{message.text}")
        _said(post(address, _json({"msgtype": "markdown", "markdown": {"content": text}}), {}))


class DingTalk:
    """A group robot of 钉钉; with a secret every message is signed."""

    def send(self, address: str, secret: str, message: Message) -> None:
        text = _cut(f"### {message.title}\n{message.text}")
        body = {"msgtype": "markdown", "markdown": {"title": message.title, "text": text}}
        _said(post(address + _signature(secret), _json(body), {}))


def _signature(secret: str) -> str:
    """`&timestamp=…&sign=…`: HMAC-SHA256 of both, as the robot's security settings ask."""
    if not secret:
        return ""
    stamp = round(clock.now().timestamp() * 1000)
    code = hmac.new(secret.encode(), f"{stamp}\n{secret}".encode(), hashlib.sha256).digest()
    return f"&timestamp={stamp}&sign={quote_plus(base64.b64encode(code))}"


def _said(answer: dict) -> None:
    code = answer.get("errcode")
    if code != 0:
        said = f"群机器人答复 {code}：{answer.get('errmsg', '')}"
        raise NotSentError(said, final=code not in BUSY)


def _cut(text: str) -> str:
    return text.encode()[:LONGEST].decode(errors="ignore")


def _json(body: dict) -> bytes:
    return json.dumps(body, ensure_ascii=False).encode()
