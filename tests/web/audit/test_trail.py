"""The trail: what was done can be added to, never changed unseen."""

import pytest
from django.db import DatabaseError, connection, transaction

from gongkai.web.audit.actor import system
from gongkai.web.audit.acts import record
from gongkai.web.audit.chain import Break, Link, breaks, digest
from gongkai.web.audit.models import Chain, Entry
from gongkai.web.audit.queries import broken


def write(count: int, chain: str = "test") -> None:
    for n in range(count):
        record(system(), "test.act", subject=f"test:{n}", title=f"第 {n} 件", chain=chain)


@pytest.mark.django_db
def test_entries_of_a_chain_are_numbered_without_gap_and_lead_to_its_head():
    write(3)
    chain = Chain.objects.get(name="test")
    assert list(chain.entries.order_by("number").values_list("number", flat=True)) == [1, 2, 3]
    assert chain.head == chain.entries.get(number=3).hash
    assert list(broken()) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement", ["UPDATE audit_entry SET title='x'", "DELETE FROM audit_entry"]
)
def test_the_database_refuses_to_change_or_delete_an_entry(statement):
    write(1)
    with (
        pytest.raises(DatabaseError, match="never"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert list(broken()) == []


@pytest.mark.django_db
def test_facts_of_any_kind_verify_after_reading_them_back():
    facts = {"日期": Entry._meta, "数": [1, 2.50, None], "a": {"z": 1, "b": "𬉼"}}
    record(system(), "test.act", subject="test:1", title="含各种值", chain="test", facts=facts)
    assert list(broken()) == []


def chained(count: int, method: str = "sha256") -> list[tuple[Link, str]]:
    made: list[tuple[Link, str]] = []
    for number in range(1, count + 1):
        before = made[-1][1] if made else ""
        link = Link(
            chain="c", number=number, at="2026-01-01T00:00:00.000000+00:00", actor_id="1",
            actor_name="许亦舟", address="", request="", action="a", subject="s",
            title=f"第 {number} 件", facts={}, before=before,
        )  # fmt: skip
        made.append((link, digest(link, method)))
    return made


def found_in(links: list[tuple[Link, str]], length: int, head: str) -> list[Break]:
    return list(breaks(links, "c", length, head))


@pytest.mark.parametrize("method", ["sha256", "sm3"])
def test_a_whole_chain_has_no_break(method):
    links = chained(4, method)
    assert found_in(links, 4, links[-1][1]) == []


def test_a_changed_entry_is_found_at_its_number():
    links = chained(4)
    changed = Link(**{**vars(links[1][0]), "title": "改过的标题"})
    assert {
        b.number for b in found_in([links[0], (changed, links[1][1]), *links[2:]], 4, links[3][1])
    } == {2}


def test_a_changed_entry_with_a_new_hash_is_found_at_the_next():
    links = chained(4)
    changed = Link(**{**vars(links[1][0]), "title": "改过的标题"})
    forged = [links[0], (changed, digest(changed, "sha256")), *links[2:]]
    assert {b.number for b in found_in(forged, 4, links[3][1])} == {3}


def test_a_removed_entry_is_found():
    links = chained(4)
    assert 2 in {b.number for b in found_in([links[0], *links[2:]], 4, links[3][1])}


def test_an_inserted_entry_is_found():
    links = chained(4)
    extra = Link(**{**vars(links[1][0]), "title": "插入的"})
    assert found_in([*links[:2], (extra, digest(extra, "sha256")), *links[2:]], 4, links[3][1])


def test_a_removed_end_is_found_against_the_head():
    links = chained(4)
    assert [b.number for b in found_in(links[:3], 4, links[3][1])] == [4]
