"""What is written about a case beside its acts is for colleagues, and lies in the vault."""

from datetime import date

import pytest

from gongkai.web.agencies.models import Section
from gongkai.web.requests.acts.casework import Searched, log_search, note
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.models.desk import Note, SearchLog
from gongkai.web.vault.acts import destroy
from gongkai.web.vault.queries import open_all
from tests.web.requests.conftest import BY

pytestmark = pytest.mark.django_db
WORDS = "申请人来电说与程远山是邻居"


@pytest.fixture
def case():
    return Request.objects.get(topic="2025年城市留言板办理情况统计")


def test_a_note_is_read_by_colleagues_and_by_nobody_else(case, signed_in):
    officer = signed_in("wangge.jingban")
    page = officer.post(f"/desk/requests/{case.pk}/note", {"text": WORDS}, follow=True)
    assert WORDS in page.content.decode()
    assert (
        WORDS
        not in signed_in("zhengshu.zhuguan").get(f"/desk/requests/{case.pk}/").content.decode()
    )
    assert WORDS not in str(Note.objects.values())


def test_a_note_goes_when_the_applicants_data_goes(apply):
    request = apply().request
    note(BY, request, WORDS)
    destroy(BY, request.holder, reason="测试")
    assert open_all(request.holder) == {}


def test_a_search_is_evidence_on_the_page_of_the_case(case, signed_in):
    sent = {
        "on": "2026-11-02",
        "place": "档案室2025年卷宗",
        "words": "留言板、办理统计",
        "found": "no",
    }
    officer = signed_in("wangge.jingban")
    page = officer.post(f"/desk/requests/{case.pk}/search", sent, follow=True).content.decode()
    for said in ("档案室2025年卷宗", "留言板、办理统计", "没有找到"):
        assert said in page
    assert "留言板、办理统计" not in str(SearchLog.objects.values())


def test_a_search_is_not_of_tomorrow(case, signed_in):
    sent = {"on": "2099-01-01", "place": "档案室", "words": "预算", "found": "no"}
    page = signed_in("wangge.jingban").post(f"/desk/requests/{case.pk}/search", sent)
    assert "日期不能晚于今天" in page.content.decode()


def test_searches_stand_in_the_order_of_their_days(apply):
    request = apply().request
    for day in (9, 2):
        log_search(BY, request, Searched(date(2026, 2, day), "档案室", "预算", found=False))
    assert [each.on.day for each in request.searches.all()] == [2, 9]


def test_the_office_gives_a_case_out_and_a_section_does_not(case, signed_in):
    section = Section.objects.create(body=case.body, name="规划科")
    sent = {"section": section.pk, "lead": "", "assisting": []}
    address = f"/desk/requests/{case.pk}/give-out"
    assert signed_in("wangge.keshi").post(address, sent).status_code == 403
    assert "规划科" in signed_in("wangge.jingban").post(address, sent, follow=True).content.decode()
