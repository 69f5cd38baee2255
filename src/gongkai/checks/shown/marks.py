"""Findings as a page shows them, handed out to the blocks of the page they speak of."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from gongkai.checks.catalogue import RULES
from gongkai.checks.finding import Finding, Language, Severity
from gongkai.checks.shown.text import place_in_words
from gongkai.checks.verdicts import Verdict
from gongkai.reports.model.document import Place


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding with its anchor on the page and all that is said of it."""

    anchor: str
    finding: Finding
    verdict: Verdict | None
    lang: Language

    @property
    def severity(self) -> str:
        return self.finding.severity.value

    @property
    def label(self) -> str:
        return self.finding.severity.zh if self.lang == "zh" else self.severity

    @property
    def where(self) -> str:
        return place_in_words(self.finding.place, self.lang)

    @property
    def source(self) -> str:
        return str(RULES[self.finding.rule].source)

    @property
    def mend(self) -> str:
        return RULES[self.finding.rule].mend.said_in(self.lang)


class Marks:
    """The findings that no block of the page has taken yet."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self.left = list(marks)

    def at(self, *paths: str) -> list[Mark]:
        """Those about these paths."""
        return self._take(lambda mark: mark.finding.at in paths)

    def below(self, path: str) -> list[Mark]:
        """Those about a path or what lies below it."""
        return self._take(lambda m: m.finding.at == path or m.finding.at.startswith(f"{path}."))

    def standing(self, at: str, place: Place) -> list[Mark]:
        """Those about a path that stand at one place of the source."""
        return self._take(lambda mark: (mark.finding.at, mark.finding.place) == (at, place))

    def _take(self, wanted: Callable[[Mark], bool]) -> list[Mark]:
        taken = [mark for mark in self.left if wanted(mark)]
        self.left = [mark for mark in self.left if not wanted(mark)]
        return taken


def worst(marks: Iterable[Mark]) -> str:
    """The gravest severity that nobody has settled, empty where there is none."""
    severities = {mark.severity for mark in marks if mark.verdict is None}
    return next((severity.value for severity in Severity if severity.value in severities), "")
