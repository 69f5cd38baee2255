"""Which records others in the database point at, whatever app these belong to."""

from collections.abc import Collection, Sequence

from django.db.models import Model


def pointed_at(model: type[Model], ids: Sequence[int], *, but: Collection[str]) -> set[int]:
    """The ids that a row of another table names; `but`: relations that do not count."""
    found: set[int] = set()
    for relation in model._meta.related_objects:
        if relation.name not in but:
            name = relation.field.name
            rows = relation.related_model._base_manager.filter(**{f"{name}__in": ids})
            found |= set(rows.values_list(name, flat=True))
    return found
