"""What a clerk should look at before deciding: pointed out with the evidence, never decided here.

Who is the same applicant is found over keyed digests of identity number, credit code, or name and
telephone together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from gongkai.law.request.lifecycle import Stage
from gongkai.statute.parameters import UnknownParameterError, parameter
from gongkai.statute.provisions import REGULATION, Provision
from gongkai.web.requests.alike import core, petition_phrases, same_matter
from gongkai.web.requests.models.case import Request
from gongkai.web.vault.models import Trace

CANDIDATES = 300
YEARS = 2
PROVEN = ("identity_number", "credit_code")
TOGETHER = ("name", "phone")


@dataclass(frozen=True)
class Sign:
    """One thing to look at: a sentence, its provision, the cases or the words behind it."""

    title: str
    text: str
    source: Provision
    cases: Sequence[Request] = ()
    phrases: Sequence[str] = ()


def same_applicant(case: Request) -> QuerySet[Request]:
    """Other applications of the same applicant to the same body, newest first."""
    traces = dict(Trace.objects.filter(holder=case.holder_id).values_list("field", "digest"))
    known = [field for field in PROVEN if field in traces]
    found = Request.objects.filter(body=case.body_id).exclude(pk=case.pk)
    found = found.exclude(pk=case.origin_id).exclude(origin=case.pk)
    if known:
        found = found.filter(_has(known[0], traces))
    elif all(field in traces for field in TOGETHER):
        for field in TOGETHER:
            found = found.filter(_has(field, traces))
    else:
        found = found.filter(holder=case.holder_id)
    return found.order_by("-pk")


def _has(field: str, traces: dict[str, str]) -> Q:
    same = Trace.objects.filter(field=field, digest=traces[field])
    return Q(holder__in=same.values("holder"))


def same_matter_asked(case: Request) -> list[Request]:
    """Applications of the last years to the same body that ask for the same."""
    words = core(case.topic)
    near = Request.objects.filter(
        body=case.body_id, made__year__gte=case.made.year - YEARS
    ).exclude(pk=case.pk)
    if len(words) >= 4:
        middle = len(words) // 2
        pieces = (words[:4], words[middle - 2 : middle + 2], words[-4:])
        wanted = Q(topic=case.topic)
        for piece in pieces:
            wanted |= Q(topic__contains=piece)
        near = near.filter(wanted)
    candidates = near.order_by("-pk")[:CANDIDATES]
    return [each for each in candidates if same_matter(each.topic, case.topic)]


def signs(case: Request, description: str, today: date) -> list[Sign]:
    """Everything to be pointed out about a case."""
    own = list(same_applicant(case)[:CANDIDATES])
    same = same_matter_asked(case)
    holders = {each.holder_id for each in own} | {case.holder_id}
    found = [
        _repeated([each for each in own if same_matter(each.topic, case.topic)]),
        _many(case, own, today),
        _petition(f"{case.topic}。{description}"),
        _asked_by_several([each for each in same if each.holder_id not in holders]),
    ]
    return [sign for sign in found if sign]


def in_the_month(case: Request, today: date) -> int:
    """How many of the same applicant came before it in the calendar month of its receipt."""
    day = case.received or today
    found = same_applicant(case).filter(received__year=day.year, received__month=day.month)
    return found.filter(pk__lt=case.pk).count()


def _repeated(earlier: list[Request]) -> Sign | None:
    if not earlier:
        return None
    answered = [each for each in earlier if each.stage in (Stage.ANSWERED.name, "ARCHIVED")]
    text = f"同一申请人就相近内容申请过 {len(earlier)} 次，其中已答复 {len(answered)} 件。"
    return Sign(
        "可能是重复申请",
        text + "已就同一内容答复的，可以告知不予重复处理；还在办理的，可以合并办理。",
        REGULATION.article("36(6)"),
        cases=earlier[:5],
    )


def _many(case: Request, own: list[Request], today: date) -> Sign | None:
    """No number is laid down; what the fee measures leave free in a month is the nearest."""
    day = case.received or today
    month = [
        e for e in own if e.received and (e.received.year, e.received.month) == day.timetuple()[:2]
    ]
    year = [e for e in own if e.received and e.received.year == day.year]
    if len(month) + 1 <= _free(day):
        return None
    text = (
        f"同一申请人{day.month}月已向本机关申请 {len(month) + 1} 件，"
        f"{day.year}年以来 {len(year) + 1} 件。"
        "条例没有规定数量标准；明显超过合理范围的，可以要求说明理由，也可以收取信息处理费。"
    )
    return Sign("申请数量较多", text, REGULATION.article(35), cases=month[:5])


def _free(day: date) -> int:
    try:
        bands = parameter("fee.item_bands").records_on(day)
    except UnknownParameterError:
        bands = parameter("fee.item_bands").records_on(date(2021, 1, 1))
    return int(bands[0]["last"])


def _petition(text: str) -> Sign | None:
    phrases = petition_phrases(text)
    if not phrases:
        return None
    said = (
        "下列内容像是提出诉求，不是申请信息，请核对申请人的真实意思。"
        "属于信访、投诉、举报的，告知不作为政府信息公开申请处理。"
    )
    return Sign("可能含有信访、投诉、举报事项", said, REGULATION.article("39(1)"), phrases=phrases)


def _asked_by_several(others: list[Request]) -> Sign | None:
    if not others:
        return None
    people = len({each.holder_id for each in others}) + 1
    text = f"{people} 名申请人申请过相近内容。可以公开的，建议转为主动公开。"
    return Sign("多人申请同一信息", text, REGULATION.article(44), cases=others[:5])
