"""Every figure has its records: counted, listed, frozen, compared with last year's report."""

import csv
import io
from datetime import date

import pytest

from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.request.details import Answered
from gongkai.law.request.lifecycle import Act as RequestAct
from gongkai.law.request.record import Entry as RequestEntry
from gongkai.statute.forms import form
from gongkai.web.publishing.models.items import Item, Numbering
from gongkai.web.reporting.acts import report as acts
from gongkai.web.reporting.acts import writing
from gongkai.web.reporting.figures import derived, figures
from gongkai.web.reporting.queries import counting, freezing
from gongkai.web.reporting.queries import report as queries
from gongkai.web.reporting.queries.carrying import carried
from gongkai.web.reporting.queries.checking import points, stops
from gongkai.web.reporting.record import NotProvidedForError
from gongkai.web.requests.acts.enter import enter
from gongkai.web.requests.models.case import Applicant
from gongkai.web.ui import clock
from tests.web.reporting.conftest import BY, sign_all

pytestmark = pytest.mark.django_db
FORM = form("2021")
SIGNED = date(2025, 1, 10)


@pytest.fixture
def two_years(asked):
    """2024: three in, two answered, one carried out. 2025: one more in."""
    asked(date(2024, 3, 4), date(2024, 3, 20))
    asked(date(2024, 5, 6), date(2024, 6, 3), AnswerKind.NOT_HELD, Applicant.BUSINESS)
    late = asked(date(2024, 12, 16))
    enter_answer(late, date(2025, 1, 6))
    return late, asked(date(2025, 7, 1), date(2025, 7, 15))


def enter_answer(request, on):
    said = Answered(kind=AnswerKind.GRANTED)
    enter(BY, request, RequestEntry(RequestAct.ANSWER, on, said))


def published(body, year, on):
    report = acts.open_year(BY, body=body, year=year)
    settle_all(report)
    acts.submit(BY, report=report)
    sign_all(report, on)
    acts.publish(BY, report=report, on=on)
    return report


def settle_all(report):
    for point in stops(points(report, queries.state_of(report), clock.today())):
        if point.finding.severity == "warning":
            writing.explain(
                BY,
                report=report,
                rule=point.finding.rule,
                place=point.finding.at,
                message=point.finding.message,
                reason="已经核实",
            )


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_behind_every_cell_stand_as_many_records_as_it_counts(two_years, body, edition):
    own = form(edition)
    for year in (2024, 2025):
        counted = figures(own, counting.counted(body, year, own), ())
        assert sum(counted.values()) > 0
        sums = derived(own)
        for cell, value in counted.items():
            if cell not in sums:
                assert len(counting.records(body, year, own, cell)) == value, cell


def test_what_is_frozen_of_a_cell_is_its_list_with_the_hash_of_each(two_years, body):
    for year in (2024, 2025):
        told = figures(FORM, counting.counted(body, year, FORM), ())
        frozen = counting.frozen(body, year, FORM, told)
        assert frozen.keys() == {cell for cell in told if told[cell]} - derived(FORM).keys()
        for cell, rows in frozen.items():
            listed = counting.records(body, year, FORM, cell)
            assert rows == sorted((each.source, each.pk, each.digest) for each in listed), cell


def test_a_lapse_stands_in_the_one_row_of_2019(asked, body):
    asked(date(2020, 3, 2), date(2020, 3, 20), AnswerKind.NOT_CORRECTED)
    counted = counting.counted(body, 2020, form("2019"))
    assert counted["requests.other_other.natural_person"] == 1


def test_the_list_behind_a_cell_opens_and_is_exported(two_years, body, signed_in):
    report = acts.open_year(BY, body=body, year=2024)
    officer = signed_in("wangge.jingban")
    here = f"/desk/reports/{report.pk}/cells/requests.received.total/"
    page = officer.get(here).content.decode()
    assert "平台记录 3 件" in page
    rows = list(csv.reader(io.StringIO(officer.get(here + "list.csv").content.decode("utf-8-sig"))))
    assert len(rows) == 4
    assert officer.get(here + "list.xlsx").content[:2] == b"PK"
    assert (
        officer.get(f"/desk/reports/{report.pk}/cells/requests.nothing.total/").status_code == 404
    )


def test_a_frozen_report_keeps_its_records_and_later_changes_show(two_years, body, asked):
    report = published(body, 2024, SIGNED)
    snapshot = freezing.newest(report)
    assert freezing.intact(snapshot)
    assert freezing.changes(report, snapshot) == []
    assert len(freezing.frozen_ids(snapshot, FORM, "requests.received.total")) == 3
    asked(date(2024, 9, 2), date(2024, 9, 20))
    state = queries.state_of(report)
    figures_now = queries.figures_of(report, state, FORM)
    told = freezing.changed_figures(state, figures_now)
    changed = {cell: (then, now) for cell, then, now in told}
    assert changed["requests.received.total"] == (3, 4)
    told = {(each.cell, each.what) for each in freezing.changes(report, snapshot)}
    assert ("requests.received.natural_person", "签发后新增") in told
    assert queries.public_statement(report).figure("requests.received.total") == 3


def test_what_was_carried_out_is_carried_in(two_years, body):
    published(body, 2024, SIGNED)
    report = acts.open_year(BY, body=body, year=2025)
    statement = queries.statement_of(report, queries.state_of(report), None)
    assert statement.figure("requests.carried_in.natural_person") == 1
    assert carried(report, statement, queries.earlier_of(report)) == []


def test_a_difference_is_explained_by_the_records_that_make_it(two_years, body, asked):
    published(body, 2024, SIGNED)
    missed = asked(date(2024, 12, 20), date(2025, 1, 9))
    report = acts.open_year(BY, body=body, year=2025)
    settle_all(report)
    state = queries.state_of(report)
    (column,) = carried(
        report, queries.statement_of(report, state, None), queries.earlier_of(report)
    )
    assert (column.key, column.difference) == ("natural_person", 1)
    assert column.came == (missed.number,)
    rules = {each.finding.rule for each in stops(points(report, state, clock.today()))}
    assert "Y01" in rules
    with pytest.raises(NotProvidedForError, match="差额是 1 件"):
        writing.reconcile(BY, report=report, column="natural_person", names=[], reason="漏报")
    writing.reconcile(
        BY, report=report, column="natural_person", names=[missed.number], reason="上年漏报一件"
    )
    found = stops(points(report, queries.state_of(report), clock.today()))
    assert "Y01" not in {each.finding.rule for each in found}


def test_the_word_on_a_difference_holds_for_that_difference_only(two_years, body, asked):
    published(body, 2024, SIGNED)
    missed = asked(date(2024, 12, 20), date(2025, 1, 9))
    report = acts.open_year(BY, body=body, year=2025)
    writing.reconcile(
        BY, report=report, column="natural_person", names=[missed.number], reason="上年漏报一件"
    )
    asked(date(2024, 12, 23), date(2025, 1, 9))
    found = stops(points(report, queries.state_of(report), clock.today()))
    assert "Y01" in {each.finding.rule for each in found}


def test_a_published_report_stands_in_the_catalogue_and_a_correction_takes_its_place(
    body, client, two_years
):
    report = published(body, 2024, SIGNED)
    item = Item.objects.get(pk=queries.state_of(report).item)
    assert (item.kind, item.public, item.published_on) == ("annual_report", True, SIGNED)
    assert item.title in client.get("/bodies/wangge/catalogue/").content.decode()
    acts.correct(BY, report=report, reason="漏报一件")
    acts.submit(BY, report=report)
    sign_all(report, date(2025, 2, 10))
    acts.publish(BY, report=report, on=date(2025, 2, 10))
    item.refresh_from_db()
    assert (item.version, queries.state_of(report).item) == (2, item.pk)
    assert "漏报一件" in client.get(f"/bodies/wangge/reports/{report.year}/").content.decode()


def test_a_report_whose_item_cannot_be_numbered_is_published_all_the_same(body, client, two_years):
    Numbering.objects.filter(body=body).delete()
    report = published(body, 2024, SIGNED)
    assert "索引号" in queries.state_of(report).not_listed
    assert client.get(f"/bodies/wangge/reports/{report.year}/").status_code == 200
