from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count, Max, Q, QuerySet
from django.urls import reverse

from gongkai.checks.before_publication import Stop, stops
from gongkai.checks.published import HIDDEN, Metadata, Publication
from gongkai.law.calendar.workdays import default_calendar
from gongkai.law.publication.due import due as publication_due
from gongkai.statute.catalogue import subjects
from gongkai.statute.parameters import parameter
from gongkai.web.agencies.models import Body
from gongkai.web.agencies.permissions import Standing
from gongkai.web.files.clean.old import NEWER
from gongkai.web.files.models import Upload
from gongkai.web.publishing import kinds, record
from gongkai.web.publishing.kinds import INTERPRETATION, KINDS, NORMATIVE
from gongkai.web.publishing.models.items import Audience, Item, Numbering
from gongkai.web.publishing.permissions import may_draft, may_publish
from gongkai.web.publishing.queries.links import dead
from gongkai.web.publishing.record import Act, Stage, State
from gongkai.web.publishing.text import plain
from gongkai.web.review.chain import digest_of
from gongkai.web.search.entry import Entry as SearchEntry
from gongkai.web.ui import clock

SUBJECT = "publishing.item"
BEIJING = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True)
class Finding:
    """What the scan found, and the word that releases it, if one was given."""

    key: str
    stop: Stop
    released: tuple[record.Ground, str, str] | None


def subject_of(item: Item) -> str:
    return f"{SUBJECT}:{item.pk}"


def state_of(item: Item) -> State:
    rows = item.entries.all()
    return record.fold(record.Entry(r.number, Act(r.act), r.at, r.by, r.facts) for r in rows)


def copies(state: State) -> dict[str, object]:
    """The columns of an item that follow from its entries."""
    version = state.versions[-1] if state.versions else None
    facts = version.facts if version else state.facts
    return {
        **{name: facts[name] for name in ("kind", "audience", "title", "document_number")},
        **{name: facts[name] for name in ("summary", "subject", "content")},
        "about_id": facts["about"],
        "details": facts.get("details", {}),
        "full_text": facts.get("full_text", True),
        "shown_until": _shown_until(facts),
        "valid_until": _day(facts.get("details", {}).get("valid_until")),
        "scheduled": state.scheduled,
        "overturned_on": _day(state.overturned.get("on")),
        "published_at": state.versions[0].at if version else None,
        "made_on": date.fromisoformat(facts["made_on"]),
        "stage": state.stage.value if state.stage else "",
        "public": state.public,
        "version": len(state.versions),
        "published_on": state.published_on,
        "validity": state.validity.value,
        "ended_on": state.ended_on,
        "year": state.number.get("year"),
        "serial": state.number.get("serial"),
        "index_number": state.number.get("index_number", ""),
    }


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None


def _shown_until(facts: Mapping[str, Any]) -> datetime | None:
    """The end, in Beijing, of the last day on which an item of such a kind is shown."""
    last = _day(facts.get("details", {}).get(KINDS[facts["kind"]].shown_until))
    return datetime.combine(last + timedelta(days=1), time(), BEIJING) if last else None


def digest(state: State) -> str:
    """The hash of what is signed."""
    return digest_of(state.content)


def uploads(state: State) -> list[Upload]:
    """The files of the draft, in the order in which they were added."""
    found = Upload.objects.in_bulk([each.upload for each in state.attachments], field_name="pk")
    by_id = {str(pk): upload for pk, upload in found.items()}
    return [by_id[each.upload] for each in state.attachments]


def freed(files: Iterable[Upload]) -> list[Upload]:
    """For each file the copy that hides nothing; the file itself where none was made."""
    listed = list(files)
    copies = {each.original_id: each for each in Upload.objects.filter(original__in=listed)}
    return [copies.get(each.pk, each) for each in listed]


def renewed(files: Sequence[Upload]) -> list[tuple[Upload, Upload]]:
    """Files of old formats, each with the copy in a format of today that is published."""
    old = [each for each in files if each.media in NEWER]
    pairs = zip(old, freed(old) if old else [], strict=False)
    return [(each, copy) for each, copy in pairs if copy is not each]


def files_shown(item: Item) -> QuerySet[Upload]:
    """The files of the version before the public."""
    return Upload.objects.filter(subject=subject_of(item), public=True)


def scan(state: State, files: Iterable[Upload]) -> list[Finding]:
    """What may not go out; a word once given holds only for the content it was given on."""
    signed = digest(state)
    found = stops(_to_scan(state, list(files)))
    keyed = [(digest_of([signed, index, vars(each)]), each) for index, each in enumerate(found)]
    return [Finding(key, each, state.released.get(key)) for key, each in keyed]


def _to_scan(state: State, files: Sequence[Upload]) -> Publication:
    facts = state.facts
    own = kinds.told(facts["kind"], facts.get("details", {}))
    lines = [facts["title"], facts["summary"], *(f"{label}：{value}" for label, value in own)]
    return Publication(
        text="\n".join([*lines, plain(facts["content"])]),
        attachments=tuple((each.name, each.text) for each in files),
        metadata=Metadata(
            title=facts["title"],
            summary=facts["summary"],
            subject=facts["subject"],
            made_on=date.fromisoformat(facts["made_on"]),
            document_number=facts["document_number"],
            numbered=facts["kind"] == NORMATIVE,
        ),
        links=dead(facts["content"], [str(each.pk) for each in files]),
        freed=tuple(each.name for each, _copy in renewed(files)),
    )


def next_serial(body: Body, year: int) -> int:
    """The number after the last one given; ask with the body's row locked."""
    last = Item.objects.filter(body=body, year=year).aggregate(Max("serial"))["serial__max"]
    return (last or 0) + 1


def numbering(body: Body) -> tuple[str, Mapping[str, str]]:
    """The form of the body's index numbers and its fixed parts."""
    found = Numbering.objects.filter(body=body).first()
    return (found.form, found.parts) if found else ("credit_code", {"body": body.credit_code})


def address(item: Item) -> str:
    """The stable address of a published item."""
    return reverse("publishing:item", args=[item.body.code, item.year, item.serial])


def to_find(item: Item, files: Iterable[Upload]) -> SearchEntry:
    """What the search is handed."""
    words = [item.summary, item.document_number, plain(item.content)]
    return SearchEntry(
        subject=subject_of(item),
        kind=item.kind.replace("_", ""),
        title=item.title,
        text="\n".join([*words, *(_shown_words(each) for each in files)]),
        address=address(item),
        day=item.published_on,
        body=item.body_id,
        body_name=item.body.name,
        until=item.shown_until,
        readers=() if item.audience == Audience.PUBLIC else (item.body_id,),
    )


def _shown_words(upload: Upload) -> str:
    """The text of a file without what is hidden in it: the search must not tell that."""
    return (upload.text or "").partition(HIDDEN)[0]


# What the public sees


def still_shown() -> Q:
    """Not past its end, whether the worker has taken it down already or not."""
    return Q(shown_until=None) | Q(shown_until__gt=clock.now())


def taken_down() -> QuerySet[Item]:
    """What the public could read once and may read no more."""
    gone = Q(stage__in=(Stage.WITHDRAWN, Stage.TAKEN_DOWN, Stage.ARCHIVED)) | Q(
        shown_until__lte=clock.now()
    )
    found = Item.objects.filter(gone, audience=Audience.PUBLIC, version__gt=0)
    return found.select_related("body")


def scheduled_due() -> QuerySet[Item]:
    """Signed items whose hour has come."""
    due = Item.objects.filter(stage=Stage.SIGNED, scheduled__lte=clock.now())
    return due.select_related("body").order_by("scheduled", "pk")


def anything_due() -> bool:
    """Whether the worker has something to publish or to take down."""
    return scheduled_due().exists() or overdue().exists()


def overdue() -> QuerySet[Item]:
    """Items still public past their end."""
    ended = Item.objects.filter(public=True, shown_until__lte=clock.now())
    return ended.select_related("body")


def published(body: Body | None = None) -> QuerySet[Item]:
    """Items that stand before the public, the newest made first."""
    found = Item.objects.filter(still_shown(), public=True, audience=Audience.PUBLIC)
    found = found.select_related("body")
    found = found.filter(body=body) if body else found
    return found.order_by("-made_on", "-pk")


def filtered(
    found: QuerySet[Item],
    *,
    kind: str = "",
    subject: str = "",
    year: int | None = None,
    validity: str = "",
    words: str = "",
) -> QuerySet[Item]:
    """The catalogue narrowed; what is empty does not narrow."""
    exact = {"kind": kind, "subject": subject, "made_on__year": year, "validity": validity}
    found = found.filter(**{name: value for name, value in exact.items() if value})
    for word in words.split():
        in_text = Q(title__icontains=word) | Q(summary__icontains=word)
        found = found.filter(in_text | Q(document_number__icontains=word))
    return found


def kinds_of(body: Body) -> list[tuple[str, str, int]]:
    """Key, label and number of published items of each kind, in the order of the kinds."""
    counts = published(body).order_by().values_list("kind").annotate(Count("pk"))
    by_kind = dict(counts)
    return [(key, label, by_kind.get(key, 0)) for key, label in kinds.choices()]


def years_of(body: Body) -> list[int]:
    """The years from the first to the last in which published items were made, newest first."""
    made = published(body).values_list("made_on", flat=True)
    newest, oldest = made[:1].first(), made.order_by("made_on", "pk").first()
    return list(range(newest.year, oldest.year - 1, -1)) if newest else []


def readable_items(standing: Standing) -> QuerySet[Item]:
    """What stands before the public, and before these people of office."""
    inside = Q(audience=Audience.INTRANET, body__in=standing.body_ids)
    seen = Q(audience=Audience.PUBLIC) | inside
    return Item.objects.filter(seen, still_shown(), public=True).select_related("body")


# The desk


def on_desk(standing: Standing) -> QuerySet[Item]:
    """The items a person may open on the desk, the last touched first."""
    wanted = Q(body__in=standing.body_ids)
    for post in standing.posts:
        if post.role == "supervisor":
            wanted |= Q(body__path__startswith=post.path.rsplit("/", 2)[0] + "/")
    return Item.objects.filter(wanted).select_related("body").order_by("-pk")


def unfinished(standing: Standing) -> list[Item]:
    """Items whose next step is this person's: drafts, and what is signed and not yet out."""
    stages = (Stage.DRAFTING, Stage.SIGNED)
    found = Item.objects.filter(body__in=standing.body_ids, stage__in=stages)
    return [
        item
        for item in found.select_related("body", "about").order_by("pk")[:100]
        if (may_publish if item.stage == Stage.SIGNED else may_draft).test(standing, item.body)
    ]


def due(item: Item) -> date:
    """The day by which it must stand before the public, in the period of its kind."""
    return publication_due(KINDS[item.kind].duty, _since(item), default_calendar()).due.date


def _since(item: Item) -> date:
    """An interpretation follows its document; anything else its own making."""
    about = item.about if item.about_id else None
    return about.published_on if about and about.published_on else item.made_on


def period(item: Item) -> str:
    """The period in words: from what it runs, how long it is, where it stands."""
    found = publication_due(KINDS[item.kind].duty, _since(item), default_calendar())
    told = parameter(found.duty.parameter)
    days = told.on(_since(item))
    return f"自{found.duty.runs_from}之日起 {days} {told.unit}内公布（{found.source.citation}）"


def withdraw_by(item: Item) -> date | None:
    """The last day to take a decision down that was set aside; None while it stands."""
    if item.overturned_on is None or not item.public:
        return None
    return publication_due("withdrawal", item.overturned_on, default_calendar()).due.date


def draftable(standing: Standing) -> list[Body]:
    bodies = Body.objects.filter(pk__in=standing.body_ids)
    return [body for body in bodies if may_draft.test(standing, body)]


def explainable(body: Body) -> QuerySet[Item]:
    """The documents that an interpretation of this body may explain."""
    family = Q(body=body) | Q(body=body.parent_id)
    return published().filter(family).exclude(kind=INTERPRETATION)


def subject_choices() -> list[tuple[str, str]]:
    return [(each, each.replace("\\", " · ")) for each in subjects()]
