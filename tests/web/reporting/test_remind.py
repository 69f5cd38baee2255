"""Who is told of the annual report, and when."""

from datetime import date

import pytest

from gongkai.web.accounts.models import Person
from gongkai.web.notices.models import Notice
from gongkai.web.reporting.acts import report as acts
from gongkai.web.reporting.acts.remind import remind
from tests.web.reporting.conftest import BY, sign_all

pytestmark = pytest.mark.django_db


def told(login: str, year: int = 2026) -> list[str]:
    key = f":{year}:"
    person = Person.objects.get(login=login)
    found = Notice.objects.filter(person=person, kind="report_reminder", key__contains=key)
    return list(found.order_by("pk").values_list("title", flat=True))


def test_the_officer_is_told_of_every_step_once_and_the_heads_when_it_is_late():
    for day in (date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 2), date(2027, 1, 4)):
        remind(day)
    assert told("wangge.jingban") == [
        "区网格中心2026年度报告：还有59天",
        "区网格中心2026年度报告：还有25天",
    ]
    assert told("wangge.yibashou") == []
    remind(date(2027, 2, 1))
    assert told("wangge.yibashou") == ["区网格中心2026年度报告：已经超过公布期限"]


def test_a_last_day_of_rest_is_told_as_the_working_day_before():
    remind(date(2026, 12, 1))
    person = Person.objects.get(login="wangge.jingban")
    notice = Notice.objects.get(person=person, key__contains=":2026:")
    assert "2027年1月31日不是工作日" in notice.text
    assert notice.due == date(2027, 1, 29)


def test_nobody_is_told_of_a_report_that_is_out(body):
    report = acts.open_year(BY, body=body, year=2025)
    acts.submit(BY, report=report)
    sign_all(report, date(2026, 1, 10))
    acts.publish(BY, report=report, on=date(2026, 1, 10))
    remind(date(2026, 1, 15))
    assert told("wangge.jingban", 2025) == []
    assert told("jiguan.jingban", 2025) != []
