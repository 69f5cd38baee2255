"""The desk's own search: by number, by name, by a phrase."""

import pytest

from gongkai.web.requests.models.case import Request
from gongkai.web.vault.queries import open_all

PAGE = "/desk/search/"


@pytest.fixture
def case(db) -> Request:
    return Request.objects.filter(body__code="wangge", topic__gt="").order_by("-pk")[0]


def test_a_case_is_found_by_its_number_or_a_part_of_it(signed_in, case):
    clerk = signed_in("wangge.jingban")
    assert f"/desk/requests/{case.pk}/" in clerk.get(PAGE, {"words": case.number}).text
    assert f"/desk/requests/{case.pk}/" in clerk.get(PAGE, {"words": case.number[2:]}).text


def test_a_case_is_found_by_words_of_its_topic(signed_in, case):
    assert f"/desk/requests/{case.pk}/" in (
        signed_in("wangge.jingban").get(PAGE, {"words": case.topic[1:5]}).text
    )


def test_a_case_is_found_by_the_applicant_s_whole_name(signed_in, case):
    name = open_all(case.holder)["name"]
    clerk = signed_in("wangge.jingban")
    assert f"/desk/requests/{case.pk}/" in clerk.get(PAGE, {"words": name}).text
    assert f"/desk/requests/{case.pk}/" not in clerk.get(PAGE, {"words": name[:1]}).text


def test_nobody_finds_what_belongs_to_another_body(signed_in, case):
    name = open_all(case.holder)["name"]
    for words in (case.number, name):
        assert f"/desk/requests/{case.pk}/" not in (
            signed_in("jiguan.jingban").get(PAGE, {"words": words}).text
        )


def test_items_are_found_by_their_title(signed_in):
    assert "/desk/items/" in signed_in("chengguan.jingban").get(PAGE, {"words": "处罚"}).text


def test_what_is_not_found_is_said_with_what_to_do(signed_in):
    assert "姓名要写全" in signed_in("wangge.jingban").get(PAGE, {"words": "没有这样的事"}).text


def test_the_desk_counts_by_kind_what_waits(signed_in):
    page = signed_in("wangge.jingban").get("/desk/").text
    assert "依申请公开 " in page.split("最急的在前")[1][:80]


def test_the_menu_has_keys_and_the_search_is_the_second_of_it(signed_in):
    page = signed_in("wangge.jingban").get("/desk/").text
    assert 'href="/desk/" accesskey="1"' in page
    assert f'href="{PAGE}" accesskey="2"' in page
