"""Many files read and checked on all cores, each result kept on disk until it is printed.

Results come in the order of the files; memory does not grow with them. A report whose body has
one for the year before among the files is judged a second time, with that at hand.
"""

import contextlib
import pickle
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import IO

from gongkai.checks.finding import Finding, Language
from gongkai.checks.judged import Judged
from gongkai.checks.run import check
from gongkai.checks.shown.registry import shown_as
from gongkai.checks.verdicts import BadVerdictsError, Verdict, settled, verdicts_beside
from gongkai.reports.model.report import Report
from gongkai.reports.model.statement import Statement
from gongkai.reports.read import Limits, read_bytes
from gongkai.reports.read.given import Given, given
from gongkai.reports.read.workers import Outcome, Value, Work, work_through

BodyYear = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted of every file."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    lang: Language = "zh"
    page: bool = False
    statements: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """A judged report, with its statement where that was wished; `complaint` about its verdicts."""

    judged: Judged
    statement: Statement | None = None
    complaint: str | None = None


@dataclass(slots=True)
class Results:
    """Judged reports on disk, in order; a later judgement can take the place of an earlier one."""

    file: IO[bytes] = field(default_factory=tempfile.TemporaryFile)
    offsets: list[int] = field(default_factory=list)

    def add(self, judged: Judged) -> None:
        self.offsets.append(self._write(judged))

    def replace(self, index: int, judged: Judged) -> None:
        self.offsets[index] = self._write(judged)

    def _write(self, judged: Judged) -> int:
        offset = self.file.seek(0, 2)
        pickle.dump(judged, self.file)
        return offset

    def __len__(self) -> int:
        return len(self.offsets)

    def __iter__(self) -> Iterator[Judged]:
        for offset in self.offsets:
            self.file.seek(offset)
            judged: Judged = pickle.load(self.file)  # noqa: S301  written above
            yield judged


@dataclass(slots=True)
class ByYear:
    """Where each body's report for a year lies: file, place in the file, place in the results."""

    by_year: dict[BodyYear, tuple[int, int, int]] = field(default_factory=dict)

    def note(self, judged: Judged, file: int, place: int, index: int) -> None:
        if judged.body and judged.year:
            self.by_year.setdefault((judged.body, judged.year), (file, place, index))

    def pairs(self) -> dict[int, list[tuple[int, int, int, int]]]:
        """File of a later report → (its place, its index, file and place of the one before)."""
        pairs: dict[int, list[tuple[int, int, int, int]]] = {}
        for (body, year), (file, place, index) in self.by_year.items():
            before = self.by_year.get((body, year - 1))
            if before:
                pairs.setdefault(file, []).append((place, index, before[0], before[1]))
        return pairs


@dataclass(slots=True)
class Run:
    """One call of the command: what is read, how, and what hears of it."""

    paths: Sequence[str]
    wish: Wish
    limits: Limits
    jobs: int
    step: Callable[[int], None]
    complain: Callable[[str], None]
    statements: list[Statement] = field(default_factory=list)

    def results(self) -> Results:
        """Every report judged, those with a year before a second time."""
        results, found = Results(), ByYear()
        outcomes = self._work(partial(checked, wish=self.wish), given(self.paths, self.limits))
        for file, outcome in enumerate(outcomes):
            self.step(1)
            if outcome.value is None:
                results.add(Judged(outcome.name, reason=outcome.refused))
            for place, one in enumerate(outcome.value or ()):
                if one.complaint:
                    self.complain(one.complaint)
                if one.statement:
                    self.statements.append(one.statement)
                found.note(one.judged, file, place, len(results))
                results.add(one.judged)
        self._judge_years(results, found)
        return results

    def _judge_years(self, results: Results, found: ByYear) -> None:
        pairs = found.pairs()
        needed = {*pairs, *(before for each in pairs.values() for *_, before, _ in each)}
        if not needed:
            return
        files = {n: f for n, f in enumerate(given(self.paths, self.limits)) if n in needed}
        tasks = [
            (index, Given(files[n].name, None, pickle.dumps((files[n], place, files[b], bplace))))
            for n, each in pairs.items()
            for place, index, b, bplace in each
        ]
        outcomes = self._work(partial(checked_again, wish=self.wish), [task for _, task in tasks])
        for (index, _), outcome in zip(tasks, outcomes, strict=True):
            if outcome.value is not None:
                results.replace(index, outcome.value.judged)

    def _work(self, work: Work[Value], files: Iterable[Given]) -> Iterator[Outcome[Value]]:
        with contextlib.closing(work_through(work, files, self.limits, self.jobs)) as outcomes:
            yield from outcomes


def checked(name: str, data: bytes, limits: Limits, wish: Wish) -> list[Checked]:
    """Read and check one file: the reports in it, judged."""
    reports = read_bytes(name, data, limits)
    verdicts, complaint = _verdicts(name)
    made = [_judged(name, report, (), verdicts, wish) for report in reports]
    return [replace(one, complaint=complaint) for one in made]


def checked_again(name: str, data: bytes, limits: Limits, wish: Wish) -> Checked:
    """Check one report once more, beside that of the year before: two files packed into one."""
    later, place, before, place_before = pickle.loads(data)  # noqa: S301  packed in this module
    report = read_bytes(later.name, later.bytes(limits), limits)[place]
    earlier = read_bytes(before.name, before.bytes(limits), limits)[place_before]
    return _judged(name, report, (earlier,), _verdicts(name)[0], wish)


def _verdicts(name: str) -> tuple[tuple[Verdict, ...], str | None]:
    try:
        return verdicts_beside(Path(name)), None
    except BadVerdictsError as error:
        return (), str(error)


def _judged(
    path: str, report: Report, earlier: Sequence[Report], verdicts: Sequence[Verdict], wish: Wish
) -> Checked:
    found = check(report, earlier=earlier, select=wish.select, ignore=wish.ignore, lang=wish.lang)
    decided = tuple(settled(finding, verdicts) for finding in found)
    statement = report.statement
    return Checked(
        Judged(
            path,
            statement.body,
            statement.year,
            tuple(found),
            decided,
            page=_page(report, path, found, decided, wish) if wish.page else "",
        ),
        statement if wish.statements else None,
    )


def _page(
    report: Report,
    path: str,
    findings: Sequence[Finding],
    verdicts: Sequence[Verdict | None],
    wish: Wish,
) -> str:
    made: str = shown_as("html").article(report, path, findings, verdicts, wish.lang)
    return made
