"""Keeps the background worker alive beside the server: `python -m` this module.

A process of its own, because the server forks, and what forks must have no threads. It ends with
the server, also when that is killed.
"""

import logging
import os
import signal
import subprocess
import sys
import threading

from django.db import DatabaseError

from gongkai.web.project.timed import Rounds

LINE = (sys.executable, "-m", "gongkai.web.project.commands.worker", "--belongs-to")
LOOK = 0.5
"""Seconds between two looks at worker and server."""
log = logging.getLogger("gongkai.keeper")
ending = threading.Event()


def keep(server: int) -> None:
    """Run the worker, again when it dies, and what is timed, while the server lives."""
    worker, rounds = start(), Rounds()
    try:
        while os.getppid() == server and not ending.wait(LOOK):
            try:
                rounds.look()
            except DatabaseError:  # it may come back; the worker must be kept meanwhile
                log.exception("timed tasks")
            if worker.poll() is not None:
                worker = start()
    finally:
        worker.terminate()
        worker.wait()


def start() -> subprocess.Popen[bytes]:
    return subprocess.Popen([*LINE, str(os.getpid())])


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: ending.set())
    keep(int(sys.argv[1]))
