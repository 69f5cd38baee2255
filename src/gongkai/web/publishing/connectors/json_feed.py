"""JSON Feed 1.1."""

import json
from collections.abc import Mapping
from urllib.parse import urljoin

from gongkai.web.publishing.connectors.days import day_of
from gongkai.web.publishing.connectors.told import Told, UnreadableFeedError


def read(data: bytes, base: str) -> list[Told]:
    """The items that carry a title and a day."""
    try:
        items = list(json.loads(data)["items"])
    except (ValueError, KeyError, TypeError) as fault:
        raise UnreadableFeedError("返回的内容不是 JSON Feed 订阅，请核对订阅地址。") from fault
    found = (_item(each, base) for each in items if isinstance(each, dict))
    return [told for told in found if told]


def _item(item: Mapping[str, object], base: str) -> Told | None:
    title = " ".join(str(item.get("title") or item.get("content_text") or "").split())
    on = day_of(str(item.get("date_published") or item.get("date_modified") or ""))
    if not title or on is None:
        return None
    tags = item.get("tags")
    sort = str(tags[0]) if isinstance(tags, list) and tags else ""
    address = str(item.get("url") or item.get("external_url") or "")
    return Told(title, on, urljoin(base, address) if address else "", sort)
