"""Laws, their provisions by number, and how they are cited."""

from datetime import date

import pytest

from gongkai.statute.provisions import (
    GB_DOCUMENT_FORMAT,
    LAWS,
    RECONSIDERATION,
    REGULATION,
    REPORT_FORM_2021,
    UnknownProvisionError,
    chinese_number,
    law,
    provision,
    read_law,
)


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "一"), (10, "十"), (11, "十一"), (36, "三十六"), (101, "一百零一"), (256, "二百五十六")],
)
def test_articles_are_numbered_in_chinese(number, said):
    assert chinese_number(number) == said


@pytest.mark.parametrize(
    ("cited", "said"),
    [
        (REGULATION.article(26), "《中华人民共和国政府信息公开条例》第二十六条"),
        (REGULATION.article("36(1)"), "《中华人民共和国政府信息公开条例》第三十六条第一项"),
        (REGULATION.article("16(2)"), "《中华人民共和国政府信息公开条例》第十六条第二款"),
        (RECONSIDERATION.article("23(1)(4)"), "《中华人民共和国行政复议法》第二十三条第一款第四项"),
        (REPORT_FORM_2021.article("6"), "《中华人民共和国政府信息公开工作年度报告格式》第六部分"),
        (GB_DOCUMENT_FORMAT.article("7.2.5"), "《党政机关公文格式》第7.2.5节"),
        (REGULATION.whole, "《中华人民共和国政府信息公开条例》"),
    ],
)
def test_a_citation_names_the_law_and_the_place_in_it(cited, said):
    assert cited.citation == str(cited) == said


def test_an_article_that_is_not_listed_is_refused_with_a_sentence():
    with pytest.raises(UnknownProvisionError, match="没有收录第 57 条"):
        REGULATION.article(57)
    with pytest.raises(UnknownProvisionError, match="没有收录名为 nowhere 的法律文件"):
        law("nowhere")


def test_a_key_finds_the_provision_it_was_made_from():
    for each in LAWS.values():
        assert provision(each.key) == each.whole
        for found in each.provisions.values():
            assert provision(found.key) == found


def test_all_fifty_six_articles_of_the_regulation_are_there():
    assert {str(number) for number in range(1, 57)} <= set(REGULATION.provisions)


def test_a_law_says_when_it_holds():
    old = law("regulation_2007")
    assert not old.holds_on(date(2008, 4, 30))
    assert old.holds_on(date(2008, 5, 1))
    assert old.holds_on(date(2019, 5, 14))
    assert not old.holds_on(date(2019, 5, 15))
    assert REGULATION.holds_on(date(2019, 5, 15))


def test_a_provision_may_have_a_link_of_its_own():
    text = """
title = "例"
number = "例一号"
in_force_from = 2020-01-01
link = "https://example.org/"
[articles]
"1" = { zh = "一" }
"2" = { zh = "二", en = "Two", link = "https://example.org/2" }
"""
    found = read_law("example", text)
    assert found.article(1).link == "https://example.org/"
    assert found.article(2).link == "https://example.org/2"
    assert (found.article(1).gist_en, found.article(2).gist_en) == ("", "Two")
