from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Count, Q, QuerySet

from gongkai.law.calendar.workdays import default_calendar
from gongkai.law.remedy.counting import PENDING, counting_rule
from gongkai.statute.forms import form
from gongkai.web.agencies.models import Body
from gongkai.web.agencies.permissions import Standing
from gongkai.web.remedies import record
from gongkai.web.remedies.models import Against, Entry, Remedy
from gongkai.web.remedies.record import Act, Kind, Stage, State, reply_due
from gongkai.web.requests.hearing import addresses
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.models.letters import Letter

SUBJECT = "remedies.remedy"
OPEN = (Stage.AWAITING_REPLY, Stage.PENDING)


def subject_of(remedy: Remedy) -> str:
    return f"{SUBJECT}:{remedy.pk}"


def as_read(rows: Iterable[Entry]) -> list[record.Entry]:
    """The entries as the fold reads them."""
    return [record.Entry(row.number, Act(row.act), row.on, row.facts) for row in rows]


def state_of(remedy: Remedy) -> State:
    return record.fold(as_read(remedy.entries.all()))


def copies(state: State) -> dict[str, object]:
    """The columns of a remedy that follow from its entries."""
    facts, ended = state.facts, state.decision
    due = reply_due(state, default_calendar())
    mending = bool(state.decided.get("anew")) and state.stage is Stage.DECIDED
    return {
        **{name: facts[name] for name in ("kind", "against", "subject", "forum", "case_number")},
        **{name: facts[name] for name in ("instance", "co_defendant")},
        "request_id": facts.get("request"),
        "letter_id": facts.get("letter"),
        "previous_id": facts.get("previous"),
        "filed": date.fromisoformat(facts["filed_on"]),
        "received": date.fromisoformat(facts["received_on"]),
        "stage": state.stage.value if state.stage else "",
        "reply_due": due.date if due else None,
        "replied": state.replied_on,
        "decided": state.decided_on,
        "result": ended.result.value if ended else "",
        "to_mend": mending,
    }


def readable(standing: Standing) -> QuerySet[Remedy]:
    """The remedies a person may open."""
    wanted = Q(body__in=standing.body_ids)
    for post in standing.posts:
        if post.role == "supervisor":
            wanted |= Q(body__path__startswith=post.path.rsplit("/", 2)[0] + "/")
    return Remedy.objects.filter(wanted).select_related("body")


def listed(found: QuerySet[Remedy], *, show: str, words: str = "") -> QuerySet[Remedy]:
    """A list for the desk: what is open by due date, or everything, newest first."""
    if words:
        named = Q(number__icontains=words) | Q(case_number__icontains=words)
        found = found.filter(named | Q(subject__icontains=words) | Q(forum__icontains=words))
    if show == "all":
        return found.order_by("-filed", "-pk")
    return found.filter(Q(stage__in=OPEN) | Q(to_mend=True)).order_by("reply_due", "pk")


def waiting(bodies: Iterable[int]) -> QuerySet[Remedy]:
    """What the body still owes a reply or a mending."""
    owed = Q(stage=Stage.AWAITING_REPLY) | Q(to_mend=True)
    found = Remedy.objects.filter(owed, body__in=bodies).select_related("body")
    return found.order_by("reply_due", "pk")[:50]


def request_called(body: Body, number: str) -> Request | None:
    return Request.objects.filter(body=body, number=number.strip().upper()).first()


def answers(request: Request | None) -> QuerySet[Letter]:
    """The letters sent in a case, newest first."""
    found = Letter.objects.filter(request=request, state=Letter.State.ISSUED)
    return found.exclude(answer="").order_by("-issued", "-pk")


def earlier(body: Body) -> QuerySet[Remedy]:
    """What a suit or an appeal of this body may follow."""
    return Remedy.objects.filter(body=body).exclude(stage=Stage.VOID).order_by("-filed", "-pk")


# Table three


def _within(year: int) -> tuple[Q, date]:
    """Which cases count for a year (`law.remedy.counting`), and the day whose state counts."""
    rule = counting_rule(year)
    last = date(year, rule.month, rule.day)
    before = date(year - 1, rule.month, rule.day)
    found = Q(filed__lte=last) & (Q(decided=None) | Q(decided__gt=before))
    found &= ~Q(stage=Stage.VOID) & ~Q(kind=Kind.COMPLAINT)
    if not rule.carried_in:
        found &= Q(filed__gt=before)
    if not rule.second_instance:
        found &= Q(instance=1)
    if not rule.co_defendant:
        found &= Q(co_defendant=False)
    return found, last


def remedy_table(bodies: QuerySet[Body], year: int) -> Mapping[int, Mapping[str, int]]:
    """Table three of every body for a year: body id → path of cell → count. Three queries."""
    within, last = _within(year)
    found = Remedy.objects.filter(within, body__in=bodies).order_by()
    ended = Q(decided__lte=last)
    tables = {body: dict.fromkeys(_cells(), 0) for body in bodies.values_list("pk", flat=True)}
    for counted, pending in ((found.filter(ended), False), (found.exclude(ended), True)):
        groups = counted.values_list("body", "kind", "result").annotate(Count("pk"))
        for body, kind, result, count in groups:
            for column in (PENDING if pending else result, "total"):
                tables[body][f"remedies.{kind}.{column}"] += count
    return tables


def cell_records(body: Body, year: int, block: str, column: str) -> QuerySet[Remedy]:
    """The cases behind one cell of table three."""
    within, last = _within(year)
    found = Remedy.objects.filter(within, body=body, kind=block)
    ended = Q(decided__lte=last)
    if column == "total":
        return found
    return found.exclude(ended) if column == PENDING else found.filter(ended, result=column)


def _cells() -> list[str]:
    return [cell for row in form("2021").rows_of("remedies") for cell in row.cells]


def where_usually(body: Body) -> list[str]:
    """The authorities and the court of the body's letters, and those named last, to be offered."""
    found = Remedy.objects.filter(body=body).order_by("pk").values_list("kind", "forum")
    last = {Kind(kind).way: forum for kind, forum in found}
    usual = addresses(body)
    return list(dict.fromkeys([*usual.authorities, usual.court, *last.values()]))


def prefilled(body: Body, number: str) -> dict[str, object]:
    """What an application tells about a case against its answer, or against there being none."""
    asked = request_called(body, number)
    if asked is None:
        return {}
    answer = answers(asked).first()
    return {
        "number": asked.number,
        "subject": asked.topic,
        "against": Against.ANSWER if asked.answer else Against.SILENCE,
        "letter": answer.pk if answer else None,
    }


def answered_anew(remedy: Remedy) -> QuerySet[Letter]:
    """The answers given after the decision that ordered one."""
    if not remedy.decided or not remedy.request_id:
        return Letter.objects.none()
    found = answers(remedy.request).filter(issued__gte=remedy.decided)
    return found.exclude(pk=remedy.letter_id)
