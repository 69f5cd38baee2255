"""SMS through a small gateway of the operator: `POST {"id", "to", "text"}`, signed.

The header `X-Gongkai-Signature` is `sha256=` and the HMAC-SHA256 of the body under the shared
secret. The gateway drops an `id` that it has had.
"""

import hashlib
import hmac
import json

from gongkai.web.notices.gateways.message import Message
from gongkai.web.notices.gateways.post import post
from gongkai.web.ui.config import config


def send(address: str, secret: str, message: Message) -> None:
    facts = {"id": message.id, "to": address, "text": message.short}
    body = json.dumps(facts, ensure_ascii=False).encode()
    code = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    post(config().sms, body, {"X-Gongkai-Signature": f"sha256={code}"})
