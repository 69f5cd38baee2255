"""What is done by the clock."""

from datetime import timedelta

import pytest
from click.testing import CliRunner
from django.utils.module_loading import import_string
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult

from gongkai.web.project import timed
from gongkai.web.project.commands.worker import command
from gongkai.web.project.timed import DAILY, MINUTELY, enqueue_due
from gongkai.web.ui import clock
from gongkai.web.vault.acts import keep


def test_every_timed_task_is_a_task():
    assert all(isinstance(import_string(path), Task) for path in (*DAILY, *MINUTELY))


@pytest.mark.django_db
def test_a_task_of_the_minute_is_enqueued_only_when_there_is_something_to_do(monkeypatch):
    monkeypatch.setattr("django.db.connections.close_all", lambda: None)
    purge = "gongkai.web.vault.tasks.purge"
    for due, enqueued in ((False, 0), (True, 1)):
        monkeypatch.setattr(timed, "MINUTELY", {purge: lambda due=due: due})
        enqueue_due()
        assert DBTaskResult.objects.filter(task_path=purge).count() == enqueued


@pytest.mark.django_db
def test_the_daily_run_purges_what_is_due(monkeypatch):
    monkeypatch.setattr("django.db.connections.close_all", lambda: None)
    monkeypatch.setattr("django_tasks_db.management.commands.db_worker.close_old_connections", int)
    holder = keep({"name": "程远山"}, purge_on=clock.today() - timedelta(days=1))
    assert CliRunner().invoke(command, ["--daily", "--once"]).exit_code == 0
    holder.refresh_from_db()
    assert holder.destroyed is not None
    assert not DBTaskResult.objects.failed().exists()
