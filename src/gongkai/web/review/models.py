from django.db import models

from gongkai.law.exemption.grounds import Ground, exemption
from gongkai.web.accounts.models import Person
from gongkai.web.agencies.models import Body

SAID = {"public": "可以公开", "partly": "删去部分内容后公开", "withheld": "不宜公开"}


class Chain(models.Model):
    """The steps a body has set for a kind of paper; the newest one not retired is in force."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="chains")
    subject = models.CharField(max_length=60)
    """`app.model`, such as `reporting.report`."""
    steps = models.JSONField()
    since = models.DateTimeField()
    retired = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "subject"],
                condition=models.Q(retired=None),
                name="chain_in_force_once",
            )
        ]


class Review(models.Model):
    """One paper on its way through a chain. The steps are those of the day it began."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="reviews")
    subject = models.CharField(max_length=80, db_index=True)
    """`app.model:id`."""
    title = models.CharField(max_length=300)
    address = models.CharField(max_length=300)
    """The page where it is read and signed."""
    steps = models.JSONField()
    things = models.JSONField(default=list)
    """What the confidentiality review looks at one by one: 正文, each attachment."""
    digest = models.CharField(max_length=64)
    opened = models.DateTimeField()
    opened_by = models.CharField(max_length=120)
    due = models.DateField(null=True)
    outcome = models.CharField(max_length=10, default="open")
    """Copy of what follows from the marks, kept for listing."""
    waits_for = models.JSONField(default=list)
    """Copy: the roles that have still to sign at this step."""

    class Meta:
        indexes = [models.Index(fields=["body", "outcome"], name="review_by_body")]


class Mark(models.Model):
    """One signature or return. Only added, never changed."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="marks")
    step = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=20)
    verdict = models.CharField(max_length=10)
    opinion = models.TextField(blank=True)
    digest = models.CharField(max_length=64)
    person_id_text = models.CharField(max_length=64)
    person_name = models.CharField(max_length=120)
    for_name = models.CharField(max_length=120, blank=True)
    """Whose place the signer took, while that person was away."""
    at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)


class Point(models.Model):
    """What the confidentiality review says of one thing. Only added, never changed."""

    mark = models.ForeignKey(Mark, on_delete=models.PROTECT, related_name="points")
    thing = models.CharField(max_length=200)
    verdict = models.CharField(max_length=10)
    ground = models.CharField(max_length=40, blank=True)
    """The name of a `law.exemption.grounds.Ground`, where it may not be public as it is."""
    opinion = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("pk",)

    @property
    def said(self) -> str:
        """The finding with its ground, as the filing sheet prints it."""
        ground = exemption(Ground[self.ground]).zh if self.ground else ""
        words = (SAID[self.verdict], ground, self.opinion)
        return "，".join(word for word in words if word)


class Delegation(models.Model):
    """While one person is away another signs in their place."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="delegations")
    to = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="stands_in_for")
    body = models.ForeignKey(Body, on_delete=models.PROTECT)
    since = models.DateField()
    until = models.DateField()
    """The last day."""
