"""The prose of one report, understood once and shared by everything that asks about it."""

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from gongkai.reports.model.report import Report
from gongkai.reports.model.statement import Statement
from gongkai.reports.prose.claims import Claim, claims
from gongkai.reports.prose.facts import Fact, facts
from gongkai.reports.prose.lists import Breakdown, breakdowns, outcomes
from gongkai.reports.prose.repeats import Repeat, repeats
from gongkai.reports.prose.sentences import Sentence, sentences
from gongkai.reports.prose.shares import Around, Share, shares


@dataclass(eq=False)
class Prose:
    """A report's prose; `before` is the same body's report for the year before, where at hand."""

    report: Report
    before: Report | None = None

    @property
    def statement(self) -> Statement:
        return self.report.statement

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return sentences(self.report)

    @cached_property
    def _facts(self) -> dict[int, tuple[Fact, ...]]:
        return {s.index: tuple(facts(s)) for s in self.sentences if s.quantities}

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Every figure told, in order."""
        return tuple(fact for found in self._facts.values() for fact in found)

    def facts_of(self, sentence: Sentence) -> tuple[Fact, ...]:
        return self._facts.get(sentence.index, ())

    @cached_property
    def breakdowns(self) -> tuple[Breakdown, ...]:
        """Wholes with their parts; the outcomes of a paragraph unless they were listed as parts."""
        found: list[Breakdown] = []
        for sentence in self.sentences:
            if told := self.facts_of(sentence):
                found += breakdowns(sentence, told, self._lately(sentence))
        listed = {id(part.fact) for each in found for part in each.parts}
        for _, group in groupby(self.facts, key=lambda fact: id(fact.sentence.passage)):
            told = tuple(group)
            found += [b for b in outcomes(told) if not all(id(p.fact) in listed for p in b.parts)]
        return tuple(found)

    @cached_property
    def shares(self) -> tuple[Share, ...]:
        last_year = self.before.statement if self.before else None
        return tuple(
            share
            for sentence in self.sentences
            if sentence.quantities
            for share in shares(
                Around(
                    sentence,
                    self.facts_of(sentence),
                    self._lately(sentence),
                    self.statement,
                    last_year,
                )
            )
        )

    @cached_property
    def repeats(self) -> tuple[Repeat, ...]:
        """What is told twice with different figures, other years' facts left out."""
        parts = frozenset(id(part.fact) for each in self.breakdowns for part in each.parts)
        own = [fact for fact in self.facts if fact.year in {None, self.statement.year}]
        return tuple(repeats(own, parts))

    def _lately(self, sentence: Sentence) -> tuple[Fact, ...]:
        """The figures of the two sentences before, of the same part."""
        earlier = self.sentences[max(0, sentence.index - 2) : sentence.index]
        return tuple(
            fact
            for other in earlier
            if other.at == sentence.at
            for fact in self.facts_of(other)
            if not fact.bracket
        )

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        return tuple(c for s in self.sentences for c in claims(s, self.facts_of(s)))
