"""Findings as lines for a terminal: what, where, which provision, what to do."""

from collections.abc import Callable, Iterator, Sequence

from gongkai.checks.catalogue import RULES
from gongkai.checks.finding import Finding, Language, Severity
from gongkai.checks.judged import Judged
from gongkai.reports.model.document import Place

Paint = Callable[[str, str], str]
"""(text, style) → text; styles: error, warning, note, dim, strong."""

PLACES: dict[Language, dict[str, str]] = {
    "zh": {
        "part": "{} ",
        "page": "第 {} 页",
        "line": "第 {} 行",
        "row": "第 {} 行",
        "column": "第 {} 格",
    },
    "en": {
        "part": "{} ",
        "page": "page {} ",
        "line": "line {} ",
        "row": "row {} ",
        "column": "cell {}",
    },
}


def lines(judged: Judged, lang: Language, paint: Paint) -> Iterator[str]:
    """One report: its heading, then each finding with those that follow from it below it."""
    if judged.reason is not None:
        label = "无法读取：" if lang == "zh" else "cannot be read: "
        yield f"{paint(judged.path, 'strong')}  {paint(label + judged.reason, 'error')}"
        return
    yield f"{paint(judged.path, 'strong')}  {paint(_about(judged), 'dim')}"
    if not judged.findings:
        yield "  " + paint("没有发现问题" if lang == "zh" else "nothing found", "dim")
    order = sorted(range(len(judged.findings)), key=lambda i: _rank(judged.findings[i]))
    for index in order:
        if judged.findings[index].caused_by is None:
            yield from _finding(judged, index, lang, paint, depth=1)


def area_lines(area: Sequence[Finding], lang: Language, paint: Paint) -> Iterator[str]:
    """The findings about an area as a whole."""
    if area:
        yield paint("全部机关" if lang == "zh" else "All bodies", "strong")
    for finding in area:
        label = finding.severity.zh if lang == "zh" else finding.severity.value
        head = paint(f"{label} {finding.rule}", finding.severity.value)
        yield f"  {head}  {finding.message}"
        yield f"      {paint(_basis(finding.rule, lang), 'dim')}"


def _basis(rule_id: str, lang: Language) -> str:
    rule = RULES[rule_id]
    basis, mend = ("依据", "处理") if lang == "zh" else ("provision", "what to do")
    return f"{basis}：{rule.source}  {mend}：{rule.mend.said_in(lang)}"


def place_in_words(place: Place, lang: Language) -> str:
    """`第 3 页第 41 行`, or nothing where the format knows no places."""
    known = ((said, getattr(place, name)) for name, said in PLACES[lang].items())
    return "".join(said.format(value) for said, value in known if value is not None).strip()


def in_numbers(numbers: dict[Severity, int], lang: Language) -> str:
    if lang == "zh":
        return "、".join(f"{numbers[s]} 个{s.zh}" for s in Severity)
    return ", ".join(f"{numbers[s]} {s.value}{'s' * (numbers[s] != 1)}" for s in Severity)


def _about(judged: Judged) -> str:
    year = f"{judged.year} 年度" if judged.year else ""
    return f"{judged.body or ''} {year}".strip()


def _rank(finding: Finding) -> int:
    return list(Severity).index(finding.severity)


def _finding(judged: Judged, index: int, lang: Language, paint: Paint, depth: int) -> Iterator[str]:
    finding, verdict = judged.findings[index], judged.verdicts[index]
    indent = "  " * depth
    label = finding.severity.zh if lang == "zh" else finding.severity.value
    where = place_in_words(finding.place, lang)
    head = f"{label} {finding.rule}" + (f"  {where}" if where else "")
    if verdict:
        yield indent + paint(f"{head}  {finding.message}", "dim")
        yield f"{indent}    {paint(verdict.said_in(lang), 'dim')}"
    else:
        yield f"{indent}{paint(head, finding.severity.value)}  {finding.message}"
    if not verdict and depth == 1:
        yield f"{indent}    {paint(_basis(finding.rule, lang), 'dim')}"
    for other, each in enumerate(judged.findings):
        if each.caused_by == index:
            yield from _finding(judged, other, lang, paint, depth + 1)
