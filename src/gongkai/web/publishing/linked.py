"""What a page tells machines: schema.org as JSON-LD. Pure.

A block of `application/ld+json` is data and no script: the content security policy leaves it alone.
"""

import json
from collections.abc import Mapping

from gongkai.web.publishing.kinds import NORMATIVE
from gongkai.web.publishing.models.items import Item

FORCE = {"有效": "InForce", "失效": "NotInForce", "废止": "NotInForce"}
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def item_facts(item: Item, address: str) -> Mapping[str, object]:
    """A normative document is a Legislation, everything else an Article."""
    body = {"@type": "GovernmentOrganization", "name": item.body.name}
    facts: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Legislation" if item.kind == NORMATIVE else "Article",
        "headline": item.title,
        "name": item.title,
        "description": item.summary,
        "identifier": item.index_number,
        "inLanguage": "zh-CN",
        "isAccessibleForFree": True,
        "url": address,
        "dateCreated": item.made_on.isoformat(),
        "datePublished": item.published_on.isoformat() if item.published_on else None,
        "dateModified": item.changed.isoformat() if item.changed else None,
        "about": item.subject.replace("\\", " · "),
        "author": body,
        "publisher": body,
    }
    if item.kind == NORMATIVE:
        facts["legislationIdentifier"] = item.document_number
        facts["legislationDate"] = item.made_on.isoformat()
        facts["legislationLegalForce"] = FORCE.get(item.validity, "InForce")
        facts["legislationPassedBy"] = body
    return {name: value for name, value in facts.items() if value not in (None, "")}


def as_script(facts: Mapping[str, object]) -> str:
    """Safe inside an element of a page: nothing in it can end the element."""
    return json.dumps(facts, ensure_ascii=False).translate(ESCAPES)
