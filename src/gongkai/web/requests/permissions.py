from gongkai.web.agencies.models import Role
from gongkai.web.agencies.permissions import (
    Standing,
    holds,
    holds_anywhere,
    supervises,
    works_in,
)

HANDLERS = (Role.OFFICER, Role.OFFICE_HEAD, Role.SECTION)
REGISTRARS = (Role.OFFICER, Role.OFFICE_HEAD)
may_see = works_in | supervises
may_handle = holds(*HANDLERS)
may_register = holds(*REGISTRARS)
may_take_mail = holds_anywhere(Role.OFFICER, Role.OFFICE_HEAD)
may_assign = holds(*REGISTRARS)
may_reveal = holds(Role.OFFICER, Role.OFFICE_HEAD)
"""Whoever writes to the applicant must see who that is; each look is an entry in the trail."""
may_set_letters = holds(Role.OFFICER, Role.OFFICE_HEAD)
"""Wording and numbers of a body's letters."""
may_work_on_requests = holds_anywhere(
    *HANDLERS, Role.LEADER, Role.HEAD, Role.LEGAL, Role.CONFIDENTIALITY
)


def registered_at(standing: Standing) -> set[int]:
    """The bodies for which this reader registers, forwards and gives out applications."""
    return {post.body_id for post in standing.posts if post.role in REGISTRARS}
