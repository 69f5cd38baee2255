"""Several asked for the same (article 44): a draft to publish it, for people to finish."""

from django.db import transaction

from gongkai.law.request.lifecycle import NotProvidedFor
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record
from gongkai.web.publishing.acts.items import open_item
from gongkai.web.publishing.models.items import Item
from gongkai.web.requests.acts.enter import subject
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.signs import same_matter_asked
from gongkai.web.ui import clock

KIND = "notice"


@transaction.atomic
def suggest_publication(by: Actor, request: Request) -> Item:
    """Open a draft with the topic; nobody's name goes into it."""
    others = {each.holder_id for each in same_matter_asked(request)} - {request.holder_id}
    if not others:
        raise NotProvidedFor("只有一名申请人申请过，不适用转为主动公开的规定")
    facts = {
        "kind": KIND,
        "title": request.topic,
        "subject": "",
        "summary": f"{len(others) + 1} 名申请人申请公开，建议转为主动公开。",
        "content": "",
        "document_number": "",
        "audience": "public",
        "made_on": clock.today().isoformat(),
        "about": None,
    }
    item = open_item(by, body=request.body, facts=facts)
    record(
        by,
        "requests.suggest",
        subject=subject(request),
        title=f"{request.number} 建议转为主动公开",
        chain=request.body.code,
        facts={"item": item.pk, "applicants": len(others) + 1},
    )
    return item
