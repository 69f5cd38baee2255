"""The record: what it refuses, what it accepts though it was wrong, where it comes to."""

import re
from datetime import date

import pytest

from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.request.details import DETAILS, Extended, Ordered
from gongkai.law.request.lifecycle import Act, NotProvidedFor, Stage
from gongkai.law.request.receipt import Channel, Receipt
from gongkai.law.request.record import (
    Entry,
    add,
    answer_after,
    stage_after,
    standing_after,
)
from tests.law.request.ledger import day, record

RECEIVED = "01-26 RECEIVE"


def test_an_empty_record_is_an_application_not_yet_received():
    assert stage_after(()) is Stage.SUBMITTED
    assert answer_after(()) is None


@pytest.mark.parametrize(
    ("entries", "stage"),
    [
        ("", Stage.IN_HAND),
        ("01-28 ASK_CORRECTION 02-10", Stage.AWAITING_CORRECTION),
        ("01-28 ASK_CORRECTION; 02-05 CORRECT", Stage.IN_HAND),
        ("01-28 ASK_CORRECTION; 02-25 LAPSE_UNCORRECTED", Stage.ABANDONED),
        ("01-28 CONSULT_THIRD_PARTY a", Stage.CONSULTING),
        ("01-28 CONSULT_THIRD_PARTY a; 01-30 THIRD_PARTY_REPLIES a", Stage.IN_HAND),
        ("01-28 CONSULT_BODY a; 01-30 BODY_SILENT a", Stage.IN_HAND),
        ("01-28 ASK_REASONS 02-09", Stage.AWAITING_REASONS),
        ("01-28 ASK_REASONS; 02-02 GIVE_REASONS; 02-03 SET_DELAY 06-30", Stage.IN_HAND),
        ("01-28 CHARGE_FEE", Stage.AWAITING_PAYMENT),
        ("01-28 CHARGE_FEE; 02-02 PAY", Stage.IN_HAND),
        ("01-28 CHARGE_FEE; 03-20 LAPSE_UNPAID", Stage.ABANDONED),
        ("01-28 ANSWER", Stage.ANSWERED),
        ("01-28 WITHDRAW", Stage.WITHDRAWN),
        ("01-28 SPLIT; 01-29 ARCHIVE", Stage.ARCHIVED),
        ("01-28 ANSWER; 06-01 ARCHIVE; 06-02 HAND_OVER", Stage.HANDED_OVER),
        ("01-28 ANSWER; 06-01 COURT_ORDER", Stage.IN_HAND),
        ("01-28 ANSWER; 06-01 REVIEW_ORDER; 06-10 ANSWER", Stage.ANSWERED),
        ("01-28 ANSWER; 02-09 REOPEN", Stage.IN_HAND),
    ],
)
def test_a_record_comes_to_the_stage_its_entries_lead_to(entries, stage):
    assert stage_after(record(f"{RECEIVED}; {entries}")) is stage


def test_consulting_lasts_until_the_last_consultation_is_closed():
    whole = record(
        f"""{RECEIVED}
        01-28 CONSULT_THIRD_PARTY a
        01-28 CONSULT_THIRD_PARTY b
        01-29 CONSULT_BODY c
        02-02 THIRD_PARTY_REPLIES a
        02-09 BODY_SILENT c
        02-10 THIRD_PARTY_SILENT b"""
    )
    assert [stage_after(whole[:n]) for n in range(2, 8)] == [Stage.CONSULTING] * 5 + [Stage.IN_HAND]
    assert standing_after(whole[:5]).open == {"b", "c"}


def test_a_correction_asked_during_a_consultation_leads_back_to_it():
    whole = record(
        f"""{RECEIVED}
        01-28 CONSULT_THIRD_PARTY a
        01-29 ASK_CORRECTION
        02-02 CORRECT
        02-03 THIRD_PARTY_REPLIES a"""
    )
    assert [stage_after(whole[:n]) for n in range(3, 6)] == [
        Stage.AWAITING_CORRECTION,
        Stage.CONSULTING,
        Stage.IN_HAND,
    ]


def test_an_opinion_that_comes_while_a_correction_is_awaited_is_entered():
    whole = record(
        f"""{RECEIVED}
        01-28 CONSULT_BODY a; 01-29 ASK_CORRECTION; 01-30 BODY_REPLIES a; 02-02 CORRECT"""
    )
    assert stage_after(whole[:4]) is Stage.AWAITING_CORRECTION
    assert stage_after(whole) is Stage.IN_HAND


def test_an_answer_closes_the_consultations_that_were_open():
    whole = record(f"{RECEIVED}; 01-28 CONSULT_THIRD_PARTY a; 02-02 ANSWER; 02-03 REOPEN")
    assert stage_after(whole) is Stage.IN_HAND
    assert standing_after(whole).open == frozenset()


def test_a_forwarded_application_that_comes_back_is_where_it_was():
    assert stage_after(record("01-26 FORWARD; 01-28 RETURN")) is Stage.SUBMITTED
    assert stage_after(record(f"{RECEIVED}; 01-27 FORWARD; 01-28 RETURN")) is Stage.IN_HAND


def test_an_order_to_answer_counts_as_receipt_where_there_was_none():
    whole = record("05-06 COURT_ORDER")
    assert stage_after(whole) is Stage.IN_HAND
    assert standing_after(whole).received_on == day("05-06")


def test_a_later_order_leaves_the_day_of_receipt_as_it_was():
    assert standing_after(
        record(f"{RECEIVED}; 02-02 ANSWER; 05-06 COURT_ORDER")
    ).received_on == day("01-26")


@pytest.mark.parametrize(
    ("entries", "sentence"),
    [
        ("02-02 ANSWER; 02-03 ANSWER", "申请已答复，不能“答复”"),
        ("02-02 WITHDRAW; 02-03 ANSWER", "申请已撤回，不能“答复”"),
        (
            "02-02 ANSWER; 02-01 ARCHIVE",
            "“归档”的日期不能早于上一步的日期 2026-02-02",
        ),
        (
            "02-02 CONSULT_THIRD_PARTY a; 02-02 CONSULT_BODY a",
            "编号 a 的征求意见已经登记过",
        ),
        (
            "02-02 CONSULT_BODY a; 02-03 CONSULT_BODY b; 02-04 BODY_SILENT a; 02-05 BODY_SILENT a",
            "编号 a 的征求意见已经结束",
        ),
        (
            "02-02 CONSULT_BODY a; 02-03 THIRD_PARTY_REPLIES a",
            "没有编号为 a 的“征求第三方意见”",
        ),
        ("02-02 CONSULT_THIRD_PARTY a; 02-03 BODY_SILENT b", "没有编号为 b 的“征求其他机关意见”"),
        ("02-02 TELL_THIRD_PARTY a", "没有编号为 a 的“征求第三方意见”"),
    ],
)
def test_the_impossible_is_refused_with_a_sentence(entries, sentence):
    with pytest.raises(NotProvidedFor, match=re.escape(sentence)):
        stage_after(record(f"{RECEIVED}; {entries}"))


def test_a_third_party_may_be_told_after_its_consultation_closed():
    whole = record(
        f"""{RECEIVED}; 02-02 CONSULT_THIRD_PARTY a; 02-03 THIRD_PARTY_REPLIES a
        02-04 TELL_THIRD_PARTY a; 02-05 ANSWER; 02-05 TELL_THIRD_PARTY a"""
    )
    assert stage_after(whole) is Stage.ANSWERED


@pytest.mark.parametrize(
    "entries",
    [
        "02-09 ASK_CORRECTION",
        "01-28 ASK_CORRECTION; 01-29 ASK_CORRECTION",
        "01-28 ASK_CORRECTION; 01-29 CORRECT; 02-02 ASK_CORRECTION",
        "01-28 EXTEND 60; 01-29 EXTEND 20",
        "04-20 EXTEND 20",
        "08-03 ANSWER",
        "01-28 CONSULT_THIRD_PARTY a; 01-29 ANSWER",
        "01-28 ASK_CORRECTION; 01-29 ANSWER",
    ],
)
def test_what_was_unlawful_but_happened_is_recorded(entries):
    whole = record(f"{RECEIVED}; {entries}")
    assert standing_after(whole).last_on == whole[-1].on


def test_an_extension_without_approval_is_recorded_as_such():
    told = Extended(days=20, approved_by_head=False, applicant_told=False)
    assert stage_after(add(record(RECEIVED), Entry(Act.EXTEND, day("02-02"), told)))


def test_adding_leaves_the_shorter_record_as_it_was():
    short = record(RECEIVED)
    longer = add(short, Entry(Act.WITHDRAW, day("02-02")))
    assert stage_after(short) is Stage.IN_HAND
    assert stage_after(longer) is Stage.WITHDRAWN


def test_adding_the_impossible_is_refused():
    with pytest.raises(NotProvidedFor, match="不能“补正”"):
        add(record(RECEIVED), Entry(Act.CORRECT, day("02-02")))


def test_two_acts_of_one_day_are_in_order():
    assert stage_after(record(f"{RECEIVED}; 01-26 ANSWER; 01-26 ARCHIVE")) is Stage.ARCHIVED


@pytest.mark.parametrize("act", Act, ids=lambda act: act.name)
def test_an_entry_has_the_details_of_its_act(act):
    wrong = None if act in DETAILS else Ordered()
    with pytest.raises(TypeError, match=act.name):
        Entry(act, date(2026, 1, 26), wrong)


def test_the_day_of_receipt_is_never_typed():
    receipt = Receipt(channel=Channel.IN_PERSON, arrived_on=day("01-26"))
    with pytest.raises(NotProvidedFor, match=r"^收到日期由提交渠道的事实确定，不能另填$"):
        Entry(Act.RECEIVE, day("01-27"), receipt)


@pytest.mark.parametrize(
    "entry",
    [
        "02-02 ASK_CORRECTION 02-01",
        "02-02 CONSULT_THIRD_PARTY a@02-01",
        "02-02 CONSULT_BODY a@02-01",
        "02-02 ASK_REASONS 02-01",
        "02-02 SET_DELAY 02-01",
        "02-02 CHARGE_FEE 02-01",
        "02-02 COURT_ORDER 02-01",
        "02-02 REVIEW_ORDER 02-01",
    ],
)
def test_no_letter_is_received_or_runs_out_before_it_was_written(entry):
    act = Act[entry.split()[1]].value
    said = f"“{act}”所写的日期 2026-02-01 不能早于它本身的日期 2026-02-02"
    with pytest.raises(NotProvidedFor, match=f"^{said}$"):
        record(entry)
    assert record(entry.replace("02-01", "02-02"))


def test_details_that_contradict_themselves_are_refused():
    with pytest.raises(ValueError, match=r"^期限写天数或者截止日期，只写一种$"):
        Ordered(days=10, until=day("05-06"))
    with pytest.raises(ValueError, match=r"^延长的天数至少为1$"):
        Extended(days=0, approved_by_head=True, applicant_told=True)
    assert Extended(days=1, approved_by_head=True, applicant_told=True).days == 1


@pytest.mark.parametrize(
    ("entries", "kind"),
    [
        ("", None),
        ("02-02 ANSWER NOT_HELD", AnswerKind.NOT_HELD),
        ("02-02 ANSWER NOT_HELD; 06-01 ARCHIVE", AnswerKind.NOT_HELD),
        ("02-02 ASK_CORRECTION; 02-25 LAPSE_UNCORRECTED", AnswerKind.NOT_CORRECTED),
        ("02-02 CHARGE_FEE; 03-25 LAPSE_UNPAID", AnswerKind.FEE_UNPAID),
        ("02-02 WITHDRAW", AnswerKind.WITHDRAWN),
        ("02-02 SPLIT", None),
        ("02-02 FORWARD; 06-01 ARCHIVE", None),
        ("02-02 ANSWER NOT_HELD; 06-01 COURT_ORDER", None),
        ("02-02 ANSWER NOT_HELD; 06-01 REVIEW_ORDER", None),
        ("02-02 ANSWER NOT_HELD; 06-01 REOPEN", None),
        ("02-02 ANSWER NOT_HELD; 06-01 COURT_ORDER; 06-09 ANSWER", AnswerKind.GRANTED),
    ],
)
def test_an_application_ends_in_one_kind_of_answer(entries, kind):
    assert answer_after(record(f"{RECEIVED}; {entries}")) is kind
