"""What a rule finds in a report, and what a person is shown of it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal, NamedTuple

from gongkai.reports.model.document import Place

Language = Literal["zh", "en"]


class Severity(StrEnum):
    """error: the report is wrong; warning: probably wrong, a person decides; note: worth knowing"""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def zh(self) -> str:
        return {"error": "错误", "warning": "疑问", "note": "提示"}[self.value]


class Wording(NamedTuple):
    """The same sentence in Chinese and English."""

    zh: str
    en: str

    def said_in(self, lang: Language) -> str:
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule yields: the path it speaks of and a sentence, in Chinese and English.

    `severity` where it is milder than the rule's own; `place` where it is nearer than that of the
    path.
    """

    at: str
    zh: str
    en: str
    severity: Severity | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding about one report; `caused_by` is the index of another finding of the report."""

    rule: str
    severity: Severity
    at: str
    place: Place
    message: str
    caused_by: int | None = None

    def to_json(self) -> dict[str, Any]:
        return {
            "rule": self.rule,
            "severity": self.severity.value,
            "at": self.at,
            "place": place_to_json(self.place),
            "message": self.message,
            "caused_by": self.caused_by,
        }


def place_to_json(place: Place) -> dict[str, int | str]:
    """Only what is known: `{"page": 3, "line": 41}`."""
    known = {name: getattr(place, name) for name in ("page", "line", "row", "column", "part")}
    return {name: value for name, value in known.items() if value is not None}
