"""The copies beside the records follow from the entries, whatever happened."""

from datetime import date

import pytest
from click.testing import CliRunner
from django.db import transaction
from hypothesis import HealthCheck, given, settings

from gongkai.law.calendar.workdays import default_calendar
from gongkai.law.request.counted import counted
from gongkai.law.request.record import stage_after
from gongkai.web.project.commands.rebuild import command
from gongkai.web.requests import queries
from gongkai.web.requests.acts.enter import enter
from gongkai.web.requests.acts.rebuild import differing, recompute
from gongkai.web.requests.acts.register import Application, register
from gongkai.web.requests.models.case import Applicant, Delivery, Request
from tests.law.request.slow import slow_due
from tests.law.request.test_random_records import records
from tests.web.requests.conftest import BY, PERSON

pytestmark = pytest.mark.django_db


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records())
def test_what_the_database_keeps_is_what_the_law_says_of_any_record(body, record):
    application = Application(Applicant.BUSINESS, "采购合同", Delivery.POST, PERSON)
    with transaction.atomic():
        request = register(BY, body, application, record[0].details).request
        for entry in record[1:]:
            enter(BY, request, entry)
        request.refresh_from_db()
        count = counted(record)
        assert queries.record_of(request) == record
        assert request.stage == stage_after(record).name
        assert request.due == slow_due(record, default_calendar().is_working_day)
        assert request.counted == (count is not None)
        assert request.row == ((count.row or "") if count else "")
        assert list(differing(Request.objects.filter(pk=request.pk))) == []
        transaction.set_rollback(True)


def test_the_check_finds_a_copy_that_differs_and_the_rebuild_puts_it_right(apply):
    request = apply().request
    assert CliRunner().invoke(command, ["--check"]).exit_code == 0
    Request.objects.filter(pk=request.pk).update(stage="ANSWERED", row="granted")
    found = CliRunner().invoke(command, ["--check"])
    assert found.exit_code == 1
    assert f"{request.number}：stage、row 与登记的经过不一致" in found.output
    assert "改正 1 件" in CliRunner().invoke(command).output
    assert CliRunner().invoke(command, ["--check"]).exit_code == 0


def test_a_last_day_that_moves_with_the_calendar_is_told_on_the_case(apply, signed_in):
    request = apply().request
    Request.objects.filter(pk=request.pk).update(due=date(2026, 2, 27), due_provisional=True)
    assert recompute(BY) == 1
    request.refresh_from_db()
    assert (request.due, request.due_provisional) == (date(2026, 2, 28), False)
    moved = request.moved.get()
    assert (moved.before, moved.after) == (date(2026, 2, 27), date(2026, 2, 28))
    assert recompute(BY) == 0
    page = signed_in("wuchang.jingban").get(f"/desk/requests/{request.pk}/").content.decode()
    assert "放假安排公布后，答复期限由2026年2月27日改为2026年2月28日" in page
