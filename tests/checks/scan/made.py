# ruff: noqa: E501
"""Files as offices publish them, made up: some with private data in them, most without any.

`files(seed, count)` is the set the rules were written beside. Every number, name and address is
invented.
"""

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from gongkai.law.identity.id_card import check_character
from tests.checks.scan.formats import FORMATS, Sheet

SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范石廖贾夏韦付方邹孟熊秦邱江尹薛"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂兰英华建国志强秋生玉珍春梅海燕晓东立新文博子涵一诺思远浩然雨桐"
ROADS = ("解放", "青石", "友谊", "长丰", "建设", "胜利", "古田", "汉西", "仁寿", "崇仁")
ESTATES = ("紫阳小区", "翠微花园", "江岸家园", "公园里社区", "汉正公寓", "长征新村", "古田四路宿舍")
VILLAGES = ("李家村", "东湖村", "柏泉村", "张家湾", "石桥屯")
AREAS = ("紫阳街道", "韩家墩街道", "宗关街道", "长丰街道")
BODIES = ("区城市管理执法局", "区民政局", "区财政局", "宗关街道办事处", "区教育局")


@dataclass
class Made:
    """A file and what is in it: `id`, `mobile`, `card`, `home`; nothing where it is clean."""

    name: str
    data: bytes
    holds: list[str] = field(default_factory=list)


class Chance(random.Random):
    """Invented people and things."""

    def name(self) -> str:
        return self.choice(SURNAMES) + "".join(self.sample(GIVEN, self.choice([1, 2, 2, 2])))

    def identity(self) -> str:
        year, month, day = self.randrange(1935, 2019), self.randrange(1, 13), self.randrange(1, 29)
        first = f"{self.choice(['420104', '420106', '110105', '340822', '513022'])}{year}{month:02}{day:02}"
        first += f"{self.randrange(1000):03}"
        return first + check_character(first)

    def mobile(self) -> str:
        return f"{self.choice(['1380000', '1390000'])}{self.randrange(10**4):04}"

    def card(self) -> str:
        start = self.choice(["622202", "621700", "622848", "623058"])
        body = (
            f"{start}{self.randrange(10 ** (12)):012}"
            if self.random() < 0.8
            else f"{start}{self.randrange(10**9):09}"
        )
        doubled = [int(d) * (2 if at % 2 == 0 else 1) for at, d in enumerate(reversed(body))]
        return body + str(-sum(d - 9 if d > 9 else d for d in doubled) % 10)

    def home(self) -> str:
        number, flat = (
            self.randrange(1, 400),
            f"{self.randrange(1, 30)}栋{self.randrange(1, 5)}单元{self.randrange(101, 3000)}室",
        )
        return self.choice(
            [
                f"{self.choice(ROADS)}{self.choice(['路', '大道', '街', '巷'])}{number}号{flat}",
                f"{self.choice(ESTATES)}{self.randrange(1, 40)}栋{self.randrange(101, 2000)}室",
                f"{self.choice(ESTATES)}{self.randrange(1, 40)}号楼{self.randrange(1, 5)}单元{self.randrange(101, 900)}",
                f"{self.choice(VILLAGES)}{self.choice('一二三四五六七八')}组{self.randrange(1, 90)}号",
                f"{self.choice(ROADS)}{self.choice(['路', '街'])}{number}号",
            ]
        )

    def written(self, number: str) -> str:
        """Plain, full-width, or in groups."""
        wide = number.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
        groups = " ".join(number[at : at + 4] for at in range(0, len(number), 4))
        return self.choice([number, number, number, wide, groups])

    def masked(self) -> str:
        return f"{self.choice(SURNAMES)}{self.choice(['某', '某某', '*', '**'])}"

    def money(self) -> int:
        return self.randrange(1, 90) * 100

    def code(self) -> str:
        return f"MB{self.randrange(10**7):07}/2026-{self.randrange(10**5):05}"


# What is clean


def _notice(c: Chance) -> Sheet:
    return Sheet(
        f"关于开展{c.choice(['楼道清理', '消防检查', '垃圾分类', '夏季巡查'])}的通知",
        lines=[
            "各社区、各有关单位：",
            f"为做好有关工作，定于2026年{c.randrange(1, 13)}月{c.randrange(1, 28)}日起开展集中行动，现将有关事项通知如下。",
            f"一、责任单位为{c.choice(BODIES)}，联系人：{c.name()}，办公电话：027-8810{c.randrange(10**4):04}。",
            f"二、办公地址：{c.choice(ROADS)}大道{c.randrange(1, 400)}号{c.randrange(1, 9)}楼{c.randrange(101, 900)}室。",
            f"三、本年安排资金{c.randrange(10**4, 10**8)}元，受益{c.randrange(100, 10**6)}人次。",
            f"文号：硚城管〔2026〕{c.randrange(1, 90)}号，索引号：{c.code()}。",
        ],
    )


def _directory(c: Chance) -> Sheet:
    rows = [["单位", "负责人", "办公电话", "办公地址"]]
    rows += [
        [
            b,
            c.name(),
            f"027-8{c.randrange(10**6):07}",
            f"{c.choice(ROADS)}路{c.randrange(1, 300)}号{c.randrange(1, 5)}栋{c.randrange(101, 900)}室",
        ]
        for b in BODIES
    ]
    return Sheet("各单位联系方式", rows=rows)


def _aid_masked(c: Chance) -> Sheet:
    rows = [["序号", "姓名", "所在街道", "身份证号", "金额（元）"]]
    rows += [
        [
            str(n),
            c.masked(),
            c.choice(AREAS),
            f"{c.identity()[:6]}********{c.randrange(10**4):04}",
            str(c.money()),
        ]
        for n in range(1, 12)
    ]
    return Sheet("临时救助公示", rows=rows)


def _budget(c: Chance) -> Sheet:
    rows = [["项目编号", "项目名称", "预算（元）", "执行率"]]
    rows += [
        [
            f"4201042026{c.randrange(10**8):08}",
            c.choice(["老旧小区改造", "道路养护", "绿化提升"]),
            str(c.randrange(10**5, 10**11)),
            f"{c.randrange(50, 100)}.{c.randrange(100):02}%",
        ]
        for _ in range(9)
    ]
    return Sheet("2026年项目支出", rows=rows)


def _permits(c: Chance) -> Sheet:
    rows = [["决定文书号", "行政相对人", "统一社会信用代码", "注册地址", "决定日期"]]
    rows += [
        [
            f"硚城管许〔2026〕{n}号",
            c.choice(["示例文化公司", "样本餐饮店", "测试物业公司"]),
            f"9142010{c.randrange(10**10):010}K",
            f"{c.choice(ROADS)}路{c.randrange(1, 300)}号{c.randrange(1, 5)}栋1层",
            f"2026-{c.randrange(1, 13):02}-{c.randrange(1, 29):02}",
        ]
        for n in range(1, 9)
    ]
    return Sheet("行政许可决定目录", rows=rows)


def _hotline(c: Chance) -> Sheet:
    return Sheet(
        "防汛值班安排",
        lines=[
            f"值班电话：1380000{c.randrange(10**4):04}（24小时）；监督电话：027-8{c.randrange(10**6):07}。",
            f"咨询热线：12345，投诉举报电话 1390000{c.randrange(10**4):04}。",
            f"物资存放在{c.choice(ROADS)}路{c.randrange(1, 90)}号仓库，编号{c.randrange(10**11, 10**12)}。",
            f"订单号：2026{c.randrange(10**14):014}，合同编号：HT-{c.randrange(10**6)}。",
        ],
    )


def _projects(c: Chance) -> Sheet:
    rows = [["项目", "建设地点", "负责单位", "设备编号"]]
    rows += [
        [
            f"{c.choice(ESTATES)}改造",
            f"{c.choice(ESTATES)}{c.randrange(1, 20)}栋",
            c.choice(BODIES),
            f"138{c.randrange(10**8):08}号设备",
        ]
        for _ in range(6)
    ]
    return Sheet("在建项目", rows=rows)


def _policy(c: Chance) -> Sheet:
    return Sheet(
        "政府信息公开办法",
        lines=[
            "第一条 为规范信息公开，制定本办法。",
            "第二条 属于国家秘密、商业秘密、个人隐私的，不予公开；确需公开的，对姓名、身份证号、家庭住址作去标识化处理。",
            "第三条 申请人应当提供身份证明、联系方式、住址。",
            f"第四条 本办法自2026年{c.randrange(1, 13)}月1日起施行，有效期五年。",
        ],
    )


CLEAN = (_notice, _directory, _aid_masked, _budget, _permits, _hotline, _projects, _policy)

# What is not


def _aid_list(c: Chance, what: str) -> Sheet:
    """A list of people who get money."""
    heads = {"id": "身份证号", "mobile": "联系电话", "card": "银行卡号", "home": "家庭住址"}
    rows = [["序号", "姓名", heads[what], "金额"]]
    at = c.randrange(1, 8)
    for number in range(1, 9):
        private = _private(c, what) if number == at else ""
        rows.append(
            [str(number), c.name() if number == at else c.masked(), private, str(c.money())]
        )
    return Sheet("救助资金发放表", rows=rows)


def _private(c: Chance, what: str) -> str:
    if what == "home":
        return c.home()
    number = {"id": c.identity, "mobile": c.mobile, "card": c.card}[what]()
    return number if what == "mobile" else c.written(number)


def _letter(c: Chance, what: str) -> Sheet:
    name = c.name()
    told = {
        "id": f"申请人{name}（身份证号：{c.written(c.identity())}）反映的问题已经办结。",
        "mobile": f"联系人{name}，手机{c.mobile()}，请按时报送。",
        "card": f"款项已汇入{name}的账户，开户行卡号为{c.written(c.card())}。",
        "home": f"当事人{name}，男，{c.randrange(20, 80)}岁，住{c.home()}。",
    }[what]
    return Sheet("办理情况", lines=["有关情况如下：", told, "特此说明。"])


def _hidden(c: Chance, what: str) -> Sheet:
    made = _aid_list(c, what)
    made.hidden_column = 2
    return made


def _comment(c: Chance, what: str) -> Sheet:
    made = _notice(c)
    made.comment = f"{c.name()} {_private(c, what)}"
    return made


def _hidden_sheet(c: Chance, what: str) -> Sheet:
    made = _budget(c)
    made.hidden_rows = _aid_list(c, what).rows
    return made


DIRTY = (_aid_list, _letter, _hidden, _comment, _hidden_sheet)
KINDS = ("id", "mobile", "card", "home")


def files(seed: int, count: int) -> Iterator[Made]:
    """Half of the files hold one private thing, the kinds in turn; the other half hold none."""
    return _made(Chance(seed), count, CLEAN, DIRTY)


def _made(  # noqa: PLR0917 - the sets differ in all of them
    c: Chance,
    count: int,
    clean: tuple[Callable[[Chance], Sheet], ...],
    dirty: tuple[Callable[[Chance, str], Sheet], ...],
    kinds: tuple[str, ...] = KINDS,
    formats: Mapping[str, Callable[[Sheet], bytes]] = FORMATS,
) -> Iterator[Made]:
    for number in range(count):
        ending = list(formats)[number % len(formats)]
        if number % 2:
            sheet, holds = clean[number // 2 % len(clean)](c), []
        else:
            what = kinds[number // 2 % len(kinds)]
            usable = [each for each in dirty if ending in each(type(c)(1), what).fits]
            sheet, holds = usable[c.randrange(len(usable))](c, what), [what]
        yield Made(f"{number}.{ending}", formats[ending](sheet), holds)
