"""A JSON message by POST, by the platform's only way outward."""

import json
from collections.abc import Mapping
from typing import Any

from gongkai.web.notices.gateways.message import NotSentError
from gongkai.web.ui.config import config
from gongkai.web.ui.outward import NotReachedError, ask

SECONDS = 10
LARGEST = 64 * 1024
FINE = range(200, 300)
FOR_GOOD = (400, 401, 403, 404, 410)
"""HTTP answers that another attempt will not change."""


def post(address: str, body: bytes, headers: Mapping[str, str]) -> dict[str, Any]:
    """The JSON that came back. Raises NotSentError."""
    if config().production and not address.startswith("https://"):
        raise NotSentError("地址应当以 https:// 开头", final=True)
    sent = {"Content-Type": "application/json; charset=utf-8", **headers}
    try:
        answer = ask(
            address, method="POST", data=body, headers=sent, largest=LARGEST, seconds=SECONDS
        )
    except NotReachedError as fault:
        raise NotSentError(str(fault)) from fault
    if answer.status not in FINE:
        raise NotSentError(f"对方答复 {answer.status}", final=answer.status in FOR_GOOD)
    try:
        found = json.loads(answer.data or b"{}")
    except ValueError as fault:
        raise NotSentError("对方的答复无法识别") from fault
    return found if isinstance(found, dict) else {}
