"""Entries as plain data and back."""

import json
from datetime import date

import pytest
from hypothesis import given

from gongkai.law.exemption.grounds import Ground
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.request.details import Answered
from gongkai.law.request.exchange import EntryError, entry_as_data, entry_from_data
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.receipt import Channel, Receipt
from gongkai.law.request.record import Entry, received
from tests.law.request.ledger import record
from tests.law.request.test_random_records import records


@given(records())
def test_an_entry_survives_json(record):
    for entry in record:
        assert entry_from_data(json.loads(json.dumps(entry_as_data(entry)))) == entry


def test_data_is_readable_by_people():
    partly = Answered(kind=AnswerKind.PARTLY_GRANTED, withheld=(Ground.THIRD_PARTY,))
    assert entry_as_data(Entry(Act.ANSWER, date(2026, 3, 2), partly)) == {
        "act": "ANSWER",
        "on": "2026-03-02",
        "details": {"kind": "PARTLY_GRANTED", "withheld": ["THIRD_PARTY"]},
    }
    assert entry_as_data(Entry(Act.PAY, date(2026, 3, 2))) == {"act": "PAY", "on": "2026-03-02"}
    assert (
        entry_from_data(entry_as_data(Entry(Act.ANSWER, date(2026, 3, 2), partly))).details
        == partly
    )


def test_a_receipt_keeps_its_facts():
    receipt = Receipt(
        channel=Channel.PLAIN_POST,
        arrived_on=date(2026, 3, 2),
        contacted_on=date(2026, 3, 2),
        confirmed_on=date(2026, 3, 3),
    )
    said = entry_as_data(received(receipt))
    assert said["details"] == {
        "channel": "PLAIN_POST",
        "arrived_on": "2026-03-02",
        "signed_on": None,
        "contacted_on": "2026-03-02",
        "confirmed_on": "2026-03-03",
    }
    assert entry_from_data(said) == received(receipt)


PLAIN = entry_as_data(record("01-26 EXTEND 20")[0])


def test_what_may_be_left_out_may_be_left_out():
    said = {"act": "ASK_CORRECTION", "on": "2026-03-02", "details": {}}
    assert entry_from_data(said) == record("03-02 ASK_CORRECTION")[0]


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"act": "EXTEND"},
        {"act": "DANCE", "on": "2026-03-02"},
        {"act": "PAY", "on": 5},
        {"act": "EXTEND", "on": "2026-03-02"},
        {**PLAIN, "details": {"days": 20}},
        {**PLAIN, "details": {**PLAIN["details"], "days": "20"}},
        {**PLAIN, "details": {**PLAIN["details"], "days": None}},
        {**PLAIN, "details": {**PLAIN["details"], "days": True}},
        {**PLAIN, "details": {**PLAIN["details"], "wine": 1}},
        {**PLAIN, "details": [20]},
        {"act": "ANSWER", "on": "2026-03-02", "details": {"kind": "NO"}},
        {"act": "ANSWER", "on": "2026-03-02", "details": {"kind": "GRANTED", "withheld": 5}},
    ],
)
def test_data_that_is_no_entry_is_refused_with_a_sentence(said):
    with pytest.raises(EntryError, match=r"^登记内容不完整或者不认识："):
        entry_from_data(said)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"act": "PAY", "on": "2026-02-30"}, "“2026-02-30”不是日期"),
        ({**PLAIN, "details": {**PLAIN["details"], "days": 0}}, "延长的天数至少为1"),
        (
            {
                "act": "RECEIVE",
                "on": "2026-03-02",
                "details": {"channel": "IN_PERSON", "arrived_on": "2026-03-03"},
            },
            "收到日期由提交渠道的事实确定，不能另填",
        ),
    ],
)
def test_facts_that_cannot_be_so_keep_their_sentence(said, sentence):
    with pytest.raises(EntryError, match=rf"^{sentence}$"):
        entry_from_data(said)
