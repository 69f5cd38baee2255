"""The search page of the portal."""

import pytest
from django.urls import reverse

from gongkai.web.publishing.models.items import Item
from gongkai.web.publishing.queries.items import address

pytestmark = pytest.mark.django_db
PAGE = "/search/"


def found(client, **asked) -> str:
    return client.get(PAGE, asked).content.decode()


def test_a_word_of_the_text_finds_the_item_and_is_marked(client):
    item = Item.objects.get(title="硚口区门前责任区管理办法")
    page = found(client, words="责任书")
    assert address(item) in page
    assert "<mark>责任书</mark>" in page


def test_reports_are_found_beside_items_and_kinds_narrow(client):
    report = reverse("reporting:public_report", args=["wangge", 2021])
    assert report in found(client, words="网格")
    assert "网格中心2022年工作计划" not in found(client, words="网格", kind="report")
    assert report not in found(client, words="网格", year=2026)


def test_what_is_for_the_intranet_is_found_by_its_own_people_only(client, signed_in):
    title = "关于办公楼会议室预约规则的通知"
    assert title not in found(client, words="会议室").replace("<mark>会议室</mark>", "会议室")
    own = signed_in("jiguan.jingban")
    assert title in found(own, words="会议室").replace("<mark>会议室</mark>", "会议室")


@pytest.mark.parametrize("asked", [{}, {"words": "没有这样的词语"}, {"words": "网格", "page": "x"}])
def test_it_answers_whatever_is_asked(client, asked):
    assert client.get(PAGE, asked).status_code == 200
