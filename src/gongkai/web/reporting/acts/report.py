"""From the first draft to the public: opened, sent round, signed, frozen, published, corrected."""

from collections.abc import Sequence
from datetime import date

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.urls import reverse

from gongkai.reports.model.exchange import to_json
from gongkai.reports.model.statement import Statement
from gongkai.reports.write.registry import render
from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.reporting.acts.archive import shelve_report
from gongkai.web.reporting.acts.entering import enter, subject_of
from gongkai.web.reporting.acts.listing import listed
from gongkai.web.reporting.draft import template_for
from gongkai.web.reporting.models.frozen import Snapshot
from gongkai.web.reporting.models.report import Report
from gongkai.web.reporting.queries import report as queries
from gongkai.web.reporting.queries.checking import points, stops
from gongkai.web.reporting.queries.freezing import packed
from gongkai.web.reporting.record import Act, NotProvidedForError, State, move
from gongkai.web.review import acts as review_acts
from gongkai.web.review import queries as review_queries
from gongkai.web.review.chain import Outcome, Point, Verdict, digest_of
from gongkai.web.review.models import Review
from gongkai.web.search import acts as search_acts
from gongkai.web.ui import clock
from gongkai.web.ui.queue import later


def open_year(by: Actor, *, body: Body, year: int, template: str = "") -> Report:
    """Begin the report for a year: counted and drafted, from the template that fits the body."""
    chosen = template or template_for(body.name, body.kind)
    try:
        with transaction.atomic():
            report = Report.objects.create(body=body, year=year, stage="", opened=clock.now())
            known = queries.numbers_of(report, State()).known
            texts = queries.first_draft(body, year, known, chosen)
            enter(by, report, Act.OPEN, {"texts": texts, "template": chosen})
            return report
    except IntegrityError as fault:
        raise NotProvidedForError(f"{year}年度报告已经开始编制，请在列表中打开。") from fault


@transaction.atomic
def submit(by: Actor, *, report: Report) -> Review:
    """Send the report round to be signed; errors and unexplained warnings stop it."""
    state = enter(by, report, Act.SUBMIT, {})
    statement = queries.statement_of(report, state, None)
    if found := stops(points(report, state, clock.today())):
        raise NotProvidedForError(f"还有 {len(found)} 处检查发现没有处理，更正或说明后再送审。")
    return review_acts.open_review(
        by,
        body=report.body,
        subject=subject_of(report),
        title=f"{report.body.short_name}{report.year}年政府信息公开工作年度报告",
        address=reverse("reporting:report", args=[report.pk]),
        digest=digest_of(to_json(statement)),
        due=queries.due(report.body, report.year),
    )


@transaction.atomic
def sign(
    by: Actor,
    *,
    report: Report,
    acting: review_queries.Acting,
    verdict: Verdict,
    opinion: str,
    on: date,
    points: Sequence[Point] | None = None,
) -> None:
    """Sign or return the report; the last signature freezes it as of that day."""
    state = queries.state_of(report)
    review = review_queries.latest(subject_of(report))
    if review is None:
        raise NotProvidedForError("报告还没有送审。")
    digest = digest_of(to_json(queries.statement_of(report, state, None)))
    outcome = review_acts.sign(
        by,
        review=review,
        acting=acting,
        verdict=verdict,
        opinion=opinion,
        digest=digest,
        points=points,
    )
    if outcome is Outcome.RETURNED:
        enter(by, report, Act.RETURN, {"opinion": opinion, "review": review.pk})
    elif outcome is Outcome.DONE:
        _freeze(by, report, queries.statement_of(report, state, on), review)


def _freeze(by: Actor, report: Report, statement: Statement, review: Review) -> None:
    """Keep the figures as signed, and the records that they count with their hashes."""
    data, records = to_json(statement), packed(report, statement.figures)
    facts = {
        "statement": data,
        "digest": digest_of(data),
        "records": records.sha256,
        "counted": records.count,
        "review": review.pk,
    }
    enter(by, report, Act.FREEZE, facts)
    Snapshot.objects.create(
        report=report,
        entry=report.entries.count(),
        sha256=records.sha256,
        content=records.content,
    )


@transaction.atomic
def recall(by: Actor, *, report: Report) -> None:
    """Take the report back from signing."""
    enter(by, report, Act.RECALL, {})
    review_acts.recall(by, review=review_queries.latest(subject_of(report)))


@transaction.atomic
def publish(by: Actor, *, report: Report, on: date) -> None:
    """Put the signed version before the public."""
    state = queries.state_of(report)
    move(state.stage, Act.PUBLISH)
    review = review_queries.latest(subject_of(report))
    told = listed(by, report=report, state=state, review=review, on=on)
    enter(by, report, Act.PUBLISH, {"on": on.isoformat(), **told})
    report.published_on = on
    report.save(update_fields=["published_on"])
    shelve_report(report)
    search_acts.put(queries.to_find(report))
    later("gongkai.web.reporting.tasks.prepare_downloads", report=report.pk)


def prepare_downloads(report: Report) -> list[str]:
    """Write the published version in every format; the names of the files that were lacking."""
    digest = digest_of(queries.state_of(report).published)
    written = []
    for to in queries.DOWNLOADS:
        name = queries.stored_name(digest, to)
        if not default_storage.exists(name):
            data = render(queries.public_statement(report), to)
            written.append(default_storage.save(name, ContentFile(data)))
    return written


def correct(by: Actor, *, report: Report, reason: str) -> None:
    """Open a signed or published report again; the public keeps the version it has until then."""
    enter(by, report, Act.CORRECT, {"reason": reason})
