import re
from collections.abc import Iterator, Sequence

from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.naming_measures import written
from gongkai.checks.prose_examples import told
from gongkai.checks.rule import rule
from gongkai.reports.prose.lexicon import Class, words_in
from gongkai.reports.prose.lists import Breakdown, Form, Part
from gongkai.reports.prose.reading import Prose
from gongkai.statute.provisions import REPORT_FORM_2021

SLIGHT = 0.02
NEARLY = (0.1, 0.3)
"""How much of the whole two parts, or more of them, may leave untold and still be worth a note."""
OVERLAPPING = re.compile(
    r"原创|转载|首发|办结|满意|已?答复(?!意见)|回复|采纳|整改|按期|按时|及时|解决"
    r"|完成|涉及|涉企|本年|当年"
)
"""Words of parts that may be counted twice, or that are no parts at all."""


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
    named = [kind for kind in families if kind]
    mixed = len(named) == 1 and _total(families[named[0]]) not in _wholes(breakdown)
    if len(families) == 1 or mixed or breakdown.form is Form.TOTAL:
        return [breakdown.parts]
    return [tuple(parts) for kind, parts in families.items() if kind]


def _severity(breakdown: Breakdown, parts: tuple[Part, ...]) -> Severity | None:
    """How plainly the parts are wrong; None where they add up, or need not."""
    wholes, total = _wholes(breakdown), _total(parts)
    if breakdown.open or any(value in wholes for value in _sums(breakdown, parts)):
        return None
    if any(not p.fact.measures and OVERLAPPING.search(p.label) for p in parts):
        return None
    if total > max(wholes):
        return None if len(parts) < 2 and breakdown.form is Form.BRACKET else Severity.WARNING
    if breakdown.form is Form.AMONG and all(part.fact.measures for part in parts):
        return None
    if len(parts) < 2 or (breakdown.form is Form.AMONG and total > wholes[0]):
        return None
    if breakdown.form is not Form.AMONG:
        return Severity.WARNING
    missing = wholes[0] - total
    if len(parts) > 2 and missing <= max(1, SLIGHT * wholes[0]):
        return Severity.WARNING
    return Severity.NOTE if missing <= NEARLY[len(parts) > 2] * wholes[0] else None


def _wholes(breakdown: Breakdown) -> list[float]:
    return [whole.quantity.value for whole in breakdown.wholes]


def _total(parts: Sequence[Part]) -> float:
    return sum(part.fact.quantity.value for part in parts)


def _sums(breakdown: Breakdown, parts: tuple[Part, ...]) -> Iterator[float]:
    """What the parts may come to: all of them; the first few, where others are told beside them;
    before 共计 the last few; without those that only divide a row of the table further.
    """
    yield _total(parts)
    count = len(parts)
    for length in range(2, count):
        yield _total(parts[count - length :] if breakdown.form is Form.TOTAL else parts[:length])
    upper = [part for part in parts if not _divides_another(part, parts)]
    if len(upper) < count:
        yield _total(upper)


def _divides_another(part: Part, parts: tuple[Part, ...]) -> bool:
    """Whether it is a row within a group (属于国家秘密 within 不予公开) that is listed too."""
    keys = {measure.key for other in parts for measure in other.fact.measures[:1]}
    own = part.fact.measures[0].key if part.fact.measures else ""
    return any(own.startswith(f"{key}_") for key in keys)


def _found(breakdown: Breakdown, parts: tuple[Part, ...], severity: Severity) -> Found:
    sentence, whole = parts[0].fact.sentence, breakdown.wholes[0]
    total = written(sum(part.fact.quantity.value for part in parts))
    listed = " + ".join(written(part.fact.quantity.value) for part in parts)
    name = whole.quote
    zh, en = f"各分项之和：{listed} = {total}", f"the parts come to {listed} = {total}"
    if len(parts) == 1:
        zh, en = f"其中一项就有 {total}", f"one of the parts alone is {total}"
    return Found(
        sentence.at,
        f"“{name}”与分项不符，{zh}",
        f"“{name}” does not agree with its parts: {en}",
        severity,
        sentence.passage.place,
    )
