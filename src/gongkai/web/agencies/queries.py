from datetime import date

from django.db.models import Q, QuerySet

from gongkai.law.publication.duties import items_of
from gongkai.statute.catalogue import BodyKind, DisclosureItem, Level
from gongkai.web.accounts.models import Person
from gongkai.web.agencies.models import Body, Post, Role
from gongkai.web.agencies.permissions import NOBODY, Held, Standing


def in_force(on: date) -> Q:
    """Posts held on a day."""
    return Q(since__lte=on) & (Q(until=None) | Q(until__gt=on))


def standing_of(person: Person, on: date) -> Standing:
    if not person.is_authenticated:
        return NOBODY
    posts = Post.objects.filter(in_force(on), person=person).select_related("body").order_by("pk")
    held = (Held(p.body_id, p.body.name, p.body.path, Role(p.role)) for p in posts)
    return Standing(person.pk, tuple(held))


def bodies(on: date) -> QuerySet[Body]:
    """The bodies that exist on a day, in the order of the tree."""
    alive = Q(until=None) | Q(until__gt=on)
    return Body.objects.filter(alive).order_by("path")


def depth(body: Body) -> int:
    return body.path.count("/") - 1


def below(body: Body) -> QuerySet[Body]:
    """The body and everything under it."""
    return Body.objects.filter(path__startswith=body.path).order_by("path")


def holders(body: Body, role: Role, on: date) -> QuerySet[Person]:
    """Who holds a role in a body on a day and can sign in."""
    posts = Post.objects.filter(in_force(on), body=body, role=role)
    return Person.objects.filter(pk__in=posts.values("person"), is_active=True).order_by("login")


def posts_of_body(body: Body, on: date) -> list[Post]:
    """Who holds which post, in the order of the roles."""
    found = Post.objects.filter(in_force(on), body=body).select_related("person", "section")
    order = [role.value for role in Role]
    return sorted(found, key=lambda post: (order.index(post.role), post.pk))


def has_sample_data() -> bool:
    return Body.objects.filter(sample=True).exists()


BY_LAW = {
    "government": (Level.COUNTY, BodyKind.GOVERNMENT),
    "department": (Level.COUNTY, BodyKind.DEPARTMENT),
    "street": (Level.COUNTY, BodyKind.BRANCH_OFFICE),
    "township": (Level.TOWNSHIP, BodyKind.GOVERNMENT),
    "institution": (Level.COUNTY, BodyKind.AUTHORISED),
    "enterprise": (Level.COUNTY, BodyKind.ENTERPRISE),
}
"""What a body of this installation, a district, is to articles 20 and 21."""


def duties_by_law(body: Body) -> list[DisclosureItem]:
    """What the Regulation has a body publish on its own initiative."""
    return items_of(*BY_LAW[body.kind])
