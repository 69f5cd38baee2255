"""What colleagues write down about a case and the lists they keep."""

from django.db import models

from gongkai.web.accounts.models import Person
from gongkai.web.requests.models.case import Request


class SavedFilter(models.Model):
    """A list that somebody wants again, by the name they gave it."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="request_filters")
    name = models.CharField(max_length=30)
    query = models.CharField(max_length=300)
    """The part of the address after the question mark."""

    class Meta:
        ordering = ("name",)
        constraints = [models.UniqueConstraint(fields=["person", "name"], name="filter_once")]


class Note(models.Model):
    """What colleagues tell each other about a case. Its words lie in the vault as `note:id`."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="notes")
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)


class SearchLog(models.Model):
    """Where was searched and what came of it: evidence for an answer that nothing is held.

    The words that were searched for lie in the vault as `search:id`.
    """

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="searches")
    on = models.DateField()
    place = models.CharField(max_length=100)
    found = models.BooleanField()
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("on", "pk")
