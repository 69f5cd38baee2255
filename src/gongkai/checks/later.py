"""Regular expressions that are compiled at their first use: most runs never use them."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from sys import maxsize


class Later:
    """An expression by what writes it: word lists are read only then too."""

    def __init__(self, written: Callable[[], str]) -> None:
        self._written = written

    @cached_property
    def pattern(self) -> str:
        return self._written()

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        return self.compiled.search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        return self.compiled.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        return self.compiled.fullmatch(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        return self.compiled.finditer(text, start, end)

    def findall(self, text: str) -> list[str]:
        return self.compiled.findall(text)

    def sub(self, put: str, text: str) -> str:
        return self.compiled.sub(put, text)

    def split(self, text: str) -> list[str]:
        return self.compiled.split(text)
