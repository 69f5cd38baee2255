"""Run the catalogue over a report."""

from collections.abc import Iterable, Sequence
from typing import Any

from gongkai.checks.casefile import CaseFile
from gongkai.checks.catalogue import (
    AREA_RULES,
    LETTER_RULES,
    PROSE_RULES,
    REPORT_RULES,
    REQUEST_RULES,
    YEARS_RULES,
)
from gongkai.checks.causes import causes
from gongkai.checks.finding import Finding, Found, Language
from gongkai.checks.pair import Years, year_before
from gongkai.checks.paper import CheckedLetter
from gongkai.checks.rule import Rule, Subject
from gongkai.checks.whole import WholeArea
from gongkai.reports.model.area import Area
from gongkai.reports.model.document import NOWHERE, Place
from gongkai.reports.model.report import Report
from gongkai.reports.model.statement import SECTION_KEYS, Statement
from gongkai.reports.prose.reading import Prose


def check(
    report: Report,
    *,
    earlier: Sequence[Report] = (),
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    lang: Language = "zh",
) -> list[Finding]:
    """Every finding about a report, in the order of the catalogue.

    `earlier` holds other reports of the same body: with the year before among them the Y rules
    speak too. `select` and `ignore` take ids or their beginnings (`A`, `N01`).
    """
    chosen = Choice(select, ignore)
    found: list[tuple[Rule[Any], Found]] = [
        *judged(REPORT_RULES, report, report, chosen),
        *judged(PROSE_RULES, Prose(report, year_before(report, earlier)), report, chosen),
        *_against_the_year_before(report, earlier, chosen),
    ]
    links = causes(report, [(rule.id, each.at) for rule, each in found])
    return [
        Finding(
            rule=rule.id,
            severity=each.severity or rule.severity,
            at=each.at,
            place=each.place or place_of(report, each.at),
            message=each.zh if lang == "zh" else each.en,
            caused_by=links.get(index),
        )
        for index, (rule, each) in enumerate(found)
    ]


def check_area(
    area: Area,
    statements: Iterable[Statement],
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    lang: Language = "zh",
) -> list[Finding]:
    """Every finding about the reports of an area's bodies, as a whole."""
    whole, chosen = WholeArea(area, tuple(statements)), Choice(select, ignore)
    return [
        Finding(
            rule=rule.id,
            severity=found.severity or rule.severity,
            at=found.at,
            place=NOWHERE,
            message=found.zh if lang == "zh" else found.en,
        )
        for rule in AREA_RULES
        if rule.id in chosen
        for found in rule.judge(whole)
    ]


def check_request(case: CaseFile, *, lang: Language = "zh") -> list[Finding]:
    """Every finding about the record of an application, in the order of the catalogue."""
    return _found(REQUEST_RULES, case, lang)


def check_letter(letter: CheckedLetter, *, lang: Language = "zh") -> list[Finding]:
    """Every finding about a letter, in the order of the catalogue."""
    return _found(LETTER_RULES, letter, lang)


def _found(rules: Iterable[Rule[Subject]], subject: Subject, lang: Language) -> list[Finding]:
    return [
        Finding(
            rule=rule.id,
            severity=found.severity or rule.severity,
            at=found.at,
            place=found.place or NOWHERE,
            message=found.zh if lang == "zh" else found.en,
        )
        for rule in rules
        for found in rule.judge(subject)
    ]


class Choice:
    """Which rules a person asked for: ids or their beginnings; nothing selected is everything."""

    def __init__(self, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> None:
        self.select = tuple(name.strip().upper() for name in select)
        self.ignore = tuple(name.strip().upper() for name in ignore)

    def __contains__(self, rule_id: object) -> bool:
        name = str(rule_id)
        return (not self.select or name.startswith(self.select)) and not (
            self.ignore and name.startswith(self.ignore)
        )


def judged(
    rules: Iterable[Rule[Subject]], subject: Subject, report: Report, chosen: Choice
) -> list[tuple[Rule[Subject], Found]]:
    """What these rules find in a subject; `report` tells which edition of the form it follows."""
    form_id = report.statement.form_id
    return [
        (rule, found)
        for rule in rules
        if rule.id in chosen and rule.speaks_of(form_id)
        for found in rule.judge(subject)
    ]


def _against_the_year_before(
    report: Report, earlier: Sequence[Report], chosen: Choice
) -> list[tuple[Rule[Years], Found]]:
    before = year_before(report, earlier)
    return judged(YEARS_RULES, Years(before, report), report, chosen) if before else []


def place_of(report: Report, at: str) -> Place:
    """Where a path stands; a section named by its key is looked up by its index."""
    head, _, rest = at.partition(".")
    key = rest.partition(".")[0]
    if head == "sections" and key in SECTION_KEYS:
        sections = report.statement.sections
        index = next((i for i, section in enumerate(sections) if section.key == key), None)
        at = head if index is None else f"{head}.{index}"
    return report.place(at) or NOWHERE
