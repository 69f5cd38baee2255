"""What `gongkai explain` knows, one function a kind of topic; the first that answers is taken."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from gongkai.checks.catalogue import EVERY as RULES
from gongkai.law.exemption.grounds import EXEMPTIONS
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.outcome.table import OUTCOMES, Outcome, outcome
from gongkai.statute.forms import form
from gongkai.statute.glossary import TERMS, Term
from gongkai.statute.parameters import PARAMETERS, Value
from gongkai.statute.provisions import (
    REGULATION,
    Law,
    Provision,
    UnknownProvisionError,
    provision,
)

ARTICLE = re.compile(r"(?:art\.?|第)?\s*(\d+(?:\(\d+\))*)条?", re.IGNORECASE)


@dataclass(frozen=True)
class Explanation:
    """A title and labelled lines, in the order they are shown."""

    topic: str
    kind: str
    title: str
    lines: tuple[tuple[str, str], ...]


def of_article(topic: str) -> Explanation | None:
    """`art33`, `33(2)`, `第33条`: the Regulation; `penalties:48(2)`: any listed provision."""
    found = ARTICLE.fullmatch(topic.replace("（", "(").replace("）", ")"))
    try:
        cited = REGULATION.article(found[1]) if found else provision(topic)
    except UnknownProvisionError:
        return None
    return law_as_whole(cited.law) if not cited.number else provision_explained(cited)


def provision_explained(cited: Provision) -> Explanation:
    inside = [
        (each.place.removeprefix(cited.place), each.gist)
        for each in cited.law.provisions.values()
        if each.number.startswith(f"{cited.number}(")
    ]
    numbers = [
        (f"{each.gist}", f"{number_said(value.value, each.unit)}（{each.name}，{value.start}起）")
        for each in PARAMETERS.values()
        for value in each.values
        if value.source == cited or value.source.number.startswith(f"{cited.number}(")
        if value.source.law == cited.law
    ]
    lines = [("要旨", cited.gist), ("English", cited.gist_en), *inside, *numbers]
    lines.append(("原文", cited.link))
    return Explanation(cited.key, "article", cited.citation, shown(lines))


def law_as_whole(found: Law) -> Explanation:
    lines = [
        ("文号", found.number),
        ("要旨", found.gist),
        ("施行", str(found.in_force_from)),
        ("废止", str(found.repealed_from or "")),
        *((each.place, each.gist) for each in found.provisions.values()),
        ("原文", found.link),
    ]
    return Explanation(found.key, "law", f"《{found.title}》", shown(lines))


def of_parameter(topic: str) -> Explanation | None:
    """`request.reply_days`: every dated value and its source."""
    found = PARAMETERS.get(topic)
    if found is None:
        return None
    lines = [(f"{value.start}起", value_said(value, found.unit)) for value in found.values]
    return Explanation(topic, "parameter", found.gist, tuple(lines))


def value_said(value: Value, unit: str) -> str:
    sure = f"核对于{value.checked_on}" if value.checked_on else "暂定"
    note = f"：{value.note}" if value.note else ""
    return f"{number_said(value.value, unit)}；{value.source.citation}（{sure}{note}）"


def number_said(value: Any, unit: str) -> str:
    """`20 工作日`, `1月31日`, or the named numbers of a row: `width 210、height 297 毫米`."""
    if isinstance(value, list):
        return "；".join(number_said(each, unit) for each in value)
    if not isinstance(value, dict):
        return f"{value} {unit}"
    if set(value) == {"month", "day"}:
        return f"{value['month']}月{value['day']}日"
    return "、".join(f"{name} {number}" for name, number in value.items()) + f" {unit}"


def of_outcome(topic: str) -> Explanation | None:
    """`outcome:partly_granted`: a kind of answer, or a row of table two."""
    prefix, _, name = topic.partition(":")
    if prefix != "outcome":
        return None
    if name.upper() in AnswerKind.__members__:
        return outcome_explained(topic, outcome(AnswerKind[name.upper()]))
    rows = [each for each in OUTCOMES if each.row_2021 == name]
    if len(rows) > 1:
        kinds = [
            ("包括", f"{each.kind.value}（outcome:{each.kind.name.lower()}）") for each in rows
        ]
        label = next(row.label for row in form("2021").rows_of("requests") if row.key == name)
        return Explanation(topic, "outcome", label, tuple(kinds))
    return outcome_explained(topic, rows[0]) if rows else None


def outcome_explained(topic: str, row: Outcome) -> Explanation:
    labels = {each.key: each.label for each in form("2021").rows_of("requests")}
    lines = [
        *(("依据", each.citation) for each in row.sources),
        ("年报表二", labels.get(row.row_2021 or "", "")),
        ("文书", f"{row.letter.code} {row.letter.zh}"),
        ("文书写明", "；".join(row.states)),
        ("救济", row.review.value),
    ]
    return Explanation(topic, "outcome", row.kind.value, shown(lines))


def of_ground(topic: str) -> Explanation | None:
    """`E14a`: a ground for withholding."""
    for each in EXEMPTIONS:
        if topic in {each.ground.value, each.ground.name.lower()}:
            lines = [("依据", each.source.citation), ("要旨", each.source.gist)]
            title = f"{each.ground.value} {each.zh}"
            return Explanation(topic, "ground", title, shown(lines))
    return None


def of_rule(topic: str) -> Explanation | None:
    """`A01` or the rule's name: title, why, source."""
    for each in RULES:
        if topic.upper() == each.id or topic == each.name:
            lines = [
                ("程度", each.severity.zh),
                ("原因", each.why),
                ("依据", each.source.citation),
                ("处理", each.mend.zh),
                ("English", each.title.en),
            ]
            return Explanation(each.id, "rule", f"{each.id} {each.title.zh}", shown(lines))
    return None


def of_term(topic: str) -> Explanation | None:
    """A statutory term in Chinese or English, or its name in code."""
    for each in TERMS:
        if topic.lower() in {each.zh, each.en.lower(), each.code.lower()}:
            return term_explained(each)
    return None


def term_explained(term: Term) -> Explanation:
    lines = [
        ("English", term.en),
        ("代码", term.code),
        ("依据", term.source.citation),
        *(("不同于", each) for each in term.not_to_be_confused_with),
    ]
    return Explanation(term.zh, "term", term.zh, shown(lines))


def shown(lines: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The lines that say something."""
    return tuple((label, said) for label, said in lines if said)


EXPLAINERS: tuple[Callable[[str], Explanation | None], ...] = (
    of_parameter,
    of_outcome,
    of_rule,
    of_ground,
    of_term,
    of_article,
)


def explanation(topic: str) -> Explanation | None:
    """What there is to say about a topic; None when nobody knows it."""
    wanted = topic.strip()
    return next((found for explain in EXPLAINERS if (found := explain(wanted))), None)
