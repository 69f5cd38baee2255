from gongkai.web.agencies.models import Role
from gongkai.web.agencies.permissions import holds, holds_anywhere, supervises, works_in

DRAFTERS = (Role.SECTION, Role.OFFICER, Role.OFFICE_HEAD)
may_read = works_in | supervises
may_draft = holds(*DRAFTERS)
may_publish = holds(Role.OFFICER, Role.OFFICE_HEAD)
may_keep_channels = holds(Role.OFFICER, Role.OFFICE_HEAD)
may_supervise = holds_anywhere(Role.SUPERVISOR)
may_withdraw = holds(Role.OFFICER, Role.CONFIDENTIALITY, Role.OFFICE_HEAD, Role.HEAD)
may_approve = holds(Role.OFFICE_HEAD, Role.LEADER, Role.HEAD)
may_release = holds(Role.CONFIDENTIALITY, Role.OFFICE_HEAD, Role.HEAD)
"""Never whoever drafted: a release is a second person's word."""
may_work_on_items = holds_anywhere(
    *DRAFTERS, Role.CONFIDENTIALITY, Role.LEGAL, Role.LEADER, Role.HEAD, Role.SUPERVISOR
)
