"""Many files over several processes: in order, each within its time, none harming another.

A worker that hangs or dies costs the file it was reading, nothing else. What waits to be handed
out or handed on is bounded, so memory does not grow with the number of files. Closing the
generator, or an interrupt, stops the workers.
"""

import contextlib
import multiprocessing
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from gongkai.reports.read.given import Given
from gongkai.reports.read.limits import DEFAULT, Limits
from gongkai.reports.read.unreadable import UnreadableError

if sys.platform != "win32":
    import resource

Value = TypeVar("Value")

Work = Callable[[str, bytes, Limits], Value]
"""What is done with a file (name, data, limits); a function that can be pickled."""

SLOW = "读取超过 {seconds:g} 秒，已停止：文件可能已损坏或过于复杂，请重新导出，或放宽时间上限"
DIED = "读取时程序意外中止：文件可能已损坏或内容过大，请重新导出后再交"
FAULT = "读取时出错（{kind}）：请把这个文件发给维护人员查看"
MEMORY = "读取时占用的内存超过上限，已停止：请只交报告本身"


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Value]):
    """A file's name, and what came of it, or why nothing did."""

    name: str
    value: Value | None = None
    refused: str | None = None


def work_through(
    work: Work[Value], files: Iterable[Given], limits: Limits = DEFAULT, processes: int = 1
) -> Generator[Outcome[Value], None, None]:
    """The outcomes of all files in their order."""
    crew = _Crew(work, limits, processes)
    try:
        yield from crew.outcomes(files)
    finally:
        crew.stop()


class _Worker(Generic[Value]):
    """A process, the line to it, and the file it has in hand."""

    def __init__(self, work: Work[Value], limits: Limits) -> None:
        kinds = multiprocessing.get_all_start_methods()
        context: Any = multiprocessing.get_context("fork" if "fork" in kinds else "spawn")
        self.line: Connection
        self.line, other = context.Pipe()
        process = context.Process(
            target=_serve, args=(other, work, limits, os.getpid()), daemon=True
        )
        process.start()
        other.close()
        self.process: BaseProcess = process
        self.slot: _Slot[Value] | None = None
        self.until = 0.0

    def hand(self, slot: "_Slot[Value]", seconds: float) -> None:
        self.slot, self.until = slot, time.monotonic() + seconds
        with contextlib.suppress(OSError):  # dead already: its line will say so
            self.line.send(slot.file)

    def stop(self) -> None:
        self.process.terminate()
        self.process.join(0.5)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        self.line.close()


@dataclass(slots=True)
class _Slot(Generic[Value]):
    """A file's place in the order, until its outcome is there."""

    file: Given
    outcome: Outcome[Value] | None = None


class _Crew(Generic[Value]):
    def __init__(self, work: Work[Value], limits: Limits, processes: int) -> None:
        self.work, self.limits, self.processes = work, limits, max(processes, 1)
        self.workers: list[_Worker[Value]] = []

    def outcomes(self, files: Iterable[Given]) -> Generator[Outcome[Value], None, None]:
        source = iter(files)
        row: deque[_Slot[Value]] = deque()
        more = True
        while more or row:
            while more and len(row) < 4 * self.processes and (worker := self.idle()):
                file = next(source, None)
                more = file is not None
                if file is not None:
                    row.append(_Slot(file))
                    self.take(row[-1], worker)
            while row and row[0].outcome is not None:
                yield row.popleft().outcome or Outcome("")
            if row and not (more and len(row) < 4 * self.processes and self.idle()):
                self.listen()

    def take(self, slot: _Slot[Value], worker: _Worker[Value]) -> None:
        if slot.file.refused is not None:
            slot.outcome = Outcome(slot.file.name, refused=slot.file.refused)
        else:
            worker.hand(slot, self.limits.seconds)

    def idle(self) -> _Worker[Value] | None:
        """A worker without a file; a new one while there may be more."""
        for worker in self.workers:
            if worker.slot is None:
                return worker
        if len(self.workers) < self.processes:
            self.workers.append(_Worker(self.work, self.limits))
            return self.workers[-1]
        return None

    def listen(self) -> None:
        """Wait until a worker answers, dies or has used up its time."""
        busy = {worker.line: worker for worker in self.workers if worker.slot is not None}
        left = min((worker.until for worker in busy.values()), default=0) - time.monotonic()
        for line in wait(list(busy), max(left, 0)):
            worker = busy.pop(line)  # type: ignore[call-overload]
            try:
                self.settle(worker, *worker.line.recv())
            except (EOFError, OSError):
                self.replace(worker, DIED)
        now = time.monotonic()
        for worker in busy.values():
            if worker.until <= now:
                self.replace(worker, SLOW.format(seconds=self.limits.seconds))

    def settle(self, worker: _Worker[Value], value: Value | None, refused: str | None) -> None:
        if worker.slot is not None:
            worker.slot.outcome = Outcome(worker.slot.file.name, value, refused)
            worker.slot = None

    def replace(self, worker: _Worker[Value], refused: str) -> None:
        """Give up a worker and its file; the next file gets a new one."""
        self.settle(worker, None, refused)
        self.workers.remove(worker)
        worker.stop()

    def stop(self) -> None:
        for worker in self.workers:
            worker.stop()


def _serve(line: Connection, work: Work[Value], limits: Limits, parent: int) -> None:
    """The life of a worker: files in, outcomes out, until the line or the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    with contextlib.suppress(EOFError, OSError):
        while True:
            while not line.poll(5):
                if os.getppid() != parent:
                    return
            line.send(done(work, line.recv(), limits))


def done(work: Work[Value], file: Given, limits: Limits) -> tuple[Value | None, str | None]:
    """What came of a file, or why nothing did; whatever happens to it stays with it."""
    try:
        return work(file.name, file.bytes(limits), limits), None
    except UnreadableError as error:
        return None, str(error)
    except MemoryError:
        return None, MEMORY
    except Exception as error:
        return None, FAULT.format(kind=type(error).__name__)
