"""What a person decided about a finding, kept in a file beside the report.

`report.docx.verdicts.toml` (or `report.verdicts.toml`) holds entries such as

    [[verdict]]
    rule = "J02"
    at = "proactive.penalties"
    verdict = "explained"        # or "wrong finding"
    who = "李某"
    why = "处罚权已划转区综合执法局"
    when = 2026-01-20

An entry settles every finding of that rule at that path; with `message` only the one it quotes.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args

from gongkai.checks.finding import Finding, Language

Decision = Literal["explained", "wrong finding"]
SUFFIX = ".verdicts.toml"
NEEDED = ("rule", "at", "verdict", "who", "why", "when")


class BadVerdictsError(ValueError):
    """A file of verdicts cannot be used; the message says what to mend, in Chinese."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One decision: about which finding, what, by whom, why, when."""

    rule: str
    at: str
    verdict: Decision
    who: str
    why: str
    when: date
    message: str | None = None

    def settles(self, finding: Finding) -> bool:
        same = (self.rule, self.at) == (finding.rule, finding.at)
        return same and self.message in {None, finding.message}

    def said_in(self, lang: Language) -> str:
        """`误报：原件无误（李某，2026-01-20）`."""
        decision = self.verdict
        if lang == "zh":
            word = {"explained": "已说明", "wrong finding": "误报"}[decision]
            return f"{word}：{self.why}（{self.who}，{self.when}）"
        return f"{decision}: {self.why} ({self.who}, {self.when})"

    def to_json(self) -> dict[str, str]:
        return {
            "verdict": self.verdict,
            "who": self.who,
            "why": self.why,
            "when": self.when.isoformat(),
        }


def verdicts_beside(path: Path) -> tuple[Verdict, ...]:
    """The verdicts kept beside a report; none where there is no such file."""
    for name in (path.name + SUFFIX, path.stem + SUFFIX):
        beside = path.with_name(name)
        if beside.is_file():
            return verdicts_in(beside)
    return ()


def verdicts_in(path: Path) -> tuple[Verdict, ...]:
    """The verdicts of a file; raises BadVerdictsError."""
    try:
        data = tomllib.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError) as error:
        raise BadVerdictsError(f"{path.name}：不是可读的 TOML 文件（{error}）") from error
    entries = data.get("verdict", [])
    if not isinstance(entries, list):
        raise BadVerdictsError(f"{path.name}：每条结论写在 [[verdict]] 之下")
    return tuple(_verdict(path, number, entry) for number, entry in enumerate(entries, 1))


def settled(finding: Finding, verdicts: Iterable[Verdict]) -> Verdict | None:
    """The verdict on a finding; a later entry overrules an earlier one."""
    matching = [verdict for verdict in verdicts if verdict.settles(finding)]
    return matching[-1] if matching else None


def _verdict(path: Path, number: int, entry: dict[str, Any]) -> Verdict:
    lacking = [name for name in NEEDED if not entry.get(name)]
    where = f"{path.name} 第 {number} 条"
    if lacking:
        raise BadVerdictsError(f"{where}：缺少 {'、'.join(lacking)}")
    if entry["verdict"] not in get_args(Decision):
        raise BadVerdictsError(f"{where}：verdict 应为 {' 或 '.join(get_args(Decision))}")
    when = entry["when"]
    try:
        day = when if isinstance(when, date) else date.fromisoformat(str(when))
    except ValueError:
        raise BadVerdictsError(f"{where}：when 应为日期，如 2026-01-20") from None
    return Verdict(
        rule=str(entry["rule"]),
        at=str(entry["at"]),
        verdict=entry["verdict"],
        who=str(entry["who"]),
        why=str(entry["why"]),
        when=day,
        message=entry.get("message"),
    )
