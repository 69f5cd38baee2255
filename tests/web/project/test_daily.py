"""What is done once a day."""

from datetime import timedelta

import pytest
from click.testing import CliRunner
from django.utils.module_loading import import_string
from django_tasks.base import Task

from gongkai.web.project.commands.worker import command
from gongkai.web.project.daily import TASKS
from gongkai.web.ui import clock
from gongkai.web.vault.acts import keep


def test_every_daily_task_is_a_task():
    assert all(isinstance(import_string(path), Task) for path in TASKS)


@pytest.mark.django_db
def test_the_daily_run_purges_what_is_due(monkeypatch):
    monkeypatch.setattr("django.db.connections.close_all", lambda: None)
    monkeypatch.setattr("django_tasks_db.management.commands.db_worker.close_old_connections", int)
    holder = keep({"name": "程远山"}, purge_on=clock.today() - timedelta(days=1))
    assert CliRunner().invoke(command, ["--daily", "--once"]).exit_code == 0
    holder.refresh_from_db()
    assert holder.destroyed is not None
