"""A report with its findings marked in place, as HTML; pages are self-contained."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import jinja2
from markupsafe import Markup, escape

from gongkai.checks.catalogue import RULES
from gongkai.checks.finding import Finding, Language, Severity
from gongkai.checks.naming import TABLES
from gongkai.checks.shown.text import place_in_words
from gongkai.checks.verdicts import Verdict
from gongkai.reports.model.document import Place
from gongkai.reports.model.report import Passage, Report, section_path
from gongkai.reports.model.statement import State, Statement
from gongkai.statute.forms import Form, Row

QUOTED = re.compile(r"“([^“”]{2,40})”")
GROUPS_SHOWN = {"refused", "unavailable", "not_processed", "other"}
WORDS = {
    "zh": {
        "contents": "报告",
        "none": "没有发现问题",
        "elsewhere": "其他位置",
        "basis": "依据",
        "mend": "处理",
        "caused": "由此引起",
        "settled": "已有结论",
        "no_figure": {
            State.BLANK: "空白",
            State.MISSING_CELL: "缺格",
            State.MISSING_ROW: "缺行",
            State.MISSING_COLUMN: "缺列",
            State.AMBIGUOUS: "待定",
            State.NOT_IN_FORM: "未列",
        },
    },
    "en": {
        "contents": "Reports",
        "none": "Nothing found",
        "elsewhere": "Elsewhere",
        "basis": "Provision",
        "mend": "What to do",
        "caused": "Follows from",
        "settled": "Settled",
        "no_figure": {
            State.BLANK: "blank",
            State.MISSING_CELL: "no cell",
            State.MISSING_ROW: "no row",
            State.MISSING_COLUMN: "no column",
            State.AMBIGUOUS: "unsettled",
            State.NOT_IN_FORM: "not listed",
        },
    },
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding as the page shows it."""

    number: int
    finding: Finding
    verdict: Verdict | None
    lang: Language

    @property
    def anchor(self) -> str:
        return f"f{self.number}"

    @property
    def label(self) -> str:
        return self.finding.severity.zh if self.lang == "zh" else self.finding.severity.value

    @property
    def where(self) -> str:
        return place_in_words(self.finding.place, self.lang)

    @property
    def title(self) -> str:
        return RULES[self.finding.rule].title.said_in(self.lang)

    @property
    def source(self) -> str:
        return str(RULES[self.finding.rule].source)

    @property
    def mend(self) -> str:
        return RULES[self.finding.rule].mend.said_in(self.lang)


@dataclass(slots=True)
class Marks:
    """The findings of a report that no block of the page has taken yet."""

    left: list[Mark]

    def take(self, *paths: str, below: bool = False) -> list[Mark]:
        """Those at these paths (or, with `below`, under them)."""
        return self._take(lambda mark: _is_at(mark.finding.at, paths, below))

    def take_passage(self, at: str, place: Place) -> list[Mark]:
        return self._take(lambda mark: mark.finding.at == at and mark.finding.place == place)

    def _take(self, wanted: Callable[[Mark], bool]) -> list[Mark]:
        taken = [mark for mark in self.left if wanted(mark)]
        self.left = [mark for mark in self.left if not wanted(mark)]
        return taken


@dataclass(slots=True)
class Block:
    """A heading, paragraph or table of the page with the findings about it."""

    kind: str
    html: Markup = Markup()
    marks: list[Mark] = field(default_factory=list)
    key: str = ""
    worst: str = ""


def article(
    report: Report,
    path: str,
    findings: Sequence[Finding],
    verdicts: Sequence[Verdict | None],
    lang: Language = "zh",
    prefix: str = "",
) -> str:
    """One report as an HTML article: what was found, then the report with each finding in place."""
    marks = [
        Mark(number, finding, verdict, lang)
        for number, (finding, verdict) in enumerate(zip(findings, verdicts, strict=True), 1)
    ]
    left = Marks(list(marks))
    blocks = list(_blocks(report, left, lang, prefix))
    order = {severity: rank for rank, severity in enumerate(Severity)}
    return _template("article.html").render(
        statement=report.statement,
        path=path,
        marks=sorted(marks, key=lambda m: (m.verdict is not None, order[m.finding.severity])),
        by_index=marks,
        counts=[(s, sum(m.finding.severity is s and not m.verdict for m in marks)) for s in Severity],
        blocks=blocks,
        elsewhere=left.left,
        words=WORDS[lang],
        lang=lang,
        prefix=prefix,
    )


def head(lang: Language = "zh") -> str:
    """What stands before the articles: the page's head and style."""
    return _template("head.html").render(lang=lang)


def foot() -> str:
    return "</main>\n</body>\n</html>\n"


@cache
def _template(name: str) -> jinja2.Template:
    folder = files("gongkai.checks.shown")
    loader = jinja2.FunctionLoader(lambda asked: folder.joinpath(asked).read_text("utf-8"))
    return jinja2.Environment(
        loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True
    ).get_template(name)


def _blocks(report: Report, marks: Marks, lang: Language, prefix: str) -> Iterator[Block]:
    statement = report.statement
    yield _block("title", statement.title or "", marks.take("title", "body", "year"))
    yield from _prose(report, "preamble", "preamble", marks)
    for index, section in enumerate(statement.sections):
        at = section_path(statement, index)
        heading = f"{section.number}、{section.title}" if section.number else section.title
        place = report.place(f"sections.{index}")
        yield _block("heading", heading, marks.take_passage(at, place) if place else [])
        yield from _prose(report, f"sections.{index}", at, marks)
        if rest := marks.take(at):
            yield _block("remarks", "", rest)
        for table in statement.form.tables if statement.form else ():
            if table.section == section.key and statement.form:
                yield _table(statement, statement.form, table.key, marks, lang, prefix)
    yield from _tables_without_section(statement, marks, lang, prefix)
    for index, _ in enumerate(statement.annexes):
        yield from _prose(report, f"annexes.{index}", f"annexes.{index}", marks)
    issued = statement.issued_on.isoformat() if statement.issued_on else ""
    signed = " ".join(filter(None, (statement.signature, issued)))
    yield _block("signature", signed, marks.take("signature", "issued_on"))


def _tables_without_section(
    statement: Statement, marks: Marks, lang: Language, prefix: str
) -> Iterator[Block]:
    found = {section.key for section in statement.sections}
    for table in statement.form.tables if statement.form else ():
        if table.section not in found and statement.form:
            yield _table(statement, statement.form, table.key, marks, lang, prefix)


def _prose(report: Report, path: str, at: str, marks: Marks) -> Iterator[Block]:
    for passage in report.prose.get(path, ()):
        taken = marks.take_passage(at, passage.place)
        yield Block("paragraph", _marked(passage, taken), taken, worst=_worst(taken))


def _marked(passage: Passage, marks: Iterable[Mark]) -> Markup:
    """The paragraph, the words that its findings quote set off."""
    words = {word for mark in marks for word in QUOTED.findall(mark.finding.message)}
    found = sorted((w for w in words if w in passage.text), key=len, reverse=True)
    if not found:
        return escape(passage.text)
    pieces = re.split("(" + "|".join(map(re.escape, found)) + ")", passage.text)
    return Markup("").join(
        Markup("<mark>{}</mark>").format(piece) if piece in found else escape(piece)
        for piece in pieces
    )


def _block(kind: str, text: str, marks: list[Mark]) -> Block:
    return Block(kind, escape(text), marks, worst=_worst(marks))


def _worst(marks: Iterable[Mark]) -> str:
    severities = {mark.finding.severity for mark in marks if mark.verdict is None}
    return next((severity.value for severity in Severity if severity in severities), "")


def _table(
    statement: Statement, form: Form, table: str, marks: Marks, lang: Language, prefix: str
) -> Block:
    taken = marks.take(table, below=True)
    by_path = {mark.finding.at: mark for mark in reversed(taken)}
    return Block(
        "table",
        Markup(
            _template("table.html").render(
                name=TABLES[table].said_in(lang),
                prefix=prefix,
                groups=list(_groups(statement, form, table, by_path, lang)),
            )
        ),
        taken,
        table,
        _worst(taken),
    )


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell of the page: its text, the finding about it or its row or column."""

    text: str
    mark: Mark | None = None
    faint: bool = False


def _groups(
    statement: Statement, form: Form, table: str, marks: dict[str, Mark], lang: Language
) -> Iterator[tuple[list[Shown], list[tuple[Shown, list[Shown]]]]]:
    """Rows that share their columns: the head, then each row with its label."""
    rows = form.rows_of(table)
    for first, row in enumerate(rows):
        if first and rows[first - 1].columns == row.columns:
            continue
        alike = []
        for other in rows[first:]:
            if other.columns != row.columns:
                break
            alike.append(other)
        header = [
            Shown(form.column(table, key).label, marks.get(f"{table}.*.{key}"))
            for key in row.columns
        ]
        yield header, [(_label(form, r, marks), _cells(statement, r, marks, lang)) for r in alike]


def _label(form: Form, row: Row, marks: dict[str, Mark]) -> Shown:
    group = next((g for g in form.groups_of(row.table) if g.key == row.group), None)
    over = f"{group.number}{group.label} " if group and group.key in GROUPS_SHOWN else ""
    return Shown(over + row.printed, marks.get(row.path) if len(row.cells) > 1 else None)


def _cells(
    statement: Statement, row: Row, marks: dict[str, Mark], lang: Language
) -> list[Shown]:
    cells = []
    for cell in row.cells:
        value, state = statement.figure(cell), statement.state(cell)
        empty = WORDS[lang]["no_figure"].get(state, "—")  # type: ignore[attr-defined]
        cells.append(
            Shown(empty if value is None else f"{value:g}" if value % 1 else f"{value:.0f}",
                  marks.get(cell), value is None)
        )
    return cells


def _is_at(at: str, paths: tuple[str, ...], below: bool) -> bool:
    return any(at == path or (below and at.startswith(f"{path}.")) for path in paths)
