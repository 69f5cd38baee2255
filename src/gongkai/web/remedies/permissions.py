from gongkai.web.agencies.models import Role
from gongkai.web.agencies.permissions import holds, holds_anywhere, supervises, works_in

HANDLERS = (Role.OFFICER, Role.OFFICE_HEAD, Role.LEGAL)
may_see = works_in | supervises
may_handle = holds(*HANDLERS)
may_work_on_remedies = holds_anywhere(*HANDLERS, Role.LEADER, Role.HEAD)
