"""Which days are off and which weekends are worked, year by year, and who said so.

Published years come from the State Council's notices: 2004 to 2026 as the package chinesecalendar
holds them, later ones as files in `holiday_tables/` or given by the user. For a year without a
notice there is only what can be computed: the festivals of the law, without the moved days.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from chinese_calendar.constants import Holiday, holidays, workdays

from gongkai.statute.parameters import parameter

FOLDER = files("gongkai.statute").joinpath("holiday_tables")
PACKAGE_NOTICE = "国务院办公厅历年放假通知（chinesecalendar 收录）"
COMPUTED_NOTICE = "放假通知尚未发布，按法定节日推算"
SATURDAY = 5
DAY = timedelta(days=1)


class HolidayTableError(ValueError):
    """A holiday table that cannot be right; the message says which line and why."""


@dataclass(frozen=True)
class YearTable:
    """One year: days off with the name of the holiday, weekend days that are worked, the notice.

    A table may name days of the last December: New Year's break can begin there. `provisional`
    marks a year that was computed because no notice is out.
    """

    year: int
    off: Mapping[date, str]
    worked: frozenset[date]
    notice: str
    link: str = ""
    provisional: bool = False


def days_from(first: date, last: date) -> Iterator[date]:
    """Every day from the first to the last, both included."""
    day = first
    while day <= last:
        yield day
        day += DAY


def is_weekend(day: date) -> bool:
    return day.weekday() >= SATURDAY


def read_year_table(text: str, name: str = "") -> YearTable:
    """A table from TOML; HolidayTableError says in Chinese what is wrong with it.

    Keys: `year`, `notice` (number or title of the notice), `link`, `worked_weekends` (dates), and
    `[[holidays]]` with `name`, `first`, `last`.
    """
    where = f"{name}：" if name else ""
    try:
        found = tomllib.loads(text)
        table = YearTable(
            year=found["year"],
            off={
                day: said["name"]
                for said in found["holidays"]
                for day in days_from(said["first"], said["last"])
            },
            worked=frozenset(found.get("worked_weekends", ())),
            notice=found["notice"],
            link=found.get("link", ""),
        )
        problem = next(problems_of(table, found["holidays"]), "")
    except tomllib.TOMLDecodeError as wrong:
        raise HolidayTableError(f"{where}放假表不是有效的 TOML 文件（{wrong}）") from None
    except KeyError as missing:
        raise HolidayTableError(f"{where}放假表缺少 {missing.args[0]}") from None
    except (TypeError, AttributeError, OverflowError):
        raise HolidayTableError(f"{where}放假表里的日期应写成 2027-01-01 的形式") from None
    if problem:
        raise HolidayTableError(where + problem)
    return table


def problems_of(table: YearTable, said: list[dict[str, Any]]) -> Iterator[str]:
    """What cannot be right in a table, as Chinese sentences."""
    if not isinstance(table.year, int) or not isinstance(table.notice, str) or not table.notice:
        yield "放假表要写明年份（year）和依据的通知（notice）"
    elif "〔〕" in table.notice:
        yield "放假表还没有填写放假通知的文号（notice）"
    for each in said:
        if each["first"] > each["last"]:
            yield f"{each['name']}的开始日 {each['first']} 晚于结束日 {each['last']}"
    first_possible = date(table.year - 1, 12, 25)
    for day in sorted({*table.off, *table.worked}):
        if not (first_possible <= day and day.year <= table.year):
            yield f"{day} 不属于 {table.year} 年的放假安排"
    for day in sorted(table.worked):
        if not is_weekend(day):
            yield f"{day} 不是周末，不能作为调休上班日"
        if day in table.off:
            yield f"{day} 既是放假日又是上班日"


def packaged_tables(folder: Traversable = FOLDER) -> dict[int, YearTable]:
    """The years that chinesecalendar knows, then the files of `holiday_tables/` over them."""
    tables = {
        year: YearTable(
            year=year,
            off={day: Holiday(said).chinese for day, said in holidays.items() if day.year == year},
            worked=frozenset(day for day in workdays if day.year == year),
            notice=PACKAGE_NOTICE,
        )
        for year in sorted({day.year for day in holidays})
    }
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if file.name.removesuffix(".toml").isdigit():
            table = read_year_table(file.read_text("utf-8"), file.name)
            tables[table.year] = table
    return tables


def read_year_file(path: Path) -> YearTable:
    """A user's own table from a file; HolidayTableError when it cannot be read."""
    try:
        return read_year_table(path.read_text("utf-8"), path.name)
    except OSError:
        raise HolidayTableError(f"读不到放假表文件 {path}") from None
    except UnicodeDecodeError:
        raise HolidayTableError(f"{path.name}：放假表应为 UTF-8 编码的文本") from None


FESTIVALS: Mapping[str, Mapping[str, date]] = tomllib.loads(
    FOLDER.joinpath("festivals.toml").read_text("utf-8")
)


def computed_table(year: int) -> YearTable:
    """A provisional table: festivals of the law, each day on a weekend made up by the next one.

    Lunar festivals are known for the years of `festivals.toml`; other years have the fixed ones.
    """
    off: dict[date, str] = {}
    for name, first, days in festivals_of(year):
        owed = 0
        for day in days_from(first, first + DAY * (days - 1)):
            owed += is_weekend(day) or day in off
            off[day] = name
        day = first + DAY * days
        while owed:
            if not is_weekend(day) and day not in off:
                off[day] = name
                owed -= 1
            day += DAY
    return YearTable(year, off, frozenset(), COMPUTED_NOTICE, provisional=True)


def festivals_of(year: int) -> Iterator[tuple[str, date, int]]:
    """Name, first day and number of days of each festival of the law in that year."""
    asked = max(date(year, 12, 31), date(2008, 12, 31))
    days = parameter("calendar.statutory_days").record_on(asked)
    yield "元旦", date(year, 1, 1), days["new_year"]
    lunar = FESTIVALS.get(str(year))
    if lunar:
        eve = lunar["spring"] - DAY
        yield "春节", eve, days["spring_festival"]
        yield "清明", lunar["tomb"], days["tomb_sweeping"]
    yield "劳动节", date(year, 5, 1), days["labour"]
    if lunar:
        yield "端午", lunar["boat"], days["dragon_boat"]
        yield "中秋", lunar["moon"], days["mid_autumn"]
    yield "国庆节", date(year, 10, 1), days["national"]
