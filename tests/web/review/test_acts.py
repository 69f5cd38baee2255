"""Sending a paper round, signing it, returning it, standing in for somebody."""

import functools
from datetime import date, timedelta

import pytest

from gongkai.web.accounts.models import Person
from gongkai.web.agencies.acts import found
from gongkai.web.agencies.models import Body
from gongkai.web.agencies.queries import standing_of
from gongkai.web.audit.actor import Actor, system
from gongkai.web.audit.queries import of_subject
from gongkai.web.review import acts, queries
from gongkai.web.review.chain import Outcome, Point, Secrecy, Step, Verdict
from gongkai.web.ui import clock

pytestmark = pytest.mark.django_db
SUBJECT = "test.paper:1"
APPROVE, RETURN = Verdict.APPROVE, Verdict.RETURN


def body(code: str = "wangge") -> Body:
    return Body.objects.get(code=code)


def person(login: str) -> Person:
    return Person.objects.get(login=login)


def opened(code: str = "wangge"):
    return acts.open_review(
        system(), body=body(code), subject=SUBJECT, title="某文件", address="/", digest="d"
    )


def sign(review, login: str, verdict: Verdict = APPROVE, opinion: str = "", digest: str = "d"):
    who = person(login)
    acting = queries.acting(who, standing_of(who, clock.today()), review.body, clock.today())
    by = Actor(str(who.pk), who.name)
    return acts.sign(
        by, review=review, acting=acting[0], verdict=verdict, opinion=opinion, digest=digest
    )


def waits(login: str) -> int:
    who = person(login)
    return len(queries.waiting(who, standing_of(who, clock.today()), clock.today()))


def test_a_paper_goes_from_desk_to_desk_until_the_head_has_signed():
    review = opened()
    for login in ("wangge.baomi", "wangge.zhuren", "wangge.fenguan"):
        assert waits(login) == 1
        assert sign(review, login) == Outcome.OPEN
        assert waits(login) == 0
    assert sign(review, "wangge.yibashou") == Outcome.DONE
    assert [e.action for e in of_subject(SUBJECT)] == ["review.open", *["review.approve"] * 4]


def test_nobody_signs_before_their_turn_or_twice():
    review = opened()
    with pytest.raises(acts.NotInOrderError, match="还没有轮到"):
        sign(review, "wangge.yibashou")
    sign(review, "wangge.baomi")
    with pytest.raises(acts.NotInOrderError, match="还没有轮到"):
        sign(review, "wangge.baomi")


def test_a_return_needs_a_reason_and_ends_the_review():
    review = opened()
    with pytest.raises(acts.NotInOrderError, match="理由"):
        sign(review, "wangge.baomi", RETURN)
    assert sign(review, "wangge.baomi", RETURN, "附件含身份证号") == Outcome.RETURNED
    assert waits("wangge.zhuren") == 0


def test_a_change_after_sending_voids_what_was_signed():
    review = opened()
    sign(review, "wangge.baomi")
    with pytest.raises(acts.NotInOrderError, match="内容有改动"):
        sign(review, "wangge.zhuren", digest="changed")


def test_a_small_body_skips_the_posts_nobody_holds():
    review = opened("jiguan")
    assert [bool(step["skipped"]) for step in review.steps] == [True, True, True, False]
    assert sign(review, "jiguan.yibashou") == Outcome.DONE


def test_a_body_without_a_head_cannot_send_a_paper_round():
    found(
        system(), code="kongque", parent=None, name="空缺局", short_name="空缺局", kind="department"
    )
    with pytest.raises(acts.NotInOrderError, match="主要负责人签发"):
        opened("kongque")


def test_the_same_paper_is_not_sent_round_twice_at_once():
    opened()
    with pytest.raises(acts.NotInOrderError, match="不能重复送审"):
        opened()


def test_a_body_sets_its_own_order_and_reviews_under_way_keep_theirs():
    before = opened()
    acts.set_chain(
        system(),
        body=body(),
        subject="test.paper",
        steps=(Step("签发", ("head",), vacant="refuse"),),
    )
    acts.recall(system(), review=before)
    assert len(before.steps) == 4
    assert sign(opened(), "wangge.yibashou") == Outcome.DONE


def test_a_colleague_signs_for_one_who_is_away_and_only_then():
    today, review = clock.today(), opened()
    for days, expected in ((-2, 0), (0, 1)):
        acts.delegate(
            system(),
            person=person("wangge.baomi"),
            to=person("wangge.keshi"),
            body=body(),
            since=today + timedelta(days=days - 1),
            until=today + timedelta(days=days),
        )
        assert waits("wangge.keshi") == expected
    acting = queries.acting(
        person("wangge.keshi"), standing_of(person("wangge.keshi"), today), body(), today
    )
    lent = next(each for each in acting if each.for_name)
    acts.sign(
        Actor("9", "方听雨"), review=review, acting=lent, verdict=APPROVE, opinion="", digest="d"
    )
    assert review.marks.get().for_name == "陆怀谨"


def test_an_absence_ends_no_earlier_than_it_begins():
    with pytest.raises(acts.NotInOrderError):
        acts.delegate(
            system(),
            person=person("wangge.baomi"),
            to=person("wangge.keshi"),
            body=body(),
            since=date(2026, 2, 2),
            until=date(2026, 2, 1),
        )


def test_the_filing_sheet_names_reviewer_and_opinion(signed_in):
    review = opened()
    sign(review, "wangge.baomi", opinion="不涉密，可以公开")
    page = signed_in("wangge.jingban").get(f"/desk/reviews/{review.pk}/").content.decode()
    assert "陆怀谨" in page
    assert "不涉密，可以公开" in page
    assert signed_in("jiguan.jingban").get(f"/desk/reviews/{review.pk}/").status_code == 403


def looked_at(*things: str):
    """A review of these things, waiting for the confidentiality reviewer."""
    review = acts.open_review(
        system(),
        body=body(),
        subject="publishing.item:77",
        title="关于试行的通知",
        address="/desk/items/77/",
        digest="d",
        things=things,
    )
    return review, functools.partial(
        acts.sign,
        system("保密审查员"),
        review=review,
        acting=queries.Acting("confidentiality"),
        verdict=Verdict.APPROVE,
        opinion="",
        digest="d",
    )


def test_the_confidentiality_review_speaks_of_every_thing():
    review, approve = looked_at("正文", "附件.xlsx")
    with pytest.raises(acts.NotInOrderError, match=r"还缺：附件\.xlsx"):
        approve(points=[Point("正文", Secrecy.PUBLIC)])
    approve(
        points=[
            Point("正文", Secrecy.PUBLIC),
            Point("附件.xlsx", Secrecy.PARTLY, "THIRD_PARTY", "删去身份证号一列"),
        ]
    )
    said = [point.said for mark in review.marks.all() for point in mark.points.all()]
    assert said == ["可以公开", "删去部分内容后公开，保护第三方合法权益，删去身份证号一列"]


def test_what_may_not_be_public_cannot_be_approved():
    _, approve = looked_at("正文")
    with pytest.raises(acts.NotInOrderError, match="不宜公开，不能同意"):
        approve(points=[Point("正文", Secrecy.WITHHELD, "STATE_SECRET")])
    with pytest.raises(acts.NotInOrderError, match="请写明依据"):
        approve(points=[Point("正文", Secrecy.PARTLY)])


def test_the_filing_sheet_prints_what_was_found_of_each_thing(signed_in):
    review, approve = looked_at("正文", "附件.docx")
    approve()
    page = signed_in("wangge.jingban").get(f"/desk/reviews/{review.pk}/").content.decode()
    assert "附件.docx：可以公开" in page
