"""What went wrong is entered as it happened, and stands on the case and in the list."""

from datetime import date

import pytest

from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.request.details import Answered, CorrectionAsked
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.record import Entry as LawEntry
from gongkai.web.requests.acts.casework import Searched, log_search
from gongkai.web.requests.acts.enter import enter
from gongkai.web.requests.breaches import of_case
from gongkai.web.requests.models.case import Request
from tests.web.requests.conftest import BY

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 20)


def rules(case) -> list[str]:
    return [each.rule for each in of_case(case, TODAY)]


def test_a_late_correction_and_a_late_answer_are_both_found(apply):
    case = apply().request
    asked = CorrectionAsked(until=None)
    enter(BY, case, LawEntry(Act.ASK_CORRECTION, date(2026, 2, 9), asked))
    assert rules(case) == ["Q02", "Q04"]
    assert rules(apply().request) == ["Q01"]


def test_a_search_on_file_settles_the_doubt_about_an_answer_that_nothing_is_held(apply):
    case = apply().request
    answered = Answered(kind=AnswerKind.NOT_HELD)
    enter(BY, case, LawEntry(Act.ANSWER, date(2026, 2, 9), answered))
    assert rules(case) == ["Q13"]
    log_search(BY, case, Searched(date(2026, 2, 2), "档案室", "改造", found=False))
    assert rules(case) == []


def test_the_page_of_the_case_and_the_list_say_it_with_the_provision(signed_in):
    late = Request.objects.get(topic="机关办公用房维修合同")
    officer = signed_in("jiguan.jingban")
    for address in (f"/desk/requests/{late.pk}/", "/desk/requests/breaches"):
        page = officer.get(address).content.decode()
        assert "已经逾期" in page
        assert "第三十三条" in page
