"""The day of receipt by channel."""

from datetime import date

import pytest

from gongkai.law.request.lifecycle import NotProvidedFor
from gongkai.law.request.receipt import RULES, Channel, Receipt, ReceiptError
from gongkai.law.request.record import received

SIGNED, ARRIVED, CONFIRMED = date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 5)


@pytest.mark.parametrize(
    ("channel", "day", "source"),
    [
        (Channel.IN_PERSON, ARRIVED, "regulation:31(1)"),
        (Channel.ORAL, ARRIVED, "regulation:29(1)"),
        (Channel.SIGNED_POST, SIGNED, "regulation:31(2)"),
        (Channel.PLAIN_POST, CONFIRMED, "regulation:31(2)"),
        (Channel.MISADDRESSED, CONFIRMED, "receipt_letter_2015:1(2)"),
        (Channel.ONLINE, CONFIRMED, "regulation:31(3)"),
        (Channel.EMAIL, CONFIRMED, "regulation:31(3)"),
        (Channel.FAX, CONFIRMED, "regulation:31(3)"),
        (Channel.REROUTED, CONFIRMED, "receipt_letter_2015:1(5)"),
        (Channel.LEDGER, ARRIVED, "counting_practice:16"),
    ],
)
def test_each_channel_has_the_day_the_law_gives_it(channel, day, source):
    receipt = Receipt(channel=channel, arrived_on=ARRIVED, signed_on=SIGNED, confirmed_on=CONFIRMED)
    assert receipt.date == day
    assert receipt.source.key == source
    assert received(receipt).on == day


def test_every_channel_has_a_rule():
    assert set(RULES) == set(Channel)


@pytest.mark.parametrize(
    "channel", [Channel.PLAIN_POST, Channel.MISADDRESSED, Channel.ONLINE, Channel.FAX]
)
def test_no_period_runs_before_both_sides_have_confirmed(channel):
    receipt = Receipt(channel=channel, arrived_on=ARRIVED)
    assert receipt.date is None
    with pytest.raises(NotProvidedFor, match=r"^尚未与申请人确认收到，答复期限还不能起算$"):
        received(receipt)


@pytest.mark.parametrize("channel", [Channel.PLAIN_POST, Channel.MISADDRESSED])
def test_a_plain_letter_is_followed_by_a_call_on_the_same_day(channel):
    assert Receipt(channel=channel, arrived_on=ARRIVED, contacted_on=ARRIVED).contacted_in_time
    assert not Receipt(
        channel=channel, arrived_on=ARRIVED, contacted_on=CONFIRMED
    ).contacted_in_time
    assert not Receipt(channel=channel, arrived_on=ARRIVED).contacted_in_time


def test_other_channels_need_no_call_on_the_same_day():
    assert Receipt(channel=Channel.IN_PERSON, arrived_on=ARRIVED).contacted_in_time


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"channel": Channel.SIGNED_POST}, "邮寄签收的申请要写明签收日期"),
        (
            {"channel": Channel.SIGNED_POST, "signed_on": CONFIRMED},
            "签收日期不能晚于工作机构收到的日期",
        ),
        (
            {"channel": Channel.PLAIN_POST, "contacted_on": SIGNED},
            "联系申请人的日期不能早于收到的日期",
        ),
        ({"channel": Channel.ONLINE, "confirmed_on": SIGNED}, "确认日期不能早于收到或者联系的日期"),
        (
            {
                "channel": Channel.ONLINE,
                "contacted_on": CONFIRMED,
                "confirmed_on": ARRIVED,
            },
            "确认日期不能早于收到或者联系的日期",
        ),
    ],
)
def test_facts_that_cannot_be_so_are_refused_with_a_sentence(facts, sentence):
    with pytest.raises(ReceiptError, match=f"^{sentence}$"):
        Receipt(arrived_on=ARRIVED, **facts)


def test_everything_may_happen_on_one_day():
    receipt = Receipt(
        channel=Channel.SIGNED_POST,
        arrived_on=ARRIVED,
        signed_on=ARRIVED,
        contacted_on=ARRIVED,
        confirmed_on=ARRIVED,
    )
    assert receipt.date == ARRIVED
