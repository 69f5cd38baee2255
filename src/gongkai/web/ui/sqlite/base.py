"""Django's SQLite, but writers of one process wait for each other in line.

SQLite lets a writer that finds the lock taken sleep longer and longer (1, 2, 5 … 100 ms) and try
again, so that of sixteen visitors some wait for many others who came later. Here a thread that
begins a transaction first takes the process's turn, and wakes the moment it is free. Between
processes SQLite's own lock stands as ever.
"""

import threading
from typing import Any

from django.db.backends.sqlite3 import base

TURNS: dict[str, threading.Lock] = {}
"""By database file: who may write now."""


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that holds the turn from the beginning of a transaction to its end."""

    def __init__(self, *given: Any, **named: Any):
        super().__init__(*given, **named)
        self._has_turn = False

    def _start_transaction_under_autocommit(self) -> None:
        # Past the time SQLite itself would wait, let it say what it says of a taken lock.
        self._has_turn = self._turn().acquire(timeout=self.settings_dict["OPTIONS"]["timeout"])
        try:
            super()._start_transaction_under_autocommit()
        except BaseException:
            self._pass_on()
            raise

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
