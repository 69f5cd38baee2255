# ruff: noqa: E501 (tables)
"""The grounds for withholding, against articles 14 to 16 as read by hand."""

import pytest

from gongkai.law.exemption.grounds import EXEMPTIONS, Duty, Ground, exemption
from gongkai.statute.forms import form

EXPECTED = """
E14a STATE_SECRET           MUST        refused_state_secret           -      14    国家秘密
E14b PROHIBITED_BY_LAW      MUST        refused_prohibited_by_law      -      14    法律、行政法规禁止公开
E14c SECURITY_AND_STABILITY MUST        refused_security_and_stability -      14    危及“三安全一稳定”
E15  THIRD_PARTY            MUST_UNLESS refused_third_party            -      15    保护第三方合法权益
E16a INTERNAL_AFFAIRS       MAY         refused_internal_affairs       -      16(1) 内部事务信息
E16b PROCESS_INFORMATION    MAY         refused_process_information    yields 16(2) 过程性信息
E16c ENFORCEMENT_FILE       MAY         refused_enforcement_file       yields 16(2) 行政执法案卷信息
"""

KINDS = {
    Ground.SECURITY_AND_STABILITY: ("国家安全", "公共安全", "经济安全", "社会稳定"),
    Ground.THIRD_PARTY: ("商业秘密", "个人隐私"),
    Ground.INTERNAL_AFFAIRS: ("人事管理", "后勤管理", "内部工作流程"),
    Ground.PROCESS_INFORMATION: ("讨论记录", "过程稿", "磋商信函", "请示报告"),
}


@pytest.mark.parametrize("line", EXPECTED.strip().splitlines(), ids=lambda line: line.split()[0])
def test_a_ground_is_as_its_article_has_it(line):
    code, name, duty, row, yields, article, zh = line.split()
    found = exemption(Ground[name])
    assert found.ground.value == code
    assert found.duty is Duty[duty]
    assert found.row == row
    assert found.yields_to_law is (yields == "yields")
    assert found.source.key == f"regulation:{article}"
    assert found.zh == zh
    assert found.kinds == KINDS.get(found.ground, ())


ASKS = {
    Ground.STATE_SECRET: "属于国家秘密",
    Ground.PROHIBITED_BY_LAW: "属于法律、行政法规禁止公开的信息",
    Ground.SECURITY_AND_STABILITY: "公开后可能危及国家安全、公共安全、经济安全、社会稳定",
    Ground.THIRD_PARTY: "公开后会损害第三方合法权益（商业秘密、个人隐私等）",
    Ground.INTERNAL_AFFAIRS: "属于人事管理、后勤管理、内部工作流程的信息",
    Ground.PROCESS_INFORMATION: "属于讨论记录、过程稿、磋商信函、请示报告",
    Ground.ENFORCEMENT_FILE: "属于行政执法案卷信息",
}


def test_a_ground_completes_the_question_whether_some_part_falls_under_it():
    assert {row.ground: row.asks for row in EXEMPTIONS} == ASKS


def test_the_grounds_stand_in_the_order_of_the_form():
    printed = [row.key for row in form("2021").rows_of("requests")]
    rows = [row.row for row in EXEMPTIONS]
    assert rows == sorted(rows, key=printed.index)
    assert len(EXEMPTIONS) == len(Ground)
