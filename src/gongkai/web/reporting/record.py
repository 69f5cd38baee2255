"""The life of an annual report: a table of acts, and a fold over what was done. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from gongkai.statute.provisions import REGULATION, Provision


class Stage(StrEnum):
    DRAFTING = "drafting"
    IN_REVIEW = "in_review"
    SIGNED = "signed"
    PUBLISHED = "published"

    @property
    def zh(self) -> str:
        return {
            "drafting": "起草",
            "in_review": "审签中",
            "signed": "已签发，待公布",
            "published": "已公布",
        }[self.value]


class Act(StrEnum):
    OPEN = "open"
    WRITE = "write"
    SUPPLEMENT = "supplement"
    STRIKE = "strike"
    GATHER = "gather"
    EXPLAIN = "explain"
    RECONCILE = "reconcile"
    ASIDE = "aside"
    COMMENT = "comment"
    SETTLE = "settle"
    SUBMIT = "submit"
    RECALL = "recall"
    RETURN = "return"
    FREEZE = "freeze"
    PUBLISH = "publish"
    CORRECT = "correct"

    @property
    def zh(self) -> str:
        return {
            "open": "开始编制",
            "write": "修改文字",
            "supplement": "补录数据",
            "strike": "撤销补录",
            "gather": "汇总各单位数据",
            "explain": "说明疑问",
            "reconcile": "说明结转差异",
            "aside": "另存同时修改的文字",
            "comment": "批注",
            "settle": "了结批注",
            "submit": "送审",
            "recall": "撤回送审",
            "return": "退回修改",
            "freeze": "签发，数据锁定",
            "publish": "公布",
            "correct": "更正",
        }[self.value]


@dataclass(frozen=True)
class Move:
    """An act the report's life provides for: from which stage it leads to which, and why."""

    act: Act
    at: Stage | None
    then: Stage
    source: Provision


_CONTENT, _DUE, _REVIEWED = REGULATION.article(50), REGULATION.article(49), REGULATION.article(17)
MOVES = (
    Move(Act.OPEN, None, Stage.DRAFTING, _DUE),
    Move(Act.WRITE, Stage.DRAFTING, Stage.DRAFTING, _CONTENT),
    Move(Act.SUPPLEMENT, Stage.DRAFTING, Stage.DRAFTING, _CONTENT),
    Move(Act.STRIKE, Stage.DRAFTING, Stage.DRAFTING, _CONTENT),
    Move(Act.GATHER, Stage.DRAFTING, Stage.DRAFTING, _DUE),
    Move(Act.EXPLAIN, Stage.DRAFTING, Stage.DRAFTING, _CONTENT),
    Move(Act.RECONCILE, Stage.DRAFTING, Stage.DRAFTING, _CONTENT),
    Move(Act.ASIDE, Stage.DRAFTING, Stage.DRAFTING, _CONTENT),
    Move(Act.COMMENT, Stage.DRAFTING, Stage.DRAFTING, _REVIEWED),
    Move(Act.COMMENT, Stage.IN_REVIEW, Stage.IN_REVIEW, _REVIEWED),
    Move(Act.SETTLE, Stage.DRAFTING, Stage.DRAFTING, _REVIEWED),
    Move(Act.SETTLE, Stage.IN_REVIEW, Stage.IN_REVIEW, _REVIEWED),
    Move(Act.SUBMIT, Stage.DRAFTING, Stage.IN_REVIEW, _REVIEWED),
    Move(Act.RECALL, Stage.IN_REVIEW, Stage.DRAFTING, _REVIEWED),
    Move(Act.RETURN, Stage.IN_REVIEW, Stage.DRAFTING, _REVIEWED),
    Move(Act.FREEZE, Stage.IN_REVIEW, Stage.SIGNED, _REVIEWED),
    Move(Act.PUBLISH, Stage.SIGNED, Stage.PUBLISHED, _DUE),
    Move(Act.CORRECT, Stage.SIGNED, Stage.DRAFTING, _CONTENT),
    Move(Act.CORRECT, Stage.PUBLISHED, Stage.DRAFTING, _CONTENT),
)


class NotProvidedForError(Exception):
    """The report's life has no such act at this stage; the message is for the clerk."""


def move(stage: Stage | None, act: Act) -> Move:
    """The row of the table; raises NotProvidedForError where there is none."""
    for row in MOVES:
        if (row.at, row.act) == (stage, act):
            return row
    now = f"处于“{stage.zh}”" if stage else "还没有开始编制"
    raise NotProvidedForError(f"报告{now}，不能{act.zh}。")


@dataclass(frozen=True)
class Entry:
    """One thing done to a report. `number` counts from 1."""

    number: int
    act: Act
    at: datetime
    by: str
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Text:
    """A part's words, and the entry that wrote them: its version."""

    words: str
    version: int
    by: str
    at: datetime


@dataclass(frozen=True)
class Comment:
    """A word to colleagues about a part; `settled` by whom, once it is."""

    number: int
    part: str
    words: str
    by: str
    at: datetime
    settled: str = ""


@dataclass(frozen=True)
class Verdict:
    """What a person decided about a finding: explained, or a wrong finding."""

    reason: str
    by: str
    wrong: bool = False


@dataclass(frozen=True)
class Carrying:
    """Why a column is carried in otherwise than it was carried out: the records, by number.

    `difference` is that at the time of the word; it holds for no other.
    """

    difference: int
    came: tuple[str, ...]
    went: tuple[str, ...]
    reason: str
    by: str


@dataclass(frozen=True)
class Supplement:
    """A figure from a system that is not on the platform, with where it comes from."""

    number: int
    cell: str
    value: int | float
    source: str
    paper: str
    by: str


@dataclass(frozen=True)
class State:
    """What a report is after its entries."""

    stage: Stage | None = None
    texts: Mapping[str, Text] = field(default_factory=dict)
    supplements: tuple[Supplement, ...] = ()
    gathered: Mapping[str, int | float] = field(default_factory=dict)
    """Cell → what the bodies of the area come to, where this is a government's report for all."""
    members: tuple[Mapping[str, Any], ...] = ()
    """Whose published statements went into it: code, version, digest."""
    explained: Mapping[tuple[str, str, str], Verdict] = field(default_factory=dict)
    """(rule, place, message) → the word given: it holds for what it was given on."""
    carrying: Mapping[str, Carrying] = field(default_factory=dict)
    """Column of table two → why it differs from last year's report."""
    comments: tuple[Comment, ...] = ()
    template: str = ""
    """Key of the template that the first draft was made from."""
    frozen: Mapping[str, Any] | None = None
    """The statement as it was signed; kept until the next one is."""
    published: Mapping[str, Any] | None = None
    published_on: date | None = None
    item: int | None = None
    """Its entry in the catalogue of items; `not_listed` says why it has none."""
    not_listed: str = ""
    corrections: tuple[str, ...] = ()
    """Why published versions were corrected, oldest first."""


def fold(entries: Iterable[Entry]) -> State:
    state = State()
    for entry in entries:
        stage = move(state.stage, entry.act).then
        change = _CHANGES.get(entry.act)
        state = replace(change(state, entry) if change else state, stage=stage)
    return state


def _opened(state: State, entry: Entry) -> State:
    texts = {
        key: Text(words, entry.number, entry.by, entry.at)
        for key, words in entry.facts["texts"].items()
    }
    return replace(state, texts=texts, template=entry.facts.get("template", ""))


def _written(state: State, entry: Entry) -> State:
    text = Text(entry.facts["words"], entry.number, entry.by, entry.at)
    return replace(state, texts={**state.texts, entry.facts["part"]: text})


def _supplemented(state: State, entry: Entry) -> State:
    made = Supplement(
        number=entry.number,
        cell=entry.facts["cell"],
        value=entry.facts["value"],
        source=entry.facts["source"],
        paper=entry.facts["paper"],
        by=entry.by,
    )
    return replace(state, supplements=(*state.supplements, made))


def _struck(state: State, entry: Entry) -> State:
    left = tuple(s for s in state.supplements if s.number != entry.facts["number"])
    return replace(state, supplements=left)


def _gathered(state: State, entry: Entry) -> State:
    members = tuple(entry.facts["members"])
    return replace(state, gathered=entry.facts["figures"], members=members)


def _explained(state: State, entry: Entry) -> State:
    facts = entry.facts
    key = (facts["rule"], facts["place"], facts["message"])
    said = Verdict(facts["reason"], entry.by, facts["wrong"])
    return replace(state, explained={**state.explained, key: said})


def _reconciled(state: State, entry: Entry) -> State:
    facts = entry.facts
    said = Carrying(
        difference=facts["difference"],
        came=tuple(facts["came"]),
        went=tuple(facts["went"]),
        reason=facts["reason"],
        by=entry.by,
    )
    return replace(state, carrying={**state.carrying, facts["column"]: said})


def _commented(state: State, entry: Entry) -> State:
    made = Comment(entry.number, entry.facts["part"], entry.facts["words"], entry.by, entry.at)
    return replace(state, comments=(*state.comments, made))


def _settled(state: State, entry: Entry) -> State:
    number = entry.facts["number"]
    comments = tuple(
        replace(each, settled=entry.by) if each.number == number else each
        for each in state.comments
    )
    return replace(state, comments=comments)


def _frozen(state: State, entry: Entry) -> State:
    return replace(state, frozen=entry.facts["statement"])


def _published(state: State, entry: Entry) -> State:
    on = date.fromisoformat(entry.facts["on"])
    facts = entry.facts
    return replace(
        state,
        published=state.frozen,
        published_on=on,
        item=facts.get("item", state.item),
        not_listed=facts.get("not_listed", ""),
    )


def _corrected(state: State, entry: Entry) -> State:
    return replace(state, corrections=(*state.corrections, entry.facts["reason"]))


_CHANGES = {
    Act.OPEN: _opened,
    Act.WRITE: _written,
    Act.SUPPLEMENT: _supplemented,
    Act.STRIKE: _struck,
    Act.GATHER: _gathered,
    Act.EXPLAIN: _explained,
    Act.RECONCILE: _reconciled,
    Act.COMMENT: _commented,
    Act.SETTLE: _settled,
    Act.FREEZE: _frozen,
    Act.PUBLISH: _published,
    Act.CORRECT: _corrected,
}
