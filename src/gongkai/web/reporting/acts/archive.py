"""What is done with past reports that were read, and how a statement comes onto the shelf."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.db import transaction

from gongkai.checks.run import check
from gongkai.reports.model.area import same_name
from gongkai.reports.model.exchange import from_json, to_json
from gongkai.reports.model.statement import CellState, Note, Number, State, Statement, paths_over
from gongkai.statute.forms import form
from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import PLATFORM
from gongkai.web.audit.acts import record as write_trail
from gongkai.web.reporting import assemble
from gongkai.web.reporting.models.archive import MADE_HERE, Filer, Reading, Shelved
from gongkai.web.reporting.models.report import Report
from gongkai.web.reporting.queries import archive as queries
from gongkai.web.reporting.queries import report as report_queries
from gongkai.web.reporting.record import NotProvidedForError
from gongkai.web.reporting.taking import doubtful
from gongkai.web.review.chain import digest_of
from gongkai.web.search import acts as search_acts
from gongkai.web.ui import clock

PRIVATE = ("P01", "P02", "P03", "P04")
"""Rules about personal data: a part in which one speaks is not shown to the public."""
WITHHELD = "本部分含有个人信息，没有公布文字。"


def filer_of(body: Body) -> Filer:
    """The filer that a body of the platform is; reports filed before it joined are its own."""
    found = Filer.objects.filter(body=body).first()
    if found is None:
        found = Filer.objects.filter(body=None, key=same_name(body.name)).first() or Filer()
        found.body, found.code = body, body.code
    found.name, found.key = body.name, same_name(body.name)
    found.kind, found.area = body.kind, queries.area_of(body)
    found.save()
    return found


def enter_filer(*, name: str, kind: str, area: Body | None) -> Filer:
    """Enter a body that is not on the platform, or find it under its name."""
    body = queries.bodies_by_name().get(same_name(name))
    if body is not None:
        return filer_of(body)
    known = queries.filer_named(name)
    return known or Filer.objects.create(
        code=queries.free_code(name), name=name, key=same_name(name), kind=kind, area=area
    )


@transaction.atomic
def register(by: Actor, *, name: str, kind: str, area: Body) -> Filer:
    """Put a body that is not on the platform on the list of those who owe a report."""
    filer = enter_filer(name=name, kind=kind, area=area)
    write_trail(
        by,
        "reporting.register",
        subject=f"reporting.filer:{filer.pk}",
        title=f"登记报告单位：{name}",
        chain=area.code,
        facts={"name": name, "kind": kind, "code": filer.code},
    )
    return filer


def shelve(
    *, filer: Filer, statement: Statement, faults: Mapping[str, int], on: date | None, origin: str
) -> Shelved:
    """Put a published statement on the shelf, in the place of the version before it."""
    data = to_json(statement)
    own = form(statement.form_id or "2021")
    facts = {
        "form": statement.form_id or "",
        "scope": statement.scope or "",
        "statement": data,
        "figures": [statement.figure(cell) for cell in own.cells],
        "unit": (statement.fees_unit or statement.amount_unit or "")[:20],
        "states": {path: cell.state.value for path, cell in statement.cells.items()},
        "faults": dict(faults),
        "digest": digest_of(data),
        "published_on": on,
        "origin": origin,
        "changed": clock.now(),
    }
    before = Shelved.objects.filter(filer=filer, year=statement.year).first()
    if before is None:
        return Shelved.objects.create(filer=filer, year=statement.year, **facts)
    if before.digest != facts["digest"]:
        facts["version"] = before.version + 1
    for name, value in facts.items():
        setattr(before, name, value)
    before.save()
    return before


def shelve_report(report: Report) -> Shelved:
    """Put the version of a report that stands before the public on the shelf."""
    statement = report_queries.public_statement(report)
    found = report_queries.findings(statement, report_queries.earlier_of(report))
    shelved = shelve(
        filer=filer_of(report.body),
        statement=statement,
        faults=Counter(each.rule for each in found),
        on=report.published_on,
        origin=f"{report_queries.SUBJECT}:{report.pk}",
    )
    search_acts.remove(queries.found_as(shelved))  # the report itself is found instead
    return shelved


def rebuild() -> int:
    """Make the copies of all reports that were published here anew; returns how many."""
    published = list(report_queries.published())
    for report in published:
        shelve_report(report)
    return len(published)


@transaction.atomic
def confirm(
    by: Actor,
    *,
    reading: Reading,
    name: str,
    kind: str,
    year: int,
    settled: Mapping[str, Number | None],
) -> Shelved:
    """Publish what was read as data, with what a person settled against the source.

    `settled`: cell → the number that the source shows there, None where it shows none.
    """
    locked = _open(reading)
    statement = replace(from_json(locked.statement), body=name, year=year)
    left = [cell for cell in doubtful(statement) if cell not in settled]
    if left:
        raise NotProvidedForError(f"还有 {len(left)} 格没有对照原文确认。")
    intake = locked.file.intake
    filer = enter_filer(name=name, kind=kind, area=intake.area)
    if intake.body and filer.body != intake.body:
        raise NotProvidedForError(f"这份报告不是{intake.body.name}的，请核对单位名称。")
    if Shelved.objects.filter(filer=filer, year=year, origin__startswith=MADE_HERE).exists():
        raise NotProvidedForError("这一年度的报告是在平台上编制公布的，不能用文件代替。")
    made = _settled(statement, settled, by.name)
    faults = _faults(locked.findings, made, changed=bool(settled))
    shelved = shelve(
        filer=filer,
        statement=_public(made, locked.findings),
        faults=faults,
        on=made.published_on,
        origin=f"{queries.SUBJECT}:{locked.pk}",
    )
    search_acts.put(queries.to_find(shelved))
    locked.filer, locked.year, locked.state = filer, year, Reading.State.CONFIRMED
    facts = {"settled": dict(settled), "digest": shelved.digest, "version": shelved.version}
    _decide(by, locked, facts)
    return shelved


@transaction.atomic
def set_aside(by: Actor, *, reading: Reading, reason: str) -> None:
    """Do not use what was read: no report, or one that is there already."""
    locked = _open(reading)
    locked.state, locked.reason = Reading.State.SET_ASIDE, reason
    _decide(by, locked, {"reason": reason})


@transaction.atomic
def withdraw(by: Actor, *, reading: Reading, reason: str) -> None:
    """Take what was published of a reading from the public: pages, data and search, at once."""
    locked = Reading.objects.select_for_update().get(pk=reading.pk)
    shelved = queries.published_from(locked)
    if shelved is None:
        raise NotProvidedForError("这份报告没有公布，或者已经由另一份代替。")
    search_acts.remove(queries.found_as(shelved))
    shelved.delete()
    locked.state, locked.reason = Reading.State.SET_ASIDE, f"撤下：{reason}"[:300]
    _decide(by, locked, {"reason": reason, "digest": shelved.digest})


def confirm_clear(by: Actor, readings: Iterable[Reading]) -> tuple[int, int]:
    """Confirm all that read without a doubt and whose year is not on the shelf yet.

    Returns how many were confirmed, how many were left.
    """
    done = left = 0
    for reading in readings:
        known = reading.filer or queries.filer_named(reading.name)
        taken = known and Shelved.objects.filter(filer=known, year=reading.year).exists()
        if not reading.clear or taken or not reading.year:
            left += 1
            continue
        kind = reading.statement.get("body_kind") or Body.Kind.DEPARTMENT
        confirm(by, reading=reading, name=reading.name, kind=kind, year=reading.year, settled={})
        done += 1
    return done, left


def _open(reading: Reading) -> Reading:
    locked = Reading.objects.select_for_update().get(pk=reading.pk)
    if locked.state != Reading.State.OPEN:
        raise NotProvidedForError(f"这份报告{locked.get_state_display()}，不能再改。")
    return locked


def _settled(statement: Statement, settled: Mapping[str, Number | None], by: str) -> Statement:
    """The statement with the figures a person found in the source, and a note that says so."""
    cells = {
        path: state
        for path, state in statement.cells.items()
        if not any(path in paths_over(cell)[:2] for cell in settled)
    }
    for cell, value in settled.items():
        if value is None:
            state = statement.state(cell)
            gap = state if state in MISSING else State.BLANK
            cells[cell] = CellState(gap or State.BLANK)
    if not settled:
        return statement
    note = Note("ambiguity", "tables", f"{len(settled)} 格由{by}对照原文确认")
    figures = {**statement.figures, **settled}
    return replace(statement, figures=figures, cells=cells, notes=(*statement.notes, note))


MISSING = {State.MISSING_CELL, State.MISSING_ROW, State.MISSING_COLUMN}


def _public(statement: Statement, findings: Iterable[Mapping[str, Any]]) -> Statement:
    """The statement without the words of parts in which personal data was found."""
    private = {each["at"] for each in findings if each["rule"] in PRIVATE}
    sections = tuple(
        replace(section, text=WITHHELD)
        if private & {f"sections.{index}", f"sections.{section.key}"}
        else section
        for index, section in enumerate(statement.sections)
    )
    annexes = tuple(
        replace(annex, text=WITHHELD) if f"annexes.{index}" in private else annex
        for index, annex in enumerate(statement.annexes)
    )
    preamble = WITHHELD if "preamble" in private else statement.preamble
    return replace(statement, sections=sections, annexes=annexes, preamble=preamble)


def _faults(
    findings: Iterable[Mapping[str, Any]], statement: Statement, *, changed: bool
) -> Counter[str]:
    """Rule → findings; the sums are judged anew where a person settled figures."""
    told = Counter(each["rule"] for each in findings)
    if changed:
        anew = Counter(f.rule for f in check(assemble.report(statement), select=("A",)))
        told = Counter({rule: n for rule, n in told.items() if rule[0] != "A"}) + anew
    return told


def _decide(by: Actor, reading: Reading, facts: Mapping[str, object]) -> None:
    """Write a decision that was made on a reading, and put it in the trail."""
    reading.decided, reading.decided_by = clock.now(), by.name
    reading.save()
    state = Reading.State(reading.state)
    area, filer = reading.file.intake.area, reading.filer
    chain = filer.body.code if filer and filer.body else area.code if area else PLATFORM
    write_trail(
        by,
        "reporting.confirm" if state is Reading.State.CONFIRMED else "reporting.set_aside",
        subject=f"{queries.SUBJECT}:{reading.pk}",
        title=f"{state.label}：{reading.name or reading.file.name} {reading.year or ''}年度报告",
        chain=chain,
        facts=facts,
    )
