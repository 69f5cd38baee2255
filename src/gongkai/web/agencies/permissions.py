"""Who may do what, as small named sentences over a standing: the posts a person holds today."""

from dataclasses import dataclass, field

from django.core.exceptions import PermissionDenied
from rules import Predicate, predicate

from gongkai.web.agencies.models import ADMINISTRATORS, Body, Role


@dataclass(frozen=True)
class Held:
    """One post as permissions see it."""

    body_id: int
    body_name: str
    path: str
    role: Role

    @property
    def label(self) -> str:
        return self.role.label


@dataclass(frozen=True)
class Standing:
    """All posts of a person on a day."""

    person_id: int | None = None
    posts: tuple[Held, ...] = ()
    body_ids: frozenset[int] = field(init=False)

    def __post_init__(self):
        object.__setattr__(self, "body_ids", frozenset(post.body_id for post in self.posts))

    def has(self, *roles: Role, body: Body | None = None) -> bool:
        """Whether one of the roles is held, in this body if one is named."""
        return any(
            post.role in roles and (body is None or post.body_id == body.pk) for post in self.posts
        )


NOBODY = Standing()


def holds(*roles: Role) -> Predicate:
    """The person holds one of the roles in the body in question."""

    def held(standing: Standing, body: Body | None = None) -> bool:
        return standing.has(*roles, body=body)

    return predicate(held, name="holds_" + "_or_".join(role.value for role in roles))


def holds_anywhere(*roles: Role) -> Predicate:
    """The person holds one of the roles; for work that is of no single body."""

    def held(standing: Standing, body: Body | None = None) -> bool:
        del body
        return standing.has(*roles)

    return predicate(held, name="holds_anywhere_" + "_or_".join(role.value for role in roles))


@predicate
def supervises(standing: Standing, body: Body | None = None) -> bool:
    """The person works for the supervising department of the body's district."""
    return any(
        post.role == Role.SUPERVISOR
        and (body is None or body.path.startswith(post.path.rsplit("/", 2)[0] + "/"))
        for post in standing.posts
    )


@predicate
def works_in(standing: Standing, body: Body | None = None) -> bool:
    """The person holds any post in the body that is not an administrator's."""
    return any(
        post.role not in ADMINISTRATORS and (body is None or post.body_id == body.pk)
        for post in standing.posts
    )


is_staff = holds_anywhere(*Role)
may_see_trail = holds_anywhere(Role.AUDIT_ADMIN)
may_manage_accounts = holds_anywhere(Role.SYSTEM_ADMIN)
may_manage_bodies = holds_anywhere(Role.SYSTEM_ADMIN)
may_appoint = holds_anywhere(Role.SECURITY_ADMIN)
needs_second_factor = holds_anywhere(
    Role.CONFIDENTIALITY, Role.LEGAL, Role.OFFICE_HEAD, Role.LEADER, Role.HEAD, *ADMINISTRATORS
)
may_edit_office = holds(Role.OFFICER, Role.OFFICE_HEAD) | may_manage_bodies


def demand(allowed: Predicate, standing: Standing, body: Body | None = None) -> None:
    """Stop here unless the predicate holds."""
    if not allowed.test(standing, body):
        raise PermissionDenied("您现在的岗位没有这项权限。")
