from collections.abc import Mapping
from datetime import date

from django.core.files.storage import default_storage
from django.db.models import Q, QuerySet
from django.urls import reverse

from gongkai.checks.finding import Finding, Severity
from gongkai.checks.run import check
from gongkai.reports.model.exchange import from_json
from gongkai.reports.model.statement import Number, Statement
from gongkai.reports.write.registry import Rendering, render
from gongkai.statute.forms import Form, form_in_force
from gongkai.statute.parameters import parameter
from gongkai.web.agencies.models import Body
from gongkai.web.agencies.permissions import Standing
from gongkai.web.publishing.queries.register import register_table
from gongkai.web.remedies.queries import remedy_table
from gongkai.web.reporting import assemble, record
from gongkai.web.reporting.draft import drafted
from gongkai.web.reporting.figures import figures
from gongkai.web.reporting.models.report import Report
from gongkai.web.reporting.permissions import may_draft
from gongkai.web.reporting.record import Act, Stage, State
from gongkai.web.requests.queries import request_table
from gongkai.web.review.chain import digest_of
from gongkai.web.search.entry import Entry as SearchEntry

SUBJECT = "reporting.report"
DOWNLOADS: tuple[Rendering, ...] = ("docx", "pdf", "xlsx")


def state_of(report: Report) -> State:
    rows = report.entries.all()
    return record.fold(record.Entry(r.number, Act(r.act), r.at, r.by, r.facts) for r in rows)


def due(body: Body, year: int) -> date:
    """The day by which the report for this year must stand before the public (article 49)."""
    name = "governments_by" if body.kind == Body.Kind.GOVERNMENT else "departments_by"
    day = parameter(f"report.{name}").record_on(date(year + 1, 1, 1))
    return date(year + 1, **day)


def counted(body: Body, year: int) -> Mapping[str, Number]:
    """What the platform's records come to, by cell.

    Normative documents of table one from the register, table two from the applications, table
    three from the remedies.
    """
    bodies = Body.objects.filter(pk=body.pk)
    tables = (register_table, request_table, remedy_table)
    return {cell: value for each in tables for cell, value in each(bodies, year)[body.pk].items()}


def drafted_again(report: Report, state: State) -> dict[str, str]:
    """What the first draft would be with the figures of now."""
    body = report.body
    counts = figures_of(report, state, form_in_force(report.year))
    return drafted(
        name=body.name, short=body.short_name, kind=body.kind, year=report.year, figures=counts
    )


def figures_of(report: Report, state: State, form: Form) -> dict[str, Number]:
    added = ((s.cell, s.value) for s in state.supplements)
    return figures(form, counted(report.body, report.year), added)


def statement_of(report: Report, state: State, issued_on: date | None) -> Statement:
    """The report as it stands now, as data."""
    form = form_in_force(report.year)
    return assemble.statement(
        form=form,
        name=report.body.name,
        kind=report.body.kind,
        year=report.year,
        figures=figures_of(report, state, form),
        texts={key: text.words for key, text in state.texts.items()},
        issued_on=issued_on,
    )


def findings(statement: Statement, earlier: list[Statement]) -> list[Finding]:
    """What the rules say of a report drafted here."""
    before = [assemble.report(each) for each in earlier]
    return check(assemble.report(statement), earlier=before)


def open_points(found: list[Finding], state: State) -> list[Finding]:
    """The findings that keep a report from being submitted: errors, and warnings without a word."""
    return [
        each
        for each in found
        if each.severity is Severity.ERROR
        or (each.severity is Severity.WARNING and (each.rule, each.at) not in state.explained)
    ]


def earlier_of(report: Report) -> list[Statement]:
    """The published statements of the same body for the years before."""
    others = published(report.body).filter(year__lt=report.year)
    return [public_statement(other) for other in others]


def published(body: Body | None = None) -> QuerySet[Report]:
    """Reports that stand before the public, newest first."""
    found = Report.objects.exclude(published_on=None).select_related("body")
    return found.filter(body=body) if body else found


def public_statement(report: Report) -> Statement:
    """The version that stands before the public."""
    return from_json(state_of(report).published)


def to_find(report: Report) -> SearchEntry:
    """What the search is handed: the version before the public."""
    statement = public_statement(report)
    words = [statement.preamble or "", *(section.text for section in statement.sections)]
    return SearchEntry(
        subject=f"{SUBJECT}:{report.pk}",
        kind="report",
        title=statement.title or "",
        text="\n".join(words),
        address=reverse("reporting:public_report", args=[report.body.code, report.year]),
        day=report.published_on,
        body=report.body_id,
        body_name=report.body.name,
    )


def stored_name(digest: str, to: str) -> str:
    """Where a rendering lies: by the hash of the statement, so that it is never stale."""
    return f"reports/{digest[:2]}/{digest}.{to}"


def download(report: Report, to: Rendering) -> bytes:
    """The published version in a format: as the worker wrote it, or written now."""
    name = stored_name(digest_of(state_of(report).published), to)
    if default_storage.exists(name):
        with default_storage.open(name) as stored:
            return stored.read()
    return render(public_statement(report), to)


def readable(standing: Standing) -> QuerySet[Report]:
    """The reports a person may open on the desk."""
    wanted = Q(body__in=standing.body_ids)
    for post in standing.posts:
        if post.role == "supervisor":
            root = post.path.rsplit("/", 2)[0] + "/"
            wanted |= Q(body__path__startswith=root)
    return Report.objects.filter(wanted).select_related("body")


def unfinished(standing: Standing) -> list[Report]:
    """The reports whose next step is this person's as an officer."""
    mine = Report.objects.filter(
        body__in=standing.body_ids, stage__in=(Stage.DRAFTING, Stage.SIGNED)
    )
    return [r for r in mine.select_related("body") if may_draft.test(standing, r.body)]


def draftable(standing: Standing) -> list[Body]:
    """The bodies whose report this person may begin."""
    bodies = Body.objects.filter(pk__in=standing.body_ids)
    return [body for body in bodies if may_draft.test(standing, body)]
