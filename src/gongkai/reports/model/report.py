"""A report: the statement, the neutral document it was read from, and the places of both."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from gongkai.reports.model.document import NOWHERE, Document, Place
from gongkai.reports.model.statement import Section, Statement


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of prose with its place. Lines that were only wrapped are joined."""

    text: str
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Report:
    """What a reader gives. Picklable; holds no open file and no global state.

    `places`: path of the statement (`requests.granted.total`, `requests.granted`, `title`,
    `sections.2`) → where it stands. `prose`: the same paths (`preamble`, `sections.0` …,
    `annexes.0` …) → the paragraphs of that part, which joined by line ends are its text.
    Sections are addressed by their index in the statement, in `at` of a finding by `section_path`.
    """

    statement: Statement
    document: Document
    places: Mapping[str, Place] = field(default_factory=dict)
    prose: Mapping[str, tuple[Passage, ...]] = field(default_factory=dict)

    def place(self, at: str) -> Place | None:
        """The place of a path; a cell without one takes its row's, then its table's."""
        while at:
            if at in self.places:
                return self.places[at]
            at = at.rpartition(".")[0]
        return None

    def passages(self) -> Iterator[tuple[str, Passage]]:
        """Every paragraph of prose in reading order with the path of its part for findings."""
        for passage in self.prose.get("preamble", ()):
            yield "preamble", passage
        for index, _ in enumerate(self.statement.sections):
            for passage in self.prose.get(f"sections.{index}", ()):
                yield section_path(self.statement, index), passage
        for index, _ in enumerate(self.statement.annexes):
            for passage in self.prose.get(f"annexes.{index}", ()):
                yield f"annexes.{index}", passage


def section_path(statement: Statement, index: int) -> str:
    """`sections.overview` for the first section of that key, else `sections.<index>`."""
    section: Section = statement.sections[index]
    first = section.key and statement.section(section.key) is section
    return f"sections.{section.key}" if first else f"sections.{index}"
