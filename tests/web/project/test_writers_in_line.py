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


def connections(path: Path, timeout: float = 5) -> ConnectionHandler:
    """Of each thread its own; that many seconds they wait for a lock that is taken."""
    options = {"transaction_mode": "IMMEDIATE", "timeout": timeout}
    database = {"ENGINE": "gongkai.web.ui.sqlite", "NAME": str(path), "OPTIONS": options}
    return ConnectionHandler({"default": database})


def begin(connection) -> None:
    connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)


def end(connection) -> None:
    connection.commit()
    connection.set_autocommit(True)


def test_a_writer_waits_in_line_and_does_not_ask_sqlite_meanwhile(tmp_path: Path):
    mine, done = connections(tmp_path / "one.sqlite3"), []

    def asking(execute, sql, params, many, context):
        done.append(sql)
        return execute(sql, params, many, context)

    def write() -> None:
        other = mine["default"]
        with other.execute_wrapper(asking):
            begin(other)
        end(other)
        other.close()

    begin(mine["default"])
    second = threading.Thread(target=write)
    second.start()
    second.join(timeout=0.2)
    done.append("the first ends")
    end(mine["default"])
    second.join(timeout=5)
    assert done == ["the first ends", "BEGIN IMMEDIATE"]


@pytest.mark.parametrize("leave", ["rollback", "close"])
def test_the_turn_is_passed_on_however_a_transaction_ends(tmp_path: Path, leave: str):
    mine = connections(tmp_path / "one.sqlite3")["default"]
    begin(mine)
    getattr(mine, leave)()
    other = connections(tmp_path / "one.sqlite3")["default"]
    begin(other)
    end(other)


def test_a_lock_held_by_another_process_is_waited_for(tmp_path: Path):
    mine = connections(tmp_path / "one.sqlite3")["default"]
    with sqlite3.connect(tmp_path / "one.sqlite3", check_same_thread=False) as stranger:
        stranger.execute("BEGIN IMMEDIATE")
        threading.Timer(0.1, stranger.commit).start()
        begin(mine)
        end(mine)


def test_a_lock_held_too_long_is_told_and_the_turn_not_kept(tmp_path: Path):
    stranger = sqlite3.connect(tmp_path / "one.sqlite3", isolation_level=None)
    mine = connections(tmp_path / "one.sqlite3", timeout=0.1)["default"]
    stranger.execute("BEGIN IMMEDIATE")
    with pytest.raises(OperationalError, match="locked"):
        begin(mine)
    stranger.execute("COMMIT")
    begin(mine)
    end(mine)
