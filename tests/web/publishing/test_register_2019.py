"""What the form of 2019 asks beside that of 2021, from published items."""

from datetime import date

import pytest

from gongkai.statute.forms import form
from gongkai.web.publishing.queries import register_2019 as queries
from gongkai.web.reporting.queries import counting
from tests.web.publishing.conftest import published

pytestmark = pytest.mark.django_db
FORM = form("2019")
ROW = "proactive_2019"


@pytest.fixture
def year_2020(draft):
    """Two lists of permits, one of them of the year before; a contract awarded, one announced."""

    def made(on: str, **facts):
        return published(draft(made_on=on, **facts), date.fromisoformat(on))

    power = {"power_kind": "行政许可", "edition": "第一版"}
    made("2019-05-20", kind="powers_list", details=power | {"powers": 30})
    made("2020-06-01", kind="powers_list", details=power | {"powers": 27})
    made("2020-03-02", kind="procurement", details={"matter": "招标公告", "amount": 50})
    made("2020-04-02", kind="procurement", details={"matter": "中标结果", "amount": 48.5})
    rules = draft(
        made_on="2019-12-30", kind="normative_document", document_number="硚网格规〔2019〕1号"
    )
    published(rules, date(2020, 1, 6))


@pytest.mark.usefixtures("year_2020")
def test_lists_of_powers_and_procurement_fill_the_form_of_2019(body):
    counted = counting.counted(body, 2020, FORM)
    told = {cell: counted[cell] for cell in queries.cells() if counted[cell]}
    assert told == {
        f"{ROW}.permits.previous_items": 30,
        f"{ROW}.permits.change": -3,
        f"{ROW}.procurement.projects": 1,
        f"{ROW}.procurement.amount": 48.5,
        f"{ROW}.normative_documents.newly_published": 1,
    }


@pytest.mark.usefixtures("year_2020")
def test_behind_each_of_these_figures_stand_the_items_it_was_read_from(body):
    behind = {
        cell: [each.on.isoformat() for each in counting.records(body, 2020, FORM, cell)]
        for cell in queries.cells()
    }
    assert behind[f"{ROW}.permits.previous_items"] == ["2019-05-20"]
    assert behind[f"{ROW}.permits.change"] == ["2020-06-01", "2019-05-20"]
    assert behind[f"{ROW}.procurement.amount"] == ["2020-04-02"]
    assert behind[f"{ROW}.penalties.change"] == []


@pytest.mark.usefixtures("year_2020")
def test_without_last_years_list_nothing_is_said_of_its_powers(body):
    assert not counting.counted(body, 2019, FORM)[f"{ROW}.permits.previous_items"]


def test_what_no_item_tells_is_left_to_be_added_by_hand():
    by_hand = set(FORM.cells) - counting.counted_here(FORM)
    rows = {cell.split(".")[1] for cell in by_hand if cell.startswith(ROW)}
    assert rows == {"regulations", "other_services", "fees"}
