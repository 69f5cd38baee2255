"""Somebody's own data are to be corrected (article 41)."""

from django.db import models

from gongkai.law.request.own_data import CorrectionStage
from gongkai.web.accounts.models import Person
from gongkai.web.agencies.models import Body
from gongkai.web.vault.models import Holder


class RecordCorrection(models.Model):
    """Somebody asks that what a body's records say of them be corrected (article 41).

    Who, what is wrong and the evidence lie in the vault.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="record_corrections")
    number = models.CharField(max_length=40, unique=True)
    code = models.CharField(max_length=64)
    holder = models.ForeignKey(Holder, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL)
    topic = models.CharField(max_length=200)
    stage = models.CharField(max_length=24, default="ASKED")
    """A copy of what the entries say, for listing."""
    made = models.DateTimeField()

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.number

    @property
    def stage_name(self) -> str:
        """The stage as a clerk reads it."""
        return CorrectionStage[self.stage].value


class CorrectionEntry(models.Model):
    """One act of a correction on one day. Only added, never changed (see the migrations).

    What was told to the applicant lies in the vault as `told:number`.
    """

    correction = models.ForeignKey(
        RecordCorrection, on_delete=models.PROTECT, related_name="entries"
    )
    number = models.PositiveSmallIntegerField()
    act = models.CharField(max_length=24)
    on = models.DateField()
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("number",)
        constraints = [
            models.UniqueConstraint(fields=["correction", "number"], name="correction_entry_once")
        ]
