from django.db import models


class Page(models.Model):
    """One thing that can be found. The pairs of its characters stand in an index of the database's
    own (see the migrations), under the same number.
    """

    place = models.BigIntegerField(primary_key=True)
    """Day and number within it: a higher one is newer, so the newest come first without sorting."""
    subject = models.CharField(max_length=160, unique=True)
    kind = models.CharField(max_length=32)
    title = models.CharField(max_length=500)
    text = models.TextField()
    address = models.CharField(max_length=300)
    day = models.DateField()
    body = models.PositiveBigIntegerField(null=True)
    body_name = models.CharField(max_length=120, blank=True)
    marks = models.CharField(max_length=300)
    """Tokens that narrow a search: who may see it, kind, body, year."""
    until = models.DateTimeField(null=True)
    """From when it is shown no more, though it may still be indexed."""
