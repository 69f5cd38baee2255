"""Django's SQLite, but writers wait for each other in line and not in growing pauses.

SQLite lets a writer that finds the lock taken sleep longer and longer (1, 2, 5 … 100 ms) and try
again, so that of sixteen visitors some wait for many others who came later. Here a thread that
begins a transaction first takes the process's turn, and wakes the moment it is free. For the lock
of another process, as the worker, it asks every few milliseconds.
"""

import threading
import time
from typing import Any

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError

TURNS: dict[str, threading.Lock] = {}
"""By database file: who may write now."""
PAUSE = 0.002
"""Seconds between two looks at a lock that another process holds."""


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that holds the turn from the beginning of a transaction to its end."""

    def __init__(self, *given: Any, **named: Any):
        super().__init__(*given, **named)
        self._has_turn = False

    def _start_transaction_under_autocommit(self) -> None:
        # Past the time SQLite itself would wait, let it say what it says of a taken lock.
        patience = self.settings_dict["OPTIONS"]["timeout"]
        until = time.monotonic() + patience
        self._has_turn = self._turn().acquire(timeout=patience)
        try:
            self._be_patient(0)
            while not self._begun(until):
                time.sleep(PAUSE)
        except BaseException:
            self._pass_on()
            raise
        finally:
            self._be_patient(patience)

    def _begun(self, until: float) -> bool:
        """Whether the lock was free; OperationalError when the time is over."""
        try:
            super()._start_transaction_under_autocommit()
        except OperationalError as fault:
            if "locked" not in str(fault) or time.monotonic() > until:
                raise
            return False
        return True

    def _be_patient(self, seconds: float) -> None:
        """How long SQLite itself waits for a lock."""
        self.connection.execute(f"PRAGMA busy_timeout={int(seconds * 1000)}")

    def _commit(self) -> None:
        super()._commit()
        self._pass_on()

    def _rollback(self) -> None:
        try:
            super()._rollback()
        finally:
            self._pass_on()

    def _close(self) -> None:
        try:
            super()._close()
        finally:
            self._pass_on()

    def _turn(self) -> threading.Lock:
        return TURNS.setdefault(str(self.settings_dict["NAME"]), threading.Lock())

    def _pass_on(self) -> None:
        if self._has_turn:
            self._has_turn = False
            self._turn().release()
