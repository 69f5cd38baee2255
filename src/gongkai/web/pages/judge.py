"""Reads and checks one file in a process of its own: `python -m gongkai.web.pages.judge NAME`.

The file comes on standard input, JSON goes to standard output. A file made to crash, hang or eat
memory harms this process and nothing else; nothing is written to disk.
"""

import json
import resource
import sys

from gongkai.checks.finding import Severity
from gongkai.checks.run import check
from gongkai.checks.shown.page import article
from gongkai.reports.model.report import Report
from gongkai.reports.read import Limits, UnreadableError, read_bytes

MEMORY = 2 * 1024**3
LIMITS = Limits(bytes=20 * 1024**2, pages=200, files=20, archive_bytes=200 * 1024**2)


def judged(name: str, data: bytes) -> dict[str, object]:
    """The reports of a file with their findings in place, or why it cannot be read."""
    try:
        reports = read_bytes(name, data, LIMITS)
    except UnreadableError as reason:
        return {"refused": str(reason)}
    return {"reports": [_shown(name, report, reports) for report in reports]}


def _shown(name: str, report: Report, others: list[Report]) -> dict[str, object]:
    earlier = [other for other in others if other is not report]
    found = check(report, earlier=earlier)
    page = article(report, name, found, [None] * len(found))
    errors = sum(each.severity is Severity.ERROR for each in found)
    return {"page": page, "errors": errors, "findings": len(found)}


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    json.dump(judged(sys.argv[1], sys.stdin.buffer.read()), sys.stdout, ensure_ascii=False)
