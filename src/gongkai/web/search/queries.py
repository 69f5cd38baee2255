from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Q

from gongkai.web.search import engines
from gongkai.web.search.bigrams import terms
from gongkai.web.search.engines import Wanted
from gongkai.web.search.entry import Reader
from gongkai.web.search.models import Page
from gongkai.web.search.shown import Piece, score, snippet
from gongkai.web.ui import clock

COUNTED = 10_000
"""Up to here a count is exact; beyond, it is told as more than that."""
RANKED = 1_000
"""Relevance is judged over so many of the newest hits."""
SIZE = 20
SUMMED = 2_000
"""The numbers beside the filters speak of so many of the newest hits."""


@dataclass(frozen=True)
class Asked:
    """A search: what was typed, who asks, what it is narrowed to."""

    words: str
    reader: Reader = field(default_factory=Reader)
    kind: str = ""
    body: int | None = None
    year: int | None = None
    by_relevance: bool = False
    page: int = 1

    def wanted(self) -> Wanted | None:
        """The search as conditions; None when nothing that can be searched was typed."""
        words = terms(self.words)
        if not words:
            return None
        narrowed = [
            (mark,)
            for mark, given in (
                (f"k{self.kind}", self.kind),
                (f"b{self.body}", self.body),
                (f"y{self.year}", self.year),
            )
            if given
        ]
        return Wanted(tuple(words), (self.reader.marks, *narrowed))


@dataclass(frozen=True)
class Hit:
    """One thing found, with what is shown of it; the words asked for are marked in the pieces."""

    page: Page
    title: Sequence[Piece]
    text: Sequence[Piece]


@dataclass(frozen=True)
class Found:
    """A page of hits. `count` is exact unless `more`, then there are more than it says."""

    hits: Sequence[Hit]
    count: int
    more: bool
    page: int
    pages: int
    kinds: Sequence[tuple[str, int]] = ()
    bodies: Sequence[tuple[int, str, int]] = ()
    years: Sequence[tuple[int, int]] = ()


NOTHING = Found(hits=(), count=0, more=False, page=1, pages=0)


def find(asked: Asked) -> Found:
    """Search. The newest are asked for once: as hits, for the facets, and as the count if few."""
    wanted = asked.wanted()
    if wanted is None:
        return NOTHING
    newest = engines.places(wanted, SUMMED)
    total = len(newest) if len(newest) < SUMMED else engines.count(wanted, COUNTED)
    if not total:
        return NOTHING
    reach = min(total, RANKED if asked.by_relevance else COUNTED)
    pages = -(-reach // SIZE)
    page = max(1, min(asked.page, pages))
    return Found(
        hits=[_hit(each, wanted.words) for each in _shown(wanted, asked, newest, page)],
        count=min(total, COUNTED),
        more=total > COUNTED,
        page=page,
        pages=pages,
        **_facets(newest),
    )


def _shown(wanted: Wanted, asked: Asked, newest: Sequence[int], page: int) -> list[Page]:
    first = (page - 1) * SIZE
    if not asked.by_relevance:
        near = newest[first : first + SIZE] or engines.places(wanted, SIZE, first)
        return _pages(near)
    candidates = Page.objects.filter(place__in=newest[:RANKED]).values_list(
        "place", "title", "text"
    )
    best = sorted(
        ((score(title, text, wanted.words), place) for place, title, text in candidates),
        reverse=True,
    )
    return _pages([place for _score, place in best[first : first + SIZE]])


def _pages(places: Iterable[int]) -> list[Page]:
    """The pages of these places, in this order."""
    listed = list(places)
    shown = Q(until=None) | Q(until__gt=clock.now())
    found = Page.objects.filter(shown).in_bulk(listed)
    return [found[place] for place in listed if place in found]


def _hit(page: Page, words: Sequence[str]) -> Hit:
    return Hit(page, snippet(page.title, words, len(page.title)), snippet(page.text, words, 120))


def _facets(newest: Sequence[int]) -> dict[str, Sequence[tuple]]:
    """How the newest hits divide by kind, body and year."""
    rows = list(
        Page.objects.filter(place__in=newest).values_list("kind", "body", "body_name", "day__year")
    )
    return {
        "kinds": Counter(kind for kind, *_rest in rows).most_common(),
        "bodies": [
            (body, name, count)
            for (body, name), count in Counter(
                (body, name) for _kind, body, name, _year in rows if body is not None
            ).most_common(12)
        ],
        "years": sorted(Counter(year for *_rest, year in rows).items(), reverse=True),
    }
