"""Tell those who stand for the body that a reply, a hearing or an ordered answer is near."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse

from gongkai.law.calendar.workdays import default_calendar
from gongkai.web.agencies.models import Role
from gongkai.web.agencies.queries import holders
from gongkai.web.notices.acts.tell import News, tell
from gongkai.web.remedies import queries
from gongkai.web.remedies.models import Entry, Remedy
from gongkai.web.remedies.record import Act, Stage, mend_due
from gongkai.web.ui.templatetags.gongkai import day

BEFORE = (1, 3)
"""So many working days before the day there is a reminder; then on it, and once after."""
AHEAD = timedelta(days=20)
"""Days in which three working days lie whatever holidays there are."""


@dataclass(frozen=True)
class Coming:
    """What comes on a day in a case; a hearing is not late afterwards."""

    remedy: Remedy
    what: str
    on: date
    may_be_late: bool = True

    @property
    def sentence(self) -> str:
        if self.may_be_late:
            return f"应当在{day(self.on)}前{self.what}"
        return f"定于{day(self.on)}{self.what}"


def remind(today: date) -> int:
    """Tell what has come near by a day; returns how many were told. Each step is told once."""
    count = 0
    for coming in (*_replies(today), *_hearings(today), *_orders()):
        step = reached(coming.on, today)
        if step is None or (step == "overdue" and not coming.may_be_late):
            continue
        news, scope = _news(coming, step), f"agencies.body:{coming.remedy.body_id}"
        count += tell(news, people=_people(coming, today), scopes=[scope])
    return count


def reached(on: date, today: date) -> str | None:
    """The step that a day has reached: overdue, today, or so many working days before."""
    if on <= today:
        return "overdue" if on < today else "today"
    left = default_calendar().between(today, on)
    return next((str(step) for step in BEFORE if left <= step), None)


def _replies(today: date) -> Iterator[Coming]:
    found = Remedy.objects.filter(stage=Stage.AWAITING_REPLY, reply_due__lte=today + AHEAD)
    for remedy in found.select_related("body"):
        yield Coming(remedy, "提交答复和证据", remedy.reply_due)


def _hearings(today: date) -> Iterator[Coming]:
    found = Entry.objects.filter(act=Act.HEAR, on__range=(today, today + AHEAD))
    for entry in found.filter(remedy__stage__in=queries.OPEN).select_related("remedy__body"):
        if entry.on in queries.state_of(entry.remedy).hearings:
            yield Coming(entry.remedy, "听证或者开庭", entry.on, may_be_late=False)


def _orders() -> Iterator[Coming]:
    """Orders to act again; one entered in an application is told of by that one's own reminder."""
    for remedy in Remedy.objects.filter(to_mend=True).select_related("body"):
        state = queries.state_of(remedy)
        due = mend_due(state, default_calendar())
        if due and not state.decided.get("in_request"):
            yield Coming(remedy, "按决定重新处理", due.date)


def _news(coming: Coming, step: str) -> News:
    remedy = coming.remedy
    kind = {"overdue": "remedy_overdue", "today": "remedy_today"}.get(step, "remedy_near")
    facts = {
        "number": str(remedy),
        "kind": remedy.get_kind_display(),
        "what": coming.what,
        "sentence": coming.sentence,
    }
    return News(
        kind=kind,
        key=f"{kind}:{remedy.pk}:{coming.what}:{coming.on}:{step}",
        subject=queries.subject_of(remedy),
        address=reverse("remedies:case", args=[remedy.pk]),
        facts=facts,
        due=coming.on,
    )


def _people(coming: Coming, today: date) -> set[int]:
    """The body's officers; when it is late, the head of the office too."""
    late = coming.on < today
    roles = [Role.OFFICER, Role.OFFICE_HEAD] if late else [Role.OFFICER]
    found = (
        holders(coming.remedy.body, role, today).values_list("pk", flat=True) for role in roles
    )
    return {pk for each in found for pk in each}
