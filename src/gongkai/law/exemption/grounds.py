# ruff: noqa: E501 (the table is wide)
"""The grounds for withholding, one row each."""

from dataclasses import dataclass
from enum import Enum

from gongkai.statute.provisions import REGULATION, Provision


class Ground(Enum):
    """Why information is withheld; the value is the code used in files and addresses."""

    STATE_SECRET = "E14a"  # noqa: S105 (a ground)
    PROHIBITED_BY_LAW = "E14b"
    SECURITY_AND_STABILITY = "E14c"
    THIRD_PARTY = "E15"
    INTERNAL_AFFAIRS = "E16a"
    PROCESS_INFORMATION = "E16b"
    ENFORCEMENT_FILE = "E16c"


class Duty(Enum):
    """Whether the body must withhold or may."""

    MUST = "不予公开"
    MUST_UNLESS = "不得公开，另有例外"
    MAY = "可以不予公开"


@dataclass(frozen=True)
class Exemption:
    """One ground: its words, its duty, its row in table two, the kinds it covers.

    `asks` completes the question 是否有内容…？
    `yields_to_law`: a law, regulation or rule that says "must be public" prevails.
    """

    ground: Ground
    zh: str
    asks: str
    duty: Duty
    row: str
    yields_to_law: bool
    kinds: tuple[str, ...]
    source: Provision


# fmt: off
EXEMPTIONS = (
    #         ground                          words                        asks  duty              row                              yields  kinds                                                 source
    Exemption(Ground.STATE_SECRET,           "国家秘密",                  "属于国家秘密", Duty.MUST,        "refused_state_secret",           False, (),                                                  REGULATION.article(14)),
    Exemption(Ground.PROHIBITED_BY_LAW,      "法律、行政法规禁止公开",    "属于法律、行政法规禁止公开的信息", Duty.MUST,        "refused_prohibited_by_law",      False, (),                                                  REGULATION.article(14)),
    Exemption(Ground.SECURITY_AND_STABILITY, "危及“三安全一稳定”",        "公开后可能危及国家安全、公共安全、经济安全、社会稳定", Duty.MUST,        "refused_security_and_stability", False, ("国家安全", "公共安全", "经济安全", "社会稳定"),      REGULATION.article(14)),
    Exemption(Ground.THIRD_PARTY,            "保护第三方合法权益",        "公开后会损害第三方合法权益（商业秘密、个人隐私等）", Duty.MUST_UNLESS, "refused_third_party",            False, ("商业秘密", "个人隐私"),                              REGULATION.article(15)),
    Exemption(Ground.INTERNAL_AFFAIRS,       "内部事务信息",              "属于人事管理、后勤管理、内部工作流程的信息", Duty.MAY,         "refused_internal_affairs",       False, ("人事管理", "后勤管理", "内部工作流程"),              REGULATION.article("16(1)")),
    Exemption(Ground.PROCESS_INFORMATION,    "过程性信息",                "属于讨论记录、过程稿、磋商信函、请示报告", Duty.MAY,         "refused_process_information",    True,  ("讨论记录", "过程稿", "磋商信函", "请示报告"),        REGULATION.article("16(2)")),
    Exemption(Ground.ENFORCEMENT_FILE,       "行政执法案卷信息",          "属于行政执法案卷信息", Duty.MAY,         "refused_enforcement_file",       True,  (),                                                  REGULATION.article("16(2)")),
)
# fmt: on

_BY_GROUND = {row.ground: row for row in EXEMPTIONS}


def exemption(ground: Ground) -> Exemption:
    """The row of that ground."""
    return _BY_GROUND[ground]
