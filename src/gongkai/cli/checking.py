"""Many files read and checked on all cores, each result kept on disk until it is printed.

Results come in the order of the files; memory does not grow with their number. A report whose
body has one for the year before among the files is judged a second time, with that at hand.
"""

import pickle
import tempfile
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import IO

from gongkai.checks.finding import Language
from gongkai.checks.judged import Judged
from gongkai.checks.run import check
from gongkai.checks.verdicts import BadVerdictsError, Verdict, settled, verdicts_beside
from gongkai.reports.model.report import Report
from gongkai.reports.model.statement import Statement
from gongkai.reports.read import UnreadableError, read_bytes

WAITING = 4
"""Files handed out ahead of each worker."""

BodyYear = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Wish:
    """What the caller wants of every file."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    lang: Language = "zh"
    page: bool = False
    statements: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """A judged report; its statement only where the caller asked for statements."""

    judged: Judged
    key: BodyYear | None = None
    statement: Statement | None = None
    complaint: str | None = None


@dataclass(slots=True)
class Results:
    """Judged reports on disk, in order; `replace` puts a later judgement in the place of one."""

    file: IO[bytes] = field(default_factory=tempfile.TemporaryFile)
    offsets: list[int] = field(default_factory=list)

    def add(self, judged: Judged) -> int:
        self.offsets.append(self._write(judged))
        return len(self.offsets) - 1

    def replace(self, index: int, judged: Judged) -> None:
        self.offsets[index] = self._write(judged)

    def _write(self, judged: Judged) -> int:
        offset = self.file.seek(0, 2)
        pickle.dump(judged, self.file)
        return offset

    def __iter__(self) -> Iterator[Judged]:
        for offset in self.offsets:
            self.file.seek(offset)
            judged: Judged = pickle.load(self.file)  # noqa: S301  our own file
            yield judged


def judged_file(path: Path, wish: Wish, before: tuple[Path, int] | None = None) -> list[Outcome]:
    """Read and check one file; `before` names a file and the year of the body's report in it."""
    try:
        reports = read_bytes(str(path), path.read_bytes())
        earlier = _of_year(before) if before else []
    except UnreadableError as error:
        return [Outcome(Judged(str(path), reason=str(error)))]
    except OSError as error:
        return [Outcome(Judged(str(path), reason=f"打不开文件：{error.strerror}"))]
    complaint = None
    try:
        verdicts = verdicts_beside(path)
    except BadVerdictsError as error:
        verdicts, complaint = (), str(error)
    return [_judged(path, report, earlier, verdicts, wish, complaint) for report in reports]


def judged_files(
    paths: Sequence[Path], wish: Wish, jobs: int
) -> Iterator[tuple[int, list[Outcome]]]:
    """Every file's outcomes with its index, in order."""
    yield from _in_order([(index, path, None) for index, path in enumerate(paths)], wish, jobs)


def judged_again(
    pairs: Iterable[tuple[int, Path, tuple[Path, int]]], wish: Wish, jobs: int
) -> Iterator[tuple[int, list[Outcome]]]:
    """Files judged with the report of the year before at hand."""
    yield from _in_order(list(pairs), wish, jobs)


def _in_order(
    tasks: Sequence[tuple[int, Path, tuple[Path, int] | None]], wish: Wish, jobs: int
) -> Iterator[tuple[int, list[Outcome]]]:
    if jobs <= 1 or len(tasks) <= 1:
        for index, path, before in tasks:
            yield index, judged_file(path, wish, before)
        return
    running: deque[tuple[int, Future[list[Outcome]]]] = deque()
    with ProcessPoolExecutor(jobs, mp_context=get_context("forkserver")) as pool:
        for index, path, before in tasks:
            running.append((index, pool.submit(judged_file, path, wish, before)))
            if len(running) > jobs * WAITING:
                yield _first(running)
        while running:
            yield _first(running)


def _first(running: deque[tuple[int, Future[list[Outcome]]]]) -> tuple[int, list[Outcome]]:
    index, future = running.popleft()
    return index, future.result()


def _of_year(before: tuple[Path, int]) -> list[Report]:
    path, year = before
    reports = read_bytes(str(path), path.read_bytes())
    return [report for report in reports if report.statement.year == year]


def _judged(
    path: Path,
    report: Report,
    earlier: list[Report],
    verdicts: tuple[Verdict, ...],
    wish: Wish,
    complaint: str | None,
) -> Outcome:
    statement = report.statement
    findings = tuple(
        check(report, earlier=earlier, select=wish.select, ignore=wish.ignore, lang=wish.lang)
    )
    decided = tuple(settled(finding, verdicts) for finding in findings)
    name = statement.source.file if statement.source else str(path)
    return Outcome(
        Judged(name, statement.body, statement.year, findings, decided),
        (statement.body, statement.year) if statement.body and statement.year else None,
        statement if wish.statements else None,
        complaint,
    )
