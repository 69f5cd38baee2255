from gongkai.web.agencies.models import Role
from gongkai.web.agencies.permissions import holds, holds_anywhere, supervises, works_in

KEEPERS = (Role.SECTION, Role.OFFICER, Role.OFFICE_HEAD, Role.DISPATCHER)
may_read = works_in | supervises
may_record = holds(*KEEPERS)
may_define = holds(Role.OFFICER, Role.OFFICE_HEAD)
may_import = holds(Role.OFFICER, Role.OFFICE_HEAD)
"""The least that every kind of import asks for; each may ask for more."""
may_work_on_ledgers = holds_anywhere(*KEEPERS, Role.SUPERVISOR)
may_work_on_imports = holds_anywhere(Role.OFFICER, Role.OFFICE_HEAD)
