"""Enters the district's own report: gathered from its bodies, edited, signed, published."""

import tomllib
from pathlib import Path

from gongkai.web.agencies.models import Body, Role
from gongkai.web.agencies.queries import holders
from gongkai.web.audit.actor import Actor
from gongkai.web.project.sample import reports
from gongkai.web.reporting.acts import consolidation
from gongkai.web.reporting.acts import report as acts
from gongkai.web.ui import clock

AREA = Path(__file__).with_name("area.toml")


def load(bodies: dict[str, Body]) -> None:
    facts = tomllib.loads(AREA.read_text("utf-8"))
    area, on = bodies[facts["area"]], facts["on"]
    person = holders(bodies["zhengshu"], Role.SUPERVISOR, clock.today())[0]
    department = Actor(str(person.pk), person.name)
    report = consolidation.gather(department, area=area, year=facts["published"])
    officer = reports.officer_of(area)
    reports.redraft(officer, report, on, facts["words"])
    acts.submit(officer, report=report)
    reports.sign(report, on)
    acts.publish(officer, report=report, on=on)
    consolidation.gather(department, area=area, year=facts["draft"])
