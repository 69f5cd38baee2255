"""The facts of the monthly self-check."""

from calendar import monthrange
from datetime import date

from django.db.models import Count, Max, Q

from gongkai.statute.catalogue import COLUMN_KINDS
from gongkai.web.agencies.models import Body
from gongkai.web.publishing.models.channels import Channel
from gongkai.web.publishing.queries.channels import in_use
from gongkai.web.publishing.queries.columns import Shown, failing, shown
from gongkai.web.publishing.queries.items import published
from gongkai.web.publishing.queries.page_links import last_run
from gongkai.web.publishing.selfcheck import SelfCheck
from gongkai.web.ui.templatetags.gongkai import day


def self_check(body: Body, year: int, month: int, today: date) -> SelfCheck:
    """As of the end of the month, or of today where that is sooner."""
    first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
    on = min(last, today)
    columns = shown([body], on)
    run = last_run(body)
    return SelfCheck(
        body=body.name,
        year=year,
        month=month,
        on=on,
        published=published(body).filter(published_on__range=(first, on)).count(),
        columns=[_row(each) for each in columns],
        stale=[_sentence(each) for each in columns if each.fresh.stale],
        vetoes=[f"{each.indicator}：{each.found}。" for each in failing(columns, on)],
        channels=[_channel(each) for each in _counted(body, first, on)],
        links=_links(run),
        dead=[(each.page, each.link, each.said) for each in run.dead.all()] if run else [],
    )


def _row(each: Shown) -> tuple[str, ...]:
    fresh = each.fresh
    return (
        each.column.name,
        COLUMN_KINDS[each.column.kind].label,
        day(fresh.updated) or "无",
        day(fresh.fresh_until) or "—",
        each.answers,
        each.state,
    )


def _sentence(each: Shown) -> str:
    return f"栏目“{each.column.name}”{each.state}，由{each.answers}负责整改。"


def _counted(body: Body, first: date, on: date) -> list[Channel]:
    seen = Q(went_out__void="", went_out__on__lte=on)
    this_month = Count("went_out", filter=seen & Q(went_out__on__gte=first))
    last = Max("went_out__on", filter=seen)
    return list(in_use(body, on).annotate(this_month=this_month, last=last))


def _channel(each: Channel) -> tuple[str, ...]:
    last = f"最近一条{day(each.last)}" if each.last else "没有发布记录"
    return each.name, each.get_kind_display(), f"{each.this_month} 条", last


def _links(run) -> str:
    if run is None or run.ended is None:
        return "还没有做过链接检查。"
    return (
        f"{day(run.ended)}检查链接 {run.tried} 个，"
        f"打不开 {run.dead.count()} 个，未检查 {run.left_out} 个。"
    )
