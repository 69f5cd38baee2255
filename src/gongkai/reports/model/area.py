"""The bodies of an area that owe an annual report, as a list kept by the supervising department."""

import csv
import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

COLUMNS = {
    "name": ("name", "名称", "机关", "机关名称", "单位", "单位名称"),
    "level": ("level", "层级", "级别", "类别"),
    "parent": ("parent", "上级", "上级机关", "主管部门"),
    "published_on": ("published_on", "公布日期", "发布日期", "公开日期"),
}
"""What the columns of the list may be called."""


class NotAnAreaError(ValueError):
    """The list of bodies cannot be used; the message says why and where, in Chinese."""


@dataclass(frozen=True, slots=True)
class Body:
    """A public body of the area. `level` and `parent` as the list has them, empty if it has none.

    `published_on` is the day its report was published, None where the list does not tell.
    """

    name: str
    level: str = ""
    parent: str = ""
    published_on: date | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """The bodies in the order of the list."""

    bodies: tuple[Body, ...]


def same_name(name: str) -> str:
    """A name as it is compared: without blanks, brackets of one kind."""
    return "".join(unicodedata.normalize("NFKC", name).split())


def read_area(data: bytes) -> Area:
    """The area that a CSV file lists (UTF-8 or GB18030); raises NotAnAreaError."""
    lines = csv.DictReader(io.StringIO(_text(data)))
    headings = {heading.strip().lower(): heading for heading in lines.fieldnames or ()}
    found = {
        column: headings[known]
        for column, names in COLUMNS.items()
        for known in names
        if known in headings
    }
    if "name" not in found:
        raise NotAnAreaError(
            "机关名单缺少 name（名称）一列，第一行应是 name,level,parent,published_on"
        )
    bodies = tuple(_bodies(lines, found))
    if not bodies:
        raise NotAnAreaError("机关名单是空的，没有一个机关")
    return Area(bodies)


def _bodies(lines: "csv.DictReader[str]", found: dict[str, str]) -> Iterator[Body]:
    seen: dict[str, int] = {}
    for line in lines:
        told = {column: (line.get(heading) or "").strip() for column, heading in found.items()}
        name, number = told["name"], lines.line_num
        if not name:
            continue
        if same_name(name) in seen:
            first = seen[same_name(name)]
            raise NotAnAreaError(f"机关名单第 {number} 行与第 {first} 行重复：{name}")
        seen[same_name(name)] = number
        day = _day(told.get("published_on", ""), number)
        yield Body(name, told.get("level", ""), told.get("parent", ""), day)


def _day(text: str, line: int) -> date | None:
    if not text:
        return None
    try:
        return date(*(int(part) for part in text.replace("/", "-").split("-")))
    except (TypeError, ValueError):
        raise NotAnAreaError(
            f"机关名单第 {line} 行的公布日期“{text}”不是日期，请写成 2026-01-31 的样子"
        ) from None


def _text(data: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotAnAreaError("机关名单不是 UTF-8 或 GBK 编码的 CSV 文件")
