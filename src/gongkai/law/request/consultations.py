"""What those who were consulted said, and what their silence means (articles 32 and 34)."""

from dataclasses import dataclass, replace
from datetime import date

from gongkai.law.exemption.ruling import ThirdPartyView
from gongkai.law.request.details import Consulted, LetterReached, Opinion, Silence
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.record import Record, standing_after


@dataclass(frozen=True)
class Consultation:
    """One consultation: whom (by the act), its letter, its end, and the view that came of it.

    `closed_on` and `view` are None while it is open, and where the application ended before it.
    """

    name: str
    act: Act
    sent_on: date
    received_on: date | None = None
    closed_on: date | None = None
    view: ThirdPartyView | None = None

    @property
    def consents(self) -> bool | None:
        """Whether this stands in the way of disclosure no longer; None: the body decides, or waits.

        A body's silence is consent (article 34). A third party's is neither consent nor refusal
        (article 32), and an objection without a reason leaves it to the body too.
        """
        match self.view:
            case ThirdPartyView.AGREES:
                return True
            case ThirdPartyView.OBJECTS:
                return False
            case ThirdPartyView.SILENT if self.act is Act.CONSULT_BODY:
                return True
            case _:
                return None


def view_of(opinion: Opinion) -> ThirdPartyView:
    """Whether its reasons are good is for the body to judge; here they count when there are any."""
    if opinion.agrees:
        return ThirdPartyView.AGREES
    has_reasons = bool(opinion.reasons.strip())
    return ThirdPartyView.OBJECTS if has_reasons else ThirdPartyView.OBJECTS_WITHOUT_REASON


def consultations(record: Record) -> tuple[Consultation, ...]:
    """Every consultation of the record, in the order of their letters."""
    standing_after(record)
    found: dict[str, Consultation] = {}
    for entry in record:
        match entry.details:
            case Consulted(consultation=name, received_on=received):
                found[name] = Consultation(name, entry.act, entry.on, received)
            case LetterReached(consultation=name, reached_on=reached):
                found[name] = replace(found[name], received_on=reached)
            case Opinion(consultation=name) as opinion:
                found[name] = replace(found[name], closed_on=entry.on, view=view_of(opinion))
            case Silence(consultation=name):
                silent = ThirdPartyView.SILENT
                found[name] = replace(found[name], closed_on=entry.on, view=silent)
    return tuple(found.values())
