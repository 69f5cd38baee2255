"""Writers of one process on SQLite: real connections to a file, in threads."""

import sqlite3
import threading
from pathlib import Path

import pytest
from django.db.utils import ConnectionHandler, OperationalError


@pytest.fixture(autouse=True)
def _allowed(django_db_blocker):
    with django_db_blocker.unblock():
        yield


def connections(path: Path) -> ConnectionHandler:
    """Of each thread its own; SQLite itself does not wait at all for a lock that is taken."""
    options = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 5,
        "init_command": "PRAGMA busy_timeout=0",
    }
    database = {"ENGINE": "gongkai.web.ui.sqlite", "NAME": str(path), "OPTIONS": options}
    return ConnectionHandler({"default": database})


def begin(connection) -> None:
    connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)


def end(connection) -> None:
    connection.commit()
    connection.set_autocommit(True)


def test_a_writer_waits_in_line_where_sqlite_would_refuse_it(tmp_path: Path):
    mine, wrote = connections(tmp_path / "one.sqlite3"), []

    def write() -> None:
        other = mine["default"]
        begin(other)
        wrote.append("second")
        end(other)
        other.close()

    begin(mine["default"])
    second = threading.Thread(target=write)
    second.start()
    second.join(timeout=0.2)
    wrote.append("first")
    end(mine["default"])
    second.join(timeout=5)
    assert wrote == ["first", "second"]


@pytest.mark.parametrize("leave", ["rollback", "close"])
def test_the_turn_is_passed_on_however_a_transaction_ends(tmp_path: Path, leave: str):
    mine = connections(tmp_path / "one.sqlite3")["default"]
    begin(mine)
    getattr(mine, leave)()
    other = connections(tmp_path / "one.sqlite3")["default"]
    begin(other)
    end(other)


def test_a_lock_held_by_another_process_is_told_and_the_turn_not_kept(tmp_path: Path):
    stranger = sqlite3.connect(tmp_path / "one.sqlite3", isolation_level=None)
    mine = connections(tmp_path / "one.sqlite3")["default"]
    stranger.execute("BEGIN IMMEDIATE")
    with pytest.raises(OperationalError, match="locked"):
        begin(mine)
    stranger.execute("COMMIT")
    begin(mine)
    end(mine)
