"""A small report in every format, made here; the beginnings that fuzzing changes."""

import json
from functools import cache

import typst

from gongkai.reports.model.exchange import to_json
from gongkai.reports.write.registry import render
from tests.reports.read.ofd_maker import ofd_of
from tests.reports.write.samples import complete

TABLE = """#set page(width: 160mm, height: 90mm, numbering: "1")
= 江南区档案局2023年政府信息公开工作年度报告
一、总体情况

全年主动公开政府信息12条。
#table(columns: 3, [信息内容], [制发], [有效], [规章], [0], [3], table.cell(colspan: 2)[合计], [3])
"""


@cache
def specimens() -> dict[str, bytes]:
    """Format → bytes of a report."""
    statement = complete()
    pdf = typst.compile(TABLE.encode())
    made = {to: render(statement, to) for to in ("docx", "html", "xlsx", "md")}
    return {
        **made,
        "pdf": pdf,
        "ofd": ofd_of(pdf),
        "json": json.dumps(to_json(statement), ensure_ascii=False).encode(),
        "txt": made["md"].decode().replace("|", "\t").encode("gb18030"),
    }
