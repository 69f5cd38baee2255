"""The day an application counts as received, from the facts of its channel (article 31)."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from gongkai.statute.provisions import (
    COUNTING_PRACTICE,
    RECEIPT_LETTER_2015,
    REGULATION,
    Provision,
)


class Channel(Enum):
    """How an application came in."""

    IN_PERSON = "当面提交"
    ORAL = "口头提出、代为填写"
    SIGNED_POST = "邮寄签收"
    PLAIN_POST = "平常信函"
    MISADDRESSED = "寄给其他内设机构或者个人"
    ONLINE = "互联网渠道"
    EMAIL = "电子邮件"
    FAX = "传真"
    REROUTED = "热线等渠道转来"
    LEDGER = "原台账登记"


class Fact(Enum):
    """Which fact fixes the day of receipt."""

    ARRIVED = "提交之日"
    SIGNED = "签收之日"
    CONFIRMED = "确认之日"
    STATED = "台账所载之日"


@dataclass(frozen=True)
class ReceiptRule:
    """The fact that counts for a channel, and the provision that says so."""

    fact: Fact
    source: Provision


RULES = {
    Channel.IN_PERSON: ReceiptRule(Fact.ARRIVED, REGULATION.article("31(1)")),
    Channel.ORAL: ReceiptRule(Fact.ARRIVED, REGULATION.article("29(1)")),
    Channel.SIGNED_POST: ReceiptRule(Fact.SIGNED, REGULATION.article("31(2)")),
    Channel.PLAIN_POST: ReceiptRule(Fact.CONFIRMED, REGULATION.article("31(2)")),
    Channel.MISADDRESSED: ReceiptRule(Fact.CONFIRMED, RECEIPT_LETTER_2015.article("1(2)")),
    Channel.ONLINE: ReceiptRule(Fact.CONFIRMED, REGULATION.article("31(3)")),
    Channel.EMAIL: ReceiptRule(Fact.CONFIRMED, REGULATION.article("31(3)")),
    Channel.FAX: ReceiptRule(Fact.CONFIRMED, REGULATION.article("31(3)")),
    Channel.REROUTED: ReceiptRule(Fact.CONFIRMED, RECEIPT_LETTER_2015.article("1(5)")),
    Channel.LEDGER: ReceiptRule(Fact.STATED, COUNTING_PRACTICE.article(16)),
}


class ReceiptError(ValueError):
    """Facts that cannot be so; the message is a sentence for the clerk."""


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """What happened at the counter, the letter box or the mailbox.

    `arrived_on`: the day it reached the disclosure office (a ledger: the day it states).
    `signed_on`: the day the body signed for the post. `contacted_on`: the day the office got hold
    of the applicant. `confirmed_on`: the day both sides confirmed; None while it is awaited.
    """

    channel: Channel
    arrived_on: date
    signed_on: date | None = None
    contacted_on: date | None = None
    confirmed_on: date | None = None

    def __post_init__(self) -> None:
        fact = RULES[self.channel].fact
        if self.signed_on is None and fact is Fact.SIGNED:
            raise ReceiptError("邮寄签收的申请要写明签收日期")
        if self.signed_on and self.signed_on > self.arrived_on:
            raise ReceiptError("签收日期不能晚于工作机构收到的日期")
        if self.contacted_on and self.contacted_on < self.arrived_on:
            raise ReceiptError("联系申请人的日期不能早于收到的日期")
        if self.confirmed_on and self.confirmed_on < (self.contacted_on or self.arrived_on):
            raise ReceiptError("确认日期不能早于收到或者联系的日期")

    @property
    def date(self) -> date | None:
        """The day of receipt; None while confirmation is awaited, and no period runs."""
        match RULES[self.channel].fact:
            case Fact.SIGNED:
                return self.signed_on
            case Fact.CONFIRMED:
                return self.confirmed_on
            case _:
                return self.arrived_on

    @property
    def source(self) -> Provision:
        return RULES[self.channel].source

    @property
    def contacted_in_time(self) -> bool:
        """A plain letter is followed by a call on the same day (article 31, item 2)."""
        return self.channel not in (Channel.PLAIN_POST, Channel.MISADDRESSED) or (
            self.contacted_on == self.arrived_on
        )
