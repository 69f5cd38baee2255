from collections.abc import Iterator

from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.prose import told, written
from gongkai.checks.rule import rule
from gongkai.reports.prose.lexicon import Class, words_in
from gongkai.reports.prose.lists import Breakdown, Form, Part
from gongkai.reports.prose.reading import Prose
from gongkai.statute.provisions import REPORT_FORM_2021

SLIGHT = 0.02
NEARLY = 0.2


@rule(
    id="N02",
    severity=Severity.WARNING,
    source=REPORT_FORM_2021.article(1),
    english="The parts of a figure do not add up to it",
    mend=Wording(
        "重新加一遍各分项；分项有重叠或者没有列全的，在文字里写明。",
        "Add the parts again; where they overlap or are not all told, say so.",
    ),
    passes=(
        told("全年主动公开政府信息9条，其中概况信息5条、财政信息2条、通知类信息2条。"),
        told("全年发布信息120条，其中政策解读15条。"),
    ),
    fails=(
        told("全年主动公开政府信息9条，其中概况信息5条、财政信息3条、通知类信息2条。"),
        told("接收群众诉求1166件。A类459件，B类702件，C类0件。"),
    ),
)
def parts_add_up(prose: Prose) -> Iterator[Found]:
    """分项之和等于总数

    “其中”“包括”“分别为”后面的分项加起来应当等于前面的总数，否则不是总数错，就是分项错。
    """
    for breakdown in prose.breakdowns:
        for parts in _families(breakdown):
            severity = _severity(breakdown, parts)
            if severity:
                yield _found(breakdown, parts, severity)


def _families(breakdown: Breakdown) -> list[tuple[Part, ...]]:
    """The parts by what divides them: applicants, channels, outcomes; these overlap each other."""
    families: dict[str, list[Part]] = {}
    for part in breakdown.parts:
        kinds = {word.kind for word in words_in(part.label)}
        kind = next((k for k in (Class.APPLICANT, Class.CHANNEL, Class.ROW) if k in kinds), None)
        families.setdefault(kind or "", []).append(part)
    if len(families) == 1:
        return [breakdown.parts]
    return [tuple(parts) for kind, parts in families.items() if kind]


def _severity(breakdown: Breakdown, parts: tuple[Part, ...]) -> Severity | None:
    total = sum(part.fact.quantity.value for part in parts)
    wholes = [whole.quantity.value for whole in breakdown.wholes]
    whole = wholes[0]
    if any(value in wholes for value in (total, *_running(parts))):
        return None
    if total > max(wholes) and not any(p.fact.mode.value == "vague" for p in parts):
        return Severity.WARNING
    if breakdown.open or len(parts) < 2 or total > whole:
        return Severity.WARNING if total > whole and _all_told(breakdown, parts) else None
    if _all_told(breakdown, parts):
        return Severity.WARNING
    missing = whole - total
    if len(parts) > 2 and missing <= max(1, SLIGHT * whole):
        return Severity.WARNING
    return Severity.NOTE if missing <= NEARLY * whole else None


def _running(parts: tuple[Part, ...]) -> Iterator[float]:
    """The sums of the first two, three … parts: what follows may be told beside them."""
    total = parts[0].fact.quantity.value
    for part in parts[1:]:
        total += part.fact.quantity.value
        yield total


def _all_told(breakdown: Breakdown, parts: tuple[Part, ...]) -> bool:
    """Whether the wording leaves no other parts."""
    return not breakdown.open and len(parts) > 1 and breakdown.form is not Form.AMONG


def _found(breakdown: Breakdown, parts: tuple[Part, ...], severity: Severity) -> Found:
    sentence, whole = parts[0].fact.sentence, breakdown.wholes[0]
    total = written(sum(part.fact.quantity.value for part in parts))
    listed = " + ".join(written(part.fact.quantity.value) for part in parts)
    name = f"{whole.subject}{whole.quantity.printed}".strip("▢□")
    return Found(
        sentence.at,
        f"“{name}”与各分项之和不符：{listed} = {total}",
        f"the parts of “{name}” come to {total} ({listed})",
        severity,
        sentence.passage.place,
    )
