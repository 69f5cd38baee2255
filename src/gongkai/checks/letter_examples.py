"""Letters to check, made from one that is in order by what is changed in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from gongkai.checks.paper import CheckedLetter, paper_of, said
from gongkai.law.exemption.grounds import Ground, exemption
from gongkai.law.outcome.basis import cited
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.outcome.table import grounds_of, outcome
from gongkai.law.remedy.paragraph import Addresses, paragraph
from gongkai.law.remedy.variant import variant
from gongkai.reports.model.document import Place

WHERE = Addresses(authorities=("青禾区人民政府",), court="青禾区人民法院")
BODY, APPLICANT, NUMBER = "青禾区城市管理局", "程远山", "青城公复〔2026〕12号"
RECEIVED = date(2026, 1, 26)


@dataclass(frozen=True)
class LetterExample:
    """A letter in order with these words replaced by others; `lines` instead of an answer's."""

    kind: AnswerKind | None = AnswerKind.GRANTED
    withheld: tuple[Ground, ...] = ()
    on: date = date(2026, 2, 5)
    code: str = ""
    lines: tuple[str, ...] = ()
    replaced: Mapping[str, str] = field(default_factory=dict)
    addressee: str = APPLICANT
    number: str = NUMBER
    terms: tuple[date, ...] = ()
    days: tuple[str, ...] = ()
    hidden_applicant: str = ""
    online: bool = False

    def build(self) -> CheckedLetter:
        text = "\n".join(self._lines())
        for old, new in self.replaced.items():
            text = text.replace(old, new)
        lines = ((line, Place(line=at)) for at, line in enumerate(text.split("\n"), 1))
        return CheckedLetter(
            paper=paper_of(lines),
            code=self.code or (outcome(self.kind).letter.code if self.kind else ""),
            on=self.on,
            body=BODY,
            addressee=self.addressee,
            kind=self.kind,
            withheld=self.withheld,
            received_on=RECEIVED,
            number=self.number,
            where=WHERE,
            terms=self.terms,
            days=self.days,
            hidden_applicant=self.hidden_applicant,
            online=self.online,
        )

    def _lines(self) -> list[str]:
        head = [BODY, self.number or "〔2026〕号", "政府信息公开告知书", f"{self.addressee}："]
        opening = f"本机关于{said(RECEIVED)}收到政府信息公开申请。"
        return [*head, opening, *(self.lines or self._answer()), BODY, said(self.on)]

    def _answer(self) -> list[str]:
        if self.kind is None:
            return []
        named = "、".join(each.citation for each in cited(self.kind, self.withheld, on=self.on))
        grounds = grounds_of(self.kind, self.withheld)
        why = "".join(exemption(ground).asks for ground in grounds)
        found = variant(self.kind, self.withheld, decided_on=self.on)
        remedy = paragraph(found, WHERE, decided_on=self.on) if found else ""
        return [f"根据{named}的规定，{self.kind.value}。{why}", remedy]
