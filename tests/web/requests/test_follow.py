"""What the applicant can do while following: correct, pay, look at parts, rate, go on to review."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from gongkai.law.calendar.workdays import default_calendar
from gongkai.law.exemption.grounds import Ground
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.request.details import Answered, CorrectionAsked, Ordered, ReasonsAsked
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.receipt import Channel, Receipt
from gongkai.law.request.record import Entry as LawEntry
from gongkai.web.agencies.acts import found
from gongkai.web.agencies.models import Body
from gongkai.web.files.models import Upload
from gongkai.web.files.queries import content
from gongkai.web.requests import queries
from gongkai.web.requests.acts.enter import enter
from gongkai.web.requests.acts.forward import forward, send_back
from gongkai.web.requests.acts.register import Application, register
from gongkai.web.requests.acts.split import split
from gongkai.web.requests.models.case import Applicant, Delivery, Entry, Rating, Request
from gongkai.web.requests.remedy_ways import ways_on
from gongkai.web.requests.shown import months
from gongkai.web.ui import clock
from gongkai.web.vault.queries import open_all
from tests.web.requests.conftest import BY, PERSON

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(apply):
    """Received ten days ago, so that what comes after is not of tomorrow."""
    return apply(clock.today() - timedelta(days=10))


@pytest.fixture
def visitor(made):
    browser = Client()
    browser.post("/follow/", {"number": made.request.number, "code": made.code})
    return browser


@pytest.fixture
def visitor_of():
    """Somebody who follows an application to a body."""

    def following(body: Body, on: date) -> Client:
        asked = Application(Applicant.NATURAL_PERSON, "道路维修资金", Delivery.ONLINE, PERSON)
        made = register(BY, body, asked, Receipt(channel=Channel.IN_PERSON, arrived_on=on))
        browser = Client()
        browser.post("/follow/", {"number": made.request.number, "code": made.code})
        return browser

    return following


def shown(browser) -> str:
    return browser.get("/follow/case").content.decode()


def test_a_correction_is_given_on_the_page_with_its_papers(made, visitor):
    asked = CorrectionAsked(until=clock.today() + timedelta(days=9))
    enter(BY, made.request, LawEntry(Act.ASK_CORRECTION, clock.today(), asked))
    assert "提交补正" in shown(visitor)
    paper = SimpleUploadedFile("说明.txt", "具体是2024年的合同".encode())
    sent = {"text": "要2024年的合同", "files": [paper]}
    assert (
        "已经收到您补充的内容" in visitor.post("/follow/give", sent, follow=True).content.decode()
    )
    case = Request.objects.get(pk=made.request.pk)
    assert case.stage == "IN_HAND"
    assert "要2024年的合同" in open_all(case.holder).values()
    assert "要2024年的合同" not in str(list(Entry.objects.values()))
    kept = Upload.objects.get(subject=f"requests.request:{case.pk}")
    assert kept.holder == case.holder_id
    assert content(kept).decode() == "具体是2024年的合同"


def test_the_applicant_fetches_the_own_papers_and_nobody_else_does(made, visitor):
    asked = CorrectionAsked(until=None)
    enter(BY, made.request, LawEntry(Act.ASK_CORRECTION, clock.today(), asked))
    paper = SimpleUploadedFile("说明.txt", "材料".encode())
    visitor.post("/follow/give", {"text": "补正", "files": [paper]})
    address = f"/files/{Upload.objects.get(subject=f'requests.request:{made.request.pk}').pk}"
    assert visitor.get(address).status_code == 200
    assert Client().get(address).status_code == 404


def test_reasons_are_given_when_they_were_asked_for(made, visitor):
    asked = ReasonsAsked(until=clock.today())
    enter(BY, made.request, LawEntry(Act.ASK_REASONS, clock.today(), asked))
    assert "说明理由" in shown(visitor)
    visitor.post("/follow/give", {"text": "每件内容不同"})
    assert queries.record_of(Request.objects.get(pk=made.request.pk))[-1].act is Act.GIVE_REASONS


def test_nothing_is_corrected_when_nothing_was_asked(made, visitor):
    assert visitor.post("/follow/give", {"text": "补正"}).status_code == 409


def test_a_file_that_is_none_is_said_and_nothing_is_entered(made, visitor):
    asked = CorrectionAsked(until=None)
    enter(BY, made.request, LawEntry(Act.ASK_CORRECTION, clock.today(), asked))
    program = SimpleUploadedFile("附件.pdf", b"MZ\x90\x00")
    page = visitor.post("/follow/give", {"text": "补正", "files": [program]}, follow=True)
    assert "不是可以上传的文件" in page.content.decode()
    assert Request.objects.get(pk=made.request.pk).stage == "AWAITING_CORRECTION"


def test_the_parts_are_followed_with_the_code_of_the_whole(made, visitor):
    first, _second = split(BY, made.request, ["甲合同", "乙合同"], on=clock.today())
    page = shown(visitor)
    assert "已拆分为" in page
    page = visitor.post(f"/follow/look/{first.pk}", follow=True).content.decode()
    assert "甲合同" in page
    assert f"返回 {made.request.number}" in page
    other = Request.objects.filter(body__code="wangge").first()
    assert visitor.post(f"/follow/look/{other.pk}").status_code == 404


def test_a_forwarded_one_is_followed_there_until_it_comes_back(made, visitor):
    there = Body.objects.get(code="jiguan")
    sent = forward(BY, made.request, there, reason="归它", on=clock.today())
    assert sent.successor.number in shown(visitor)
    send_back(BY, sent, reason="不归", on=clock.today())
    assert sent.successor.number not in shown(visitor)


def test_the_answer_is_rated_once_and_only_after_it_came(made, visitor):
    assert "评价答复" not in shown(visitor)
    answered = Answered(kind=AnswerKind.GRANTED)
    enter(BY, made.request, LawEntry(Act.ANSWER, clock.today(), answered))
    assert "评价答复" in shown(visitor)
    visitor.post("/follow/say", {"served": "no", "words": "缺了附件"})
    rating = Rating.objects.get(request=made.request)
    assert rating.served is False
    assert "缺了附件" in open_all(made.request.holder).values()
    assert visitor.post("/follow/say", {"served": "yes"}).status_code == 409


def test_who_withdrew_is_neither_told_of_remedies_nor_asked_for_a_rating(visitor_of):
    visitor = visitor_of(Body.objects.get(code="wangge"), clock.today() - timedelta(days=60))
    assert "对逾期不答复的" in shown(visitor)
    visitor.post("/follow/withdraw")
    page = shown(visitor)
    assert "已撤回" in page
    assert not [each for each in ("行政复议", "评价答复", "答复期限</dt>") if each in page]
    assert visitor.post("/follow/say", {"served": "yes"}).status_code == 409


def test_the_days_stand_under_their_weekdays():
    days = default_calendar().explain(date(2026, 9, 28), 6)
    september, october = months(tuple(days))
    assert [each and each.date.day for each in september.weeks[0]] == [None, 29, 30, *[None] * 4]
    assert [each and each.date.day for each in october.weeks[0]] == [None, None, None, 1, 2, 3, 4]
    first, last = october.remarks[0]
    assert (first.date.day, last.date.day, first.why) == (1, 7, "国庆节放假")


def answered_on(made, on, kind, withheld=()):
    enter(BY, made.request, LawEntry(Act.ANSWER, on, Answered(kind=kind, withheld=withheld)))
    return queries.record_of(made.request)


def test_a_refusal_goes_to_reconsideration_first_until_its_last_day(apply, body):
    record = answered_on(apply(), date(2026, 2, 10), AnswerKind.REFUSED_INTERNAL_AFFAIRS)
    review, complaint = ways_on(body, record, due=None, today=date(2026, 2, 11))
    assert (review.name, review.first, review.until) == ("行政复议", True, date(2026, 4, 13))
    assert complaint.name == "投诉、举报"


def test_other_answers_may_be_sued_for_directly(apply, body):
    record = answered_on(apply(), date(2026, 2, 10), AnswerKind.NOT_HELD)
    review, suit, _complaint = ways_on(body, record, due=None, today=date(2026, 2, 11))
    assert (suit.name, suit.until) == ("行政诉讼", date(2026, 8, 10))
    assert not review.first


def test_a_part_withheld_on_a_ground_decides_too(apply, body):
    record = answered_on(
        apply(), date(2026, 2, 10), AnswerKind.PARTLY_GRANTED, (Ground.THIRD_PARTY,)
    )
    assert ways_on(body, record, due=None, today=date(2026, 2, 11))[0].first


def test_silence_is_open_to_review_from_the_day_after_the_last(apply, body):
    record = queries.record_of(apply().request)
    due = date(2026, 2, 28)
    assert ways_on(body, record, due=due, today=due) == []
    review, suit, _complaint = ways_on(body, record, due=due, today=date(2026, 3, 2))
    assert review.until == date(2026, 4, 29)
    assert suit.until == date(2026, 8, 28)


@pytest.mark.parametrize("kind", [Body.Kind.STREET, Body.Kind.TOWNSHIP])
def test_silence_of_a_street_or_township_goes_to_the_government_above_it(kind, visitor_of):
    above = Body.objects.get(code="wuchang")
    name = {Body.Kind.STREET: "水陆街道办事处", Body.Kind.TOWNSHIP: "水陆乡人民政府"}[kind]
    below = found(BY, code="shuilu", parent=above, name=name, short_name="水陆", kind=kind)
    page = shown(visitor_of(below, clock.today() - timedelta(days=60)))
    assert '<span class="tag late">办理中，已逾期</span>' in page
    assert page.index("已逾期") < page.index("对逾期不答复的") < page.index("经过")
    review = page.index("行政复议</dt>")
    assert page.index("武昌区人民政府", review) < page.index("行政诉讼", review)


def test_one_ordered_anew_that_is_late_is_late_for_both_sides(made, visitor, signed_in):
    on = clock.today() - timedelta(days=9)
    enter(BY, made.request, LawEntry(Act.ANSWER, on, Answered(kind=AnswerKind.NOT_HELD)))
    order = Ordered(until=clock.today() - timedelta(days=1))
    enter(BY, made.request, LawEntry(Act.REVIEW_ORDER, on, order))
    assert '<span class="tag late">办理中，已逾期</span>' in shown(visitor)
    page = signed_in("wuchang.jingban").get("/desk/requests/?show=late").content.decode()
    assert made.request.number in page
    assert '<span class="tag late">' in page


def test_what_has_no_last_day_yet_stands_behind_what_has_one(apply, signed_in):
    online = apply(channel=Channel.ONLINE).request
    dated = apply(clock.today()).request
    page = signed_in("wuchang.jingban").get("/desk/requests/").content.decode()
    assert page.index(dated.number) < page.index(online.number)
