"""The package in which a document travels between systems: one JSON object. Pure.

What comes from an office system and what goes to a municipal system have the same form:
`format`, `id`, the metadata of an item, `content` (text or HTML), `openness` with its `ground`,
`attachments` (name, base64 data); what is published carries `index_number`, `published_on`,
`address` besides.
"""

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from gongkai.web.publishing.kinds import KINDS

FORMAT = "gongkai-item/1"
LONGEST = {"id": 80, "title": 200, "document_number": 60, "summary": 100, "subject": 60}
OPENNESS = {"public": "主动公开", "on_application": "依申请公开", "withheld": "不予公开"}
ATTACHMENTS = 20


class PackageError(Exception):
    """The package cannot be taken in; the message says which field and why."""


@dataclass(frozen=True)
class Package:
    """A document as it came. `ground` says why it is not for everybody, where it is not."""

    id: str
    title: str
    openness: str
    ground: str
    facts: Mapping[str, Any]
    attachments: tuple[tuple[str, bytes], ...]
    digest: str


def read(data: bytes, today: date) -> Package:
    """The package in these bytes; PackageError with a sentence for the other system's keeper."""
    try:
        said = json.loads(data)
    except ValueError as fault:
        raise PackageError("不是 JSON。") from fault
    if not isinstance(said, dict) or said.get("format") != FORMAT:
        raise PackageError(f"format 应当是 {FORMAT}。")
    text = {key: _text(said, key, most) for key, most in LONGEST.items()}
    for key in ("id", "title"):
        if not text[key]:
            raise PackageError(f"缺少 {key}。")
    openness, ground = str(said.get("openness") or ""), str(said.get("ground") or "").strip()
    if openness not in OPENNESS:
        raise PackageError(f"openness 应当是 {'、'.join(OPENNESS)} 之一。")
    if openness != "public" and not ground:
        raise PackageError("依申请公开、不予公开的，ground 应当写明依据。")
    return Package(
        id=text["id"],
        title=text["title"],
        openness=openness,
        ground=ground[:200],
        facts=_facts(said, text, today),
        attachments=_attachments(said),
        digest=hashlib.sha256(data).hexdigest(),
    )


def _text(said: Mapping[str, Any], key: str, most: int) -> str:
    value = said.get(key) or ""
    if not isinstance(value, str) or len(value) > most:
        raise PackageError(f"{key} 应当是不超过 {most} 字的文字。")
    return value.strip()


def _facts(said: Mapping[str, Any], text: Mapping[str, str], today: date) -> dict[str, Any]:
    kind = str(said.get("kind") or "other")
    if kind not in KINDS:
        raise PackageError(f"kind 没有“{kind}”这一种，应当是 {'、'.join(KINDS)} 之一。")
    try:
        made_on = date.fromisoformat(str(said.get("made_on") or ""))
    except ValueError as fault:
        raise PackageError("made_on 应当是 2026-01-05 这样的日期。") from fault
    if made_on > today:
        raise PackageError("made_on 不能晚于今天。")
    details = said.get("details") or {}
    if not isinstance(details, dict):
        raise PackageError("details 应当是对象。")
    return {
        **{key: text[key] for key in ("title", "document_number", "summary")},
        "subject": text["subject"] or "其他",
        "kind": kind,
        "audience": "public",
        "made_on": made_on.isoformat(),
        "content": str(said.get("content") or ""),
        "about": None,
        "details": {str(key): str(value) for key, value in details.items()},
    }


def _attachments(said: Mapping[str, Any]) -> tuple[tuple[str, bytes], ...]:
    given = said.get("attachments") or []
    if not isinstance(given, list) or len(given) > ATTACHMENTS:
        raise PackageError(f"attachments 应当是不超过 {ATTACHMENTS} 个附件的列表。")
    found = []
    for each in given:
        try:
            found.append((str(each["name"]), base64.b64decode(each["data"], validate=True)))
        except (KeyError, TypeError, ValueError, binascii.Error) as fault:
            raise PackageError("附件应当有 name 和 base64 编码的 data。") from fault
    return tuple(found)


def written(facts: Mapping[str, Any], attachments: list[tuple[str, bytes]]) -> bytes:
    """A package with these facts."""
    files = [
        {"name": name, "data": base64.b64encode(data).decode("ascii")} for name, data in attachments
    ]
    made = {"format": FORMAT, **facts, "attachments": files}
    return json.dumps(made, ensure_ascii=False, indent=1).encode()
