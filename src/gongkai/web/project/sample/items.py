"""Enters the sample items: drafted, signed, published, corrected, repealed through their acts."""

import tomllib
from datetime import date, timedelta
from pathlib import Path

from gongkai.web.agencies.models import Body, Role
from gongkai.web.agencies.queries import holders
from gongkai.web.audit.actor import Actor
from gongkai.web.publishing.acts import items as acts
from gongkai.web.publishing.acts.decisions import overturn
from gongkai.web.publishing.models.items import Item
from gongkai.web.publishing.queries.items import state_of, subject_of
from gongkai.web.publishing.record import Validity
from gongkai.web.review.chain import Verdict
from gongkai.web.review.queries import Acting, latest
from gongkai.web.ui import clock

ITEMS = Path(__file__).with_name("items.toml")
COUNTED = ITEMS.with_name("items_counted.toml")
FIELDS = ("kind", "title", "subject", "summary", "content")


def load(bodies: dict[str, Body]) -> None:
    facts = tomllib.loads(ITEMS.read_text("utf-8"))
    for code, rule in facts["numbering"].items():
        acts.set_numbering(officer_of(bodies[code]), body=bodies[code], **rule)
    for code, of_kind in facts["categories"].items():
        acts.set_categories(officer_of(bodies[code]), body=bodies[code], of_kind=of_kind)
    made: dict[str, Item] = {}
    counted = tomllib.loads(COUNTED.read_text("utf-8"))
    for entry in [*facts["item"], *counted["item"]]:
        made[entry["title"]] = _entered(bodies[entry["body"]], entry, made)


def _entered(body: Body, entry: dict, made: dict[str, Item]) -> Item:
    officer = officer_of(body)
    about = made.get(entry.get("about", ""))
    facts = {
        **{name: entry[name] for name in FIELDS},
        "document_number": entry.get("document_number", ""),
        "audience": entry.get("audience", "public"),
        "made_on": entry["made_on"].isoformat(),
        "about": about.pk if about else None,
        "details": {key: _told(value) for key, value in entry.get("details", {}).items()},
        "full_text": entry.get("full_text", True),
        "relations": {
            way: [made[title].pk for title in titles]
            for way, titles in entry.get("relations", {}).items()
        },
    }
    item = acts.open_item(officer, body=body, facts=facts)
    if "on" in entry:
        _publish(officer, item, entry["on"])
    if "correct" in entry:
        change = entry["correct"]
        acts.correct(officer, item=item, reason=change["reason"])
        base = state_of(item).written
        later = {**facts, "content": change["content"]}
        acts.write(officer, item=item, facts=later, base=base)
        _publish(officer, item, change["on"])
    if "overturn" in entry:
        overturn(officer, item=item, **entry["overturn"])
    if "withdraw" in entry:
        acts.withdraw(officer, item=item, reason=entry["withdraw"])
    if "end" in entry:
        end = entry["end"]
        validity = Validity(end["validity"])
        acts.end(officer, item=item, validity=validity, on=end["on"], reason=end["reason"])
    return item


def _told(value: object) -> object:
    """A detail as plain data; `+20` is the day twenty days from now."""
    if isinstance(value, str) and value.startswith("+"):
        return (clock.today() + timedelta(days=int(value))).isoformat()
    return value.isoformat() if isinstance(value, date) else value


def _publish(officer: Actor, item: Item, on: date) -> None:
    """Everyone in the chain agrees, and it goes out."""
    acts.submit(officer, item=item)
    while (review := latest(subject_of(item))).outcome == "open":
        role = review.waits_for[0]
        signer = holders(item.body, Role(role), clock.today())[0]
        acts.sign(
            Actor(str(signer.pk), signer.name),
            item=item,
            acting=Acting(role),
            verdict=Verdict.APPROVE,
            opinion="",
        )
    acts.publish(officer, item=item, on=on)


def officer_of(body: Body) -> Actor:
    person = holders(body, Role.OFFICER, clock.today())[0]
    return Actor(str(person.pk), person.name)
