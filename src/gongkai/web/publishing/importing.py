# ruff: noqa: E501 (the table is wide)
"""The year's list of what was published, or pages of the old site, as something to import."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Count
from django.urls import reverse

from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.ledgers.pointed import pointed_at
from gongkai.web.ledgers.target import Facts, Faults, Field, Kind, Sample, Setting, Target
from gongkai.web.publishing.acts.take_over import numbered_by_rule, take_off, take_over
from gongkai.web.publishing.kinds import KINDS
from gongkai.web.publishing.models.items import Item
from gongkai.web.publishing.past import OWN, Past, RowError, past
from gongkai.web.publishing.permissions import may_publish
from gongkai.web.publishing.record import Stage

# fmt: off
COMMON = (
    Field("title", "名称", ("标题", "信息名称", "信息标题", "文件名称", "信息名", "公开信息名称"), required=True),
    Field("index_number", "索引号", ("索引", "信息索引号", "索取号"), Kind.CODE, longest=60),
    Field("made_on", "生成日期", ("成文日期", "发文日期", "形成日期", "产生日期", "签发日期", "决定日期", "作出决定日期"), Kind.DAY),
    Field("on", "发布日期", ("公开日期", "公布日期", "发布时间", "公开时间", "公布时间", "上网日期", "日期", "时间"), Kind.DAY,
          hint="只有一个日期时，生成日期和发布日期都用它"),
    Field("kind", "体裁", ("类别", "信息类别", "公开类别", "栏目", "分类", "信息分类", "类型"), hint="例如：通知公告、行政规范性文件、行政处罚决定"),
    Field("document_number", "文号", ("发文字号", "文件编号", "决定书文号", "发文号"), longest=60),
    Field("subject", "主题分类", ("主题",)),
    Field("summary", "内容概述", ("概述", "摘要", "内容摘要", "主要内容"), longest=1000),
    Field("address", "网址", ("链接", "网页地址", "公开地址", "信息链接", "URL", "公开网址"), longest=500),
    Field("content", "正文", ("内容", "全文"), Kind.PROSE, longest=500_000),
    Field("validity", "有效性", ("效力状态", "是否有效", "时效")),
    Field("ended_on", "废止日期", ("失效日期", "废止或者失效日期"), Kind.DAY),
)
# fmt: on
TYPES = {"day": Kind.DAY, "money": Kind.AMOUNT, "count": Kind.WHOLE}


def fields(body: Body) -> tuple[Field, ...]:
    """What every item has, and what any kind of them has besides."""
    del body
    own = {each.zh: each for kind in KINDS.values() for each in kind.fields}
    usual = {each.label for each in COMMON}
    return (
        *COMMON,
        *(
            Field(f"{OWN}{zh}", zh, kind=TYPES.get(each.type, Kind.TEXT), longest=4000)
            for zh, each in own.items()
            if zh not in usual
        ),
    )


def judge(setting: Setting, rows: Sequence[Facts]) -> list[Faults]:
    """What is wrong with each row; nothing that stands already is taken over again."""
    found = [_read(setting, facts) for facts in rows]
    items = [each for each in found if isinstance(each, Past)]
    taken = _taken(setting.body, items)
    return [
        _judged(setting.body, each, taken) if isinstance(each, Past) else each for each in found
    ]


def _read(setting: Setting, facts: Facts) -> Past | Faults:
    try:
        return past(facts, setting.today)
    except RowError as error:
        return error.faults


def _taken(body: Body, found: Sequence[Past]) -> set[object]:
    """Index numbers, and titles with their day, of what stands already."""
    own = Item.objects.filter(body=body).exclude(stage__in=(Stage.WITHDRAWN, Stage.DISCARDED))
    numbers = own.filter(index_number__in=[e.index_number for e in found if e.index_number])
    titles = own.filter(title__in=[each.facts["title"] for each in found])
    return {
        *numbers.values_list("index_number", flat=True),
        *titles.values_list("title", "made_on"),
    }


def _judged(body: Body, each: Past, taken: set[object]) -> Faults:
    named = (each.facts["title"], each.made_on)
    if each.index_number and each.index_number in taken:
        return {"index_number": "这个索引号已经用过，请核对。"}
    if named in taken:
        return {"title": "同一天已有同名的信息，请核对；不是同一件的请在名称中加以区别。"}
    if not each.index_number and (fault := numbered_by_rule(body, each)):
        return {"index_number": fault}
    taken |= {named, each.index_number} if each.index_number else {named}
    return {}


def write(by: Actor, setting: Setting, rows: Sequence[Facts]) -> list[list[int]]:
    found = [past(facts, setting.today) for facts in rows]
    return [[each.pk] for each in take_over(by, setting.body, found)]


def built_on(ids: Sequence[int]) -> dict[int, str]:
    """Items that were corrected, ended or named by others since."""
    found = Item.objects.filter(pk__in=ids).annotate(times=Count("entries__at", distinct=True))
    named = {each.pk: each.title for each in found if each.times > 1}
    others = pointed_at(Item, ids, but={"entries"})
    return named | {each.pk: each.title for each in Item.objects.filter(pk__in=others)}


def take_back(by: Actor, setting: Setting, ids: Sequence[int]) -> None:
    del setting
    take_off(by, ids)


def sample(body: Body, year: int) -> Sample:
    """A year as offices list it, with two rows that cannot go in, for trying."""
    said = body.short_name
    head = (
        "序号",
        "信息名称",
        "索引号",
        "生成日期",
        "发布日期",
        "类别",
        "文号",
        "有效性",
        "废止日期",
        "网址",
    )
    site = "https://example.cn/zwgk"
    rows = (
        (1, f"{said}{year}年工作要点", "", date(year, 1, 20), date(year, 1, 26), "规划计划",
         f"{said}〔{year}〕1号", "", "", f"{site}/1.html"),
        (2, f"{said}{year}年部门预算", "", f"{year}年2月18日", f"{year}年2月20日", "财政预算", "", "", "",
         f"{site}/2.html"),
        (3, "垃圾分类投放管理办法", "", f"{year - 3}/3/2", f"{year - 3}/3/10", "规范性文件",
         f"{said}规〔{year - 3}〕1号", "废止", f"{year}-06-01", f"{site}/3.html"),
        (4, "垃圾分类投放管理规定", "", f"{year}/5/20", f"{year}/5/26", "规范性文件",
         f"{said}规[{year}]2号", "有效", "", f"{site}/4.html"),
        (5, "关于社区健身设施维修的通知", "", "6月3日", "6月5日", "通知公告", "", "", "", f"{site}/5.html"),
        (6, "困难群众补助名单（联系电话13800001234）", "", f"{year}-07-01", f"{year}-07-02", "公示", "", "", "",
         f"{site}/6.html"),
        (7, "夏季防汛工作简报", "", f"{year}-07-12", f"{year}-07-10", "工作动态", "", "", "",
         f"{site}/7.html"),
        ("合计", "7条", "", "", "", "", "", "", "", ""),
    )  # fmt: skip
    return Sample(f"{said}{year}年主动公开信息目录", (head, *rows))


ITEMS = Target(
    key="items",
    name="主动公开信息",
    lead="全年公布的信息目录，一行一条；或者把旧网站的网页另存后打成 ZIP，连正文一起导入。",
    allowed=may_publish,
    fields=fields,
    judge=judge,
    write=write,
    built_on=built_on,
    take_back=take_back,
    listed=lambda _body, _year: reverse("publishing:items"),
    sample=sample,
    endings=("xlsx", "xls", "et", "csv", "zip"),
)
