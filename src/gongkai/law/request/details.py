"""What an entry says beyond its act and its day: one small class a kind of fact."""

from dataclasses import dataclass
from datetime import date

from gongkai.law.exemption.grounds import Ground
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.receipt import Receipt


@dataclass(frozen=True, kw_only=True)
class CorrectionAsked:
    """`until`: the last day the notice gives; None if it gave none."""

    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class Consulted:
    """A letter of consultation. `received_on`: when it reached the one asked, if known."""

    consultation: str
    received_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class LetterReached:
    """One letter of consultation was signed for on a day; entered then or later."""

    consultation: str
    reached_on: date


@dataclass(frozen=True, kw_only=True)
class Opinion:
    """The reply to one consultation."""

    consultation: str
    agrees: bool
    reasons: str = ""


@dataclass(frozen=True, kw_only=True)
class Silence:
    """No reply to one consultation; a third party's leaves it to the body, a body's is consent."""

    consultation: str


@dataclass(frozen=True, kw_only=True)
class ThirdPartyTold:
    """The third party of this consultation was told what is disclosed and why."""

    consultation: str


@dataclass(frozen=True, kw_only=True)
class Extended:
    """An extension by so many working days, as it was told: it may be more than the law allows."""

    days: int
    approved_by_head: bool
    applicant_told: bool

    def __post_init__(self) -> None:
        if self.days < 1:
            raise ValueError("延长的天数至少为1")


@dataclass(frozen=True, kw_only=True)
class ReasonsAsked:
    """`until`: the last day for the applicant's reasons, if the letter gave one."""

    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class Delayed:
    """The day by which an answer was promised under article 35."""

    until: date


@dataclass(frozen=True, kw_only=True)
class FeeCharged:
    """A fee notice in yuan; `received_on`: when it reached the applicant, if known."""

    amount: int
    received_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class NoticeReached:
    """The last fee notice was signed for on a day; entered then or later."""

    reached_on: date


@dataclass(frozen=True, kw_only=True)
class Answered:
    """An answer: its kind and, for partial disclosure, the grounds of what is withheld.

    The day of its entry is the day of service (`gongkai.law.request.service`).
    """

    kind: AnswerKind
    withheld: tuple[Ground, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Forwarded:
    """The body it went to, by the name or number the register uses."""

    to: str


@dataclass(frozen=True, kw_only=True)
class Ordered:
    """The period an order sets: working days from its receipt, or a last day, or none."""

    days: int | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        if self.days is not None and self.until is not None:
            raise ValueError("期限写天数或者截止日期，只写一种")


Details = (
    Receipt
    | CorrectionAsked
    | Consulted
    | LetterReached
    | Opinion
    | Silence
    | ThirdPartyTold
    | Extended
    | ReasonsAsked
    | Delayed
    | FeeCharged
    | NoticeReached
    | Answered
    | Forwarded
    | Ordered
    | None
)

DETAILS: dict[Act, type] = {
    Act.RECEIVE: Receipt,
    Act.ASK_CORRECTION: CorrectionAsked,
    Act.CONSULT_THIRD_PARTY: Consulted,
    Act.THIRD_PARTY_RECEIVES: LetterReached,
    Act.THIRD_PARTY_REPLIES: Opinion,
    Act.THIRD_PARTY_SILENT: Silence,
    Act.CONSULT_BODY: Consulted,
    Act.BODY_RECEIVES: LetterReached,
    Act.BODY_REPLIES: Opinion,
    Act.BODY_SILENT: Silence,
    Act.TELL_THIRD_PARTY: ThirdPartyTold,
    Act.EXTEND: Extended,
    Act.ASK_REASONS: ReasonsAsked,
    Act.SET_DELAY: Delayed,
    Act.CHARGE_FEE: FeeCharged,
    Act.NOTICE_RECEIVED: NoticeReached,
    Act.ANSWER: Answered,
    Act.FORWARD: Forwarded,
    Act.REVIEW_ORDER: Ordered,
    Act.COURT_ORDER: Ordered,
}
"""The details an act must have; the others have none."""
