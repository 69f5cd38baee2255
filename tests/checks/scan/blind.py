# ruff: noqa: E501
"""A set written last and measured once: 18 layouts of other kinds of papers."""

from collections.abc import Iterator

from tests.checks.scan.formats import ALL_FORMATS, Sheet
from tests.checks.scan.invented import Person, private
from tests.checks.scan.last import Villager
from tests.checks.scan.made import Made, _made

HEADS = {"id": "身份证", "mobile": "手机", "card": "存折账号", "home": "常住地址"}


def _dropouts(c: Person, what: str) -> Sheet:
    rows = [["年级", "家长", "与学生关系", {**HEADS, "home": "家庭居住地"}[what], "帮扶教师"]]
    rows += [["三年级", c.name(), "父亲", private(c, what), c.masked()] for _ in range(5)]
    return Sheet("控辍保学台账", rows=rows)


def _pets(c: Person, what: str) -> Sheet:
    rows = [["犬证号", "养犬人", {**HEADS, "home": "饲养地址"}[what], "犬种"]]
    rows += [[f"Q{c.randrange(10**5):05}", c.name(), private(c, what), "柴犬"] for _ in range(5)]
    return Sheet("养犬登记公示", rows=rows)


def _lots(c: Person, what: str) -> Sheet:
    lines = [f"第{n}号：{c.name()}　（{private(c, what)}）" for n in range(1, 6)]
    return Sheet("经济适用房选房顺序号", lines=lines)


def _elders(c: Person, what: str) -> Sheet:
    told = {
        "home": f"{c.name()}，现年101岁，{c.home()}人",
        "id": f"{c.name()}，{c.identity()}",
        "mobile": f"{c.name()}，{c.mobile()}",
        "card": f"{c.name()}，{c.card()}",
    }[what]
    return Sheet("百岁老人寻访", lines=["我区现有百岁老人若干。", told + "，身体健康。"])


def _hearing(c: Person, what: str) -> Sheet:
    rows = [["听证会参加人", "身份", {**HEADS, "home": "住地"}[what]]]
    rows += [[c.name(), "消费者代表", private(c, what)] for _ in range(4)]
    return Sheet("价格听证会参加人名单", rows=rows)


def _traffic(c: Person, what: str) -> Sheet:
    told = {
        "home": f"住址为{c.home()}的驾驶人{c.name()}",
        "id": f"驾驶人{c.name()}（驾驶证号{c.identity()}）",
        "mobile": f"驾驶人{c.name()}（电话{c.mobile()}）",
        "card": f"驾驶人{c.name()}（缴款卡{c.card()}）",
    }[what]
    return Sheet("交通事故认定公告", lines=[f"{told}于11月2日驾车时发生事故，现公告送达认定书。"])


def _double(c: Person, what: str) -> Sheet:
    """Two records beside one another in a row."""
    rows = [["姓名", HEADS[what], "姓名", HEADS[what]]]
    rows += [[c.name(), private(c, what), c.name(), private(c, what)] for _ in range(4)]
    return Sheet("慰问品发放签领", rows=rows)


def _trees(c: Person, what: str) -> Sheet:
    told = {
        "home": f"申请砍伐{c.home()}门前枯树，申请人{c.name()}系该处住户",
        "id": f"申请人{c.name()}，证件{c.identity()}",
        "mobile": f"申请人{c.name()}，电话{c.mobile()}",
        "card": f"申请人{c.name()}，账号{c.card()}",
    }[what]
    return Sheet("树木砍伐公示", lines=[told + "。", "公示期七天。"])


def _thanks(c: Person, what: str) -> Sheet:
    return Sheet(
        "感谢信", lines=["各位邻居：", "感谢大家的帮助。", c.name(), private(c, what), "2026年10月"]
    )


DIRTY = (_dropouts, _pets, _lots, _elders, _hearing, _traffic, _double, _trees, _thanks)


def _line(c: Person) -> str:
    return f"0874-3{c.randrange(10**6):06}"


def _lawyers(c: Person) -> Sheet:
    rows = [["律师姓名", "执业机构", "执业机构地址", "电话"]]
    rows += [[c.name(), "某某律师事务所", c.house(), _line(c)] for _ in range(5)]
    return Sheet("法律顾问名录", rows=rows)


def _vaccines(c: Person) -> Sheet:
    lines = [
        f"{n}.接种点：{c.choice(['城东', '城西'])}社区卫生服务中心，地址：{c.house()}，负责人：{c.name()}，电话：{_line(c)}。"
        for n in range(1, 5)
    ]
    return Sheet("疫苗接种点安排", lines=lines)


def _heating(c: Person) -> Sheet:
    rows = [["换热站", "供热范围", "站长", "报修电话"]]
    rows += [
        [f"第{n}换热站", f"{c.estate()}、{c.estate()}", c.name(), _line(c)] for n in range(1, 6)
    ]
    return Sheet("供热服务公示", rows=rows)


def _auction(c: Person) -> Sheet:
    return Sheet(
        "公有房屋招租公告",
        lines=[
            f"出租房屋位于{c.house()}，建筑面积{c.number(300)}平方米。",
            f"报名联系人：{c.name()}，报名地址：{c.house()}国资中心{c.number(9)}08室。",
        ],
    )


def _elections(c: Person) -> Sheet:
    rows = [["选区", "投票站地址", "投票站站长", "开放时间"]]
    rows += [[f"第{n}选区", c.country(), c.name(), "8:00-18:00"] for n in range(1, 6)]
    return Sheet("投票站公告", rows=rows)


def _masks(c: Person) -> Sheet:
    rows = [["中签人", "原住址", "房号"]]
    rows += [[c.masked(), c.home(), f"{c.number(9)}栋{c.number(20)}01"] for _ in range(6)]
    return Sheet("安置房摇号结果", rows=rows)


def _winners(c: Person) -> Sheet:
    rows = [["序号", "姓名", "报考单位", "面试地点"]]
    rows += [
        [str(n), c.name(), "区第一中学", f"{c.house()}综合楼{c.number(5)}05室"] for n in range(1, 6)
    ]
    return Sheet("教师招聘面试通知", rows=rows)


def _grids(c: Person) -> Sheet:
    rows = [["网格名称", "网格长", "包保楼栋", "办公电话"]]
    rows += [[f"第{n}网格", c.name(), c.estate(), _line(c)] for n in range(1, 6)]
    return Sheet("网格划分公示", rows=rows)


CLEAN = (_lawyers, _vaccines, _heating, _auction, _elections, _masks, _winners, _grids)


def blind(seed: int, count: int) -> Iterator[Made]:
    kinds = ("home", "id", "home", "mobile", "home", "card", "home", "home", "home")
    return _made(Villager(seed), count, CLEAN, DIRTY, kinds, ALL_FORMATS)
