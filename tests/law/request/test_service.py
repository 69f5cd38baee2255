"""The day a decision counts as served."""

from datetime import date

import pytest

from gongkai.law.request.service import RULES, Delivery, Service

POSTED, REACHED = date(2026, 3, 2), date(2026, 3, 5)


@pytest.mark.parametrize(
    ("delivery", "day", "source", "online_review"),
    [
        (Delivery.DIRECT, REACHED, "service_letter_2016:4", False),
        (Delivery.ENTRUSTED, REACHED, "service_letter_2016:4", False),
        (Delivery.POST, POSTED, "service_letter_2016:4", False),
        (Delivery.ONLINE, REACHED, "counting_practice:20", True),
    ],
)
def test_the_day_that_counts_is_that_of_the_way_it_went(delivery, day, source, online_review):
    service = Service(delivery=delivery, handed_over_on=POSTED, reached_on=REACHED)
    assert service.date == day
    assert service.source.key == source
    assert RULES[delivery].online_review is online_review


def test_a_posted_decision_is_served_before_it_arrives():
    assert Service(delivery=Delivery.POST, handed_over_on=POSTED).date == POSTED


def test_a_decision_not_yet_signed_for_is_not_served():
    assert Service(delivery=Delivery.DIRECT, handed_over_on=POSTED).date is None


def test_nothing_arrives_before_it_is_sent():
    with pytest.raises(ValueError, match=r"^签收日期不能早于交付日期$"):
        Service(delivery=Delivery.DIRECT, handed_over_on=REACHED, reached_on=POSTED)
    assert Service(delivery=Delivery.DIRECT, handed_over_on=POSTED, reached_on=POSTED).date


def test_every_way_has_the_words_for_its_day():
    assert {way: rule.counts for way, rule in RULES.items()} == {
        Delivery.DIRECT: "签收之日",
        Delivery.ENTRUSTED: "签收之日",
        Delivery.POST: "交邮之日",
        Delivery.ONLINE: "到达之日",
    }
