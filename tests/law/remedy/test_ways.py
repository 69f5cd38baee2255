# ruff: noqa: E501 (tables)
"""Where a person may turn, against the reconsideration law as read by hand."""

import pytest

from gongkai.law.remedy.authority import HEARINGS, Respondent, hearing
from gongkai.law.remedy.ways import REMEDIES, Claimant, Way, ways_of

HEARD = """
GOVERNMENT 上一级人民政府 reconsideration:24
PROVINCE   本机关 reconsideration:24(2)
TOWNSHIP   上一级人民政府 reconsideration:24
DEPARTMENT 本级人民政府 reconsideration:24
STREET     设立该街道办事处的人民政府 reconsideration:24
BRANCH     所属部门的本级人民政府 reconsideration:24
AUTHORISED 管理该组织的人民政府，或者管理该组织的部门的本级人民政府 reconsideration:24
JUSTICE    本级人民政府|上一级司法行政部门 reconsideration:28
VERTICAL   上一级主管部门 reconsideration:27
MINISTRY   本部门 reconsideration:25
ENTERPRISE 有关主管部门 regulation:55(2)
"""


@pytest.mark.parametrize("line", HEARD.strip().splitlines(), ids=lambda line: line.split()[0])
def test_a_case_is_heard_by_the_authority_of_its_kind_of_body(line):
    name, heard_by, source = line.split()
    found = hearing(Respondent[name])
    assert found.heard_by == tuple(heard_by.split("|"))
    assert found.source.key == source
    assert found.reconsideration is (name != "ENTERPRISE")


def test_a_suit_goes_to_the_court_of_the_level_of_the_body():
    higher = {Respondent.GOVERNMENT, Respondent.PROVINCE, Respondent.MINISTRY}
    for row in HEARINGS:
        if row.body is Respondent.ENTERPRISE:
            assert row.court == ""
        elif row.body is Respondent.VERTICAL:
            assert row.court == "基层人民法院（海关的案件由中级人民法院）"
            assert row.court_source.key == "litigation:14"
        else:
            level, article = ("中级", 15) if row.body in higher else ("基层", 14)
            assert row.court == f"{level}人民法院"
            assert row.court_source.key == f"litigation:{article}"


def test_every_kind_of_body_has_one_row():
    assert [row.body for row in HEARINGS] == list(Respondent)


WAYS = """
COMPLAINT APPLICANT,ANYONE 未按要求主动公开，或者未依法答复申请 主管部门 没有期限 regulation:47(2)
COMPLAINT APPLICANT,THIRD_PARTY 侵犯合法权益的行为 上一级行政机关或者主管部门 没有期限 regulation:51
RECONSIDERATION APPLICANT,THIRD_PARTY 答复或者决定公开 行政复议机关 知道之日起六十日内 reconsideration:20(1)
RECONSIDERATION APPLICANT 逾期不答复 行政复议机关 答复期限届满之日起六十日内 reconsideration:20(1)
SUIT APPLICANT,THIRD_PARTY 答复或者决定公开 人民法院 知道之日起六个月内 litigation:46
SUIT APPLICANT 逾期不答复 人民法院 答复期限届满之日起六个月内 court_interpretation_2018:66
SUIT APPLICANT,THIRD_PARTY 复议决定或者复议机关逾期不作决定 人民法院 收到复议决定或者期满之日起十五日内 reconsideration:34
"""


def test_the_ways_are_as_the_laws_have_them():
    found = [
        (
            row.way.name,
            ",".join(who.name for who in row.claimants),
            row.against,
            row.where,
            row.until,
            row.source.key,
        )
        for row in REMEDIES
    ]
    assert found == [tuple(line.split()) for line in WAYS.strip().splitlines()]


def test_a_person_sees_the_ways_open_to_them():
    assert [row.way for row in ways_of(Claimant.ANYONE)] == [Way.COMPLAINT]
    third = [row.way for row in ways_of(Claimant.THIRD_PARTY)]
    assert third == [Way.COMPLAINT, Way.RECONSIDERATION, Way.SUIT, Way.SUIT]
    assert len(ways_of(Claimant.APPLICANT)) == 7
