"""Kinds with their own fields, what a body counts them under, the figures of a year."""

from datetime import date

import pytest

from gongkai.statute.forms import form
from gongkai.web.agencies.models import Body
from gongkai.web.publishing.acts import items as acts
from gongkai.web.publishing.forms.own import TYPES
from gongkai.web.publishing.kinds import KINDS
from gongkai.web.publishing.models.items import Item
from gongkai.web.publishing.queries import counts, register
from gongkai.web.publishing.queries.items import address
from gongkai.web.reporting.queries.counting import counted
from tests.web.publishing.conftest import FACTS, actor, published

pytestmark = pytest.mark.django_db
FORM = {**FACTS, "about": "", "full_text": "on", "title": "某项决定"}
PENALTY = {
    "kind": "penalty",
    "own_party": "示例商店",
    "own_act": "占道经营",
    "own_basis": "条例第三条",
    "own_penalty": "罚款",
    "own_amount": "0.05",
}


def text(answer) -> str:
    return answer.content.decode()


def test_every_kind_cites_its_provision_and_uses_fields_the_form_knows():
    for kind in KINDS.values():
        assert kind.source.citation
        assert len({field.key for field in kind.fields}) == len(kind.fields)
        assert {field.type for field in kind.fields} <= {*TYPES, "choice"}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_opens_its_own_form(signed_in, kind):
    page = text(signed_in("wangge.jingban").get(f"/desk/items/new/wangge?kind={kind}"))
    assert f"起草{KINDS[kind].zh}" in page
    for field in KINDS[kind].fields:
        assert f'name="own_{field.key}"' in page


def test_without_a_kind_one_is_chosen_first(signed_in):
    page = text(signed_in("wangge.jingban").get("/desk/items/new/wangge"))
    assert all(f'href="?kind={kind}"' in page for kind in KINDS)


def test_what_a_kind_tells_of_itself_stands_on_its_page(signed_in, client):
    answer = signed_in("wangge.jingban").post("/desk/items/new/wangge", {**FORM, **PENALTY})
    item = Item.objects.get(title=FORM["title"])
    assert answer.status_code == 302
    assert item.details["amount"] == "0.05"
    published(item)
    page = text(client.get(address(item)))
    for words in ("示例商店", "违法行为", "占道经营"):
        assert words in page


def test_a_field_of_the_kind_that_is_missing_is_said(signed_in):
    answer = signed_in("wangge.jingban").post(
        "/desk/items/new/wangge", {**FORM, **PENALTY, "own_party": ""}
    )
    assert "请填写当事人。" in text(answer)


def test_a_kind_with_a_last_day_does_not_end_before_it_begins(signed_in):
    notice = {
        "kind": "objection_notice",
        "own_since": "2099-02-01",
        "own_until": "2099-01-01",
        "own_channel": "办公室",
        "own_ground": "规程",
    }
    answer = signed_in("wangge.jingban").post("/desk/items/new/wangge", {**FORM, **notice})
    assert "截止日期不能早于开始日期" in text(answer)


def test_a_draft_opens_again_with_what_its_kind_told(signed_in):
    officer = signed_in("wangge.jingban")
    officer.post("/desk/items/new/wangge", {**FORM, **PENALTY})
    item = Item.objects.get(title=FORM["title"])
    page = text(officer.get(f"/desk/items/{item.pk}/edit"))
    assert 'value="示例商店"' in page
    other = text(officer.get(f"/desk/items/{item.pk}/edit?kind=notice"))
    assert "修改通知公告" in other
    assert "own_party" not in other


def made(draft, kinds: dict[str, int], on: date) -> None:
    for kind, count in kinds.items():
        for number in range(count):
            item = draft(kind=kind, title=f"{kind} {number}", made_on=on.isoformat())
            published(item, on=on)


@pytest.mark.parametrize(
    ("kinds", "of_kind", "wanted"),
    [
        (
            {"organisation": 4, "powers_list": 1, "budget": 1, "final_accounts": 1, "notice": 2},
            {},
            {"概况": 5, "财政": 2, "通知": 2},
        ),
        (
            {"organisation": 3, "budget": 2, "notice": 3, "news": 1},
            {"notice": "其他", "news": "其他"},
            {"概况": 3, "财政": 2, "其他": 4},
        ),
    ],
)
def test_the_samples_figures_come_out_of_records(draft, body, kinds, of_kind, wanted):
    acts.set_categories(actor("wangge.jingban"), body=body, of_kind=of_kind)
    made(draft, kinds, date(2023, 5, 8))
    year = counts.of_year(body, 2023)
    assert {each.name: each.value for each in year.categories} == wanted
    assert len(year.ids) == 9
    assert str(year.full_text_rate.percent) == "100.00"
    assert sorted(pk for each in year.categories for pk in each.ids) == list(year.ids)


def test_what_is_not_on_line_in_full_lowers_the_rate_and_what_is_withdrawn_counts_no_more(
    draft, body
):
    on = date(2023, 5, 8)
    first, second, third = (published(draft(title=f"公开的第{n}件"), on=on) for n in range(3))
    published(draft(title="只有目录的一件", full_text=False), on=on)
    acts.withdraw(actor("wangge.jingban"), item=third, reason="核实")
    year = counts.of_year(body, 2023)
    assert (year.full_text.ids, str(year.full_text_rate.percent)) == (
        (first.pk, second.pk),
        "66.67",
    )


def test_the_year_of_a_body_is_a_page_with_lists_behind_its_figures(signed_in, draft):
    made(draft, {"organisation": 2, "notice": 1}, date(2023, 5, 8))
    officer = signed_in("wangge.jingban")
    page = text(officer.get("/desk/items/year/wangge/2023"))
    assert "主动公开政府信息 3 条" in page
    narrowed = text(officer.get("/desk/items/year/wangge/2023?category=概况"))
    assert ("organisation 0" in narrowed, "notice 0" in narrowed) == (True, False)


def test_decisions_and_fees_of_a_year_fill_their_cells_of_table_one(draft, body):
    on = date(2023, 6, 1)
    made(draft, {"permit": 3, "penalty": 2, "coercion": 1}, on)
    for amount in ("1.25", "0.75"):
        details = {"fiscal_year": 2023, "amount": amount}
        published(draft(kind="fee_list", details=details, made_on="2023-12-30"), on=on)
    figures = register.counted(body, 2023)
    assert {cell: value for cell, (value, _ids) in figures.items() if value} == {
        "proactive.permits": 3,
        "proactive.penalties": 2,
        "proactive.coercive_measures": 1,
        "proactive.fees": 2,
    }
    assert all(len(ids) in (value, 2) for value, ids in figures.values())
    assert counted(body, 2023, form("2021"))["proactive.permits"] == 3


def test_the_categories_page_keeps_what_was_set(signed_in):
    officer, body = signed_in("wangge.jingban"), Body.objects.get(code="wangge")
    form = {**counts.categories(body), "plan": "概况"}
    officer.post("/desk/items/categories/wangge", form)
    assert counts.categories(body)["plan"] == "概况"
    assert "请填写“规划、计划”" in text(
        officer.post("/desk/items/categories/wangge", {**form, "plan": ""})
    )
