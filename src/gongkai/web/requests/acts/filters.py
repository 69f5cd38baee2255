"""The lists that somebody keeps by a name. They are nobody else's business: no trail."""

from gongkai.web.accounts.models import Person
from gongkai.web.requests.models.desk import SavedFilter


def save_filter(person: Person, name: str, query: str) -> SavedFilter:
    """Keep a list; one of the same name gives way."""
    found, _new = SavedFilter.objects.update_or_create(
        person=person, name=name, defaults={"query": query}
    )
    return found


def drop_filter(person: Person, pk: int) -> None:
    SavedFilter.objects.filter(person=person, pk=pk).delete()
