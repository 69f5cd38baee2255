"""A figure of the prose against the tables: does it agree, and if not, does a scope explain it?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from gongkai.checks.finding import Wording
from gongkai.reports.model.statement import Number, Statement
from gongkai.reports.prose.facts import Fact, Mode, Scope
from gongkai.reports.prose.measures import Measure, shown

FEW = 1
OWN_NAMES = ("局", "委", "办", "厅", "中心", "处", "所", "院", "站", "队", "会")
WAN = 10_000


@dataclass(frozen=True, slots=True)
class KnownScope:
    """A way of counting that officials use: the measure `of` told as `base` less `less`.

    `part` narrows it to one column of table one.
    """

    of: str
    base: str
    less: str
    reason: Wording
    part: str = ""


NEW_ONLY = Wording("只计本年新收的申请", "counts what was received this year only")
DECIDED = Wording("只计已审结的案件", "counts decided cases only")
SCOPES = (
    KnownScope(
        "received", "received+carried_in", "", Wording("含上年结转", "includes what was carried in")
    ),
    KnownScope(
        "received", "handled_total", "", Wording("只计已办结的申请", "counts answered ones only")
    ),
    KnownScope(
        "received",
        "received",
        "carried_out",
        Wording("不含结转下年度的申请", "leaves out what was carried over"),
    ),
    KnownScope("handled_total", "received", "", NEW_ONLY),
    KnownScope(
        "handled_total",
        "received+carried_in",
        "",
        Wording("含结转下年度继续办理的申请", "includes what was carried over"),
    ),
    KnownScope("handled_total", "handled_total", "carried_in", NEW_ONLY),
    KnownScope(
        "granted",
        "granted+partly_granted",
        "",
        Wording("含部分公开", "includes partial disclosure"),
    ),
    KnownScope("reconsideration", "reconsideration", "reconsideration.pending", DECIDED),
    KnownScope("litigation", "litigation", "litigation.pending", DECIDED),
    KnownScope(
        "reconsideration+litigation",
        "reconsideration+litigation",
        "reconsideration+litigation.pending",
        DECIDED,
    ),
    KnownScope(
        "litigation",
        "litigation_direct",
        "",
        Wording("只计未经复议直接起诉", "direct lawsuits only"),
    ),
    KnownScope(
        "litigation",
        "litigation_after_reconsideration",
        "",
        Wording("只计复议后起诉", "lawsuits after reconsideration only"),
    ),
    KnownScope(
        "normative_documents",
        "normative_documents",
        "normative_documents.issued",
        Wording("不含本年制发的文件", "leaves out those issued this year"),
        "in_force",
    ),
    KnownScope(
        "normative_documents",
        "regulations+normative_documents",
        "",
        Wording("含规章", "includes regulations"),
    ),
)


@dataclass(frozen=True, slots=True)
class Gap:
    """A figure that the tables contradict; `reason` where a known scope explains it exactly."""

    fact: Fact
    measure: Measure
    shown: Number
    reason: Wording | None


def gaps(statement: Statement, told: tuple[Fact, ...]) -> Iterator[Gap]:
    """The figures of this report's own year that the tables do not bear out."""
    for _, group in groupby(told, key=lambda fact: fact.sentence.index):
        beside = list(group)
        for fact in beside:
            gap = _gap(statement, fact) if _speaks_of(statement, fact) else None
            if gap and gap.shown != _with_the_like(fact, beside):
                yield gap


def _with_the_like(fact: Fact, beside: Sequence[Fact]) -> Number:
    """All that the sentence tells of a measure together: `主动公开范围4件，同意公开36件`."""
    return sum(other.quantity.value for other in beside if other.measures[:1] == fact.measures[:1])


def covers_area(statement: Statement) -> bool:
    """Whether the tables count a whole area, not one body."""
    if statement.scope or statement.body_kind:
        return statement.scope == "area" or statement.body_kind == "government"
    return bool(statement.body) and not str(statement.body).endswith(OWN_NAMES)


def _speaks_of(statement: Statement, fact: Fact) -> bool:
    """Whether a figure is of this year, of the whole, and of the bodies that the tables count."""
    if not fact.measures or fact.mode not in (Mode.TOLD, Mode.VAGUE) or fact.channels == FEW:
        return False
    if fact.year is not None and fact.year != statement.year:
        return False
    if fact.scope is Scope.AREA and not covers_area(statement):
        return not statement.body_kind or statement.body_kind in {"street", "township"}
    return not (fact.scope is Scope.OTHER and covers_area(statement))


def _gap(statement: Statement, fact: Fact) -> Gap | None:
    first: tuple[Measure, Number] | None = None
    for measure in fact.measures:
        for value in shown(statement, measure).values:
            if _agrees(fact, _in_unit(statement, measure, value)):
                return None
            first = first or (measure, value)
    if first is None:
        return None
    return Gap(fact, *first, _reason(statement, fact, *first))


def _in_unit(statement: Statement, measure: Measure, value: Number) -> Number:
    """The table's amount in 元, as the prose's amounts are."""
    if measure.part != "amount" or statement.fees_unit == "元":
        return value
    return value * WAN


def _agrees(fact: Fact, value: Number) -> bool:
    told = fact.quantity.value
    if fact.mode is Mode.VAGUE:
        return abs(told - value) <= max(2, 0.25 * max(told, value))
    return abs(told - value) <= (fact.quantity.step / 2 if fact.quantity.unit == "元" else 0) + 1e-6


def _reason(statement: Statement, fact: Fact, measure: Measure, value: Number) -> Wording | None:
    """The scope that explains the difference exactly."""
    for scope in SCOPES:
        if scope.of == measure.key and (not measure.part or scope.part in {"", measure.part}):
            came_to = _comes_to(statement, measure, scope)
            if came_to == fact.quantity.value != value:
                return scope.reason
    less = fact.quantity.value < value and covers_area(statement)
    if less and fact.scope is Scope.OWN:
        return Wording("只计本级机关，表格计全部机关", "counts the body alone, the table the area")
    if less and _counts_own(fact, measure):
        return Wording("可能只计本级机关", "perhaps only the body's own")
    return None


def _comes_to(statement: Statement, measure: Measure, scope: KnownScope) -> Number | None:
    part = measure.part
    base = shown(statement, Measure(measure.table, scope.base, part)).values
    less_key, _, less_part = scope.less.partition(".")
    less = shown(statement, Measure(measure.table, less_key, less_part or part)).values
    if not base or (scope.less and not less):
        return None
    return base[0] - (less[0] if scope.less else 0)


def _counts_own(fact: Fact, measure: Measure) -> bool:
    """Governments tell the documents and decisions of their own beside a table of the area."""
    return measure.table == "proactive" and fact.scope is not Scope.AREA
