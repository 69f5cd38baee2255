"""Scaffold a check rule: `make rule NAME=requests_accounted_for SUBJECT=report ID=A06`.

Writes src/gongkai/checks/SUBJECT/NAME.py with blanks to fill in and enters it into the catalogue;
then run `make fix docs test`.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CHECKS = ROOT / "src/gongkai/checks"
SUBJECTS = {
    "report": ("REPORT_RULES", "report", "Report", "gongkai.reports.model.report", "ReportExample"),
    "prose": ("PROSE_RULES", "prose", "Prose", "gongkai.reports.prose.reading", "told"),
    "years": ("YEARS_RULES", "years", "Years", "gongkai.checks.pair", "YearsExample"),
    "request": (
        "REQUEST_RULES",
        "case",
        "CaseFile",
        "gongkai.checks.casefile",
        "CaseExample",
    ),
    "letter": (
        "LETTER_RULES",
        "letter",
        "CheckedLetter",
        "gongkai.checks.paper",
        "LetterExample",
    ),
    "area": ("AREA_RULES", "whole", "WholeArea", "gongkai.checks.whole", "AreaExample"),
}
"""Folder → tuple of the catalogue, name, type and module of the subject, builder of examples."""
EXAMPLES = {
    "prose": "prose_examples",
    "request": "request_examples",
    "letter": "letter_examples",
}
"""Where examples of some folders are built."""

TEMPLATE = '''from collections.abc import Iterator

from {examples} import {builder}
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.rule import rule
from {module} import {type}
from gongkai.statute.provisions import REPORT_FORM_2021


@rule(
    id="{id}",
    severity=Severity.NOTE,
    source=REPORT_FORM_2021.whole,
    english="What is wrong, in English",
    mend=Wording("怎样改。", "What to do."),
    passes={builder}(),
    fails={builder}(),
)
def {name}({subject}: {type}) -> Iterator[Found]:
    """要求什么

    为什么：最多三句。
    """
    if not {subject}:
        yield Found("title", "哪里不对", "what is wrong")
'''


def main() -> int:
    if len(sys.argv) != 3 or "/" not in sys.argv[1]:
        print("make rule NAME=requests_accounted_for SUBJECT=report ID=A06")
        return 2
    folder, _, name = sys.argv[1].partition("/")
    rule_id = sys.argv[2]
    problem = refusal(folder, name, rule_id)
    if problem:
        print(problem)
        return 1
    path = CHECKS / folder / f"{name}.py"
    path.write_text(text(folder, name, rule_id), "utf-8")
    catalogue = CHECKS / "catalogue.py"
    catalogue.write_text(entered(catalogue.read_text("utf-8"), folder, name), "utf-8")
    print(f"{path.relative_to(ROOT)}: fill in the blanks, then make fix docs test")
    return 0


def refusal(folder: str, name: str, rule_id: str) -> str | None:
    """Why no rule can be made of this; None where one can."""
    if folder not in SUBJECTS:
        return f"SUBJECT is one of {', '.join(SUBJECTS)}"
    if not re.fullmatch(r"[a-z][a-z_]+[a-z]", name):
        return "NAME is what the rule demands, in small letters: requests_accounted_for"
    if not re.fullmatch(r"[A-Z]\d\d", rule_id):
        return "ID is a letter and two digits: A06"
    if any(f'"{rule_id}"' in file.read_text("utf-8") for file in CHECKS.glob("*/*.py")):
        return f"{rule_id} is taken; ids are never used again"
    if (CHECKS / folder / f"{name}.py").exists():
        return f"there is a rule {name} already"
    return None


def text(folder: str, name: str, rule_id: str) -> str:
    _, subject, kind, module, builder = SUBJECTS[folder]
    examples = f"gongkai.checks.{EXAMPLES.get(folder, 'examples')}"
    made = TEMPLATE.format(
        id=rule_id,
        name=name,
        subject=subject,
        type=kind,
        module=module,
        builder=builder,
        examples=examples,
    )
    return (
        made.replace(f"{builder}()", f"{builder}(...)")
        if folder not in ("report", "request", "letter")
        else made
    )


def entered(catalogue: str, folder: str, name: str) -> str:
    """The catalogue with the rule imported and at the end of its tuple."""
    group = SUBJECTS[folder][0]
    line = f"from gongkai.checks.{folder}.{name} import {name}\n"
    imported = catalogue.replace("from gongkai.checks.pair", f"{line}from gongkai.checks.pair", 1)
    pattern = rf"(^{group}: [^\n]+ = \(\n(?:    \w+,\n)*)\)"
    return re.sub(pattern, rf"\g<1>    {name},\n)", imported, count=1, flags=re.MULTILINE)


if __name__ == "__main__":
    sys.exit(main())
