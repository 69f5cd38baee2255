"""The two tables of duties as offices keep them: the standard directory, the division of duties.

Pure: from the bytes of a table to what its rows say, or SheetError with the rows at fault.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from gongkai.statute.catalogue import COLUMN_KINDS
from gongkai.web.publishing.sheets import SheetError, refuse, rows

DIRECTORY = ("领域", "公开事项", "公开内容", "公开时限", "公开主体", "公开渠道")
"""Further: 公开依据, 更新周期（月）."""
DIVISION = ("栏目", "责任单位")
"""Further: 责任人, 联系电话, 更新要求, 更新天数."""
LONGEST = {"领域": 60, "公开事项": 120, "公开内容": 500, "公开时限": 200, "公开主体": 120}
BY_LABEL = {kind.label: kind.key for kind in COLUMN_KINDS.values()}
USUAL = "notices"


@dataclass(frozen=True)
class Duty:
    """A line of the standard directory."""

    area: str
    matter: str
    content: str
    basis: str
    deadline: str
    responsible: str
    channels: str
    every_months: int | None

    @property
    def key(self) -> tuple[str, str, str]:
        return self.area, self.matter, self.content


@dataclass(frozen=True)
class Share:
    """A line of the division of duties: who answers for a column."""

    column: str
    responsible: str
    keeper: str
    telephone: str
    kind: str
    own_days: int | None


def read_directory(name: str, data: bytes) -> list[Duty]:
    """An empty cell of 领域 or 公开事项 goes on with the one above, as merged cells do."""
    found: dict[tuple[str, str, str], Duty] = {}
    above: dict[str, str] = {}
    faults = []
    for number, row in rows(name, data, DIRECTORY):
        said = {key: row.get(key) or above.get(key, "") for key in ("领域", "公开事项")}
        above = said
        fault = _fault({**row, **said}, DIRECTORY)
        months = _whole(row.get("更新周期（月）", ""))
        if fault or months == 0:
            faults.append(f"第 {number} 行{fault or '的更新周期应当是月数'}")
            continue
        duty = Duty(
            area=said["领域"],
            matter=said["公开事项"],
            content=row["公开内容"],
            basis=row.get("公开依据", "")[:500],
            deadline=row["公开时限"],
            responsible=row["公开主体"],
            channels=row["公开渠道"][:200],
            every_months=months,
        )
        if duty.key in found:
            faults.append(f"第 {number} 行与前面的公开内容重复")
        found[duty.key] = duty
    refuse(faults)
    return _some(list(found.values()))


def read_division(name: str, data: bytes) -> list[Share]:
    found, faults = {}, []
    for number, row in rows(name, data, DIVISION):
        kind, days = row.get("更新要求", ""), _whole(row.get("更新天数", ""))
        fault = _fault(row, DIVISION)
        if not fault and kind and kind not in BY_LABEL:
            fault = f"的更新要求“{kind}”应当是{'、'.join(BY_LABEL)}之一"
        if not fault and (row["栏目"] in found or days == 0):
            fault = "的栏目重复，或者更新天数不对"
        if fault:
            faults.append(f"第 {number} 行{fault}")
            continue
        found[row["栏目"]] = Share(
            column=row["栏目"][:60],
            responsible=row["责任单位"][:80],
            keeper=row.get("责任人", "")[:40],
            telephone=row.get("联系电话", "")[:40],
            kind=BY_LABEL.get(kind, ""),
            own_days=days,
        )
    refuse(faults)
    return _some(list(found.values()))


def _fault(row: Mapping[str, str], needed: tuple[str, ...]) -> str:
    missing = [name for name in needed if not row.get(name)]
    if missing:
        return f"没有填{'、'.join(missing)}"
    long = [name for name, most in LONGEST.items() if len(row.get(name, "")) > most]
    return f"的{'、'.join(long)}太长" if long else ""


def _whole(said: str) -> int | None:
    """None where nothing is said, 0 where it is no number."""
    if not said:
        return None
    return int(said) if said.isdecimal() and len(said) < 4 else 0


def _some(found: list) -> list:
    if not found:
        raise SheetError("表格里没有可以导入的内容。")
    return found
