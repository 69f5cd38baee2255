"""How often something may be done from one place: one count for all processes of this machine.

Kept in a small SQLite file of its own beside the database: a search must not wait for its lock,
and what is lost with the file is lost gladly. Keys are hashed: no address lies there in the clear.
"""

import secrets
import sqlite3
import threading
import time
from pathlib import Path

from django.utils.crypto import salted_hmac

from gongkai.web.ui.config import config

TABLE = """CREATE TABLE IF NOT EXISTS pace
    (key BLOB PRIMARY KEY, until REAL NOT NULL, count INTEGER NOT NULL) WITHOUT ROWID"""
COUNT = """INSERT INTO pace(key, until, count) VALUES (:key, :now + :seconds, 1)
    ON CONFLICT(key) DO UPDATE SET
        count = CASE WHEN until <= :now THEN 1 ELSE count + 1 END,
        until = CASE WHEN until <= :now THEN :now + :seconds ELSE until END
    RETURNING count"""
SWEPT = 1000
"""One count in so many also removes what has run out."""
own = threading.local()


def within(key: str, times: int, seconds: int) -> bool:
    """Count one more; whether that is still within so many times in so many seconds.

    When the counts cannot be had it is: nobody is turned away for a fault of ours.
    """
    told = {"key": _digest(key), "now": time.time(), "seconds": seconds}
    try:
        [(count,)] = _counts().execute(COUNT, told).fetchall()
        if secrets.randbelow(SWEPT) == 0:
            _counts().execute("DELETE FROM pace WHERE until <= :now", told)
    except sqlite3.Error:
        return True
    return int(count) <= times


def spent(key: str) -> int:
    """How often it was done in the time that runs; counts nothing."""
    told = {"key": _digest(key), "now": time.time()}
    query = "SELECT count FROM pace WHERE key = :key AND until > :now"
    try:
        found = _counts().execute(query, told).fetchone()
    except sqlite3.Error:
        return 0
    return int(found[0]) if found else 0


def forget() -> None:
    """Begin to count anew, as after an operator's word or before a test."""
    _counts().execute("DELETE FROM pace")


def _digest(key: str) -> bytes:
    return salted_hmac("ui.pace", key, algorithm="sha256").digest()


def _counts() -> sqlite3.Connection:
    """This thread's connection."""
    if getattr(own, "connection", None) is None:
        own.connection = _opened(config().data / "pace.sqlite3")
    connection: sqlite3.Connection = own.connection
    return connection


def _opened(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    made = sqlite3.connect(path, timeout=1, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=OFF"):
        made.execute(f"PRAGMA {pragma}")
    made.execute(TABLE)
    return made
