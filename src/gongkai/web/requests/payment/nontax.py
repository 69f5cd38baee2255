"""A payment platform over HTTP and JSON; docs/payment.md is what it has to speak.

Every request is signed, and so is every answer, over the nonce of its request: an answer to another
question is none.
"""

import json
import secrets
from collections.abc import Mapping
from datetime import datetime
from urllib.parse import quote, urlsplit

from gongkai.web.requests.payment.provider import Order, ProviderError, State, Told, Wanted
from gongkai.web.requests.payment.setting import Treasury
from gongkai.web.requests.payment.signing import is_signed, signature
from gongkai.web.ui import clock
from gongkai.web.ui.outward import NotReachedError, ask

UNREACHED = "缴费平台暂时没有答复，请稍后再试，或者按收费通知书到窗口、银行缴纳。"
UNSIGNED = "缴费平台的答复没有正确的签名，不予采信。"
UNCLEAR = "缴费平台的答复不合约定。"


class NonTax:
    """The platform of a place."""

    def __init__(self, treasury: Treasury):
        self._treasury = treasury

    def begin(self, wanted: Wanted) -> Order:
        facts = {
            "order": wanted.name,
            "unit": wanted.unit,
            "item": self._treasury.item,
            "subject": f"政府信息公开信息处理费 {wanted.number}",
            "fen": wanted.fen,
            "until": wanted.until.isoformat() if wanted.until else None,
            "notify": wanted.notify,
            "back": wanted.back,
        }
        answer = self._asked("POST", "/orders", json.dumps(facts, ensure_ascii=False).encode())
        code, address = answer.get("code"), answer.get("address")
        right = (answer.get("order"), answer.get("fen")) == (wanted.name, wanted.fen)
        if not right or not isinstance(code, str) or not isinstance(address, str):
            raise ProviderError(UNCLEAR)
        scheme = urlsplit(address).scheme
        if len(code) > 40 or len(address) > 500 or scheme not in ("http", "https"):
            raise ProviderError(UNCLEAR)
        return Order(code, address)

    def look(self, name: str) -> Told:
        found = told(self._asked("GET", f"/orders/{quote(name)}"))
        if found.name != name:
            raise ProviderError(UNCLEAR)
        return found

    def _asked(self, verb: str, path: str, body: bytes = b"") -> dict[str, object]:
        own, at, nonce = self._treasury, clock.now().isoformat(), secrets.token_hex(16)
        whole = urlsplit(own.address + path).path
        signed = signature(own.secret, own.signing, verb, whole, at, nonce, body=body)
        headers = {
            "Content-Type": "application/json",
            "X-Client": own.client,
            "X-Timestamp": at,
            "X-Nonce": nonce,
            "X-Signature": signed,
        }
        try:
            answer = ask(own.address + path, method=verb, data=body or None, headers=headers)
        except NotReachedError as fault:
            raise ProviderError(UNREACHED) from fault
        if answer.status != 200:
            raise ProviderError(UNREACHED)
        given = answer.headers.get("x-signature", "")
        if not is_signed(given, own.secret, own.signing, "ANSWER", nonce, body=answer.data):
            raise ProviderError(UNSIGNED)
        return facts_of(answer.data)


def called(treasury: Treasury, path: str, headers: Mapping[str, str], body: bytes) -> Told:
    """What a call of the platform says; ProviderError for one that it did not sign."""
    at, nonce = headers.get("X-Timestamp", ""), headers.get("X-Nonce", "")
    lines = ("POST", path, at, nonce)
    given = headers.get("X-Signature", "")
    if not is_signed(given, treasury.secret, treasury.signing, *lines, body=body):
        raise ProviderError(UNSIGNED)
    return told(facts_of(body))


def facts_of(data: bytes) -> dict[str, object]:
    try:
        found = json.loads(data)
    except ValueError as fault:
        raise ProviderError(UNCLEAR) from fault
    if not isinstance(found, dict):
        raise ProviderError(UNCLEAR)
    return found


def told(facts: Mapping[str, object]) -> Told:
    """`{"order", "state", "fen", "paid", "receipt"}`; the last two once it is paid."""
    try:
        state, fen = State(facts.get("state")), facts["fen"]
        paid = datetime.fromisoformat(str(facts["paid"])) if state is State.PAID else None
        receipt = str(facts["receipt"])[:60] if state is State.PAID else ""
        name = str(facts["order"])
    except (KeyError, ValueError) as fault:
        raise ProviderError(UNCLEAR) from fault
    if type(fen) is not int or (paid is not None and (paid.tzinfo is None or not receipt)):
        raise ProviderError(UNCLEAR)
    return Told(name, state, fen, paid, receipt)
