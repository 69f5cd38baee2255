"""The body's own figures as something that can be imported."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from django.urls import reverse
from rapidfuzz import process

from gongkai.reports.prose.chinese import numeral
from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.ledgers.acts import figures as acts
from gongkai.web.ledgers.models import Figure, Indicator
from gongkai.web.ledgers.permissions import may_record
from gongkai.web.ledgers.sheets.head import normal
from gongkai.web.ledgers.sheets.values import Amount
from gongkai.web.ledgers.target import Facts, Faults, Field, Kind, Sample, Setting, Target
from gongkai.web.ledgers.year import MONTHS, WHOLE, said

MONTH = re.compile(r"(?:(\d{4})\s*[年\-/.]\s*)?(\d{1,2}|十[一二]?|[一二三四五六七八九])\s*月?份?")
DATED = re.compile(r"(\d{4})-(\d{2})-\d{2}.*")
WHOLE_YEAR = re.compile(r"(?:\d{4}年)?(?:全年|年度|合计|总计|累计|全年合计)")
INCLUDED = re.compile(r"^其中[:\uff1a]?")
CHINESE = "一二三四五六七八九十"
CLOSE = 60
"""How alike, in percent, a name must be to be suggested."""


def fields(body: Body) -> tuple[Field, ...]:
    """A row is one figure, a year of one indicator, or a month of several."""
    own = body.indicators.filter(retired=False)
    return (
        Field("indicator", "指标", ("指标名称", "项目", "事项", "内容", "统计项目", "名称")),
        Field(
            "month",
            "月份",
            ("月", "时间", "统计月份", "期间"),
            Kind.CODE,
            hint="例如 3月；全年写“全年”",
        ),
        Field("value", "数值", ("数量", "数", "数据", "完成数", "本月数", "件数"), Kind.AMOUNT),
        *(
            Field(f"m{month}", f"{month}月", (_chinese(month), f"{month}月份"), Kind.AMOUNT)
            for month in MONTHS
        ),
        Field("m0", "全年", ("合计", "全年合计", "年度合计", "总计", "累计"), Kind.AMOUNT),
        Field("note", "说明", ("备注", "来源")),
        *(Field(f"i{each.pk}", each.name, kind=Kind.AMOUNT) for each in own),
    )


def _chinese(month: int) -> str:
    tens = "十" if month > 9 else ""
    ones = CHINESE[(month - 1) % 10] if month != 10 else ""
    return f"{tens}{ones}月"


@dataclass(frozen=True)
class Slot:
    """A month of an indicator and what the row says of it."""

    indicator: Indicator
    month: int
    amount: Amount


class RowError(Exception):
    """What is wrong with a row, by field."""

    def __init__(self, field: str, words: str):
        super().__init__(words)
        self.fault = {field: words}


def slots(setting: Setting, own: Mapping[str, Indicator], facts: Facts) -> list[Slot]:
    """Every figure in a row; RowError where it cannot be placed."""
    by_id = {f"i{each.pk}": each for each in own.values()}
    across = [(by_id[key], value) for key, value in facts.items() if key in by_id]
    if across:
        month = month_of(setting, facts)
        return [Slot(each, month, value) for each, value in across]
    indicator = _indicator(own, facts)
    if "value" in facts:
        return [Slot(indicator, month_of(setting, facts), facts["value"])]
    found = [
        Slot(indicator, month, facts[f"m{month}"])
        for month in (*MONTHS, WHOLE)
        if f"m{month}" in facts
    ]
    if not found:
        raise RowError("", "这一行没有数值。没有发生的请写 0，还没有统计的请删去这一行。")
    return found


def _indicator(own: Mapping[str, Indicator], facts: Facts) -> Indicator:
    name = facts.get("indicator", "")
    if not name:
        raise RowError("indicator", "没有写是哪一项指标。")
    found = own.get(normal(INCLUDED.sub("", name)))
    if found is None:
        near = process.extractOne(normal(name), own.keys(), score_cutoff=CLOSE)
        advice = f"是不是“{own[near[0]].name}”？" if near else ""
        raise RowError("indicator", f"本单位没有这项指标。{advice}可以改名，或者先在台账中添加。")
    return found


def month_of(setting: Setting, facts: Facts) -> int:
    """3月、三月、2025-03、全年; RowError for another year's."""
    words = str(facts.get("month", ""))
    if WHOLE_YEAR.fullmatch(words):
        return WHOLE
    found = DATED.fullmatch(words) or MONTH.fullmatch(words)
    if found is None:
        raise RowError("month", "请写月份，例如 3月；全年的数写“全年”。")
    if found[1] and int(found[1]) != setting.year:
        raise RowError("month", f"不是 {setting.year} 年的，请放到那一年的表格里导入。")
    month = int(found[2]) if found[2].isdecimal() else int(numeral(found[2]))
    if month not in MONTHS:
        raise RowError("month", "月份应当是 1 到 12。")
    return month


def judge(setting: Setting, rows: Sequence[Facts]) -> list[Faults]:
    """Faults of each row; a figure that stands already is never overwritten in silence."""
    own, standing = _own(setting.body), _standing(setting)
    found: list[Faults] = []
    for facts in rows:
        try:
            said_here = slots(setting, own, facts)
            for each in said_here:
                _unlike(each, standing)
        except RowError as error:
            found.append(error.fault)
        else:
            standing |= {(each.indicator.pk, each.month): each.amount.value for each in said_here}
            found.append({})
    return found


def _unlike(each: Slot, standing: Mapping[tuple[int, int], object]) -> None:
    before = standing.get((each.indicator.pk, each.month))
    when = f"{each.month}月" if each.month else "全年"
    if each.amount.value < 0:
        raise RowError("", f"{when}“{each.indicator.name}”不能小于 0。")
    if before is not None and before != each.amount.value:
        raise RowError(
            "",
            f"{when}“{each.indicator.name}”已经登记为 {said(before)}，与表格不同。"
            "确要更正的，请在台账中修改。",
        )


def _own(body: Body) -> dict[str, Indicator]:
    return {normal(each.name): each for each in body.indicators.filter(retired=False)}


def _standing(setting: Setting) -> dict[tuple[int, int], object]:
    found = Figure.objects.filter(
        indicator__body=setting.body, year=setting.year, current=True
    ).exclude(value=None)
    return {(each.indicator_id, each.month): each.value for each in found}


def write(by: Actor, setting: Setting, rows: Sequence[Facts]) -> list[list[int]]:
    """Enter what does not stand yet, all rows at once."""
    own, standing = _own(setting.body), _standing(setting)
    said_here: list[acts.Said] = []
    counts = []
    for facts in rows:
        new = [
            each
            for each in slots(setting, own, facts)
            if (each.indicator.pk, each.month) not in standing
        ]
        note = facts.get("note", "")
        said_here += [
            acts.Said(each.indicator, each.month, each.amount.value, each.amount.about, note)
            for each in new
        ]
        counts.append(len(new))
        standing |= {(each.indicator.pk, each.month): each.amount.value for each in new}
    made = iter(acts.add(by, setting.year, said_here))
    return [[figure.pk for figure in islice(made, count)] for count in counts]


def built_on(ids: Sequence[int]) -> dict[int, str]:
    """Figures that were corrected since."""
    found = Figure.objects.filter(pk__in=ids, current=False).select_related("indicator")
    return {each.pk: f"{each.indicator.name}{each.month or ''}" for each in found}


def take_back(by: Actor, setting: Setting, ids: Sequence[int]) -> None:
    """Take the figures back: nothing stands for their months, as before."""
    found = Figure.objects.filter(pk__in=ids).select_related("indicator")
    taken = [acts.Said(each.indicator, each.month, None, note="撤销导入") for each in found]
    acts.add(by, setting.year, taken)


def sample(body: Body, year: int) -> Sample:
    """A year of the body's indicators, or of common ones."""
    own = [each.name for each in body.indicators.filter(retired=False)[:4]]
    names = own or ["办理服务事项", "组织培训", "召开会议"]
    rows = [
        (name, *((at * 7 + month * 3) % 20 + 1 for month in MONTHS), "")
        for at, name in enumerate(names)
    ]
    head = ("指标", *(f"{month}月" for month in MONTHS), "备注")
    return Sample(f"{body.short_name}{year}年工作台账", (head, *rows))


FIGURES = Target(
    key="figures",
    name="工作台账",
    lead="各项工作的月度数据：一行一项指标、一列一个月，或者一行一个月都可以。",
    allowed=may_record,
    fields=fields,
    judge=judge,
    write=write,
    built_on=built_on,
    take_back=take_back,
    listed=lambda body, year: reverse("ledgers:year", args=[body.code, year]),
    sample=sample,
)
