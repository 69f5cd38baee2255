"""Whose records a person may see on the desk."""

from django.db.models import Q, QuerySet

from gongkai.web.agencies.models import Body
from gongkai.web.agencies.permissions import Standing


def readable_bodies(standing: Standing) -> QuerySet[Body]:
    """One's own bodies, and for the supervising department those of its district."""
    wanted = Q(pk__in=standing.body_ids)
    for post in standing.posts:
        if post.role == "supervisor":
            wanted |= Q(path__startswith=post.path.rsplit("/", 2)[0] + "/")
    return Body.objects.filter(wanted, until=None).order_by("path")
