"""How a rule is written: a generator function over its subject, with its source and examples.

The subject is a report for most rules, two years of a body for Y, a whole area for R.
"""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from gongkai.checks.finding import Found, Severity, Wording
from gongkai.statute.forms import FormId
from gongkai.statute.provisions import Provision

Subject = TypeVar("Subject")
Built_co = TypeVar("Built_co", covariant=True)


class Example(Protocol[Built_co]):
    """Something that is built only when tests or pages ask for it."""

    def build(self) -> Built_co: ...


@dataclass(frozen=True, eq=False)
class Rule(Generic[Subject]):
    """One demand on a report, with the provision or form it rests on and what to do when it fails.

    `since` and `until` name the first and last edition of the form that it speaks of.
    """

    id: str
    severity: Severity
    source: Provision
    title: Wording
    why: str
    mend: Wording
    passes: tuple[Example[Subject], ...]
    fails: tuple[Example[Subject], ...]
    judge: Callable[[Subject], Iterator[Found]]
    since: FormId | None = None
    until: FormId | None = None

    @property
    def name(self) -> str:
        """What the rule demands, in words: `requests_accounted_for`."""
        return self.judge.__name__

    @property
    def file(self) -> str:
        """The module that holds it."""
        return self.judge.__module__

    def speaks_of(self, form_id: FormId | None) -> bool:
        """Whether the rule holds for reports in that edition of the form."""
        if form_id is None:
            return True
        return (self.since or form_id) <= form_id <= (self.until or form_id)


def rule(
    *,
    id: str,  # noqa: A002  the catalogue's own word
    severity: Severity,
    source: Provision,
    english: str,
    mend: Wording,
    passes: Example[Subject] | tuple[Example[Subject], ...],
    fails: Example[Subject] | tuple[Example[Subject], ...],
    since: FormId | None = None,
    until: FormId | None = None,
) -> Callable[[Callable[[Subject], Iterator[Found]]], Rule[Subject]]:
    """Make a rule of a generator function.

    The docstring's first line is the title in Chinese, what follows says why, in Chinese too: it
    is printed on the rule's page. `english` is the title in English, `mend` tells what to do.
    """

    def made(judge: Callable[[Subject], Iterator[Found]]) -> Rule[Subject]:
        title, _, why = inspect.cleandoc(judge.__doc__ or "").partition("\n")
        return Rule(
            id=id,
            severity=severity,
            source=source,
            title=Wording(title.strip(), english),
            why="".join(why.split("\n")).strip(),
            mend=mend,
            passes=passes if isinstance(passes, tuple) else (passes,),
            fails=fails if isinstance(fails, tuple) else (fails,),
            judge=judge,
            since=since,
            until=until,
        )

    return made
