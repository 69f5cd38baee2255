"""What was handed in to the department, and how far every body of an area has come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db.models import Q, QuerySet

from gongkai.reports.compare.figures import row_label
from gongkai.reports.model.exchange import from_json
from gongkai.reports.model.statement import Statement
from gongkai.web.agencies.models import Body
from gongkai.web.agencies.permissions import Standing
from gongkai.web.reporting.models.archive import Filer, Shelved
from gongkai.web.reporting.models.filing import Filing, Reminder
from gongkai.web.reporting.models.report import Report
from gongkai.web.reporting.permissions import may_draft
from gongkai.web.reporting.queries.archive import governed
from gongkai.web.reporting.queries.report import due
from gongkai.web.reporting.record import Stage

SUBJECT = "reporting.filing"


class Wanted(StrEnum):
    """Which lines of the board are looked at."""

    ALL = "all"
    MISSING = "missing"
    LATE = "late"
    WAITING = "waiting"
    RETURNED = "returned"

    @property
    def zh(self) -> str:
        return {
            "all": "全部",
            "missing": "还没有报送",
            "late": "逾期没有公布",
            "waiting": "待接收",
            "returned": "已退回",
        }[self.value]


@dataclass(frozen=True)
class Line:
    """A body on the board: how far its report has come, here and at the department."""

    code: str
    name: str
    kind: str
    on_platform: bool
    due: date
    stage: str
    published_on: date | None
    public: bool
    imported: bool
    """Whether what is public was read from a file."""
    filing: Filing | None
    reminded: datetime | None

    @property
    def filed(self) -> str:
        if self.filing:
            return self.filing.get_state_display()
        return "文件已导入" if self.imported else "未报送"

    def is_late(self, today: date) -> bool:
        """Past its day without standing before the public."""
        return not self.public and self.due < today

    def days(self, today: date) -> int:
        """Days left until its day; negative once it is past."""
        return (self.due - today).days

    def wanted(self, wanted: Wanted, today: date) -> bool:
        state = self.filing.state if self.filing else ""
        return {
            Wanted.ALL: True,
            Wanted.MISSING: state == Filing.State.RETURNED or not (state or self.imported),
            Wanted.LATE: self.is_late(today),
            Wanted.WAITING: state == Filing.State.WAITING,
            Wanted.RETURNED: state == Filing.State.RETURNED,
        }[wanted]


def supervised_areas(standing: Standing) -> list[Body]:
    """The governments whose bodies a person supervises."""
    return list(Body.objects.filter(path__in=governed(standing)).order_by("path"))


def owing(area: Body, year: int) -> list[Body]:
    """The bodies of the platform that owe a report for a year (articles 49 and 54)."""
    lived = Q(until=None) | Q(until__gt=date(year, 12, 31))
    begun = Q(since=None) | Q(since__lte=date(year, 12, 31))
    found = Body.objects.filter(lived & begun, path__startswith=area.path)
    return list(found.exclude(kind=Body.Kind.ENTERPRISE).order_by("path"))


def board(area: Body, year: int) -> list[Line]:
    """Every body of an area with how far its report for the year has come."""
    filers = Filer.objects.filter(area=area).order_by("code")
    elsewhere = [filer for filer in filers if filer.body_id is None]
    of_body = {filer.body_id: filer for filer in filers if filer.body_id}
    reports = {
        report.body_id: report
        for report in Report.objects.filter(year=year, body__path__startswith=area.path)
    }
    shelf = {
        shelved.filer_id: shelved
        for shelved in Shelved.objects.filter(year=year, filer__area=area).only(
            "filer", "published_on", "origin"
        )
    }
    filings: dict[int, Filing] = {}
    sent = Filing.objects.filter(year=year, filer__area=area).defer("statement")
    for filing in sent.order_by("round"):
        filings[filing.filer_id] = filing
    reminded: dict[int, datetime] = {}
    for reminder in Reminder.objects.filter(year=year, filer__area=area).order_by("at"):
        reminded[reminder.filer_id] = reminder.at

    def line(of: Body | Filer, filer: Filer | None, report: Report | None) -> Line:
        shelved = shelf.get(filer.pk) if filer else None
        return Line(
            code=of.code,
            name=of.name,
            kind=of.get_kind_display(),
            on_platform=isinstance(of, Body),
            due=due(of, year),
            stage=_stage(report, shelved),
            published_on=shelved.published_on if shelved else None,
            public=shelved is not None,
            imported=shelved is not None and not shelved.made_here,
            filing=filings.get(filer.pk) if filer else None,
            reminded=reminded.get(filer.pk) if filer else None,
        )

    here = [line(b, of_body.get(b.pk), reports.get(b.pk)) for b in owing(area, year)]
    return [*here, *(line(filer, filer, None) for filer in elsewhere)]


def _stage(report: Report | None, shelved: Shelved | None) -> str:
    if report is not None:
        return Stage(report.stage).zh
    return "已导入" if shelved else "未开始"


def latest(filer: Filer, year: int) -> Filing | None:
    """The last time a body handed in its report for a year."""
    return Filing.objects.filter(filer=filer, year=year).order_by("-round").first()


def latest_of(report: Report) -> Filing | None:
    found = Filing.objects.filter(filer__body=report.body, year=report.year).order_by("-round")
    return found.defer("statement").first()


def visible(standing: Standing) -> QuerySet[Filing]:
    """The filings a person may see: the own body's, those of the area that is supervised."""
    wanted = Q(filer__body__in=standing.body_ids)
    for root in governed(standing):
        wanted |= Q(filer__area__path=root)
    return Filing.objects.filter(wanted).select_related("filer__body", "filer__area")


def waiting(standing: Standing) -> list[Filing]:
    """What waits for a person: filings to be received, returned ones of the own body."""
    found = visible(standing).exclude(state=Filing.State.ACCEPTED).defer("statement")
    roots = governed(standing)
    mine = []
    for filing in found.order_by("filer", "year", "-round"):
        area = filing.filer.area
        receives = filing.state == Filing.State.WAITING and area and area.path in roots
        body = filing.filer.body
        mends = filing.state == Filing.State.RETURNED and body and may_draft.test(standing, body)
        if receives or mends:
            mine.append(filing)
    return [each for each in mine if each.state == Filing.State.WAITING or not _again(each)]


def _again(filing: Filing) -> bool:
    """Whether it was handed in once more since."""
    later = Filing.objects.filter(filer=filing.filer, year=filing.year, round__gt=filing.round)
    return later.exists()


def reminders(standing: Standing) -> list[Reminder]:
    """The last reminder of each report of the own bodies that was not handed in since."""
    mine = Reminder.objects.filter(filer__body__in=standing.body_ids).select_related("filer__body")
    newest: dict[tuple[int, int], Reminder] = {}
    for each in mine.order_by("at"):
        if may_draft.test(standing, each.filer.body):
            newest[each.filer_id, each.year] = each
    if not newest:
        return []
    filers = {filer for filer, _ in newest}
    sent = set(Filing.objects.filter(filer__in=filers).values_list("filer", "year"))
    return [each for key, each in newest.items() if key not in sent]


def statement_of(filing: Filing) -> Statement:
    return from_json(filing.statement)


def places(statement: Statement) -> list[tuple[str, list[tuple[str, str]]]]:
    """The places that a remark can be made at, in groups: parts of the text, rows of the tables."""
    parts = [("title", "标题"), ("preamble", "引言")]
    parts += [(f"sections.{s.key or i}", s.title) for i, s in enumerate(statement.sections)]
    own = statement.form
    tables = [
        (
            table.label,
            [(row.path, row_label(own, row) or table.label) for row in own.rows_of(table.key)],
        )
        for table in (own.tables if own else ())
    ]
    return [("文字", parts), *tables]


def place_names(statement: Statement) -> dict[str, str]:
    return {path: label for _, group in places(statement) for path, label in group}


def chosen(lines: Iterable[Line], codes: Iterable[str]) -> list[Line]:
    wanted = set(codes)
    return [line for line in lines if line.code in wanted]
