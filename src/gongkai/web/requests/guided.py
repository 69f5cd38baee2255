"""The law's questions as a page walks through them, answers carried in the address."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from gongkai.law.exemption.grounds import EXEMPTIONS
from gongkai.law.outcome.table import outcome
from gongkai.law.remedy.paragraph import Addresses, paragraph
from gongkai.law.remedy.variant import variant
from gongkai.law.request.guide import Decision, Question, next_step
from gongkai.statute.forms import form

YES, NO = "y", "n"


@dataclass(frozen=True)
class Answered:
    """A question that was answered, and the address at which to answer it again."""

    question: Question
    yes: bool
    again: str


@dataclass(frozen=True)
class Way:
    """The questions answered so far and what comes next."""

    answered: tuple[Answered, ...]
    then: Question | Decision
    said: Mapping[str, bool]

    def address(self, yes: bool) -> str:
        """What stands after the question mark when the question is answered so."""
        assert isinstance(self.then, Question)  # noqa: S101 (asked for questions only)
        return query({**self.said, self.then.key: yes})

    @property
    def yes(self) -> str:
        return self.address(True)

    @property
    def no(self) -> str:
        return self.address(False)

    @property
    def question(self) -> Question | None:
        return self.then if isinstance(self.then, Question) else None

    @property
    def decision(self) -> Decision | None:
        return self.then if isinstance(self.then, Decision) else None


def query(said: Mapping[str, bool]) -> str:
    return urlencode({key: YES if yes else NO for key, yes in said.items()})


def walk(given: Mapping[str, str]) -> Way:
    """The way that these answers lead; an answer to what is not asked is left aside."""
    said: dict[str, bool] = {}
    passed: list[Answered] = []
    step = next_step(said)
    while isinstance(step, Question) and given.get(step.key) in (YES, NO):
        yes = given[step.key] == YES
        passed.append(Answered(step, yes, query(said)))
        said[step.key] = yes
        step = next_step(said)
    return Way(tuple(passed), step, said)


@dataclass(frozen=True)
class Ending:
    """All that follows from a decision, in words."""

    kind: str
    name: str
    provisions: tuple[str, ...]
    row: str
    letter: str
    states: tuple[str, ...]
    grounds: tuple[str, ...]
    ground_names: tuple[str, ...]
    remedy: str
    tell_third_party: bool


def ending(decision: Decision, where: Addresses, on: date) -> Ending:
    """What a decision on that day leads to; only for one that ends in an answer."""
    assert decision.kind is not None  # noqa: S101 (the caller looked)
    found = outcome(decision.kind)
    remedy = variant(decision.kind, decision.withheld, decided_on=on)
    words = {row.ground: row.zh for row in EXEMPTIONS}
    row = form("2021").row(f"requests.{found.row_2021}").printed if found.row_2021 else "不计入"
    return Ending(
        kind=decision.kind.name,
        name=decision.kind.value,
        provisions=tuple(source.citation for source in found.sources),
        row=row,
        letter=found.letter.zh,
        states=found.states,
        grounds=tuple(words[ground] for ground in decision.withheld),
        ground_names=tuple(ground.name for ground in decision.withheld),
        remedy=paragraph(remedy, where, decided_on=on) if remedy else "",
        tell_third_party=decision.tell_third_party,
    )
