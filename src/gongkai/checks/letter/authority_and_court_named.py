from collections.abc import Iterator

from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.letter_examples import LetterExample
from gongkai.checks.paper import CheckedLetter
from gongkai.checks.rule import rule
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.remedy.variant import variant
from gongkai.statute.provisions import RECONSIDERATION


@rule(
    id="W03",
    severity=Severity.ERROR,
    source=RECONSIDERATION.article("20(1)"),
    english="The reviewing authority or the court is not named",
    mend=Wording("写明复议机关和人民法院的全称。", "Name the authority and the court in full."),
    passes=(LetterExample(), LetterExample(AnswerKind.WITHDRAWN)),
    fails=(
        LetterExample(replaced={"向青禾区人民政府申请": "依法申请"}),
        LetterExample(replaced={"青禾区人民法院": "有管辖权的人民法院"}),
    ),
)
def authority_and_court_named(letter: CheckedLetter) -> Iterator[Found]:
    """写明复议机关和人民法院

    只写“依法申请行政复议”，申请人不知道向谁申请；没有告知复议机关的，期限不从收到答复起算。
    """
    kind = AnswerKind.GRANTED if letter.code == "L8" else letter.kind
    if kind is None or variant(kind, letter.withheld, decided_on=letter.on) is None:
        return
    for name in (*letter.where.authorities, letter.where.court):
        if name and name not in letter.paper.text:
            yield Found("remedy", f"救济途径里没有写“{name}”", f"does not name {name} (authority)")
