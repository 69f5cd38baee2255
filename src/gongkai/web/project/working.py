"""Does what is in the queue; takes up what a worker that was killed had begun.

A worker holds a lock on a file in the data folder while it lives, and goes by the name in it: the
name of a worker whose file nobody holds is that of a dead one.
"""

import fcntl
import os
import secrets
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from django.core.management import call_command
from django.db import connections

from gongkai.web.ui import clock, queue

LOOK = 0.5
"""Seconds between two looks at the process that this one belongs to."""
TEND = 60
"""Seconds between two looks at what has failed."""


def work(folder: Path, *, once: bool, belongs_to: int = 0) -> None:
    """Until interrupted, or until the process it belongs to has ended, or until all is done."""
    with place(folder) as (name, dead):
        for each in (name, *dead):
            queue.take_back(each)
        queue.try_again(clock.now())
        if not once:
            threading.Thread(target=_tend, args=[belongs_to], daemon=True).start()
        call_command(
            "db_worker",
            queue_name="*",
            batch=once,
            reload=False,
            startup_delay=False,
            worker_id=name,
        )


@contextmanager
def place(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """A name of one's own, held until the end, and the names of workers that live no more."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    free = [file for path in sorted(folder.iterdir()) if (file := _lock(path))]
    mine, *others = free or [_lock(folder / secrets.token_hex(8))]
    try:
        yield Path(mine.name).name, [Path(each.name).name for each in others]
    finally:
        for each in (mine, *others):
            each.close()


def _lock(path: Path) -> IO[bytes] | None:
    file = path.open("ab")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        return None
    return file


def _tend(belongs_to: int) -> None:
    """Beside the work: end with the process it belongs to, put back what has failed."""
    last = time.monotonic()
    while not belongs_to or os.getppid() == belongs_to:
        time.sleep(LOOK)
        if time.monotonic() - last > TEND:
            last = time.monotonic()
            try:
                queue.try_again(clock.now())
            finally:
                connections.close_all()
    os.kill(os.getpid(), signal.SIGTERM)
