"""Dated numbers of the statutes."""

from datetime import date

import pytest

from gongkai.statute.parameters import PARAMETERS, UnknownParameterError, parameter


def test_the_reply_period_was_fifteen_working_days_before_the_revision():
    reply = parameter("request.reply_days")
    assert (reply.on(date(2019, 5, 14)), reply.on(date(2019, 5, 15))) == (15, 20)
    assert reply.source.key == "regulation:33(2)"
    assert reply.unit == "工作日"


def test_a_day_before_the_first_value_is_refused_with_a_sentence():
    with pytest.raises(UnknownParameterError, match="2020-12-31 尚无“缴纳信息处理费的期限"):
        parameter("request.fee_payment_days").on(date(2020, 12, 31))


def test_an_unknown_name_is_refused_with_a_sentence():
    with pytest.raises(UnknownParameterError, match=r"没有名为 request\.nothing 的参数"):
        parameter("request.nothing")


def test_a_record_is_not_read_as_a_number():
    with pytest.raises(TypeError, match="use record_on or records_on"):
        parameter("report.departments_by").on(date(2026, 1, 1))


def test_a_value_is_read_as_words_a_record_or_rows():
    on = date(2026, 1, 1)
    assert parameter("fee.treasury_item").text_on(on) == "103049950"
    assert parameter("report.departments_by").record_on(on) == {"month": 1, "day": 31}
    assert parameter("fee.item_bands").records_on(on)[1] == {"first": 11, "last": 30, "yuan": 100}


@pytest.mark.parametrize("name", PARAMETERS)
def test_every_value_is_checked_or_says_that_it_is_provisional_and_why(name):
    for value in PARAMETERS[name].values:
        assert bool(value.checked_on) != value.provisional
        assert value.note or not value.provisional


@pytest.mark.parametrize("name", PARAMETERS)
def test_values_follow_each_other_and_their_source_held_from_then(name):
    values = PARAMETERS[name].values
    starts = [value.start for value in values]
    assert starts == sorted(set(starts))
    assert all(value.source.gist for value in values)
    assert all(value.source.law.holds_on(value.start) for value in values)
