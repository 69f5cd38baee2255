"""The year's ledger of applications as something that can be imported."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Count, Q
from django.urls import reverse

from gongkai.web.audit.actor import Actor
from gongkai.web.ledgers.pointed import pointed_at
from gongkai.web.ledgers.target import Facts, Faults, Setting, Target
from gongkai.web.requests.acts.take_over import strike, take_over
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.past.columns import FIELDS, sample
from gongkai.web.requests.past.record import RowError, past
from gongkai.web.requests.permissions import may_register


def judge(setting: Setting, rows: Sequence[Facts]) -> list[Faults]:
    """What is wrong with each row; a number of the ledger stands for one application only."""
    numbers = [facts["number"] for facts in rows if "number" in facts]
    standing = Request.objects.filter(body=setting.body, own_number__in=numbers)
    taken = {(each.own_number, each.received.year) for each in standing if each.received}
    return [_judged(setting.today, facts, taken) for facts in rows]


def _judged(today: date, facts: Facts, taken: set[tuple[str, int]]) -> Faults:
    try:
        past(facts, today)
    except RowError as error:
        return error.faults
    key = (facts.get("number", ""), facts["received"].year)
    if key[0] and key in taken:
        return {"number": "这个编号已经登记过，请核对；不是同一件的请改编号。"}
    taken.add(key)
    return {}


def write(by: Actor, setting: Setting, rows: Sequence[Facts]) -> list[list[int]]:
    found = [past(facts, setting.today) for facts in rows]
    return [[each.pk] for each in take_over(by, setting.body, found)]


def built_on(ids: Sequence[int]) -> dict[int, str]:
    """Applications that were handled further since: something else in the database is theirs."""
    times = Count("entries__at", distinct=True)
    found = Request.objects.filter(pk__in=ids).annotate(times=times)
    later = found.filter(Q(times__gt=1) | ~Q(section=None) | ~Q(lead=None))
    named = {each.pk: each.number for each in later}
    others = pointed_at(Request, ids, but={"entries"})
    named |= {each.pk: each.number for each in Request.objects.filter(pk__in=others)}
    return named


def take_back(by: Actor, setting: Setting, ids: Sequence[int]) -> None:
    del by, setting
    strike(ids)


LEDGER = Target(
    key="requests",
    name="依申请公开台账",
    lead="全年的申请一行一件：收到日期、申请人、所需信息、答复日期和结果。导入后计入年度报告表二。",
    allowed=may_register,
    fields=lambda _body: FIELDS,
    judge=judge,
    write=write,
    built_on=built_on,
    take_back=take_back,
    listed=lambda body, _year: f"{reverse('requests:listing')}?show=all&body={body.pk}",
    sample=sample,
    private=True,
)
