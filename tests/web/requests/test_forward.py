"""转办: received there, chased, sent back; counted where it went."""

from datetime import date

import pytest

from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.request.details import Answered, ReasonsAsked
from gongkai.law.request.lifecycle import Act, NotProvidedFor
from gongkai.law.request.record import Entry as LawEntry
from gongkai.web.agencies.models import Body
from gongkai.web.requests import forwarded, queries
from gongkai.web.requests.acts.confirm import confirm
from gongkai.web.requests.acts.enter import enter
from gongkai.web.requests.acts.forward import accept, chase, forward, send_back
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.models.others import Forwarding
from gongkai.web.ui import clock
from tests.web.requests.conftest import BY

pytestmark = pytest.mark.django_db
REASONS = ReasonsAsked(until=None)


@pytest.fixture
def there():
    return Body.objects.get(code="jiguan")


@pytest.fixture
def sent(apply, there):
    return forward(BY, apply().request, there, reason="由机关事务部门保管", on=date(2026, 2, 2))


def received_in(body, year) -> int:
    table = queries.request_table(Body.objects.filter(pk=body.pk), year)[body.pk]
    return table["requests.received.total"]


def test_it_waits_there_for_receipt_and_stands_still_here(sent, there):
    assert sent.request.stage == "FORWARDED"
    made = sent.successor
    assert (made.body, made.stage, made.channel) == (there, "SUBMITTED", "REROUTED")
    assert made.holder == sent.request.holder


def test_it_counts_there_and_not_here(sent, body, there):
    today = clock.today()
    before = received_in(there, today.year)
    confirm(BY, sent.successor, on=today)
    assert received_in(body, 2026) == 0
    assert received_in(there, today.year) == before + 1


def test_sent_back_it_goes_on_with_the_period_it_had(sent, body):
    due = sent.request.due
    accept(BY, sent, on=date(2026, 2, 3))
    send_back(BY, sent, reason="也不归我们管", on=date(2026, 2, 4))
    home = Request.objects.get(pk=sent.request_id)
    assert (home.stage, home.due) == ("IN_HAND", due)
    assert received_in(body, 2026) == 1
    away = Request.objects.get(pk=sent.successor_id)
    assert (away.stage, away.counted) == ("FORWARDED", False)
    with pytest.raises(NotProvidedFor, match="已经退回"):
        chase(BY, sent, on=date(2026, 2, 5))


def test_once_under_way_it_is_not_sent_back(sent):
    confirm(BY, sent.successor, on=clock.today())
    enter(BY, sent.successor, LawEntry(Act.ASK_REASONS, clock.today(), REASONS))
    with pytest.raises(NotProvidedFor, match="不能再退回"):
        send_back(BY, sent, reason="不归我们管", on=clock.today())


def test_it_is_chased_until_it_is_closed(sent):
    chase(BY, sent, on=date(2026, 2, 9))
    chase(BY, sent, on=date(2026, 2, 16))
    assert Forwarding.objects.get(pk=sent.pk).chased == 2
    today = clock.today()
    confirm(BY, sent.successor, on=today)
    enter(BY, sent.successor, LawEntry(Act.ANSWER, today, Answered(kind=AnswerKind.GRANTED)))
    with pytest.raises(NotProvidedFor, match="不用再催"):
        chase(BY, sent, on=today)


def test_the_rate_is_of_those_not_sent_back(apply, there, body):
    found = [forward(BY, apply().request, there, reason="归它", on=date(2026, 2, 2)) for _ in "abc"]
    send_back(BY, found[0], reason="不归", on=date(2026, 2, 3))
    today = clock.today()
    confirm(BY, found[1].successor, on=today)
    answered = Answered(kind=AnswerKind.GRANTED)
    enter(BY, found[1].successor, LawEntry(Act.ANSWER, today, answered))
    rate = forwarded.rate(forwarded.sent_by([body.pk]), 2026)
    assert str(rate) == "办结率：50.00%（1/2，以收到件减退回件为基数）"


def test_a_body_does_not_forward_to_itself(apply, body):
    with pytest.raises(NotProvidedFor, match="不能转给本机关"):
        forward(BY, apply().request, body, reason="归它", on=date(2026, 2, 2))


def test_both_bodies_see_it_on_their_pages(signed_in):
    sent = Forwarding.objects.get(request__topic="渣土车辆夜间通行证发放名单")
    grid, city = signed_in("wangge.jingban"), signed_in("chengguan.jingban")
    assert "区城管" in grid.get("/desk/requests/forwarded").content.decode()
    page = city.get("/desk/requests/forwarded?show=in").content.decode()
    assert sent.successor.number in page
    address = f"/desk/requests/forwarded/{sent.pk}"
    assert grid.post(f"{address}/accept").status_code == 403
    assert "已签收" in city.post(f"{address}/accept", follow=True).content.decode()
    assert "已催办" in grid.post(f"{address}/chase", follow=True).content.decode()
    back = city.post(f"{address}/return", {"reason": "由公安部门核发"}, follow=True)
    assert "已退回" in back.content.decode()
    assert "由公安部门核发" in grid.get("/desk/requests/forwarded").content.decode()
