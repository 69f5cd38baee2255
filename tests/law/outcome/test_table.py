# ruff: noqa: E501 (tables)
"""The table of outcomes, against what was read out of the law and the forms by hand."""

import pytest

from gongkai.law.exemption.grounds import Ground
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.outcome.letters import LETTERS, letter
from gongkai.law.outcome.table import (
    OUTCOMES,
    Review,
    grounds_of,
    outcome,
    refusal,
    refusals,
    whole_answer,
)
from gongkai.statute.forms import form

EXPECTED = """
ALREADY_PUBLIC                 granted                        granted      D1  CHOICE     36(1)
GRANTED                        granted                        granted      D2  CHOICE     36(2)
PARTLY_GRANTED                 partly_granted                 same         D3  BY_GROUNDS 37 36(3)
REFUSED_STATE_SECRET           refused_state_secret           same         D4  FIRST      36(3) 14
REFUSED_PROHIBITED_BY_LAW      refused_prohibited_by_law      same         D4  FIRST      36(3) 14
REFUSED_SECURITY_AND_STABILITY refused_security_and_stability same         D4  FIRST      36(3) 14
REFUSED_THIRD_PARTY            refused_third_party            same         D4  FIRST      36(3) 15
REFUSED_INTERNAL_AFFAIRS       refused_internal_affairs       same         D4  FIRST      36(3) 16(1)
REFUSED_PROCESS_INFORMATION    refused_process_information    same         D4  FIRST      36(3) 16(2)
REFUSED_ENFORCEMENT_FILE       refused_enforcement_file       same         D4  FIRST      36(3) 16(2)
ADMINISTRATIVE_INQUIRY         refused_administrative_inquiry same         D5  UNSETTLED  36(7)
NOT_HELD                       unavailable_not_held           same         D6  CHOICE     36(4)
NOT_RESPONSIBLE                unavailable_not_held           same         D7  CHOICE     36(5)
IN_ARCHIVES                    unavailable_not_held           same         D7  CHOICE     36(5) archives:15
MUST_BE_CREATED                unavailable_must_be_created    same         D8  CHOICE     38
STILL_UNCLEAR                  unavailable_still_unclear      same         D9  CHOICE     30
PETITION                       not_processed_petition         same         D10 CHOICE     39(1)
REPEATED                       not_processed_repeated         same         D11 CHOICE     36(6)
PUBLICATION                    not_processed_publication      same         D12 CHOICE     39(2)
EXCESSIVE                      not_processed_excessive        same         D13 CHOICE     35
RECONFIRMATION                 not_processed_reconfirmation   same         D14 CHOICE     counting_practice:18
NOT_CORRECTED                  other_not_corrected            other_other  D15 CHOICE     30
FEE_UNPAID                     other_fee_unpaid               other_other  D16 CHOICE     42 fee_measures:6
RECORD_CORRECTED               none                           none         D17 CHOICE     41
RECORD_TRANSFERRED             none                           none         D17 CHOICE     41
RECORD_REFERRED                none                           none         D17 CHOICE     41
RECORD_NOT_CORRECTED           none                           none         D17 CHOICE     41
WITHDRAWN                      other_other                    same         D18 NONE       counting_practice:13
"""

STATES = """
ALREADY_PUBLIC                 获取的方式、途径
GRANTED                        信息内容，或者获取的方式、途径和时间
PARTLY_GRANTED                 可以公开的部分；不予公开部分的理由
REFUSED_STATE_SECRET           不予公开的决定；理由
REFUSED_PROHIBITED_BY_LAW      不予公开的决定；理由
REFUSED_SECURITY_AND_STABILITY 不予公开的决定；理由
REFUSED_THIRD_PARTY            不予公开的决定；理由；征求第三方意见的情况
REFUSED_INTERNAL_AFFAIRS       不予公开的决定；理由
REFUSED_PROCESS_INFORMATION    不予公开的决定；理由
REFUSED_ENFORCEMENT_FILE       不予公开的决定；理由
ADMINISTRATIVE_INQUIRY         适用的法律、行政法规；办理查询的机构
NOT_HELD                       经检索没有所申请的信息
NOT_RESPONSIBLE                不由本机关负责公开的理由；能够确定的负责机关名称、联系方式
IN_ARCHIVES                    已移交的事实；保存信息的档案馆名称、联系方式
MUST_BE_CREATED                需要加工、分析的理由
STILL_UNCLEAR                  补正告知的情况；内容仍不明确的理由
PETITION                       不作为政府信息公开申请处理；相应的渠道
REPEATED                       原答复的日期、文号
PUBLICATION                    获取的途径
EXCESSIVE                      申请理由不合理的认定
RECONFIRMATION                 原提供信息的情况
NOT_CORRECTED                  补正告知的日期；逾期未补正的事实
FEE_UNPAID                     收费通知的日期；应缴数额；逾期未缴费的事实
RECORD_CORRECTED               更正的结果
RECORD_TRANSFERRED             转送的机关
RECORD_REFERRED                有权更正的机关
RECORD_NOT_CORRECTED           不予更正的理由
WITHDRAWN                      申请人撤回的日期
"""


def lines(text: str) -> list[list[str]]:
    return [line.split() for line in text.strip().splitlines()]


def keyed(source: str) -> str:
    return source if ":" in source else f"regulation:{source}"


@pytest.mark.parametrize("words", lines(EXPECTED), ids=lambda words: words[0])
def test_an_answer_has_its_rows_letter_remedy_and_provisions(words):
    name, row, old, code, review, *sources = words
    found = outcome(AnswerKind[name])
    assert found.row_2021 == (None if row == "none" else row)
    assert found.row_2019 == (found.row_2021 if old == "same" else None if old == "none" else old)
    assert found.letter.code == code
    assert found.review is Review[review]
    assert [source.key for source in found.sources] == [keyed(source) for source in sources]


@pytest.mark.parametrize("words", lines(STATES), ids=lambda words: words[0])
def test_an_answer_says_what_it_must(words):
    assert outcome(AnswerKind[words[0]]).states == tuple(words[1].split("；"))


def test_the_refusals_follow_from_the_grounds():
    assert list(refusals()) == [row for row in OUTCOMES if row.ground]


def test_every_kind_of_answer_has_one_row():
    assert [row.kind for row in OUTCOMES] == list(AnswerKind)
    assert [words[0] for words in lines(EXPECTED)] == [kind.name for kind in AnswerKind]


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_every_row_is_one_of_the_form_and_every_outcome_of_the_form_is_met(edition):
    printed = {row.key for row in form(edition).outcomes}
    used = {row.row_2021 if edition == "2021" else row.row_2019 for row in OUTCOMES} - {None}
    assert used == printed


def test_every_decision_letter_is_used_and_no_other():
    assert {row.letter.code for row in OUTCOMES} == {
        each.code for each in LETTERS if each.code.startswith("D")
    }


@pytest.mark.parametrize("ground", Ground)
def test_a_refusal_names_its_ground(ground):
    kind = refusal(ground)
    assert outcome(kind).ground is ground
    assert kind.name == f"REFUSED_{ground.name}"
    assert grounds_of(kind) == (ground,)
    assert grounds_of(kind, (Ground.STATE_SECRET, Ground.THIRD_PARTY)) == (ground,)


def test_partial_disclosure_has_the_grounds_of_what_it_leaves_out():
    two = (Ground.THIRD_PARTY, Ground.INTERNAL_AFFAIRS)
    assert grounds_of(AnswerKind.PARTLY_GRANTED, two) == two
    assert grounds_of(AnswerKind.PARTLY_GRANTED) == ()
    assert grounds_of(AnswerKind.GRANTED, two) == ()


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        ([None], "GRANTED"),
        ([None, None], "GRANTED"),
        ([None, Ground.THIRD_PARTY], "PARTLY_GRANTED"),
        ([Ground.THIRD_PARTY], "REFUSED_THIRD_PARTY"),
        ([Ground.ENFORCEMENT_FILE, Ground.THIRD_PARTY], "REFUSED_THIRD_PARTY"),
        ([Ground.ENFORCEMENT_FILE, Ground.STATE_SECRET], "REFUSED_STATE_SECRET"),
    ],
)
def test_parts_together_make_one_answer(parts, kind):
    assert whole_answer(parts) is AnswerKind[kind]


def test_an_answer_to_nothing_is_no_answer():
    with pytest.raises(ValueError, match=r"^an answer has at least one part$"):
        whole_answer([])


LETTER_FACTS = """
L1  登记回执 收到申请时 letters_2021 申请编号；收到日期；答复期限；联系方式
L2  补正告知书 收到之日起七个工作日内，一次 regulation:30 需要补正的内容；补正期限；逾期的后果
L3  说明理由告知书 答复期限内 regulation:35 数量、频次明显超过合理范围的事实；说明理由的期限
L4  延期答复告知书 首个答复期限届满前 regulation:33(2) 延长的理由；延长后的答复期限
L5  第三方意见征询书 答复期限内 regulation:32 涉及的政府信息；十五个工作日的期限；意见回执；逾期未提出意见的由机关决定
L6  征求意见告知书 与征询书同时 regulation:33(3) 征求意见所需时间不计算在答复期限内
L7  第三方意见回执 收到征询书之日起十五个工作日内 regulation:32 同意或者不同意；不同意的理由
L8  决定公开告知书 决定公开时 regulation:32 决定公开的信息内容；决定公开的理由
L9  共同制作机关意见征询函 答复期限内 regulation:34 涉及的政府信息；十五个工作日的期限；逾期未答复视为同意公开
L10 收费通知书 答复期限内 fee_measures:6 收费依据；收费标准；收费数额；缴纳方式；缴费期限；逾期的后果
L11 转办告知书 转办时 counting_practice:14 接转机关的名称、联系方式
L12 延迟答复告知书 答复期限内 regulation:35 延迟答复的理由；延迟后的答复日期
D1  已主动公开告知书 答复期限内 regulation:36
D2  予以公开告知书 答复期限内 regulation:36
D3  部分公开告知书 答复期限内 regulation:36
D4  不予公开告知书 答复期限内 regulation:36
D5  行政查询事项告知书 答复期限内 regulation:36
D6  信息不存在告知书 答复期限内 regulation:36
D7  非本机关负责公开告知书 答复期限内 regulation:36
D8  没有现成信息告知书 答复期限内 regulation:36
D9  补正后仍不明确告知书 答复期限内 regulation:36
D10 信访举报投诉类申请告知书 答复期限内 regulation:36
D11 不予重复处理告知书 答复期限内 regulation:36
D12 公开出版物告知书 答复期限内 regulation:36
D13 大量反复申请不予处理告知书 答复期限内 regulation:36
D14 不予确认或者重新出具告知书 答复期限内 regulation:36
D15 逾期不补正不再处理告知书 补正期限届满后 regulation:30
D16 逾期不缴费不再处理告知书 缴费期限届满后 fee_measures:6
D17 本人信息更正处理告知书 核实后 regulation:41
D18 终止办理告知书 收到撤回申请后 letters_2021
"""


@pytest.mark.parametrize("words", lines(LETTER_FACTS), ids=lambda words: words[0])
def test_a_letter_has_its_name_its_time_and_its_contents(words):
    code, zh, limit, source, *states = words
    found = letter(code)
    assert (found.zh, found.limit, found.source.key) == (zh, limit, source)
    assert found.states == (tuple(states[0].split("；")) if states else ())


def test_there_are_no_other_letters():
    assert [each.code for each in LETTERS] == [words[0] for words in lines(LETTER_FACTS)]
    with pytest.raises(KeyError):
        letter("D19")
