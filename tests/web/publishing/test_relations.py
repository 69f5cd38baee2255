"""Documents that replace, repeal, amend one another; each page names the other."""

from datetime import date

import pytest

from gongkai.web.publishing.acts import items as acts
from gongkai.web.publishing.models.items import Item, Relation
from gongkai.web.publishing.queries import items as queries
from gongkai.web.publishing.queries import register
from gongkai.web.publishing.record import NotProvidedForError
from tests.web.publishing.conftest import FACTS, actor, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(draft):
    """A normative document that is published."""

    def made(number: int, **change) -> Item:
        own = {
            "kind": "normative_document",
            "title": f"第{number}号办法",
            "document_number": f"硚网格规〔2026〕{number}号",
            "details": {"in_force_from": "2026-11-01"},
        }
        return published(draft(**{**own, **change}))

    return made


def page(client, item) -> str:
    return client.get(queries.address(item)).content.decode()


def test_a_document_that_replaces_another_ends_it_from_its_own_first_day(document, body, client):
    old = document(1)
    new = document(2, relations={"replaces": [old.pk]})
    old.refresh_from_db()
    assert (old.validity, old.ended_on) == ("废止", date(2026, 11, 1))
    assert new.title in page(client, old)
    assert old.title in page(client, new)
    assert old in register.in_force_on(body, date(2026, 10, 31))
    assert old not in register.in_force_on(body, date(2026, 11, 1))
    assert register.counted(body, 2026)["proactive.normative_documents.repealed"] == (1, [old.pk])


def test_amending_leaves_the_other_in_force_and_both_pages_say_so(document, client):
    old = document(1)
    new = document(2, relations={"amends": [old.pk]})
    old.refresh_from_db()
    assert old.validity == "有效"
    assert "由下列文件修改" in page(client, old)
    assert old.title in page(client, new)


def test_the_document_of_another_body_is_named_but_not_ended(document):
    other = Item.objects.get(title="石洞街道小区微更新资金管理办法")
    document(1, relations={"repeals": [other.pk]})
    other.refresh_from_db()
    assert other.validity == "有效"


def test_what_is_being_corrected_is_not_ended_behind_its_writers_back(document, draft):
    old = document(1)
    acts.correct(actor("wangge.jingban"), item=old, reason="更正")
    with pytest.raises(NotProvidedForError, match="正在更正"):
        document(2, relations={"replaces": [old.pk]})


def test_a_correction_keeps_the_relations_of_the_version_that_stands(document):
    first, second = document(1), document(2)
    new = document(3, relations={"amends": [first.pk]})
    acts.correct(actor("wangge.jingban"), item=new, reason="写错了")
    base = queries.state_of(new).written
    facts = {**queries.state_of(new).facts, "relations": {"amends": [second.pk]}}
    acts.write(actor("wangge.jingban"), item=new, facts=facts, base=base)
    assert [each.to_id for each in Relation.objects.filter(item=new)] == [first.pk]
    published(new)
    assert [each.to_id for each in Relation.objects.filter(item=new)] == [second.pk]


def test_the_form_finds_documents_by_number_or_title_and_says_which_it_does_not_know(
    document, signed_in
):
    old = document(1)
    form = {
        **FACTS,
        "about": "",
        "kind": "normative_document",
        "title": "新办法",
        "document_number": "硚网格规〔2026〕9号",
        "own_in_force_from": "2026-12-01",
    }
    desk = signed_in("wangge.jingban")
    desk.post("/desk/items/new/wangge", {**form, "way_replaces": f"{old.document_number}；"})
    made = Item.objects.get(title="新办法")
    assert queries.state_of(made).facts["relations"] == {"replaces": [old.pk]}
    assert old.document_number in desk.get(f"/desk/items/{made.pk}/edit").content.decode()
    answer = desk.post("/desk/items/new/wangge", {**form, "way_repeals": "《没有的办法》"})
    assert "没有找到“没有的办法”" in answer.content.decode()


def test_a_withdrawn_neighbour_is_not_named(document, client):
    old = document(1)
    new = document(2, relations={"see": [old.pk]})
    acts.withdraw(actor("wangge.jingban"), item=old, reason="核实")
    assert old.title not in page(client, new)
