"""What is to be looked at again: old items, documents that expire, what is withheld."""

from datetime import date, timedelta

from django.db.models import Count, Q, QuerySet

from gongkai.web.agencies.models import Body
from gongkai.web.publishing.kinds import NORMATIVE
from gongkai.web.publishing.models.items import Audience, Item
from gongkai.web.publishing.models.upkeep import Assignment, Campaign, Retention, Topic, Withheld
from gongkai.web.publishing.queries.items import published
from gongkai.web.publishing.record import Stage

WARNED = timedelta(days=90)
"""How long before its end a document is told of."""
Outcome = Assignment.Outcome
OF_PURPOSE = {
    Campaign.Purpose.CLEANUP: (Outcome.KEEP, Outcome.AMEND, Outcome.REPEAL, Outcome.LAPSE),
    Campaign.Purpose.MENDING: (Outcome.FINE, Outcome.MENDED, Outcome.WITHDRAWN),
}


def outcomes(purpose: str) -> list[tuple[str, str]]:
    """How an item may come out of a campaign."""
    return [(each.value, each.label) for each in OF_PURPOSE[Campaign.Purpose(purpose)]]


def to_look_at(body: Body, purpose: str, *, before: date | None, words: str) -> list[Item]:
    """The items a campaign is about: documents in force, or old items by their date and words."""
    found = Item.objects.filter(body=body, stage=Stage.PUBLISHED, audience=Audience.PUBLIC)
    if purpose == Campaign.Purpose.CLEANUP:
        found = found.filter(kind=NORMATIVE)
    if before:
        found = found.filter(made_on__lt=before)
    for word in words.split():
        in_text = Q(title__icontains=word) | Q(content__icontains=word)
        found = found.filter(in_text | Q(summary__icontains=word))
    return list(found.order_by("made_on", "pk"))


def campaigns(body: Body) -> QuerySet[Campaign]:
    """The newest first, each with how much there is and how much is left."""
    left = Count("assignments", filter=Q(assignments__outcome=Outcome.OPEN))
    found = Campaign.objects.filter(body=body).annotate(size=Count("assignments"), left=left)
    return found.order_by("-pk")


def summed(campaign: Campaign) -> list[tuple[str, int]]:
    """Outcome → how many items, for the campaign's report."""
    rows = campaign.assignments.order_by().values_list("outcome").annotate(Count("pk"))
    counts = dict(rows)
    wanted = [(Outcome.OPEN.value, Outcome.OPEN.label), *outcomes(campaign.purpose)]
    return [(label, counts.get(key, 0)) for key, label in wanted]


def expiring(body: Body, on: date) -> QuerySet[Item]:
    """Documents in force that end soon, or whose last day is past and nobody said so."""
    found = published(body).filter(kind=NORMATIVE, stage=Stage.PUBLISHED)
    return found.filter(valid_until__lte=on + WARNED).order_by("valid_until", "pk")


def expiring_for(body_ids: frozenset[int], on: date) -> QuerySet[Item]:
    """The same for the bodies of one person."""
    found = published().filter(body__in=body_ids, kind=NORMATIVE, stage=Stage.PUBLISHED)
    return found.filter(valid_until__lte=on + WARNED).order_by("valid_until", "pk")


def to_look_at_again(body_ids: frozenset[int], on: date) -> QuerySet[Withheld]:
    """Withheld information whose re-evaluation is due."""
    found = Withheld.objects.filter(body__in=body_ids, opened_on=None, next_on__lte=on)
    return found.select_related("body").order_by("next_on", "pk")


def over(body: Body, on: date) -> list[tuple[Item, str]]:
    """Items that stood as long as their kind is to stand, and what then follows."""
    found = []
    for rule in Retention.objects.filter(body=body):
        last = on.replace(year=on.year - rule.years, day=min(on.day, 28))
        items = Item.objects.filter(body=body, kind=rule.kind, public=True, published_on__lte=last)
        items = items.filter(stage__in=(Stage.PUBLISHED, Stage.ENDED))
        found += [(item, rule.then) for item in items.order_by("published_on", "pk")]
    return found


def topics(body: Body) -> QuerySet[Topic]:
    return Topic.objects.filter(body=body, shown=True).order_by("-changed")
