"""Keeps the background worker alive beside the server: `python -m` this module.

A process of its own, because the server forks, and what forks must have no threads. It ends with
the server, also when that is killed.
"""

import os
import signal
import subprocess
import sys
import threading
import time

from gongkai.web.project import daily

LINE = (sys.executable, "-m", "gongkai.web.project.commands.worker", "--belongs-to")
LOOK = 0.5
"""Seconds between two looks at worker and server."""
ending = threading.Event()


def keep(server: int) -> None:
    """Run the worker, again when it dies, and the daily tasks, while the server lives."""
    worker, next_day = start(), 0.0
    try:
        while os.getppid() == server and not ending.wait(LOOK):
            if time.monotonic() >= next_day:
                daily.enqueue()
                next_day = time.monotonic() + daily.DAY
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
