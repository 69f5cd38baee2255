from gongkai.web.agencies.models import Role
from gongkai.web.agencies.permissions import holds, supervises, works_in

may_read = works_in | supervises
may_draft = holds(Role.OFFICER, Role.OFFICE_HEAD)
may_publish = may_draft
may_correct = holds(Role.OFFICE_HEAD, Role.HEAD)
