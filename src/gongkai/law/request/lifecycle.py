# ruff: noqa: E501 (the table is wide)
"""The life of an application: which act, by whom, at which stage, and what it does to the clock.

The table is the law. An act that no row provides for at a stage is impossible and is refused; an
act that was unlawful but possible (correction asked twice, on day nine) has its row, because what
happened must be recorded. Whether it was lawful is the business of checks.
"""

from dataclasses import dataclass
from enum import Enum

from gongkai.statute.provisions import (
    ARCHIVES,
    COUNTING_PRACTICE,
    FEE_MEASURES,
    LITIGATION,
    RECONSIDERATION,
    REGULATION,
    Provision,
)


class Stage(Enum):
    """Where an application stands; the value is what a clerk reads."""

    SUBMITTED = "待确认收到"
    IN_HAND = "办理中"
    AWAITING_CORRECTION = "待补正"
    CONSULTING = "征求意见中"
    AWAITING_REASONS = "待说明理由"
    AWAITING_PAYMENT = "待缴费"
    FORWARDED = "已转办"
    ANSWERED = "已答复"
    ABANDONED = "视为放弃"
    WITHDRAWN = "已撤回"
    SPLIT_UP = "已拆分"
    ARCHIVED = "已归档"
    HANDED_OVER = "已移交档案馆"


class Party(Enum):
    """Who acts."""

    APPLICANT = "申请人"
    AGENCY = "受理机关"
    THIRD_PARTY = "第三方"
    OTHER_BODY = "被征求意见的机关"
    RECEIVING_BODY = "接转机关"
    REVIEWER = "复议机关"
    COURT = "人民法院"


class Clock(Enum):
    """What an act does to the period for the answer."""

    STARTS = "起算"
    STANDS = "停止，待重新起算"
    RESTARTS = "重新起算"
    PAUSES = "暂停计算"
    RESUMES = "恢复计算"
    EXTENDS = "延长"
    DEFERS = "另定期限"
    ENDS = "终止"
    RUNS = "不受影响"


class Act(Enum):
    """What may happen to an application; the value is what a clerk reads."""

    RECEIVE = "收到登记"
    ASK_CORRECTION = "告知补正"
    CORRECT = "补正"
    LAPSE_UNCORRECTED = "逾期不补正、不再处理"
    CONSULT_THIRD_PARTY = "征求第三方意见"
    THIRD_PARTY_RECEIVES = "第三方收到征求意见书"
    THIRD_PARTY_REPLIES = "第三方答复意见"
    THIRD_PARTY_SILENT = "第三方逾期未答复"
    CONSULT_BODY = "征求其他机关意见"
    BODY_RECEIVES = "其他机关收到征求意见书"
    BODY_REPLIES = "其他机关答复意见"
    BODY_SILENT = "其他机关逾期未答复"
    TELL_THIRD_PARTY = "告知第三方决定公开"
    EXTEND = "延长答复期限"
    ASK_REASONS = "要求说明理由"
    GIVE_REASONS = "说明理由"
    SET_DELAY = "确定延迟答复期限"
    CHARGE_FEE = "发出收费通知"
    NOTICE_RECEIVED = "申请人收到收费通知"
    PAY = "缴纳费用"
    LAPSE_UNPAID = "逾期不缴费、不再处理"
    WITHDRAW = "撤回申请"
    SPLIT = "拆分申请"
    FORWARD = "转办"
    RETURN = "退回转办"
    ANSWER = "答复"
    REOPEN = "自行撤销原决定"
    REVIEW_ORDER = "复议决定责令答复"
    COURT_ORDER = "判决责令答复"
    ARCHIVE = "归档"
    HAND_OVER = "移交档案馆"


@dataclass(frozen=True)
class Move:
    """One row: at any of the stages `at` the act leads to `then`; None: the stage stays.

    While a consultation is open, 办理中 reads 征求意见中, and before receipt it reads 待确认收到:
    see `record.settled`.
    """

    act: Act
    by: Party
    at: tuple[Stage, ...]
    then: Stage | None
    clock: Clock
    source: Provision

    def leads_to(self, stage: Stage) -> Stage:
        """The stage after the act, for an application that stood at `stage`."""
        return self.then or stage


class NotProvidedFor(ValueError):  # noqa: N818 (a verdict, not a fault)
    """The law provides for no such act here; the message is a sentence for the clerk."""


_IN_HAND = (Stage.IN_HAND,)
_CONSULTING = (Stage.CONSULTING,)
_HANDLING = _IN_HAND + _CONSULTING
_WAITING = (Stage.AWAITING_CORRECTION, Stage.AWAITING_REASONS, Stage.AWAITING_PAYMENT)
_ASKING = _CONSULTING + _WAITING
_OPEN = _HANDLING + _WAITING
_CLOSED = (Stage.ANSWERED, Stage.ABANDONED)
_ORDERED = (Stage.SUBMITTED, *_OPEN, Stage.FORWARDED, *_CLOSED, Stage.WITHDRAWN, Stage.ARCHIVED)

receipt_day = REGULATION.article(31)
correction = REGULATION.article(30)
third_party = REGULATION.article(32)
co_maker = REGULATION.article(34)
not_counted = REGULATION.article("33(3)")
extension = REGULATION.article("33(2)")
excessive = REGULATION.article(35)
fee = FEE_MEASURES.article(6)
units = FEE_MEASURES.article(4)
answer = REGULATION.article(36)
case_file = REGULATION.article(45)
archives = ARCHIVES.article(15)
withdrawal = COUNTING_PRACTICE.article(13)
forwarding = COUNTING_PRACTICE.article(14)
own_motion = COUNTING_PRACTICE.article(15)
review_order = RECONSIDERATION.article(64)
court_order = LITIGATION.article(70)

# fmt: off
MOVES = (
    #    what                      by whom               at                            then                       clock            source
    Move(Act.RECEIVE,             Party.AGENCY,         (Stage.SUBMITTED,),           Stage.IN_HAND,             Clock.STARTS,    receipt_day),
    Move(Act.ASK_CORRECTION,      Party.AGENCY,         (*_HANDLING, Stage.AWAITING_CORRECTION), Stage.AWAITING_CORRECTION, Clock.STANDS, correction),
    Move(Act.CORRECT,             Party.APPLICANT,      (Stage.AWAITING_CORRECTION,), Stage.IN_HAND,             Clock.RESTARTS,  correction),
    Move(Act.LAPSE_UNCORRECTED,   Party.AGENCY,         (Stage.AWAITING_CORRECTION,), Stage.ABANDONED,           Clock.ENDS,      correction),
    Move(Act.CONSULT_THIRD_PARTY, Party.AGENCY,         _HANDLING,                    Stage.CONSULTING,          Clock.PAUSES,    third_party),
    Move(Act.THIRD_PARTY_RECEIVES, Party.THIRD_PARTY,   _ASKING,                      None,                      Clock.RUNS,      third_party),
    Move(Act.THIRD_PARTY_REPLIES, Party.THIRD_PARTY,    _CONSULTING,                  Stage.IN_HAND,             Clock.RESUMES,   third_party),
    Move(Act.THIRD_PARTY_REPLIES, Party.THIRD_PARTY,    _WAITING,                     None,                      Clock.RESUMES,   third_party),
    Move(Act.THIRD_PARTY_SILENT,  Party.THIRD_PARTY,    _CONSULTING,                  Stage.IN_HAND,             Clock.RESUMES,   third_party),
    Move(Act.THIRD_PARTY_SILENT,  Party.THIRD_PARTY,    _WAITING,                     None,                      Clock.RESUMES,   third_party),
    Move(Act.CONSULT_BODY,        Party.AGENCY,         _HANDLING,                    Stage.CONSULTING,          Clock.PAUSES,    co_maker),
    Move(Act.BODY_RECEIVES,       Party.OTHER_BODY,     _ASKING,                      None,                      Clock.RUNS,      co_maker),
    Move(Act.BODY_REPLIES,        Party.OTHER_BODY,     _CONSULTING,                  Stage.IN_HAND,             Clock.RESUMES,   co_maker),
    Move(Act.BODY_REPLIES,        Party.OTHER_BODY,     _WAITING,                     None,                      Clock.RESUMES,   co_maker),
    Move(Act.BODY_SILENT,         Party.OTHER_BODY,     _CONSULTING,                  Stage.IN_HAND,             Clock.RESUMES,   co_maker),
    Move(Act.BODY_SILENT,         Party.OTHER_BODY,     _WAITING,                     None,                      Clock.RESUMES,   co_maker),
    Move(Act.TELL_THIRD_PARTY,    Party.AGENCY,         (*_HANDLING, Stage.ANSWERED), None,                      Clock.RUNS,      third_party),
    Move(Act.EXTEND,              Party.AGENCY,         (*_HANDLING, Stage.AWAITING_REASONS), None,              Clock.EXTENDS,   extension),
    Move(Act.ASK_REASONS,         Party.AGENCY,         _HANDLING,                    Stage.AWAITING_REASONS,    Clock.RUNS,      excessive),
    Move(Act.GIVE_REASONS,        Party.APPLICANT,      (Stage.AWAITING_REASONS,),    Stage.IN_HAND,             Clock.RUNS,      excessive),
    Move(Act.SET_DELAY,           Party.AGENCY,         (*_HANDLING, Stage.AWAITING_REASONS), Stage.IN_HAND,     Clock.DEFERS,    excessive),
    Move(Act.CHARGE_FEE,          Party.AGENCY,         _HANDLING,                    Stage.AWAITING_PAYMENT,    Clock.STANDS,    fee),
    Move(Act.NOTICE_RECEIVED,     Party.APPLICANT,      (Stage.AWAITING_PAYMENT,),    None,                      Clock.RUNS,      fee),
    Move(Act.PAY,                 Party.APPLICANT,      (Stage.AWAITING_PAYMENT,),    Stage.IN_HAND,             Clock.RESTARTS,  fee),
    Move(Act.LAPSE_UNPAID,        Party.AGENCY,         (Stage.AWAITING_PAYMENT,),    Stage.ABANDONED,           Clock.ENDS,      fee),
    Move(Act.WITHDRAW,            Party.APPLICANT,      (Stage.SUBMITTED, *_OPEN, Stage.FORWARDED), Stage.WITHDRAWN, Clock.ENDS,  withdrawal),
    Move(Act.SPLIT,               Party.AGENCY,         _IN_HAND,                     Stage.SPLIT_UP,            Clock.ENDS,      units),
    Move(Act.FORWARD,             Party.AGENCY,         (Stage.SUBMITTED, Stage.IN_HAND), Stage.FORWARDED,       Clock.RUNS,      forwarding),
    Move(Act.RETURN,              Party.RECEIVING_BODY, (Stage.FORWARDED,),           Stage.IN_HAND,             Clock.RUNS,      forwarding),
    Move(Act.ANSWER,              Party.AGENCY,         _OPEN,                        Stage.ANSWERED,            Clock.ENDS,      answer),
    Move(Act.REOPEN,              Party.AGENCY,         (*_CLOSED, Stage.ARCHIVED),   Stage.IN_HAND,             Clock.STARTS,    own_motion),
    Move(Act.REVIEW_ORDER,        Party.REVIEWER,       _ORDERED,                     Stage.IN_HAND,             Clock.STARTS,    review_order),
    Move(Act.COURT_ORDER,         Party.COURT,          _ORDERED,                     Stage.IN_HAND,             Clock.STARTS,    court_order),
    Move(Act.ARCHIVE,             Party.AGENCY,         (*_CLOSED, Stage.WITHDRAWN, Stage.SPLIT_UP, Stage.FORWARDED), Stage.ARCHIVED, Clock.RUNS, case_file),
    Move(Act.HAND_OVER,           Party.AGENCY,         (Stage.ARCHIVED,),            Stage.HANDED_OVER,         Clock.RUNS,      archives),
)
# fmt: on

_BY_STAGE_AND_ACT = {(stage, move.act): move for move in MOVES for stage in move.at}


def move(stage: Stage, act: Act) -> Move:
    """The row for this act at this stage; NotProvidedFor with a sentence where there is none."""
    try:
        return _BY_STAGE_AND_ACT[stage, act]
    except KeyError:
        raise NotProvidedFor(f"申请{stage.value}，不能“{act.value}”") from None


def acts_at(stage: Stage) -> tuple[Act, ...]:
    """What may happen at this stage, in the order of the table."""
    return tuple(row.act for row in MOVES if stage in row.at)
