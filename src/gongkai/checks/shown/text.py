"""Findings as lines for a terminal: what, where, which provision, what to do."""

from collections.abc import Callable, Iterator

from gongkai.checks.catalogue import RULES
from gongkai.checks.finding import Finding, Language, Severity
from gongkai.checks.judged import Judged
from gongkai.reports.model.document import Place

Paint = Callable[[str, str], str]
"""(text, style) → text; styles: error, warning, note, dim, strong."""


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


def place_in_words(place: Place, lang: Language) -> str:
    """`第 3 页第 41 行`, or nothing where the format knows no places."""
    words = {
        "zh": (("part", "{}"), ("page", "第 {} 页"), ("line", "第 {} 行"), ("row", "第 {} 排"))
        + (("column", "第 {} 列"),),
        "en": (("part", "{} "), ("page", "page {} "), ("line", "line {} "), ("row", "row {} "))
        + (("column", "column {}"),),
    }[lang]
    known = ((said, getattr(place, name)) for name, said in words)
    return "".join(said.format(value) for said, value in known if value is not None).strip()


def counts(judged: list[Judged] | Judged, lang: Language) -> str:
    """`2 个错误、1 个疑问、3 个提示`."""
    every = judged if isinstance(judged, list) else [judged]
    numbers = {s: sum(one.count(s) for one in every) for s in Severity}
    return in_numbers(numbers, lang)


def in_numbers(numbers: dict[Severity, int], lang: Language) -> str:
    if lang == "zh":
        return "、".join(f"{numbers[s]} 个{s.zh}" for s in Severity)
    return ", ".join(f"{numbers[s]} {s.value}{'s' * (numbers[s] != 1)}" for s in Severity)


def _about(judged: Judged) -> str:
    year = f"{judged.year} 年度" if judged.year else ""
    return f"{judged.body or ''} {year}".strip()


def _rank(finding: Finding) -> int:
    return list(Severity).index(finding.severity)


def _finding(
    judged: Judged, index: int, lang: Language, paint: Paint, depth: int
) -> Iterator[str]:
    finding, verdict = judged.findings[index], judged.verdicts[index]
    indent = "  " * depth
    label = finding.severity.zh if lang == "zh" else finding.severity.value
    where = place_in_words(finding.place, lang)
    head = f"{label} {finding.rule}" + (f"  {where}" if where else "")
    style = "dim" if verdict else finding.severity.value
    yield f"{indent}{paint(head, style)}  {paint(finding.message, 'dim') if verdict else finding.message}"
    if verdict:
        yield f"{indent}    {paint(f'{verdict.zh}：{verdict.why}（{verdict.who}，{verdict.when}）', 'dim')}"
    elif depth == 1:
        rule = RULES[finding.rule]
        basis, mend = ("依据", "处理") if lang == "zh" else ("provision", "what to do")
        said = f"{basis}：{rule.source}  {mend}：{rule.mend.said_in(lang)}"
        yield f"{indent}    {paint(said, 'dim')}"
    for other, each in enumerate(judged.findings):
        if each.caused_by == index:
            yield from _finding(judged, other, lang, paint, depth + 1)
