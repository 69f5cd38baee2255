# ruff: noqa: E501 (the table is wide)
"""Who hears a reconsideration or a suit, by the kind of body whose act it is."""

from dataclasses import dataclass
from enum import Enum

from gongkai.statute.provisions import LITIGATION, RECONSIDERATION, REGULATION, Provision


class Respondent(Enum):
    """The kind of body whose answer or silence is attacked."""

    GOVERNMENT = "县级以上地方人民政府"
    PROVINCE = "省级人民政府"
    TOWNSHIP = "乡镇人民政府"
    DEPARTMENT = "地方政府工作部门"
    STREET = "街道办事处"
    BRANCH = "政府工作部门的派出机构"
    AUTHORISED = "法律、法规授权的组织"
    JUSTICE = "司法行政部门"
    VERTICAL = "海关、金融、外汇、税务、国家安全机关"
    MINISTRY = "国务院部门"
    ENTERPRISE = "公共企事业单位"


@dataclass(frozen=True)
class Hearing:
    """Who hears the case, in words relative to the body; with several the applicant chooses.

    `court` is the level of the court of a suit without reconsideration; empty where there is none.
    """

    body: Respondent
    heard_by: tuple[str, ...]
    source: Provision
    court: str = "基层人民法院"
    reconsideration: bool = True

    @property
    def court_source(self) -> Provision:
        """District courts hear what no other court does; governments and ministries go higher."""
        return LITIGATION.article(14 if self.court.startswith("基层") else 15)


_local = RECONSIDERATION.article(24)

# fmt: off
HEARINGS = (
    Hearing(Respondent.GOVERNMENT, ("上一级人民政府",),                   _local, court="中级人民法院"),
    Hearing(Respondent.PROVINCE,   ("本机关",),                           RECONSIDERATION.article("24(2)"), court="中级人民法院"),
    Hearing(Respondent.TOWNSHIP,   ("上一级人民政府",),                   _local),
    Hearing(Respondent.DEPARTMENT, ("本级人民政府",),                     _local),
    Hearing(Respondent.STREET,     ("设立该街道办事处的人民政府",),       _local),
    Hearing(Respondent.BRANCH,     ("所属部门的本级人民政府",),           _local),
    Hearing(Respondent.AUTHORISED, ("管理该组织的人民政府，或者管理该组织的部门的本级人民政府",), _local),
    Hearing(Respondent.JUSTICE,    ("本级人民政府", "上一级司法行政部门"), RECONSIDERATION.article(28)),
    Hearing(Respondent.VERTICAL,   ("上一级主管部门",),                   RECONSIDERATION.article(27), court="基层人民法院（海关的案件由中级人民法院）"),
    Hearing(Respondent.MINISTRY,   ("本部门",),                           RECONSIDERATION.article(25), court="中级人民法院"),
    Hearing(Respondent.ENTERPRISE, ("有关主管部门",),                     REGULATION.article("55(2)"), court="", reconsideration=False),
)
# fmt: on

_BY_BODY = {row.body: row for row in HEARINGS}


def hearing(body: Respondent) -> Hearing:
    """Who hears a case against a body of that kind.

    A public enterprise (article 55) has no reconsideration: a grievance goes to its department.
    """
    return _BY_BODY[body]
