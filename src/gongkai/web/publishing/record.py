"""The life of a published item: a table of acts, and a fold over what was done. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from gongkai.statute.provisions import (
    COUNTING_PRACTICE,
    NORMATIVE_DOCUMENTS,
    PENALTIES,
    PLATFORM_2019,
    REGULATION,
    Provision,
)


class Stage(StrEnum):
    DRAFTING = "drafting"
    IN_REVIEW = "in_review"
    SIGNED = "signed"
    PUBLISHED = "published"
    ENDED = "ended"
    """Repealed or lapsed: stays on its page, with a mark."""
    WITHDRAWN = "withdrawn"
    TAKEN_DOWN = "taken_down"
    """The time for which it was shown is over."""
    ARCHIVED = "archived"
    DISCARDED = "discarded"

    @property
    def zh(self) -> str:
        return {
            "drafting": "起草",
            "in_review": "审签中",
            "signed": "已签发，待公布",
            "published": "已公布",
            "ended": "已废止或者失效",
            "withdrawn": "已撤下",
            "taken_down": "公示期满，已撤下",
            "archived": "期满归档，不再公布",
            "discarded": "已作废",
        }[self.value]


class Act(StrEnum):
    WRITE = "write"
    ATTACH = "attach"
    DETACH = "detach"
    RELEASE = "release"
    SUBMIT = "submit"
    RECALL = "recall"
    RETURN = "return"
    SIGN = "sign"
    SCHEDULE = "schedule"
    MISS = "miss"
    PUBLISH = "publish"
    CORRECT = "correct"
    ABANDON = "abandon"
    END = "end"
    OVERTURN = "overturn"
    WITHDRAW = "withdraw"
    EXPIRE = "expire"
    ARCHIVE = "archive"
    DISCARD = "discard"
    TAKE_OVER = "take_over"

    @property
    def zh(self) -> str:
        return {
            "write": "保存内容",
            "attach": "添加附件",
            "detach": "移除附件",
            "release": "对扫描发现作出放行",
            "submit": "送审",
            "recall": "撤回送审",
            "return": "退回修改",
            "sign": "签发",
            "schedule": "定时公布",
            "miss": "定时公布未成",
            "publish": "公布",
            "correct": "更正",
            "abandon": "取消更正",
            "end": "废止或者宣布失效",
            "overturn": "登记决定被变更、撤销",
            "withdraw": "撤下",
            "expire": "公示期满撤下",
            "archive": "期满归档",
            "discard": "作废",
            "take_over": "从已有的目录或者旧网站接收",
        }[self.value]


class NotProvidedForError(Exception):
    """The item's life has no such act at this stage; the message is for the clerk."""


class Validity(StrEnum):
    """Whether a document holds, as pages print it."""

    IN_FORCE = "有效"
    LAPSED = "失效"
    REPEALED = "废止"


class Ground(StrEnum):
    """Why something that the scan found may be published all the same."""

    CONTACT = "contact"
    LAW = "law"
    CONSENT = "consent"
    MISTAKEN = "mistaken"
    KEPT = "kept"

    @property
    def zh(self) -> str:
        return {
            "contact": "是依法应当公布的办公联系方式（条例第二十条第二项）",
            "law": "法律、法规规定应当公示（惩戒公示、强制性信息披露等）",
            "consent": "已经取得本人单独同意（个人信息保护法第二十五条）",
            "mistaken": "经核实不是个人信息，也不是密级标识",
            "kept": "经核实用字、链接、要素或者文件格式无误，照此公布",
        }[self.value]


@dataclass(frozen=True)
class Move:
    """An act the life provides for: from which stage it leads to which, and why.

    `public`: only where a version stands, or does not stand, before the public.
    """

    act: Act
    at: Stage | None
    then: Stage
    source: Provision
    public: bool | None = None


_CONTENT, _REVIEWED = REGULATION.article(19), REGULATION.article(17)
_PUBLISHED, _ACCURATE = REGULATION.article(26), REGULATION.article(6)
_REGISTER, _OVERTURNED = NORMATIVE_DOCUMENTS.whole, PENALTIES.article("48(2)")
_PLATFORM = PLATFORM_2019.whole
_SHOWN, _KEPT = COUNTING_PRACTICE.article(31), COUNTING_PRACTICE.article(32)
MOVES = (
    Move(Act.WRITE, None, Stage.DRAFTING, _CONTENT),
    Move(Act.WRITE, Stage.DRAFTING, Stage.DRAFTING, _CONTENT),
    Move(Act.ATTACH, Stage.DRAFTING, Stage.DRAFTING, _CONTENT),
    Move(Act.DETACH, Stage.DRAFTING, Stage.DRAFTING, _CONTENT),
    Move(Act.RELEASE, Stage.DRAFTING, Stage.DRAFTING, _REVIEWED),
    Move(Act.RELEASE, Stage.IN_REVIEW, Stage.IN_REVIEW, _REVIEWED),
    Move(Act.RELEASE, Stage.SIGNED, Stage.SIGNED, _REVIEWED),
    Move(Act.SUBMIT, Stage.DRAFTING, Stage.IN_REVIEW, _REVIEWED),
    Move(Act.RECALL, Stage.IN_REVIEW, Stage.DRAFTING, _REVIEWED),
    Move(Act.RETURN, Stage.IN_REVIEW, Stage.DRAFTING, _REVIEWED),
    Move(Act.SIGN, Stage.IN_REVIEW, Stage.SIGNED, _REVIEWED),
    Move(Act.RECALL, Stage.SIGNED, Stage.DRAFTING, _REVIEWED),
    Move(Act.SCHEDULE, Stage.SIGNED, Stage.SIGNED, _PUBLISHED),
    Move(Act.MISS, Stage.SIGNED, Stage.SIGNED, _PUBLISHED),
    Move(Act.PUBLISH, Stage.SIGNED, Stage.PUBLISHED, _PUBLISHED),
    Move(Act.CORRECT, Stage.PUBLISHED, Stage.DRAFTING, _ACCURATE),
    Move(Act.ABANDON, Stage.DRAFTING, Stage.PUBLISHED, _ACCURATE, public=True),
    Move(Act.END, Stage.PUBLISHED, Stage.ENDED, _REGISTER),
    Move(Act.OVERTURN, Stage.PUBLISHED, Stage.PUBLISHED, _OVERTURNED),
    Move(Act.WITHDRAW, Stage.PUBLISHED, Stage.WITHDRAWN, _REVIEWED),
    Move(Act.WITHDRAW, Stage.ENDED, Stage.WITHDRAWN, _REVIEWED),
    Move(Act.WITHDRAW, Stage.DRAFTING, Stage.WITHDRAWN, _REVIEWED, public=True),
    Move(Act.EXPIRE, Stage.PUBLISHED, Stage.TAKEN_DOWN, _SHOWN),
    Move(Act.EXPIRE, Stage.DRAFTING, Stage.TAKEN_DOWN, _SHOWN, public=True),
    Move(Act.EXPIRE, Stage.IN_REVIEW, Stage.TAKEN_DOWN, _SHOWN, public=True),
    Move(Act.EXPIRE, Stage.SIGNED, Stage.TAKEN_DOWN, _SHOWN, public=True),
    Move(Act.TAKE_OVER, None, Stage.PUBLISHED, _PLATFORM),
    Move(Act.ARCHIVE, Stage.PUBLISHED, Stage.ARCHIVED, _KEPT),
    Move(Act.ARCHIVE, Stage.ENDED, Stage.ARCHIVED, _KEPT),
    Move(Act.DISCARD, Stage.DRAFTING, Stage.DISCARDED, _CONTENT, public=False),
)


@dataclass(frozen=True)
class Entry:
    """One thing done to an item. `number` counts from 1."""

    number: int
    act: Act
    at: datetime
    by: str
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Attached:
    """A file of the item, by its upload."""

    upload: str
    name: str
    sha256: str


@dataclass(frozen=True)
class Version:
    """What stood, or stands, before the public from a moment on; `reason` where it corrects."""

    number: int
    facts: Mapping[str, Any]
    attachments: tuple[Attached, ...]
    at: datetime
    reason: str = ""


@dataclass(frozen=True)
class State:
    """What an item is after its entries."""

    stage: Stage | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    """The draft: title, summary, content and the other fields of the form, as plain data."""
    attachments: tuple[Attached, ...] = ()
    written: int = 0
    """The entry that wrote the draft last: its version."""
    released: Mapping[str, tuple[Ground, str, str]] = field(default_factory=dict)
    """Key of a finding → ground, word, by whom."""
    versions: tuple[Version, ...] = ()
    number: Mapping[str, Any] = field(default_factory=dict)
    """Year, serial and index number, given with the first publication."""
    published_on: date | None = None
    correcting: str = ""
    """Why a correction is under way."""
    validity: Validity = Validity.IN_FORCE
    ended_on: date | None = None
    reason: str = ""
    """Why it was ended or withdrawn."""
    scheduled: datetime | None = None
    """When the signed draft goes out by itself."""
    missed: str = ""
    """Why it did not go out at its time."""
    overturned: Mapping[str, Any] = field(default_factory=dict)
    """On which day a decision was set aside, how, by whom."""

    @property
    def public(self) -> bool:
        """Whether a version stands before its readers."""
        return bool(self.versions) and self.stage not in (
            Stage.WITHDRAWN,
            Stage.TAKEN_DOWN,
            Stage.ARCHIVED,
        )

    @property
    def content(self) -> list[object]:
        """What is signed: the draft and the hashes of its files."""
        return [dict(self.facts), [[each.upload, each.sha256] for each in self.attachments]]


def move(state: State, act: Act) -> Move:
    """The row of the table; raises NotProvidedForError where there is none."""
    for row in MOVES:
        if (row.at, row.act) == (state.stage, act) and row.public in (None, state.public):
            return row
    now = f"处于“{state.stage.zh}”" if state.stage else "还没有起草"
    raise NotProvidedForError(f"这条信息{now}，不能{act.zh}。")


def fold(entries: Iterable[Entry]) -> State:
    state = State()
    for entry in entries:
        stage = move(state, entry.act).then
        change = _CHANGES.get(entry.act)
        state = replace(change(state, entry) if change else state, stage=stage)
    return state


def _written(state: State, entry: Entry) -> State:
    return replace(state, facts=entry.facts, written=entry.number)


def _attached(state: State, entry: Entry) -> State:
    return replace(state, attachments=(*state.attachments, Attached(**entry.facts)))


def _detached(state: State, entry: Entry) -> State:
    left = tuple(each for each in state.attachments if each.upload != entry.facts["upload"])
    return replace(state, attachments=left)


def _released(state: State, entry: Entry) -> State:
    word = (Ground(entry.facts["ground"]), entry.facts["word"], entry.by)
    return replace(state, released={**state.released, entry.facts["key"]: word})


def _published(state: State, entry: Entry) -> State:
    made = Version(
        len(state.versions) + 1, state.facts, state.attachments, entry.at, state.correcting
    )
    return replace(
        state,
        versions=(*state.versions, made),
        number=state.number or entry.facts["number"],
        published_on=state.published_on or date.fromisoformat(entry.facts["on"]),
        correcting="",
        scheduled=None,
        missed="",
    )


def _taken_over(state: State, entry: Entry) -> State:
    """It stood before the public elsewhere already: written and published in one."""
    written = replace(state, facts=entry.facts["facts"], written=entry.number)
    return _published(written, entry)


def _scheduled(state: State, entry: Entry) -> State:
    at = entry.facts["at"]
    return replace(state, scheduled=datetime.fromisoformat(at) if at else None, missed="")


def _missed(state: State, entry: Entry) -> State:
    return replace(state, scheduled=None, missed=entry.facts["reason"])


def _recalled(state: State, entry: Entry) -> State:
    del entry
    return replace(state, scheduled=None, missed="")


def _corrected(state: State, entry: Entry) -> State:
    return replace(state, correcting=entry.facts["reason"])


def _abandoned(state: State, entry: Entry) -> State:
    last = state.versions[-1]
    return replace(
        state,
        facts=last.facts,
        attachments=last.attachments,
        written=entry.number,
        correcting="",
    )


def _ended(state: State, entry: Entry) -> State:
    return replace(
        state,
        validity=Validity(entry.facts["validity"]),
        ended_on=date.fromisoformat(entry.facts["on"]),
        reason=entry.facts["reason"],
    )


def _overturned(state: State, entry: Entry) -> State:
    return replace(state, overturned=entry.facts)


def _withdrawn(state: State, entry: Entry) -> State:
    return replace(state, reason=entry.facts["reason"], correcting="")


_CHANGES = {
    Act.WRITE: _written,
    Act.ATTACH: _attached,
    Act.DETACH: _detached,
    Act.RELEASE: _released,
    Act.RECALL: _recalled,
    Act.SCHEDULE: _scheduled,
    Act.MISS: _missed,
    Act.PUBLISH: _published,
    Act.CORRECT: _corrected,
    Act.ABANDON: _abandoned,
    Act.END: _ended,
    Act.OVERTURN: _overturned,
    Act.WITHDRAW: _withdrawn,
    Act.TAKE_OVER: _taken_over,
}
