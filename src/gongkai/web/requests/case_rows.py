"""The rows of a case that letters are begun on, each with its letter where there is one."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from gongkai.law.outcome.letters import letter as kind_of_letter
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.models.letters import Letter
from gongkai.web.requests.models.others import Consultation
from gongkai.web.vault.queries import open_all


@dataclass(frozen=True)
class Asked:
    """A consultation. `told`: the letter that it is disclosed all the same (article 32)."""

    row: Consultation
    kept: Mapping[str, str] = field(repr=False)
    letter: Letter | None
    told: Letter | None

    @property
    def code(self) -> str:
        return "L5" if self.row.third_party else "L9"

    @property
    def label(self) -> str:
        return kind_of_letter(self.code).zh

    @property
    def may_tell(self) -> bool:
        """Whether disclosing it all the same would have to be told."""
        return bool(self.row.third_party and self.row.closed and self.row.sent) and (
            self.row.agrees is not True
        )


def rows_of(case: Request) -> dict[str, object]:
    """What the page lists; read with the rows and letters of the case fetched before."""
    letters = [each for each in case.letters.all() if each.state != Letter.State.VOID]
    last = {each.code: each for each in letters}
    named = {(each.code, each.details.get("consultation")): each for each in letters}

    def with_last(rows, code: str) -> list[tuple[object, Letter | None]]:
        """The newest row with the newest letter of its kind; the others stand by themselves."""
        listed = list(rows)
        return [(row, last.get(code) if row is listed[-1] else None) for row in listed]

    return {
        "consultations": [
            Asked(
                row,
                open_all(row.holder),
                named.get(("L5" if row.third_party else "L9", row.number)),
                named.get(("L8", row.number)),
            )
            for row in case.consultations.all()
        ],
        "extensions": with_last(case.extensions.all(), "L4"),
        "fees": with_last(case.fees.all(), "L10"),
        "went_to": with_last(case.forwardings.all(), "L11"),
    }
