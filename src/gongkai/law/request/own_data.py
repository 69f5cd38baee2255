# ruff: noqa: E501 (the table is wide)
"""Correcting what a body's records say about the applicant (article 41): a table of its own.

The Regulation gives this no period, so the table has no clock.
"""

from dataclasses import dataclass
from enum import Enum

from gongkai.law.request.lifecycle import NotProvidedFor, Party
from gongkai.statute.provisions import COUNTING_PRACTICE, REGULATION, Provision


class CorrectionStage(Enum):
    """Where a request for correction stands."""

    ASKED = "待登记"
    VERIFYING = "核实中"
    AWAITING_EVIDENCE = "待补充证据"
    CORRECTED = "已更正"
    NOT_CORRECTED = "不予更正"
    TRANSFERRED = "已转送"
    REFERRED = "已告知向有权机关提出"
    WITHDRAWN = "已撤回更正"
    ARCHIVED = "更正已归档"


class CorrectionAct(Enum):
    """What may happen to a request for correction."""

    REGISTER = "登记更正申请"
    ASK_EVIDENCE = "要求提供证据"
    GIVE_EVIDENCE = "提供证据"
    CORRECT_RECORD = "更正并告知"
    LEAVE_AS_IT_IS = "告知不予更正"
    TRANSFER = "转送有权更正的机关"
    REFER = "告知向有权更正的机关提出"
    WITHDRAW = "撤回更正申请"
    ARCHIVE = "更正归档"


@dataclass(frozen=True)
class CorrectionMove:
    """One row: at any of the stages `at` the act leads to `then`."""

    act: CorrectionAct
    by: Party
    at: tuple[CorrectionStage, ...]
    then: CorrectionStage
    source: Provision


_own = REGULATION.article(41)
_withdrawal = COUNTING_PRACTICE.article(13)
_case_file = REGULATION.article(45)
_VERIFYING = (CorrectionStage.VERIFYING,)
_OPEN = (CorrectionStage.VERIFYING, CorrectionStage.AWAITING_EVIDENCE)
_CLOSED = (
    CorrectionStage.CORRECTED,
    CorrectionStage.NOT_CORRECTED,
    CorrectionStage.TRANSFERRED,
    CorrectionStage.REFERRED,
    CorrectionStage.WITHDRAWN,
)

# fmt: off
MOVES = (
    #              what                           by whom          at                                    then                               source
    CorrectionMove(CorrectionAct.REGISTER,       Party.AGENCY,    (CorrectionStage.ASKED,),             CorrectionStage.VERIFYING,         _own),
    CorrectionMove(CorrectionAct.ASK_EVIDENCE,   Party.AGENCY,    _VERIFYING,                           CorrectionStage.AWAITING_EVIDENCE, _own),
    CorrectionMove(CorrectionAct.GIVE_EVIDENCE,  Party.APPLICANT, (CorrectionStage.AWAITING_EVIDENCE,), CorrectionStage.VERIFYING,         _own),
    CorrectionMove(CorrectionAct.CORRECT_RECORD, Party.AGENCY,    _VERIFYING,                           CorrectionStage.CORRECTED,         _own),
    CorrectionMove(CorrectionAct.LEAVE_AS_IT_IS, Party.AGENCY,    _OPEN,                                CorrectionStage.NOT_CORRECTED,     _own),
    CorrectionMove(CorrectionAct.TRANSFER,       Party.AGENCY,    _OPEN,                                CorrectionStage.TRANSFERRED,       _own),
    CorrectionMove(CorrectionAct.REFER,          Party.AGENCY,    _OPEN,                                CorrectionStage.REFERRED,          _own),
    CorrectionMove(CorrectionAct.WITHDRAW,       Party.APPLICANT, (CorrectionStage.ASKED, *_OPEN),      CorrectionStage.WITHDRAWN,         _withdrawal),
    CorrectionMove(CorrectionAct.ARCHIVE,        Party.AGENCY,    _CLOSED,                              CorrectionStage.ARCHIVED,          _case_file),
)
# fmt: on

_BY_STAGE_AND_ACT = {(stage, row.act): row for row in MOVES for stage in row.at}


def correction_move(stage: CorrectionStage, act: CorrectionAct) -> CorrectionMove:
    """The row for this act at this stage; NotProvidedFor with a sentence where there is none."""
    try:
        return _BY_STAGE_AND_ACT[stage, act]
    except KeyError:
        raise NotProvidedFor(f"更正申请{stage.value}，不能“{act.value}”") from None
