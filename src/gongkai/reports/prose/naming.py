"""Which of the tables' quantities a figure speaks of, from the words around it."""

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.reports.prose.lexicon import Class, Word
from gongkai.reports.prose.measures import Measure
from gongkai.reports.prose.sentences import Topic

APPLICATIONS = frozenset({"application", "plain"})
REMEDIES = frozenset({"reconsideration", "litigation"})
DOCUMENTS = frozenset({"normative_documents", "regulations"})
DECISIONS = frozenset({"permits", "penalties", "coercive_measures"})
CASES = frozenset({"件", "宗", "例", "起", "份", "次", "件次", "人次", "个", "项", "条", "单", ""})
CLEAR_CASES = CASES - {"个", "项", "条", "次", ""}


@dataclass(frozen=True, slots=True)
class Window:
    """The words around a figure: before it, right behind it, earlier in the sentence.

    `of_applications`: the sentence before spoke of applications. `of_attributes`: the sentence
    sorts documents into 主动公开, 依申请公开 and 不予公开 as they are made. `disclosure_later`: it
    names disclosure only behind the figure (复议案件126件，其中涉及政府信息公开9件).
    """

    direct: Sequence[Word]
    right: Sequence[Word]
    earlier: Sequence[Word]
    topic: Topic
    unit: str
    of_applications: bool = False
    of_attributes: bool = False
    disclosure_later: bool = False

    def names(self, kind: Class) -> list[str]:
        """The names of a class before the figure, the nearest first; else those behind it."""
        before = [word.name for word in reversed(self.direct) if word.kind is kind]
        return before or [word.name for word in self.right if word.kind is kind]

    def has(self, kind: Class, name: str | None = None) -> bool:
        """Whether such a word stands before the figure or behind it."""
        return any(
            word.kind is kind and name in {None, word.name} for word in (*self.direct, *self.right)
        )


@dataclass(frozen=True, slots=True)
class Naming:
    """The measures a figure may speak of, the likeliest first; `certain` if it is said outright."""

    measures: tuple[Measure, ...] = ()
    certain: bool = False


NOTHING = Naming()


def named(window: Window) -> Naming:
    """What a figure speaks of; nothing where its subject is not one of the tables'."""
    thing, near = _thing(window)
    if thing in APPLICATIONS:
        return _application(window, near)
    if thing in REMEDIES and _is_about_disclosure(window):
        return _remedy(window, thing, near)
    if thing in DOCUMENTS and (near or _acts(window) & set(PARTS)):
        return _documents(window, thing)
    if thing in DECISIONS and near:
        return _decisions(window, thing)
    if thing == "fees" and near and window.unit == "元":
        return Naming((Measure("proactive", "fees", "amount"),), certain=True)
    return NOTHING


def _thing(window: Window) -> tuple[str, bool]:
    """The thing counted, and whether it is named beside the figure."""
    for word in reversed(window.direct):
        if word.kind in (Class.ROW, Class.CARRY):
            return _context(window) or _lately(window), True
        if word.kind is Class.THING:
            return _plain(word.name, window), True
        if word.kind is Class.WAY:
            return "litigation", True
    for word in window.right:
        if word.kind in (Class.ROW, Class.CARRY):
            return _context(window) or _lately(window), True
        if word.kind is Class.THING:
            return _plain(word.name, window), True
    return _context(window), False


def _plain(name: str, window: Window) -> str:
    """`申请` alone is an application for information only where these are spoken of."""
    if name != "plain":
        return name
    spoken_of = _context(window) in APPLICATIONS or _speaks_of_disclosure(window)
    return "application" if spoken_of or window.of_applications else ""


def _context(window: Window) -> str:
    """What the sentence speaks of before the figure, else the topic of the paragraph."""
    for word in reversed(window.earlier):
        if word.kind is Class.THING:
            if word.name != "plain":
                return word.name
            if _speaks_of_disclosure(window) or window.topic == "requests":
                return "application"
        if word.kind in (Class.ROW, Class.CARRY):
            return "application"
    return "application" if window.topic == "requests" else ""


def _lately(window: Window) -> str:
    """Outcomes told in a sentence of their own belong to the applications told just before."""
    return "application" if window.of_applications else ""


def _speaks_of_disclosure(window: Window) -> bool:
    return window.topic == "requests" or any(
        word.kind is Class.ASIDE and word.name == "disclosure"
        for word in (*window.direct, *window.earlier)
    )


def _is_about_disclosure(window: Window) -> bool:
    told_of = window.topic in {"requests", "remedies"} and not window.disclosure_later
    return told_of or any(
        (word.kind is Class.ASIDE and word.name == "disclosure")
        or (word.kind is Class.THING and word.name in APPLICATIONS)
        for word in (*window.direct, *window.right, *window.earlier)
    )


def _application(window: Window, near: bool) -> Naming:
    if window.of_attributes or window.unit not in (CASES if near else CLEAR_CASES):
        return NOTHING
    applicants = dict.fromkeys(window.names(Class.APPLICANT))
    part = next(iter(applicants)) if len(applicants) == 1 else ""
    rows, carries = window.names(Class.ROW), window.names(Class.CARRY)
    if rows:
        return Naming(_requests(rows, part), certain=True)
    if carries:
        return _carried(window, carries[0], part)
    if part:
        return _applicants(window, part)
    return _acted_on(window, near)


def _requests(keys: Sequence[str], part: str = "") -> tuple[Measure, ...]:
    return tuple(Measure("requests", key, part) for key in dict.fromkeys(keys))


def _carried(window: Window, way: str, part: str) -> Naming:
    if way == "either":
        return Naming(_requests(["carried_out", "carried_in"], part))
    if way == "out":
        return Naming(_requests(["carried_out"], part), certain=True)
    if _acts(window) & {"receive", "accept"}:
        return Naming(_requests(["received+carried_in", "carried_in"], part), certain=True)
    return Naming(_requests(["carried_in"], part), certain=True)


def _applicants(window: Window, part: str) -> Naming:
    """Figures by applicant: of what came in, unless an outcome was spoken of before."""
    rows = [word.name for word in window.earlier if word.kind is Class.ROW]
    acts = _acts(window) or {w.name for w in window.earlier if w.kind is Class.ACT}
    came_in = ["received", "received+carried_in", "handled_total"]
    answered = ["handled_total", "received+carried_in", "received"]
    keys = [*(answered if acts and acts <= {"answer"} else came_in), *rows]
    return Naming(_requests(keys, part), certain=not rows)


def _acted_on(window: Window, near: bool) -> Naming:
    """Figures of what was received or answered as a whole."""
    acts = _acts(window)
    if acts & {"publish", "issue", "repeal", "decide"} or window.has(Class.ASIDE, "clean"):
        return NOTHING
    said = near or _named_before(window)
    taken, answered = bool(acts & {"receive", "accept"}), "answer" in acts
    if taken and not answered:
        return Naming(_requests(["received"]), certain=said)
    if answered and not taken:
        return Naming(_requests(["handled_total"]), certain=said)
    if taken or "handle" in acts:
        keys = ["handled_total", "received", "received+carried_in"]
        return Naming(_requests(keys), certain=said)
    if near or window.has(Class.TOTAL):
        return Naming(_requests(["received", "received+carried_in", "handled_total"]))
    return NOTHING


def _named_before(window: Window) -> bool:
    """Whether the sentence itself named applications before."""
    return any(w.kind is Class.THING and w.name in APPLICATIONS for w in window.earlier)


def _acts(window: Window) -> set[str]:
    return set(window.names(Class.ACT))


def _remedy(window: Window, thing: str, near: bool) -> Naming:
    if window.has(Class.ASIDE, "court") or window.unit not in CASES:
        return NOTHING
    beside = {word.name for word in window.direct if word.kind is Class.THING} & REMEDIES
    key = "reconsideration+litigation" if len(beside) > 1 else thing
    ways = window.names(Class.WAY)
    if ways:
        key = "litigation_direct" if ways[0] == "direct" else "litigation_after_reconsideration"
    results = window.names(Class.RESULT)
    if not near and not results and not ways:
        return NOTHING
    return Naming((Measure("remedies", key, results[0] if results else ""),), certain=True)


def _documents(window: Window, thing: str) -> Naming:
    """Normative documents and regulations: issued, repealed, in force, or only published."""
    if window.unit not in CASES | {"部"}:
        return NOTHING
    beside = {word.name for word in window.direct if word.kind is Class.THING} & DOCUMENTS
    key = "regulations+normative_documents" if len(beside) > 1 else thing
    act = next(
        (
            w.name
            for w in reversed((*window.direct, *window.right))
            if w.kind in (Class.ACT, Class.ASIDE)
        ),
        "",
    )
    if act == "issue" and window.has(Class.ASIDE, "clean"):
        return NOTHING
    if not act and window.topic != "proactive":
        return NOTHING
    parts = PARTS.get("force" if window.has(Class.ACT, "force") else act)
    if parts is None:
        return NOTHING
    return Naming(
        tuple(Measure("proactive", key, part) for part in parts), certain=act not in {"", "publish"}
    )


PARTS: dict[str, tuple[str, ...]] = {
    "issue": ("issued", "made", "newly_published"),
    "repeal": ("repealed",),
    "force": ("in_force", "total_published"),
    "publish": ("issued", "newly_published", "made", "in_force", "total_published"),
    "": ("issued", "newly_published", "made", "in_force", "total_published"),
}
"""Columns of table one, of both editions, by the act that is told."""


def _decisions(window: Window, thing: str) -> Naming:
    beside = {word.name for word in window.direct if word.kind is Class.THING} & DECISIONS
    acts = _acts(window)
    if len(beside) > 1 or window.unit not in CLEAR_CASES:
        return NOTHING
    if acts & {"publish", "receive", "accept", "issue"} or window.has(Class.ASIDE, "clean"):
        return NOTHING
    return Naming((Measure("proactive", thing, "decisions"),), certain="decide" in acts)
