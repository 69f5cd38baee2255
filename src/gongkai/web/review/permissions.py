from gongkai.web.agencies.models import Role
from gongkai.web.agencies.permissions import holds, works_in

SIGNERS = (
    Role.SECTION,
    Role.CONFIDENTIALITY,
    Role.LEGAL,
    Role.OFFICE_HEAD,
    Role.LEADER,
    Role.HEAD,
)
may_set_chain = holds(Role.OFFICE_HEAD, Role.HEAD)
may_delegate = holds(*SIGNERS)
may_see_reviews = works_in
