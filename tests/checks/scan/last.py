# ruff: noqa: E501
"""A set written after the rule was mended by `latest`: 24 more layouts, by other offices."""

from collections.abc import Iterator

from tests.checks.scan.formats import ALL_FORMATS, Sheet
from tests.checks.scan.invented import Person, private
from tests.checks.scan.made import Made, _made

LANES = (
    "太白路",
    "凯旋路",
    "莲花街",
    "芙蓉中路",
    "南京东路",
    "槐树胡同",
    "草市街",
    "安定门街",
    "海滨一路",
    "松柏巷",
)
BLOCKS = (
    "中海国际",
    "雅居乐",
    "世纪城",
    "电力家园",
    "烟厂宿舍",
    "怡景花园",
    "江南春晓",
    "保障房三期",
    "和平里",
    "观澜国际",
)
HILLS = (
    "石门镇龙王村",
    "凤凰乡茶园村",
    "清水镇李家坝村",
    "高桥镇团山村",
    "瓦窑乡马鞍村",
    "柳河镇孙家屯",
)
LABELS = {"id": "身份证件号", "mobile": "手机号码", "card": "惠农一卡通账号", "home": "家庭地址"}


class Villager(Person):
    def home(self) -> str:
        return self.choice(("", "湖南省永州市零陵区", "云南省曲靖市", "本县", "")) + self.choice(
            [
                f"{self.choice(LANES)}{self.number(500)}号{self.number(20)}号楼{self.number(5)}单元{self.number(7)}楼{self.number(3)}号",
                f"{self.choice(LANES)}{self.number(200)}号院内平房{self.number(9)}号",
                f"{self.choice(LANES)}{self.number(99)}号之{self.choice('一二三')}",
                f"{self.choice(BLOCKS)}{self.choice(['一期', '南区', ''])}{self.number(30)}栋{self.choice('AB')}单元{self.number(20)}03房",
                f"{self.choice(BLOCKS)}{self.number(18)}号楼{self.number(15)}04",
                f"{self.choice(BLOCKS)}{self.number(9)}座{self.number(20)}楼{self.choice('ABCD')}室",
                f"{self.choice(HILLS)}{self.number(18)}社",
                f"{self.choice(HILLS)}{self.choice('一二三四五六')}组{self.number(50)}号",
                f"{self.choice(HILLS)}{self.choice(['上寨', '田坝', '水井', '松林'])}组",
                f"{self.choice(HILLS)}委会{self.choice('一二三四五六')}队",
                f"{self.choice(HILLS)}{self.number(120)}号附{self.number(3)}号",
            ]
        )


def _receipts(c: Person, what: str) -> Sheet:
    rows = [["村民姓名", "指标", "数量", LABELS[what], "联系人"]]
    rows += [[c.name(), "粮食", c.number(50), private(c, what), "村会计"] for _ in range(6)]
    return Sheet("种粮补贴到户清册", rows=rows)


def _summary(c: Person, what: str) -> Sheet:
    return Sheet(
        "会议纪要",
        lines=[
            "议题一：审议困难职工帮扶。",
            f"会议同意将{c.name()}（{ {'home': '现居', 'id': '证件', 'mobile': '电话', 'card': '账户'}[what] }{private(c, what)}）纳入帮扶范围。",
            "议题二：其他事项。",
        ],
    )


def _verdict(c: Person, what: str) -> Sheet:
    told = {
        "home": f"户籍所在地：{c.home()}，现住同上",
        "id": f"居民身份证：{c.identity()}",
        "mobile": f"移动电话：{c.mobile()}",
        "card": f"转账卡号：{c.card()}",
    }[what]
    return Sheet(
        "行政强制执行决定书",
        lines=[
            f"当事人：{c.name()}　性别：女　年龄：{c.number(60)}",
            told,
            "违法事实：未经许可搭建构筑物。",
        ],
    )


def _chain(c: Person, what: str) -> Sheet:
    told = {
        "home": c.choice(
            [
                f"家在{c.home()}的{c.name()}是第一批受益者。",
                f"走进{c.home()}，{c.name()}正在院子里晒玉米。",
                f"{c.name()}今年搬进了{c.home()}的新房。",
                f"“{c.home()}的{c.name()}家又漏水了！”",
                f"志愿者为{c.home()}独居老人{c.name()}送餐。",
            ]
        ),
        "id": f"核验{c.name()}身份证{c.identity()}后发放。",
        "mobile": f"请拨{c.name()}电话{c.mobile()}预约。",
        "card": f"补贴汇入{c.name()}卡{c.card()}。",
    }[what]
    return Sheet("便民简讯", lines=["近日，为民服务小分队深入一线。", told, "此举受到好评。"])


def _numbered_rows(c: Person, what: str) -> Sheet:
    lines = [f"{n}\u3000{c.name()}\u3000{private(c, what)}\u3000{c.money()}元" for n in range(1, 7)]
    return Sheet("临时生活补助", lines=lines)


def _reverse_rows(c: Person, what: str) -> Sheet:
    lines = [f"{private(c, what)} {c.name()}" for _ in range(6)]
    return Sheet("出租房屋登记", lines=lines)


def _colon(c: Person, what: str) -> Sheet:
    return Sheet("老年食堂送餐名单", lines=[f"{c.name()}：{private(c, what)}" for _ in range(5)])


def _groups(c: Person, what: str) -> Sheet:
    """Town and village head the rows; the row has the group and the name."""
    if what != "home":
        return Sheet(
            "农房普查",
            rows=[["户主", LABELS[what]], *([c.name(), private(c, what)] for _ in range(4))],
        )
    rows = [["行政村", "村民小组", "户主姓名", "房屋层数"]]
    rows += [
        [
            c.choice(HILLS)[3:],
            c.choice(["上寨组", "田坝组", "三组", "第五组"]),
            c.name(),
            c.number(4),
        ]
        for _ in range(6)
    ]
    return Sheet("自建房安全隐患排查", rows=rows)


def _both_addresses(c: Person, what: str) -> Sheet:
    rows = [["姓名", "工作单位", LABELS[what] if what != "home" else "现住宅地址", "准租面积"]]
    rows += [[c.name(), "某县第一中学", private(c, what), "90"] for _ in range(5)]
    return Sheet("周转房申请情况", rows=rows)


def _questions(c: Person, what: str) -> Sheet:
    told = {
        "home": f"我家住在{c.home()}，楼上漏水怎么办",
        "id": f"我的身份证是{c.identity()}",
        "mobile": f"我的电话{c.mobile()}",
        "card": f"我的卡号{c.card()}没收到补贴",
    }[what]
    return Sheet(
        "网民留言选登", lines=[f"留言人：{c.name()}", f"留言内容：您好，{told}？", "答复：已转办。"]
    )


def _signed(c: Person, what: str) -> Sheet:
    rows = [
        ["甲方（搬迁人）", "某县住建局"],
        ["乙方（被搬迁人）", c.name()],
        [{**LABELS, "home": "乙方房屋坐落"}[what], private(c, what)],
        ["补偿总额", f"{c.money()}元"],
    ]
    return Sheet("搬迁补偿协议摘要", rows=rows)


def _footnote(c: Person, what: str) -> Sheet:
    rows = [["序号", "姓名", "结果"], *([str(n), c.name(), "通过"] for n in range(1, 5))]
    return Sheet(
        "复核结果",
        rows=rows,
        lines=[
            f"注：其中{c.name()}{ {'home': '户', 'id': '证件号', 'mobile': '电话', 'card': '账号'}[what] }{'位于' if what == 'home' else ''}{private(c, what)}，已补正材料。"
        ],
    )


DIRTY = (
    _receipts,
    _summary,
    _verdict,
    _chain,
    _numbered_rows,
    _reverse_rows,
    _colon,
    _groups,
    _both_addresses,
    _questions,
    _signed,
    _footnote,
)


def _call(c: Person) -> str:
    return f"0746-6{c.randrange(10**6):06}"


def _windows(c: Person) -> Sheet:
    rows = [["事项", "受理地点", "首席代表", "咨询电话"]]
    rows += [
        [each, f"{c.choice(LANES)}{c.number(90)}号政务大厅{c.number(30)}号窗口", c.name(), _call(c)]
        for each in ("婚姻登记", "社保", "不动产登记")
    ]
    return Sheet("窗口服务一览", rows=rows)


def _village_offices(c: Person) -> Sheet:
    rows = [["村（居）委会", "主任", "办公场所地址", "公开电话"]]
    rows += [
        [
            f"{c.choice(HILLS)}村委会",
            c.name(),
            f"{c.choice(HILLS)}{c.number(9)}组{c.number(90)}号",
            _call(c),
        ]
        for _ in range(5)
    ]
    return Sheet("村级组织公开信息", rows=rows)


def _land(c: Person) -> Sheet:
    return Sheet(
        "土地征收启动公告",
        lines=[
            f"拟征收土地位于{c.choice(HILLS)}{c.number(9)}组、{c.choice(HILLS)}{c.number(9)}组，面积{c.number(90)}亩，用于道路建设。",
            f"联系单位：县自然资源局；联系人：{c.name()}；地址：{c.choice(LANES)}{c.number(90)}号。",
        ],
    )


def _enforcement(c: Person) -> Sheet:
    rows = [["被检查单位", "地址", "检查人员", "检查结果"]]
    rows += [
        [
            f"永州{c.choice(['宏达', '金桥'])}加油站",
            f"{c.choice(LANES)}{c.number(90)}号",
            f"{c.name()}、{c.name()}",
            "合格",
        ]
        for _ in range(4)
    ]
    return Sheet("双随机检查结果", rows=rows)


def _permit_no(c: Person) -> Sheet:
    return Sheet(
        "排污许可证",
        lines=[
            "单位名称：永州某纸业有限公司",
            f"注册地址：{c.choice(LANES)}{c.number(90)}号{c.number(9)}栋",
            f"法定代表人：{c.name()}",
            f"生产经营场所地址：{c.choice(HILLS)}{c.number(9)}组",
            f"技术负责人：{c.name()}",
        ],
    )


def _works(c: Person) -> Sheet:
    lines = [
        f"{n}.{c.choice(BLOCKS)}{c.number(9)}栋屋面防水维修，施工单位：某建筑公司，项目经理：{c.name()}；"
        for n in range(1, 5)
    ]
    return Sheet("维修资金使用公示", lines=lines)


def _masked_homes(c: Person) -> Sheet:
    rows = [["被征收人", "房屋坐落", "补偿金额"]]
    rows += [
        [c.masked(), c.choice((c.flat, c.house, c.estate))(), str(c.money())] for _ in range(7)
    ]
    return Sheet("征收补偿公示", rows=rows)


def _law(c: Person) -> Sheet:
    return Sheet(
        "普法宣传活动",
        lines=[
            f"12月4日，县司法局在{c.choice(LANES)}{c.number(90)}号文化广场开展宣传，律师{c.name()}现场答疑。",
            f"法律援助中心地址：{c.choice(LANES)}{c.number(90)}号二楼，主任{c.name()}。",
        ],
    )


def _medals(c: Person) -> Sheet:
    rows = [["姓名", "单位及职务", "奖项"]]
    rows += [[c.name(), f"{c.choice(HILLS)}党支部书记", "优秀共产党员"] for _ in range(6)]
    return Sheet("表彰名单", rows=rows)


def _hall(c: Person) -> Sheet:
    rows = [["场馆", "馆长", "馆址", "开放时间"]]
    rows += [
        [f"县{each}馆", c.name(), f"{c.choice(LANES)}{c.number(90)}号{c.number(4)}栋", "9:00-17:00"]
        for each in ("图书", "文化", "博物")
    ]
    return Sheet("公共文化场馆", rows=rows)


CLEAN = (
    _windows,
    _village_offices,
    _land,
    _enforcement,
    _permit_no,
    _works,
    _masked_homes,
    _law,
    _medals,
    _hall,
)


def last(seed: int, count: int) -> Iterator[Made]:
    kinds = ("home", "id", "home", "mobile", "home", "card", "home", "home", "home")
    return _made(Villager(seed), count, CLEAN, DIRTY, kinds, ALL_FORMATS)
