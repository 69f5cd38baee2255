"""Enters what was handed to the sample department: received, returned, waiting, reminded of."""

from gongkai.web.agencies.models import Body, Role
from gongkai.web.agencies.queries import holders
from gongkai.web.audit.actor import Actor
from gongkai.web.reporting.acts import filing as acts
from gongkai.web.reporting.models.report import Report
from gongkai.web.reporting.queries import filing as queries
from gongkai.web.ui import clock

REMARK = "请写明上一年度提出的三项问题分别改进到什么程度。"


def load(bodies: dict[str, Body]) -> None:
    department = _holder(bodies["zhengshu"], Role.SUPERVISOR)
    bureau, services = bodies["chengguan"], bodies["jiguan"]
    report = Report.objects.get(body=bureau, year=2021)
    first = acts.hand_in(_holder(bureau, Role.OFFICER), report=report)
    acts.remark(department, filing=first, place="sections.problems", words=REMARK)
    acts.give_back(department, filing=first, opinion="其余没有意见。")
    again = acts.hand_in(_holder(bureau, Role.OFFICER), report=report)
    acts.accept(department, filing=again)
    report = Report.objects.get(body=services, year=2022)
    acts.hand_in(_holder(services, Role.OFFICER), report=report)
    lines = queries.chosen(queries.board(bodies["qiaokou"], 2024), ["jiguan"])
    acts.remind(department, area=bodies["qiaokou"], lines=lines, year=2024)


def _holder(body: Body, role: Role) -> Actor:
    person = holders(body, role, clock.today())[0]
    return Actor(str(person.pk), person.name)
