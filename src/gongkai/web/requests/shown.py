"""What pages show of a case: the story so far in plain words, and the count of days."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from gongkai.law.calendar.workdays import CountedDay
from gongkai.law.outcome.letters import letter
from gongkai.law.request.lifecycle import Act, Stage
from gongkai.law.request.receipt import Channel
from gongkai.web.requests import queries
from gongkai.web.requests.models.case import Entry, Request
from gongkai.web.requests.models.letters import Letter

PLAIN = {
    Act.RECEIVE: "收到申请，答复期限从次日起算",
    Act.ASK_CORRECTION: "申请内容不够明确，请您补正",
    Act.CORRECT: "收到补正，答复期限重新起算",
    Act.CONSULT_THIRD_PARTY: "书面征求第三方意见，所需时间不计入答复期限",
    Act.CONSULT_BODY: "征求其他机关意见，所需时间不计入答复期限",
    Act.EXTEND: "经批准延长答复期限",
    Act.ANSWER: "作出答复",
}
"""How the applicant reads an act; else its name."""


@dataclass(frozen=True)
class Step:
    """One entry as it is shown."""

    on: date
    title: str
    note: str
    by: str


@dataclass(frozen=True)
class Month:
    """The days of one month on the way to the last day."""

    name: str
    days: list[CountedDay]

    @property
    def weeks(self) -> list[list[CountedDay | None]]:
        """Rows of seven from Monday on; None where no day of the period stands."""
        blank: list[CountedDay | None] = [None] * self.days[0].date.weekday()
        cells = [*blank, *self.days]
        cells += [None] * (-len(cells) % 7)
        return [cells[at : at + 7] for at in range(0, len(cells), 7)]

    @property
    def remarks(self) -> list[tuple[CountedDay, CountedDay]]:
        """First and last day of what no weekday or weekend explains: why is that of both."""
        special = [day for day in self.days if not day.why.startswith("周")]
        found = [list(run) for _why, run in groupby(special, key=lambda day: day.why)]
        return [(run[0], run[-1]) for run in found]


def steps(request: Request, *, plain: bool) -> list[Step]:
    """The entries, oldest first; for the applicant in plain words and without notes."""
    return [_step(entry, plain) for entry in queries.timeline(request)]


def _step(entry: Entry, plain: bool) -> Step:
    act = Act[entry.act]
    title = PLAIN.get(act, act.value) if plain else act.value
    return Step(entry.on, title, "" if plain else entry.note, "" if plain else entry.by_name)


def months(days: tuple[CountedDay, ...]) -> list[Month]:
    found: dict[str, list[CountedDay]] = {}
    for day in days:
        found.setdefault(f"{day.date.year}年{day.date.month}月", []).append(day)
    return [Month(name, listed) for name, listed in found.items()]


def story(request: Request, today: date, *, plain: bool = True) -> dict[str, object]:
    """All that the page of a case shows, for the applicant or for the desk."""
    due = queries.due_explained(request)
    letters = queries.letters_sent(request) if plain else request.letters.all()
    return {
        "case": request,
        "online": request.channel == Channel.ONLINE.name,
        "stage": Stage[request.stage],
        "steps": steps(request, plain=plain),
        "due": due,
        "months": months(due.days),
        "moved": list(request.moved.all()),
        "late": bool(due.date and due.date < today and request.stage in queries.OPEN),
        "letters": [_letter(each) for each in letters],
        "given": queries.given(request) if plain else [],
        "may_withdraw": Act.WITHDRAW in queries.possible(request),
    }


def _letter(each: Letter) -> tuple[Letter, str, str]:
    return each, letter(each.code).zh, queries.letter_text(each)
