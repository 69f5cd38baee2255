"""Handing a report to the supervising department; receiving it, or giving it back with remarks."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.urls import reverse

from gongkai.reports.model.statement import Number
from gongkai.web.agencies.models import Body, Role
from gongkai.web.agencies.queries import holders
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record as write_trail
from gongkai.web.notices.acts.tell import News, tell
from gongkai.web.reporting.acts import archive
from gongkai.web.reporting.acts.archive import filer_of
from gongkai.web.reporting.models.archive import Filer, Reading, Shelved
from gongkai.web.reporting.models.filing import Filing, Remark, Reminder
from gongkai.web.reporting.models.report import Report
from gongkai.web.reporting.queries import filing as queries
from gongkai.web.reporting.queries import report as report_queries
from gongkai.web.reporting.record import NotProvidedForError, Stage
from gongkai.web.review.chain import digest_of
from gongkai.web.ui import clock


def hand_in(by: Actor, *, report: Report) -> Filing:
    """Hand in the signed version of a report (article 49: to the department of its level)."""
    state = report_queries.state_of(report)
    if state.stage not in (Stage.SIGNED, Stage.PUBLISHED) or state.frozen is None:
        raise NotProvidedForError("报告签发以后才能报送主管部门。")
    origin = f"{report_queries.SUBJECT}:{report.pk}"
    return _file(by, filer_of(report.body), report.year, dict(state.frozen), origin)


@transaction.atomic
def confirm(
    by: Actor,
    *,
    reading: Reading,
    name: str,
    kind: str,
    year: int,
    settled: Mapping[str, Number | None],
) -> Shelved:
    """Confirm a report that was read; what a body sent itself is handed in with it."""
    shelved = archive.confirm(by, reading=reading, name=name, kind=kind, year=year, settled=settled)
    if reading.file.intake.body:
        _file(by, shelved.filer, year, shelved.statement, shelved.origin)
    return shelved


@transaction.atomic
def _file(by: Actor, filer: Filer, year: int, statement: dict[str, object], origin: str) -> Filing:
    before = queries.latest(filer, year)
    digest = digest_of(statement)
    if before and before.state == Filing.State.WAITING:
        raise NotProvidedForError("已经报送，主管部门还没有处理。")
    if before and before.state == Filing.State.ACCEPTED and before.digest == digest:
        raise NotProvidedForError("这一版主管部门已经接收，不用再报。")
    made = Filing.objects.create(
        filer=filer,
        year=year,
        round=before.round + 1 if before else 1,
        statement=statement,
        digest=digest,
        origin=origin,
        at=clock.now(),
        by=by.name,
    )
    _trail(by, "hand_in", made, "报送")
    return made


@transaction.atomic
def remark(by: Actor, *, filing: Filing, place: str, words: str) -> Remark:
    """Note what is wanting at a place; the body sees it once the report is returned."""
    locked = _waiting(filing)
    if place not in queries.place_names(queries.statement_of(locked)):
        raise NotProvidedForError("报告里没有这个位置，请重新选择。")
    return Remark.objects.create(
        filing=locked, place=place, words=words, at=clock.now(), by=by.name
    )


@transaction.atomic
def drop_remark(by: Actor, *, filing: Filing, remark: Remark) -> None:
    """Take a remark back before the report is returned."""
    del by
    _waiting(filing)
    remark.delete()


@transaction.atomic
def accept(by: Actor, *, filing: Filing) -> None:
    """Receive a report."""
    locked = _waiting(filing)
    if locked.remarks.exists():
        raise NotProvidedForError("还有意见没有处理：要么退回，要么先删去意见再接收。")
    _decide(by, locked, Filing.State.ACCEPTED, "")


@transaction.atomic
def give_back(by: Actor, *, filing: Filing, opinion: str) -> None:
    """Return a report with what is to be put right."""
    locked = _waiting(filing)
    if not opinion and not locked.remarks.exists():
        raise NotProvidedForError("退回时请至少写一条意见，让报送单位知道要改什么。")
    _decide(by, locked, Filing.State.RETURNED, opinion)
    facts = {"body": locked.filer.name, "year": locked.year, "count": locked.remarks.count()}
    address = reverse("reporting:filing", args=[locked.pk])
    news = News(
        kind="report_returned",
        key=f"report_returned:{locked.pk}",
        subject=f"{queries.SUBJECT}:{locked.pk}",
        address=address,
        facts=facts,
    )
    tell(news, people=_officers(locked.filer))


@transaction.atomic
def remind(by: Actor, *, area: Body, lines: Sequence[queries.Line], year: int) -> int:
    """Remind bodies of their report; each is told with its own day. Returns how many."""
    made = []
    for line in lines:
        body = Body.objects.filter(code=line.code).first()
        filer = filer_of(body) if body else Filer.objects.get(code=line.code)
        made.append(Reminder(filer=filer, year=year, due=line.due, at=clock.now(), by=by.name))
    if not made:
        raise NotProvidedForError("请先勾选要提醒的单位。")
    for reminder in Reminder.objects.bulk_create(made):
        tell(_reminder(reminder), people=_officers(reminder.filer))
    write_trail(
        by,
        "reporting.remind",
        subject=f"agencies.body:{area.pk}",
        title=f"提醒 {len(made)} 个单位报送{year}年度报告",
        chain=area.code,
        facts={"codes": [line.code for line in lines]},
    )
    return len(made)


def _reminder(reminder: Reminder) -> News:
    day = reminder.due
    last = f"{day.year}年{day.month}月{day.day}日"
    return News(
        kind="report_reminder",
        key=f"report_reminder:department:{reminder.pk}",
        subject=f"reporting.filer:{reminder.filer_id}",
        address=reverse("reporting:reports"),
        facts={
            "body": reminder.filer.name,
            "year": reminder.year,
            "step": "主管部门提醒",
            "sentence": f"还没有报送，应当在{last}前公布，请尽快办理。",
        },
        due=day,
    )


def _officers(filer: Filer) -> list[int]:
    """Who is told at a body; nobody where it is not on the platform."""
    if filer.body is None:
        return []
    return list(holders(filer.body, Role.OFFICER, clock.today()).values_list("pk", flat=True))


def _waiting(filing: Filing) -> Filing:
    locked = Filing.objects.select_for_update().get(pk=filing.pk)
    if locked.state != Filing.State.WAITING:
        raise NotProvidedForError(f"这份报告{locked.get_state_display()}，不能再改。")
    return locked


def _decide(by: Actor, filing: Filing, state: Filing.State, opinion: str) -> None:
    filing.state, filing.opinion = state, opinion
    filing.decided, filing.decided_by = clock.now(), by.name
    filing.save(update_fields=["state", "opinion", "decided", "decided_by"])
    _trail(by, state.value, filing, state.label)


def _trail(by: Actor, verb: str, filing: Filing, label: str) -> None:
    filer = filing.filer
    chain = filer.body or filer.area
    write_trail(
        by,
        f"reporting.{verb}",
        subject=f"{queries.SUBJECT}:{filing.pk}",
        title=f"{label}：{filer.name}{filing.year}年度报告（第 {filing.round} 次）",
        chain=chain.code if chain else filer.code,
        facts={"digest": filing.digest, "round": filing.round},
    )
