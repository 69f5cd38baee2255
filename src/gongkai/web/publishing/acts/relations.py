"""What a publication does to the documents it names."""

from datetime import date

from gongkai.web.audit.actor import Actor
from gongkai.web.publishing.acts.entering import enter, touch
from gongkai.web.publishing.kinds import NORMATIVE
from gongkai.web.publishing.models.items import Item, Relation
from gongkai.web.publishing.queries.relations import told
from gongkai.web.publishing.record import Act, NotProvidedForError, Stage, State, Validity
from gongkai.web.publishing.ways import Way

ENDING = (Way.REPLACES, Way.REPEALS)


def settle(by: Actor, item: Item, state: State) -> None:
    """Keep the relations of the version that goes out; end what it replaces or repeals."""
    facts = state.versions[-1].facts
    named = told(facts)
    others = Item.objects.select_related("body").in_bulk([pk for _way, pk in named])
    Relation.objects.filter(item=item).delete()
    Relation.objects.bulk_create(
        [Relation(item=item, way=way, to=others[pk]) for way, pk in dict.fromkeys(named)]
    )
    for way, pk in named:
        if way in ENDING:
            _end(by, others[pk], item, way, _from(facts, state))


def _from(facts, state: State) -> date:
    """From when the new document holds."""
    said = facts.get("details", {}).get("in_force_from")
    return date.fromisoformat(said) if said else state.published_on


def _end(by: Actor, old: Item, new: Item, way: Way, on: date) -> None:
    ends = old.kind == NORMATIVE and old.body_id == new.body_id and old.ended_on is None
    if not ends:
        return
    if old.stage != Stage.PUBLISHED:
        raise NotProvidedForError(f"《{old.title}》正在更正，请先办完，再公布{way.zh}它的文件。")
    reason = f"由《{new.title}》{new.document_number}{way.zh}"
    facts = {
        "validity": Validity.REPEALED.value,
        "on": max(on, old.made_on).isoformat(),
        "reason": reason,
    }
    enter(by, old, Act.END, facts)
    touch(old)
