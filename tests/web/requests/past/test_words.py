"""Offices' own words and where they lead."""

import pytest

from gongkai.law.exemption.grounds import Ground
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.outcome.table import outcome
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.receipt import Channel
from gongkai.statute.forms import form
from gongkai.web.requests.models.case import Applicant
from gongkai.web.requests.past.words import (
    UnplacedError,
    applicant,
    channel,
    delivery,
    ending,
)

SUMS = ("received", "carried_in", "handled_total", "carried_out", "other_other")
ROWS = [row for row in form("2021").rows_of("requests") if row.key not in SUMS]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.key)
def test_the_words_of_the_form_lead_to_their_own_row(row):
    words = f"不予公开：{row.label}" if row.key.startswith("refused") else row.label
    assert outcome(ending(words).kind).row_2021 == row.key
    assert outcome(ending(f"3.{words}").kind).row_2021 == row.key


@pytest.mark.parametrize(
    ("said", "why", "kind"),
    [
        ("同意公开", "", AnswerKind.GRANTED),
        ("公开", "", AnswerKind.GRANTED),
        ("全部公开", "", AnswerKind.GRANTED),
        ("已主动公开", "", AnswerKind.ALREADY_PUBLIC),
        ("告知获取途径", "", AnswerKind.ALREADY_PUBLIC),
        ("不予公开", "依据条例第十五条", AnswerKind.REFUSED_THIRD_PARTY),
        ("不予公开", "属于会议纪要等过程性信息", AnswerKind.REFUSED_PROCESS_INFORMATION),
        ("不同意公开（涉及商业秘密）", "", AnswerKind.REFUSED_THIRD_PARTY),
        ("信息不存在", "", AnswerKind.NOT_HELD),
        ("非本机关职责范围", "", AnswerKind.NOT_RESPONSIBLE),
        ("无法提供", "本机关不掌握", AnswerKind.NOT_HELD),
        ("无法提供", "需要另行制作", AnswerKind.MUST_BE_CREATED),
        ("已移交档案馆", "", AnswerKind.IN_ARCHIVES),
        ("不予处理", "信访事项", AnswerKind.PETITION),
        ("不予处理（重复申请）", "", AnswerKind.REPEATED),
        ("其他处理", "申请人逾期不补正", AnswerKind.NOT_CORRECTED),
        ("逾期未缴纳信息处理费", "", AnswerKind.FEE_UNPAID),
        ("（三）不予公开 ７.属于行政执法案卷", "", AnswerKind.REFUSED_ENFORCEMENT_FILE),
    ],
)
def test_what_clerks_write_is_placed(said, why, kind):
    assert ending(said, why).kind is kind


def test_partial_disclosure_keeps_the_grounds_of_what_was_left_out():
    found = ending("部分公开", "个人隐私；内部事务信息")
    assert found.kind is AnswerKind.PARTLY_GRANTED
    assert found.withheld == (Ground.THIRD_PARTY, Ground.INTERNAL_AFFAIRS)


@pytest.mark.parametrize(
    ("said", "act"),
    [("申请人撤回", Act.WITHDRAW), ("转办区水务局", Act.FORWARD), ("移送", Act.FORWARD)],
)
def test_some_end_without_an_answer(said, act):
    assert ending(said).act is act


@pytest.mark.parametrize(
    ("said", "advice"),
    [
        ("不予公开", "要写明理由"),
        ("无法提供", "要写明是哪一种"),
        ("不予处理", "信访举报投诉"),
        ("其他", "看不出归入表二的哪一行"),
        ("已办结", "看不出归入表二的哪一行"),
    ],
)
def test_what_cannot_be_placed_is_not_guessed(said, advice):
    with pytest.raises(UnplacedError, match=advice):
        ending(said)


@pytest.mark.parametrize(
    ("said", "name", "number", "kind"),
    [
        ("公民", "", "", Applicant.NATURAL_PERSON),
        ("企业法人", "", "", Applicant.BUSINESS),
        ("法人或其他组织", "示例建材有限公司", "", Applicant.BUSINESS),
        ("", "示例律师事务所", "", Applicant.LEGAL_SERVICE),
        ("", "程远山", "", Applicant.NATURAL_PERSON),
        ("其他", "某校", "", Applicant.OTHER_ORGANISATION),
        ("其他组织", "", "", Applicant.OTHER_ORGANISATION),
        ("", "甲", "11010519491231002X", Applicant.NATURAL_PERSON),
        ("社会公益组织", "", "", Applicant.SOCIAL_ORGANISATION),
        ("科研机构", "", "", Applicant.RESEARCH),
    ],
)
def test_applicants_are_placed_by_word_number_or_name(said, name, number, kind):
    assert applicant(said, name, number) is kind


@pytest.mark.parametrize(("said", "name"), [("", ""), ("法人", "某地某单位"), ("单位", "")])
def test_an_applicant_of_no_kind_is_a_question(said, name):
    with pytest.raises(UnplacedError, match="自然人、商业企业"):
        applicant(said, name)


def test_ways_in_and_out():
    assert [channel(words) for words in ("网上", "挂号信函", "窗口", "传真", "", "别的")] == [
        Channel.ONLINE,
        Channel.SIGNED_POST,
        Channel.IN_PERSON,
        Channel.FAX,
        Channel.LEDGER,
        Channel.LEDGER,
    ]
    assert [delivery(words) for words in ("邮寄", "电子邮件", "自行领取", "")] == [
        "post", "email", "collect", "",
    ]  # fmt: skip
