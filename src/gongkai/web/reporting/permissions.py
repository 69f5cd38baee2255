from rules import predicate

from gongkai.web.agencies.models import Body, Role
from gongkai.web.agencies.permissions import Standing, holds, supervises, works_in


@predicate
def consolidates(standing: Standing, body: Body | None = None) -> bool:
    """The person works for the department that makes the report of this government's area."""
    government = body is not None and body.kind == Body.Kind.GOVERNMENT
    return government and supervises.test(standing, body)


may_read = works_in | supervises
may_draft = holds(Role.OFFICER, Role.OFFICE_HEAD) | consolidates
may_publish = may_draft
may_correct = holds(Role.OFFICE_HEAD, Role.HEAD)
may_take_in = holds(Role.OFFICER, Role.OFFICE_HEAD) | supervises
may_receive = supervises
