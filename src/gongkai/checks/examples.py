"""Reports made up for the examples of rules: a clean report in which one thing is changed.

Examples are only built when a test or a page asks, so that importing a rule costs nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from gongkai.checks.pair import Years
from gongkai.checks.whole import WholeArea
from gongkai.reports.model.area import Area, Body
from gongkai.reports.model.document import (
    Attachment,
    Block,
    Cell,
    Document,
    Grid,
    Line,
    Paragraph,
    Place,
    SourceKind,
)
from gongkai.reports.model.report import Passage, Report
from gongkai.reports.model.statement import (
    SECTION_KEYS,
    Annex,
    BodyKind,
    CellState,
    ExtraRow,
    Label,
    Number,
    Section,
    SectionKey,
    State,
    Statement,
    paths_over,
)
from gongkai.statute.forms import Form, FormId, Row, form

BODY = "青禾区财政局"
YEAR = 2024
TITLES = {
    "overview": "总体情况",
    "proactive": "主动公开政府信息情况",
    "requests": "收到和处理政府信息公开申请情况",
    "remedies": "政府信息公开行政复议、行政诉讼情况",
    "problems": "存在的主要问题及改进情况",
    "other": "其他需要报告的事项",
}
NUMERALS = "一二三四五六"
CLEAN = {
    "overview": (
        "（一）主动公开。我局围绕财政预决算、政府采购等群众关心的事项做好公开。\n"
        "（二）依申请公开。规范登记、审核、办理、答复、归档各环节。\n"
        "（三）政府信息管理。落实先审查、后公开制度，动态更新公开目录。\n"
        "（四）政府信息公开平台建设。维护门户网站专栏，做到内容准确、更新及时。\n"
        "（五）监督保障。明确专人负责，组织业务培训，接受社会监督。"
    ),
    "proactive": "",
    "requests": "",
    "remedies": "",
    "problems": (
        "上一年度存在的解读形式单一问题，已通过增加图解、视频等形式改进。\n"
        "本年度存在的主要问题：部分栏目更新不够及时，业务培训还不够深入。\n"
        "改进措施：建立栏目更新提醒机制，每季度组织一次业务培训。"
    ),
    "other": "本年度未收取政府信息处理费。",
}
"""Prose that no rule objects to, whatever the tables hold."""


def applications(column: str = "natural_person", /, **rows: int) -> dict[str, Number]:
    """Figures of table two that add up: rows of one column, 总计 and （七）总计 with them."""
    outcomes = {row.key for row in form("2021").outcomes}
    handled = sum(count for key, count in rows.items() if key in outcomes)
    every = {"handled_total": handled, **rows}
    return {
        f"requests.{row}.{one}": count for row, count in every.items() for one in (column, "total")
    }


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportExample:
    """A clean report but for what is given.

    `figures` by path; a row of table two may be given alone (`requests.received`: natural persons
    and total). `prose`: section key, `preamble` or `annex` → text, paragraphs divided by line
    ends. `sections` replaces all sections where their numbers, titles or order matter.
    """

    figures: Mapping[str, Number | None] = field(default_factory=dict)
    prose: Mapping[str, str] = field(default_factory=dict)
    states: Mapping[str, State | CellState] = field(default_factory=dict)
    sections: tuple[Section, ...] | None = None
    labels: tuple[Label, ...] = ()
    extra_rows: tuple[ExtraRow, ...] = ()
    form_id: FormId | None = "2021"
    body: str | None = BODY
    year: int | None = YEAR
    title: str | None = ""
    signature: str | None = ""
    issued_on: date | None = date(YEAR + 1, 1, 10)
    published_on: date | None = None
    body_kind: BodyKind | None = "department"
    fees_unit: str | None = "万元"
    source: SourceKind = SourceKind.DOCX
    hidden: str = ""
    attachment: str = ""

    def build(self) -> Report:
        statement = self._statement()
        prose: dict[str, tuple[Passage, ...]] = {}
        places: dict[str, Place] = {}
        blocks = tuple(_blocks(statement, prose, places))
        return Report(
            statement,
            Document(
                kind=self.source,
                blocks=blocks,
                hidden=(Line(self.hidden),) if self.hidden else (),
                attachments=(Attachment("附件.docx", self.attachment),) if self.attachment else (),
            ),
            places,
            prose,
        )

    def _statement(self) -> Statement:
        own = form(self.form_id or "2021")
        states = {
            path: state if isinstance(state, CellState) else CellState(state)
            for path, state in self.states.items()
        }
        return Statement(
            self.form_id,
            self.body,
            self.year,
            figures=_figures(own, self.figures, states) if self.form_id else {},
            cells=states,
            title=self._title(),
            body_kind=self.body_kind,
            signature=self.body if self.signature == "" else self.signature,
            issued_on=self.issued_on,
            published_on=self.published_on,
            preamble=self.prose.get("preamble", ""),
            sections=self._sections() if self.sections is None else self.sections,
            annexes=(Annex(None, self.prose["annex"]),) if "annex" in self.prose else (),
            fees_unit=self.fees_unit,
            extra_rows=self.extra_rows,
            labels=self.labels,
        )

    def _title(self) -> str | None:
        if self.title != "":
            return self.title
        year = f"{self.year}年" if self.year else ""
        return f"{self.body or ''}{year}政府信息公开工作年度报告"

    def _sections(self) -> tuple[Section, ...]:
        prose = {**CLEAN, **self.prose}
        return tuple(
            Section(key, number, TITLES[key], prose[key])
            for key, number in zip(SECTION_KEYS, NUMERALS, strict=True)
        )


def section(key: SectionKey | None, number: str | None, title: str, text: str = "") -> Section:
    """A section for `sections=`; the clean prose of its key where no text is given."""
    return Section(key, number, title, text or CLEAN.get(key or "", ""))


def clean_sections(*left_out: SectionKey, **changed: Section) -> tuple[Section, ...]:
    """The six clean sections but for those left out and those changed, named by their keys."""
    return tuple(
        changed.get(key, Section(key, number, TITLES[key], CLEAN[key]))
        for key, number in zip(SECTION_KEYS, NUMERALS, strict=True)
        if key not in left_out
    )


def _figures(
    own: Form, given: Mapping[str, Number | None], states: Mapping[str, CellState]
) -> dict[str, Number | None]:
    figures: dict[str, Number | None] = dict.fromkeys(own.cells, 0)
    for path, value in given.items():
        if path in figures:
            figures[path] = value
        else:
            row = own.row(path)
            figures[row.cell(row.columns[0])] = figures[row.cell("total")] = value
    shown = {State.WORDS, State.SOLVED}
    empty = {path for path, state in states.items() if state.state not in shown}
    for cell in own.cells:
        if cell not in given and empty.intersection(paths_over(cell)):
            figures[cell] = None
    return figures


def _blocks(
    statement: Statement, prose: dict[str, tuple[Passage, ...]], places: dict[str, Place]
) -> Iterator[Block]:
    """The document of a statement, line by line; fills in where each part stands."""
    count = 0

    def paragraphs(path: str, text: str, level: int | None = None) -> Iterator[Block]:
        nonlocal count
        passages = []
        for line in text.split("\n") if text else ():
            count += 1
            passages.append(Passage(line, Place(line=count)))
            yield Paragraph(line, Place(line=count), level)
        if passages:
            places.setdefault(path, passages[0].place)
            if level is None:
                prose[path] = tuple(passages)

    yield from paragraphs("title", statement.title or "", 0)
    yield from paragraphs("preamble", statement.preamble)
    for index, section in enumerate(statement.sections):
        heading = f"{section.number}、{section.title}" if section.number else section.title
        yield from paragraphs(f"sections.{index}", heading, 1)
        yield from paragraphs(f"sections.{index}", section.text)
        if statement.form:
            for table in statement.form.tables:
                if table.section == section.key:
                    count += 1
                    places[table.key] = Place(line=count)
                    yield _grid(statement, statement.form, table.key)
    for index, annex in enumerate(statement.annexes):
        yield from paragraphs(f"annexes.{index}", annex.text)
    yield from paragraphs("signature", statement.signature or "", 0)


def _grid(statement: Statement, own: Form, table: str) -> Grid:
    printed = {label.at: label.printed for label in statement.labels}
    cells = []
    for index, row in enumerate(own.rows_of(table)):
        cells.append(Cell(printed.get(row.path, row.printed), index, 0))
        cells += [
            Cell(_shown(statement, row, column), index, place)
            for place, column in enumerate(row.columns, 1)
        ]
    return Grid(tuple(cells))


def _shown(statement: Statement, row: Row, column: str) -> str:
    state = statement.cells.get(row.cell(column))
    value = statement.figure(row.cell(column))
    return (state.printed if state else None) or ("" if value is None else str(value))


@dataclass(frozen=True, slots=True)
class YearsExample:
    """Two successive reports of one body: the first is moved to the year before the second's."""

    before: ReportExample
    report: ReportExample

    def build(self) -> Years:
        year = self.report.year
        before = replace(self.before, year=year - 1 if year else None)
        return Years(before.build(), self.report.build())


@dataclass(frozen=True, slots=True)
class AreaExample:
    """A list of bodies and the reports that were read."""

    bodies: tuple[Body, ...]
    reports: tuple[ReportExample, ...]

    def build(self) -> WholeArea:
        statements = tuple(example.build().statement for example in self.reports)
        return WholeArea(Area(self.bodies), statements)
