"""The desk's lists: what is narrowed to what, in which order, with what beside it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from urllib.parse import urlencode

from django.db.models import Count, F, Q, QuerySet

from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.request.lifecycle import Stage
from gongkai.law.request.receipt import Channel
from gongkai.web.accounts.models import Person
from gongkai.web.agencies.models import Body, Post, Section
from gongkai.web.agencies.queries import in_force
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.models.desk import SavedFilter
from gongkai.web.requests.queries import OPEN


@dataclass(frozen=True)
class Show:
    """One of the lists a clerk looks at every day."""

    label: str
    condition: Callable[[date, int | None], Q]
    """From today and whose desk it is."""


def _open(_today: date, _person: int | None) -> Q:
    return Q(stage__in=OPEN)


def _mine(today: date, person: int | None) -> Q:
    """What I lead, or a section of mine leads or assists."""
    sections = Post.objects.filter(in_force(today), person=person).exclude(section=None)
    own = sections.values("section")
    return Q(stage__in=OPEN) & (Q(lead=person) | Q(section__in=own) | Q(assisting__in=own))


def _today(today: date, _person: int | None) -> Q:
    return Q(stage__in=OPEN, due=today)


def _week(today: date, _person: int | None) -> Q:
    """Until the Sunday of this week."""
    sunday = today + timedelta(days=6 - today.weekday())
    return Q(stage__in=OPEN, due__range=(today, sunday))


def _late(today: date, _person: int | None) -> Q:
    return Q(stage__in=OPEN, due__lt=today)


def _all(_today: date, _person: int | None) -> Q:
    return Q()


SHOWS = {
    "open": Show("全部在办", _open),
    "mine": Show("我经办的", _mine),
    "today": Show("今天到期", _today),
    "week": Show("本周到期", _week),
    "late": Show("已逾期", _late),
    "all": Show("全部", _all),
}


@dataclass(frozen=True)
class Wanted:
    """What a list is narrowed to; an empty field narrows nothing.

    `body`, `section`: ids as text. `stage`, `answer`, `channel`: names of the law's enumerations.
    """

    show: str = "open"
    words: str = ""
    stage: str = ""
    answer: str = ""
    channel: str = ""
    body: str = ""
    section: str = ""

    @property
    def address(self) -> str:
        """As it stands after the question mark; what is empty is left out."""
        said = {each.name: getattr(self, each.name) for each in fields(self)}
        return urlencode({name: value for name, value in said.items() if value})


def listed(
    bodies: Iterable[int], wanted: Wanted, *, today: date, person: int | None
) -> QuerySet[Request]:
    """The applications of these bodies that are wanted: open ones by last day, else newest first"""
    found = Request.objects.filter(
        SHOWS[wanted.show].condition(today, person), body__in=list(bodies)
    )
    for name in ("stage", "answer", "channel", "body", "section"):
        value = getattr(wanted, name)
        if value:
            found = found.filter(**{name: value})
    if wanted.words:
        named = Q(number__icontains=wanted.words) | Q(own_number=wanted.words)
        found = found.filter(named | Q(topic__icontains=wanted.words))
    if wanted.show == "mine":
        found = found.distinct()
    found = found.select_related("body", "section", "lead")
    if wanted.show == "all":
        return found.order_by("-pk")
    return found.order_by(F("due").asc(nulls_last=True), "pk")


def counts(bodies: Iterable[int], *, today: date, person: int | None) -> dict[str, int]:
    """How many stand in the lists that press: mine, today, this week, late."""
    pressing = {key: SHOWS[key] for key in ("mine", "today", "week", "late")}
    asked = {
        key: Count("pk", filter=show.condition(today, person), distinct=True)
        for key, show in pressing.items()
    }
    return Request.objects.filter(body__in=list(bodies), stage__in=OPEN).aggregate(**asked)


def saved(person: Person) -> QuerySet[SavedFilter]:
    return SavedFilter.objects.filter(person=person)


def sections_of(bodies: Iterable[int], on: date) -> QuerySet[Section]:
    """The sections that exist on a day."""
    found = Section.objects.filter(body__in=list(bodies)).filter(Q(until=None) | Q(until__gt=on))
    return found.select_related("body").order_by("body__path", "pk")


def people_of(body: Body, on: date) -> QuerySet[Person]:
    """Who may lead a case of the body: everybody who handles cases there."""
    roles = ("officer", "office_head", "section")
    posts = Post.objects.filter(in_force(on), body=body, role__in=roles)
    return Person.objects.filter(pk__in=posts.values("person"), is_active=True).order_by("name")


COLUMNS = (
    "编号",
    "单位",
    "申请人类别",
    "所需信息名称",
    "来件渠道",
    "收到日期",
    "阶段",
    "答复期限",
    "答复类型",
    "办结日期",
    "主办科室",
    "经办人",
)


def rows(found: QuerySet[Request]) -> Iterator[Sequence[str | date | None]]:
    """The list as it is exported, row by row; nobody's name or number is in it."""
    for case in found.iterator(chunk_size=2000):
        yield (
            case.number,
            case.body.name,
            case.get_applicant_display(),
            case.topic,
            Channel[case.channel].value,
            case.received,
            Stage[case.stage].value,
            case.due,
            AnswerKind[case.answer].value if case.answer else "",
            case.closed,
            case.section.name if case.section else "",
            case.lead.name if case.lead else "",
        )
