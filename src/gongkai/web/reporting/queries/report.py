from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.core.files.storage import default_storage
from django.db.models import Q, QuerySet
from django.urls import reverse

from gongkai.checks.finding import Finding
from gongkai.checks.run import check
from gongkai.law.calendar.workdays import default_calendar
from gongkai.law.publication.annual import ReportDue, report_due
from gongkai.reports.model.exchange import from_json
from gongkai.reports.model.statement import Number, Statement
from gongkai.reports.write.registry import Rendering, render
from gongkai.statute.catalogue import BodyKind, Level
from gongkai.statute.forms import Form, form_in_force
from gongkai.web.agencies.models import Body
from gongkai.web.agencies.permissions import Standing
from gongkai.web.reporting import assemble, record
from gongkai.web.reporting.binding import Bound, bound_numbers, resolved
from gongkai.web.reporting.draft import Of, drafted
from gongkai.web.reporting.figures import figures
from gongkai.web.reporting.models.archive import Shelved
from gongkai.web.reporting.models.report import Report
from gongkai.web.reporting.permissions import may_draft
from gongkai.web.reporting.queries import counting
from gongkai.web.reporting.record import Act, Stage, State
from gongkai.web.review.chain import digest_of
from gongkai.web.search.entry import Entry as SearchEntry

SUBJECT = "reporting.report"
KINDS = {
    Body.Kind.GOVERNMENT: BodyKind.GOVERNMENT,
    Body.Kind.TOWNSHIP: BodyKind.GOVERNMENT,
    Body.Kind.DEPARTMENT: BodyKind.DEPARTMENT,
    Body.Kind.STREET: BodyKind.BRANCH_OFFICE,
    Body.Kind.INSTITUTION: BodyKind.AUTHORISED,
    Body.Kind.ENTERPRISE: BodyKind.AUTHORISED,
}
"""As article 49 sees them; an enterprise on the platform reports like an authorised body."""
DOWNLOADS: tuple[Rendering, ...] = ("docx", "pdf", "xlsx")


def state_of(report: Report) -> State:
    rows = report.entries.all()
    return record.fold(record.Entry(r.number, Act(r.act), r.at, r.by, r.facts) for r in rows)


def report_due_of(body: Body, year: int) -> ReportDue:
    """Until when the report for this year must stand before the public (article 49)."""
    level = Level.TOWNSHIP if body.kind in (Body.Kind.TOWNSHIP, Body.Kind.STREET) else Level.COUNTY
    found = report_due(year, level, KINDS[Body.Kind(body.kind)], default_calendar())
    if found is None:
        raise AssertionError("every kind of the table makes a report")
    return found


def due(body: Body, year: int) -> date:
    return report_due_of(body, year).legal


@dataclass(frozen=True)
class Numbers:
    """Everything that a report counts, as it is now: the tables' figures, the names of numbers."""

    form: Form
    figures: Mapping[str, Number]
    known: Mapping[str, Bound]


def numbers_of(report: Report, state: State) -> Numbers:
    form = form_in_force(report.year)
    counts = figures_of(report, state, form)
    others = counting.other_numbers(report.body, report.year)
    return Numbers(form, counts, bound_numbers(form, counts, others))


def first_draft(body: Body, year: int, known: Mapping[str, Bound], template: str) -> dict[str, str]:
    """The words of every part before anybody wrote on them."""
    last = earlier_statements(body, year)
    problems = last[0].section("problems") if last and last[0].year == year - 1 else None
    of = Of(body.name, body.short_name, body.kind, year, problems.text if problems else "")
    return drafted(of, known, template)


def drafted_again(report: Report, state: State) -> dict[str, str]:
    """What the first draft would be with the figures of now."""
    known = numbers_of(report, state).known
    return first_draft(report.body, report.year, known, state.template)


def figures_of(report: Report, state: State, form: Form) -> dict[str, Number]:
    added = [(s.cell, s.value) for s in state.supplements] + list(state.gathered.items())
    return figures(form, counting.counted(report.body, report.year, form), added)


def statement_of(
    report: Report, state: State, issued_on: date | None, numbers: Numbers | None = None
) -> Statement:
    """The report as it stands now, as data; the prose with the numbers of now."""
    now = numbers or numbers_of(report, state)
    return assemble.statement(
        form=now.form,
        name=report.body.name,
        kind=report.body.kind,
        year=report.year,
        figures=now.figures,
        texts={key: resolved(text.words, now.known) for key, text in state.texts.items()},
        issued_on=issued_on,
        scope="area" if state.members else "own",
    )


def findings(statement: Statement, earlier: list[Statement]) -> list[Finding]:
    """What the rules say of a report drafted here."""
    before = [assemble.report(each) for each in earlier]
    return check(assemble.report(statement), earlier=before)


def earlier_of(report: Report) -> list[Statement]:
    return earlier_statements(report.body, report.year)


def earlier_statements(body: Body, year: int) -> list[Statement]:
    """The published statements of a body for the two years before, the later first.

    Those made here; for a year without one, that of the archive.
    """
    years = (year - 1, year - 2)
    own = {each.year: public_statement(each) for each in published(body).filter(year__in=years)}
    found = dict.fromkeys(years) | own
    missing = [each for each in years if each not in own]
    for shelved in Shelved.objects.filter(filer__body=body, year__in=missing, scope="own"):
        found[shelved.year] = from_json(shelved.statement)
    return [statement for statement in found.values() if statement]


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
