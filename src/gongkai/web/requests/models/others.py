"""Who else is asked on the way: other bodies, third parties, the head of the office."""

from django.db import models

from gongkai.web.agencies.models import Body
from gongkai.web.requests.models.case import Request
from gongkai.web.vault.models import Holder


class Forwarding(models.Model):
    """An application given to another body of the installation, and what became of that."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="forwardings")
    to = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="forwarded_here")
    reason = models.CharField(max_length=200)
    successor = models.OneToOneField(
        Request, on_delete=models.PROTECT, related_name="forwarded_from"
    )
    """The application as the receiving body handles it."""
    sent = models.DateField()
    accepted = models.DateField(null=True)
    returned = models.DateField(null=True)
    return_reason = models.CharField(max_length=200, blank=True)
    chased = models.PositiveSmallIntegerField(default=0)
    chased_on = models.DateField(null=True)

    class Meta:
        ordering = ("pk",)

    @property
    def waits(self) -> bool:
        """Whether the other body has neither taken it in nor given it back."""
        return self.accepted is None and self.returned is None


class Consultation(models.Model):
    """A third party or another body that was asked, with the way by which it answers.

    Who it is, what it is asked about and what it said lie in the vault under a key of its own:
    name, phone, email, address, about, reply.
    """

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="consultations")
    number = models.CharField(max_length=40, unique=True)
    """Names it in the record of the application, too."""
    code = models.CharField(max_length=64)
    holder = models.ForeignKey(Holder, on_delete=models.PROTECT)
    third_party = models.BooleanField()
    sent = models.DateField(null=True)
    """None while its letter is not out: the period runs on."""
    due = models.DateField(null=True)
    closed = models.DateField(null=True)
    agrees = models.BooleanField(null=True)
    """None while it is open, and where it stayed silent."""

    class Meta:
        ordering = ("pk",)


class Extension(models.Model):
    """A request that the period be extended, which the head of the disclosure office decides."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="extensions")
    days = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=200)
    asked_by = models.CharField(max_length=120)
    asked = models.DateTimeField()
    approved = models.BooleanField(null=True)
    decided_by = models.CharField(max_length=120, blank=True)
    decided = models.DateTimeField(null=True)
    opinion = models.CharField(max_length=200, blank=True)
    told = models.DateField(null=True)
    """The day on which the applicant was told: it is in force from then on."""

    class Meta:
        ordering = ("pk",)
