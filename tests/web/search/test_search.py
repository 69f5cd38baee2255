"""One index over what a reader may see, with the same hits on both databases."""

import sys
import unicodedata
from datetime import date

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongkai.web.search.acts import put, put_new, rebuild, remove
from gongkai.web.search.bigrams import STRETCH, clean, pairs, terms, triples
from gongkai.web.search.entry import Entry, Reader
from gongkai.web.search.models import Page
from gongkai.web.search.queries import COUNTED, SIZE, Asked, find

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_else_is_indexed(db):
    rebuild([])


def entry(number, title="关于公开的通知", text="", day=date(2026, 3, 2), **more):
    return Entry(f"test.item:{number}", "notice", title, text, f"/items/{number}", day, **more)


def found(words, **more):
    return [hit.page.subject.partition(":")[2] for hit in find(Asked(words, **more)).hits]


def test_a_stretch_is_what_unicode_counts_as_letters_and_numbers():
    for character in map(chr, range(sys.maxunicode + 1)):
        counted = unicodedata.category(character)[0] in "LN"
        assert bool(STRETCH.fullmatch(character)) == counted


def test_two_characters_are_enough():
    put_new([entry(1, "硚口区部门预算"), entry(2, "武昌区部门决算")])
    assert found("硚口") == ["1"]
    assert found("预算") == ["1"]
    assert found("部门") == ["2", "1"]


def test_one_character_finds_too_wherever_it_stands():
    put_new([entry(1, "公开指南"), entry(2, "机构职能", "第3条")])
    assert found("南") == found("开") == ["1"]
    assert found("机") == found("3") == ["2"]
    assert found("机 指") == []
    remove("test.item:1")
    assert found("南") == []


def test_a_word_is_not_found_where_its_pairs_stand_apart():
    put_new([entry(1, "信息公开指南"), entry(2, "信息。息公。公开")])
    assert found("信息公开") == ["1"]


def test_every_word_must_stand_there():
    put_new([entry(1, "预算公开", "财政局"), entry(2, "预算公开", "水务局")])
    assert found("预算 水务") == ["2"]


def test_letters_are_even_in_width_and_size():
    put(entry(1, "ＡＢＣ监测站１２号"))
    assert found("abc") == found("12号") == found("ＡｂＣ监测") == ["1"]


def test_the_newest_come_first_by_their_day_not_by_when_they_were_put():
    put_new([entry(1, day=date(2026, 1, 5)), entry(2, day=date(2026, 5, 1))])
    put(entry(3, day=date(2026, 3, 1)))
    assert found("通知") == ["2", "3", "1"]


def test_what_was_taken_out_is_gone_at_once():
    put_new([entry(1), entry(2)])
    remove("test.item:1")
    remove("test.item:99")
    assert found("通知") == ["2"]


def test_a_changed_thing_is_found_by_its_new_words_only():
    put(entry(1, "旧的名称"))
    put(entry(1, "新的名称"))
    assert found("旧的") == []
    assert found("新的") == ["1"]


def test_a_body_s_own_things_are_found_by_its_people_only():
    put_new([entry(1), entry(2, readers=(7,)), entry(3, readers=(8, 9))])
    assert found("通知") == ["1"]
    assert found("通知", reader=Reader((7,))) == ["2", "1"]
    assert found("通知", reader=Reader((9,))) == ["3", "1"]


def test_marks_cannot_be_typed():
    put_new([entry(1, readers=(7,))])
    for typed in ("spublic", "s7", "marks : s7", '" OR marks : s7', "knotice", "@s7", "'s7'"):
        assert found(typed) == []


def test_a_search_can_be_narrowed():
    put_new(
        [
            entry(1, body=1, body_name="水务局", day=date(2025, 1, 1)),
            entry(2, body=2, body_name="财政局"),
        ]
    )
    assert found("通知", body=1) == ["1"]
    assert found("通知", year=2026) == ["2"]
    assert found("通知", kind="other") == []
    result = find(Asked("通知"))
    assert list(result.kinds) == [("notice", 2)]
    assert list(result.years) == [(2026, 1), (2025, 1)]
    assert set(result.bodies) == {(1, "水务局", 1), (2, "财政局", 1)}


def test_relevance_puts_the_title_first():
    put_new([entry(1, "关于水质的公告"), entry(2, "通知", "附：水质")])
    assert found("水质") == ["2", "1"]
    assert found("水质", by_relevance=True) == ["1", "2"]


def test_the_words_asked_for_are_marked():
    put(entry(1, "部门预算", "甲" * 300 + "二〇二六年部门预算表" + "乙" * 300))
    hit = find(Asked("预算")).hits[0]
    assert [(piece.text, piece.marked) for piece in hit.title] == [("部门", False), ("预算", True)]
    assert [piece.text for piece in hit.text if piece.marked] == ["预算"]
    assert hit.text[0].text == hit.text[-1].text == "…"


def test_pages_hold_twenty_and_the_count_is_exact():
    put_new([entry(number) for number in range(SIZE + 3)])
    result = find(Asked("通知", page=2))
    assert (result.count, result.more, result.pages, len(result.hits)) == (SIZE + 3, False, 2, 3)


def test_many_hits_are_told_as_more_than(monkeypatch):
    monkeypatch.setattr("gongkai.web.search.queries.COUNTED", 5)
    put_new([entry(number) for number in range(8)])
    result = find(Asked("通知"))
    assert (result.count, result.more) == (5, True)
    assert COUNTED == 10_000


def test_the_index_can_be_built_anew():
    put(entry(1, "旧的"))
    assert rebuild(entry(number) for number in range(1500)) == 1500
    assert found("旧的") == []
    assert find(Asked("通知")).count == 1500


@pytest.mark.parametrize("typed", ["", "  ", "。，", "*", '"', "()", "::", "'"])
def test_what_cannot_be_searched_finds_nothing_and_breaks_nothing(typed):
    put(entry(1))
    assert found(typed) == []


def test_a_search_costs_few_queries_whatever_it_finds(django_assert_num_queries):
    put_new([entry(number) for number in range(60)])
    around = 0 if connection.vendor == "sqlite" else 3  # PostgreSQL is told to use the index
    with django_assert_num_queries(3 + around):
        find(Asked("通知"))
    with django_assert_num_queries(4 + around):
        find(Asked("通知", by_relevance=True))


LETTERS = st.text("公开信息政府预算a1 。２Ａ", min_size=1, max_size=30)


@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(st.lists(LETTERS, min_size=1, max_size=6), LETTERS)
def test_the_index_finds_what_a_plain_scan_finds(db, texts, asked):
    Page.objects.all()
    for page in Page.objects.values_list("subject", flat=True):
        remove(page)
    put_new([entry(number, "题", text) for number, text in enumerate(texts)])
    words = terms(asked)
    wanted = {
        str(number)
        for number, text in enumerate(texts)
        if words and all(word in clean(text).lower() for word in words)
    }
    assert set(found(asked)) == wanted


@given(LETTERS, st.integers(0, 30), st.integers(0, 30))
def test_a_text_has_the_triples_of_every_word_that_stands_in_it(text, first, length):
    for word in terms(clean(text)[first : first + length]):
        assert triples(word) <= triples(clean(text))


def test_the_pairs_of_a_text():
    assert list(pairs("政府 信息")) == ["政府", "府", "信息", "息"]
    assert terms("信息公开，指南 信息公开") == ["信息公开", "指南"]
