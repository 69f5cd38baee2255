from collections.abc import Callable
from dataclasses import replace
from datetime import date

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.urls import reverse

from gongkai.reports.model.exchange import to_json
from gongkai.reports.write.registry import render
from gongkai.statute.forms import form_in_force
from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record as write_trail
from gongkai.web.reporting.draft import drafted
from gongkai.web.reporting.figures import entered, figures
from gongkai.web.reporting.models.report import Entry, Report
from gongkai.web.reporting.queries import report as queries
from gongkai.web.reporting.record import Act, NotProvidedForError, State, move
from gongkai.web.review import acts as review_acts
from gongkai.web.review import queries as review_queries
from gongkai.web.review.chain import Outcome, Verdict, digest_of
from gongkai.web.review.models import Review
from gongkai.web.search import acts as search_acts
from gongkai.web.ui import clock
from gongkai.web.ui.queue import later


class ChangedMeanwhileError(Exception):
    """Somebody else has written the same part since it was opened."""

    def __init__(self, words: str, by: str):
        super().__init__(f"{by} 刚刚修改了这一部分，请合并后再保存。")
        self.words = words


def open_year(by: Actor, *, body: Body, year: int) -> Report:
    """Begin the report for a year: counted and drafted."""
    counts = figures(form_in_force(year), queries.counted(body, year), ())
    texts = drafted(
        name=body.name, short=body.short_name, kind=body.kind, year=year, figures=counts
    )
    try:
        with transaction.atomic():
            report = Report.objects.create(body=body, year=year, stage="", opened=clock.now())
            _enter(by, report, Act.OPEN, {"texts": texts})
            return report
    except IntegrityError as fault:
        raise NotProvidedForError(f"{year}年度报告已经开始编制，请在列表中打开。") from fault


def write(by: Actor, *, report: Report, part: str, words: str, base: int) -> None:
    """Save the words of a part; `base` is the version that was opened for editing."""

    def free(state: State) -> None:
        now = state.texts[part]
        if now.version != base and now.words != words:
            raise ChangedMeanwhileError(now.words, now.by)

    _enter(by, report, Act.WRITE, {"part": part, "words": words}, allowed=free)


def supplement(
    by: Actor, *, report: Report, cell: str, value: float, source: str, paper: str
) -> None:
    """Add a figure from a system not on the platform."""
    if cell not in entered(form_in_force(report.year)):
        raise NotProvidedForError("合计由系统计算，不能补录；请补录到具体的格。")
    facts = {"cell": cell, "value": value, "source": source, "paper": paper}
    _enter(by, report, Act.SUPPLEMENT, facts)


def strike(by: Actor, *, report: Report, number: int) -> None:
    """Take a supplement back; it stays in the record."""
    _enter(by, report, Act.STRIKE, {"number": number})


def explain(by: Actor, *, report: Report, rule: str, place: str, reason: str) -> None:
    """Give the word that a warning asks for."""
    _enter(by, report, Act.EXPLAIN, {"rule": rule, "place": place, "reason": reason})


@transaction.atomic
def submit(by: Actor, *, report: Report) -> Review:
    """Send the report round to be signed; errors and unexplained warnings stop it."""
    state = _enter(by, report, Act.SUBMIT, {})
    statement = queries.statement_of(report, state, None)
    dated = replace(statement, issued_on=clock.today())
    found = queries.findings(dated, queries.earlier_of(report))
    if stops := queries.open_points(found, state):
        raise NotProvidedForError(f"还有 {len(stops)} 处检查发现没有处理，更正或说明后再送审。")
    return review_acts.open_review(
        by,
        body=report.body,
        subject=_subject(report),
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
) -> None:
    """Sign or return the report; the last signature freezes it as of that day."""
    state = queries.state_of(report)
    review = review_queries.latest(_subject(report))
    if review is None:
        raise NotProvidedForError("报告还没有送审。")
    digest = digest_of(to_json(queries.statement_of(report, state, None)))
    outcome = review_acts.sign(
        by, review=review, acting=acting, verdict=verdict, opinion=opinion, digest=digest
    )
    if outcome is Outcome.RETURNED:
        _enter(by, report, Act.RETURN, {"opinion": opinion, "review": review.pk})
    elif outcome is Outcome.DONE:
        statement = to_json(queries.statement_of(report, state, on))
        facts = {"statement": statement, "digest": digest_of(statement), "review": review.pk}
        _enter(by, report, Act.FREEZE, facts)


@transaction.atomic
def recall(by: Actor, *, report: Report) -> None:
    """Take the report back from signing."""
    _enter(by, report, Act.RECALL, {})
    review_acts.recall(by, review=review_queries.latest(_subject(report)))


@transaction.atomic
def publish(by: Actor, *, report: Report, on: date) -> None:
    """Put the signed version before the public."""
    _enter(by, report, Act.PUBLISH, {"on": on.isoformat()})
    report.published_on = on
    report.save(update_fields=["published_on"])
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
    _enter(by, report, Act.CORRECT, {"reason": reason})


@transaction.atomic
def _enter(
    by: Actor,
    report: Report,
    act: Act,
    facts: dict[str, object],
    allowed: Callable[[State], None] = lambda _state: None,
) -> State:
    """Add an entry, if the report's life provides for it at this stage; the state after it."""
    locked = Report.objects.select_for_update().select_related(None).get(pk=report.pk)
    state = queries.state_of(locked)
    move(state.stage, act)
    allowed(state)
    Entry.objects.create(
        report=locked,
        number=locked.entries.count() + 1,
        act=act,
        at=clock.now(),
        by=by.name,
        by_id_text=by.id,
        facts=facts,
    )
    state = queries.state_of(locked)
    report.stage = state.stage.value
    report.save(update_fields=["stage"])
    write_trail(
        by,
        f"reporting.{act.value}",
        subject=_subject(report),
        title=f"{report.year}年度报告：{act.zh}",
        chain=report.body.code,
        facts={"entry": digest_of(facts)},
    )
    return state


def _subject(report: Report) -> str:
    return f"{queries.SUBJECT}:{report.pk}"
