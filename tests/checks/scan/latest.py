# ruff: noqa: E501, PERF401
"""A set written after the rule was mended by `unseen`: other layouts, other addresses, 26 in all."""

from collections.abc import Iterator

from tests.checks.scan.formats import ALL_FORMATS, Sheet
from tests.checks.scan.invented import Person, private
from tests.checks.scan.made import Made, _made

ROADS = (
    "香樟路",
    "锦江大道",
    "红旗街",
    "工农路",
    "梧桐巷",
    "西大街",
    "柳荫路",
    "迎春路",
    "港口路",
    "东湖路",
)
PLACES = (
    "银河湾",
    "福临门小区",
    "水利局宿舍",
    "华润橡树湾",
    "兴隆花园",
    "盛世豪庭",
    "广厦新苑",
    "万科城",
    "建工社区",
    "幸福里",
)
COUNTRY = (
    "龙泉乡红岩村",
    "永安镇太平村",
    "三江镇柳树沟村",
    "黄土岭镇下营村",
    "银川镇纳家庄",
    "临江乡渔梁渡村",
)
HEADS = {"id": "公民身份证号", "mobile": "本人电话", "card": "社保卡银行账号", "home": "家庭所在地"}


class Neighbour(Person):
    def home(self) -> str:
        return self.choice(
            ("", "", "江西省吉安市吉州区", "河南省许昌市鄢陵县", "本市")
        ) + self.choice(
            [
                f"{self.choice(ROADS)}{self.number(900)}号{self.number(40)}栋{self.number(4)}单元{self.number(9)}01室",
                f"{self.choice(ROADS)}中段{self.number(200)}号",
                f"{self.choice(PLACES)}{self.number(40)}幢{self.number(3)}单元{self.number(33)}02",
                f"{self.choice(PLACES)}三期{self.number(20)}号楼{self.number(30)}层{self.number(30)}06号",
                f"{self.choice(PLACES)}{self.number(9)}区{self.number(40)}号楼{self.number(6)}门{self.number(6)}03室",
                f"{self.choice(COUNTRY)}{self.choice('一二三四五六七八')}组",
                f"{self.choice(COUNTRY)}{self.number(15)}组",
                f"{self.choice(COUNTRY)}{self.number(15)}队{self.number(99)}号",
                f"{self.choice(COUNTRY)}{self.number(300)}号",
                f"{self.choice(COUNTRY)}{self.choice(['岩上', '河边', '油房', '坝子'])}小组",
                f"{self.choice(COUNTRY)}新居{self.number(12)}排{self.number(9)}号",
                f"{self.choice(ROADS)}{self.number(90)}弄{self.number(30)}支弄{self.number(20)}号",
            ]
        )


def _wide(c: Person, what: str) -> Sheet:
    rows = [
        [
            "序号",
            "姓名",
            "与户主关系",
            "县（区）",
            "乡（镇）",
            {**HEADS, "home": "村（居）及门牌"}[what],
            "残疾类别",
            "等级",
            "备注",
        ]
    ]
    for n in range(1, 12):
        rows.append(
            [
                str(n),
                c.name(),
                "本人",
                "吉州区",
                "永安镇",
                private(c, what) if n % 3 else "",
                "肢体",
                "二级",
                "",
            ]
        )
    return Sheet("持证残疾人享受两项补贴情况表", rows=rows)


def _families(c: Person, what: str) -> Sheet:
    rows = [["家庭编号", "成员", "关系", {**HEADS, "home": "地址"}[what]]]
    for n in range(4):
        where = private(c, what)
        rows += [[f"J{n:03}", c.name(), "户主", where], [f"J{n:03}", c.name(), "配偶", where]]
    return Sheet("保障性住房轮候家庭", rows=rows)


def _semicolons(c: Person, what: str) -> Sheet:
    return Sheet(
        "廉租户清退名单",
        lines=[f"{c.name()}；{private(c, what)}；欠租{c.number(20)}个月" for _ in range(5)],
    )


def _brackets(c: Person, what: str) -> Sheet:
    told = "，".join(f"{c.name()}[{private(c, what)}]" for _ in range(3))
    return Sheet("旧房改造摇号结果", lines=[f"中签居民为：{told}。"])


def _pairs(c: Person, what: str) -> Sheet:
    head = {**HEADS, "home": "住房地址"}[what]
    lines = [
        f"姓名：{c.name()}　　年龄：{c.number(80)}　　{head}：{private(c, what)}" for _ in range(4)
    ]
    return Sheet("老年人能力评估对象", lines=lines)


def _story(c: Person, what: str) -> Sheet:
    told = {
        "home": c.choice(
            [
                f"今年78岁的{c.name()}一个人生活在{c.home()}，子女都在外地。",
                f"{c.name()}老两口的家就在{c.home()}。",
                f"{c.name()}是{c.home()}的一名普通住户。",
                f"网格员敲开了{c.home()}的房门，开门的是{c.name()}。",
                f"2026年8月，{c.name()}从外地回到{c.home()}定居。",
            ]
        ),
        "id": f"居民{c.name()}（{c.identity()}）领到了证件。",
        "mobile": f"{c.name()}留下了自己的号码{c.mobile()}。",
        "card": f"工作人员为{c.name()}把钱打到了{c.card()}上。",
    }[what]
    return Sheet("社区故事", lines=["社区里的故事很多。", told])


def _notice(c: Person, what: str) -> Sheet:
    told = {
        "home": f"邮寄至你户籍地（{c.home()}）",
        "id": f"送达身份证号为{c.identity()}的你",
        "mobile": f"拨打你预留的手机{c.mobile()}",
        "card": f"从你的账户{c.card()}划扣",
    }[what]
    return Sheet(
        "催告书送达公告",
        lines=[f"{c.name()}：", f"本机关已将催告书{told}，因无人签收退回，现公告送达。"],
    )


def _court(c: Person, what: str) -> Sheet:
    told = {
        "home": f"住{c.home()}",
        "id": f"身份证号{c.identity()}",
        "mobile": f"联系电话{c.mobile()}",
        "card": f"收款账号{c.card()}",
    }[what]
    return Sheet(
        "仲裁裁决书",
        lines=[
            f"申请人：{c.name()}，男，1979年2月出生，{told}。",
            f"委托代理人：{c.name()}，某律师事务所律师。",
            "被申请人：吉州某机械有限公司，住所地：香樟路18号。",
        ],
    )


def _graves(c: Person, what: str) -> Sheet:
    lines = [
        f"{n}.{private(c, what)}村民{c.name()}，面积{c.number(9)}平方米；" for n in range(1, 5)
    ]
    return Sheet("违法建设拆除名单", lines=["经巡查，下列当事人存在违法建设：", *lines])


def _blank_columns(c: Person, what: str) -> Sheet:
    rows = [["姓名", "", HEADS[what], "", "签字"]]
    rows += [[c.name(), "", private(c, what), "", ""] for _ in range(5)]
    return Sheet("物资领取签收表", rows=rows)


def _spaced(c: Person, what: str) -> Sheet:
    name = c.name()
    name = f"{name[0]}　{name[1]}" if len(name) == 2 else name
    return Sheet(
        "入伍青年登记",
        rows=[
            ["姓　名", "性　别", {**HEADS, "home": "住　　址"}[what]],
            [name, "男", private(c, what)],
        ],
    )


def _both_ways(c: Person, what: str) -> Sheet:
    rows = [
        [
            "被征收人",
            "产权证记载人",
            {**HEADS, "home": "房屋坐落位置"}[what],
            "建筑面积",
            "补偿方式",
        ]
    ]
    rows += [
        [c.name(), c.masked(), private(c, what), f"{c.number(200)}.36", c.choice(["货币", "调换"])]
        for _ in range(5)
    ]
    return Sheet("房屋征收补偿情况公示", rows=rows)


def _english_comma(c: Person, what: str) -> Sheet:
    return Sheet(
        "信访事项登记",
        lines=[f"{n}, {c.name()}, {private(c, what)}, 反映噪音扰民" for n in range(1, 5)],
    )


def _two_lines(c: Person, what: str) -> Sheet:
    lines = []
    for n in range(1, 4):
        lines += [
            f"{n}. {c.name()}（{c.choice('男女')}）",
            f"   地址 {private(c, what)}"
            if what == "home"
            else f"   {HEADS[what]} {private(c, what)}",
        ]
    return Sheet("优抚对象走访登记", lines=lines)


DIRTY = (
    _wide, _families, _semicolons, _brackets, _pairs, _story, _notice, _court, _graves, _blank_columns, _spaced, _both_ways,
    _english_comma, _two_lines,
)  # fmt: skip


def _phone(c: Person) -> str:
    return f"0796-8{c.randrange(10**6):06}"


def _stations(c: Person) -> Sheet:
    rows = [["派出所", "所长", "地址", "户籍窗口电话"]]
    rows += [
        [f"{each}派出所", c.name(), f"{c.choice(ROADS)}{c.number(90)}号", _phone(c)]
        for each in ("永安", "三江", "港口")
    ]
    return Sheet("户籍办理一览", rows=rows)


def _tender(c: Person) -> Sheet:
    return Sheet(
        "采购公告",
        lines=[
            f"采购人：吉州区水利局，地址：{c.choice(ROADS)}{c.number(90)}号，联系方式：{c.name()} {_phone(c)}。",
            f"采购代理机构：江西某咨询有限公司，地址：{c.choice(ROADS)}{c.number(90)}号{c.number(9)}栋{c.number(9)}01室，项目联系人：{c.name()}。",
            f"建设地点：{c.choice(COUNTRY)}{c.number(9)}组。",
        ],
    )


def _licences(c: Person) -> Sheet:
    rows = [["字号", "经营者姓名", "经营场所", "发证日期"]]
    rows += [
        [
            f"吉州区{c.choice(['老张', '红火', '小城'])}面馆",
            c.name(),
            f"{c.choice(PLACES)}{c.number(9)}栋{c.number(9)}号商铺",
            "2026-05-06",
        ]
        for _ in range(5)
    ]
    return Sheet("食品经营许可证注销公告", rows=rows)


def _schools(c: Person) -> Sheet:
    return Sheet(
        "招生公告",
        lines=[
            f"吉州区永安小学，校长{c.name()}，校址：{c.choice(ROADS)}{c.number(90)}号。",
            f"招生范围：{c.choice(PLACES)}{c.number(9)}栋至{c.number(9)}栋，{c.choice(ROADS)}{c.number(90)}号。",
            f"报名地点：学校一楼大厅，咨询老师：{c.name()}，电话{_phone(c)}。",
        ],
    )


def _river(c: Person) -> Sheet:
    rows = [["河段", "起止", "河长", "职务", "监督电话"]]
    rows += [
        [
            f"赣江{n}段",
            f"{c.choice(COUNTRY)}{n}组至{c.choice(COUNTRY)}{n + 3}组",
            c.name(),
            "村支部书记",
            _phone(c),
        ]
        for n in range(1, 5)
    ]
    return Sheet("河长公示牌", rows=rows)


def _plan(c: Person) -> Sheet:
    return Sheet(
        "规划公示",
        lines=[
            f"项目位于{c.choice(ROADS)}{c.number(90)}号，建设单位为某置业有限公司（法定代表人{c.name()}）。",
            f"{c.choice(PLACES)}{c.number(9)}栋、{c.number(9)}栋居民如有意见，请于公示期内提出。",
            f"联系人：{c.name()}；联系地址：{c.choice(ROADS)}{c.number(90)}号区自然资源局302室。",
        ],
    )


def _staff(c: Person) -> Sheet:
    rows = [["姓名", "执法证号", "所属单位", "单位地址"]]
    rows += [
        [
            c.name(),
            f"3608{c.randrange(10**7):07}",
            "区城市管理局",
            f"{c.choice(ROADS)}{c.number(90)}号",
        ]
        for _ in range(5)
    ]
    return Sheet("行政执法人员名单", rows=rows)


def _farms(c: Person) -> Sheet:
    rows = [["主体名称", "类型", "法人代表", "生产地址", "产品"]]
    rows += [
        [
            f"吉州区{c.choice(['绿源', '金穗', '丰收'])}家庭农场",
            "家庭农场",
            c.name(),
            f"{c.choice(COUNTRY)}{c.number(9)}组",
            "大米",
        ]
        for _ in range(5)
    ]
    return Sheet("绿色食品认证名单", rows=rows)


def _exam(c: Person) -> Sheet:
    rows = [["姓名", "准考证号", "考点", "考场地址"]]
    rows += [
        [
            c.name(),
            f"2026{c.randrange(10**7):07}",
            "第三中学",
            f"{c.choice(ROADS)}{c.number(90)}号{c.number(4)}号楼{c.number(4)}05室",
        ]
        for _ in range(6)
    ]
    return Sheet("招聘考试安排", rows=rows)


def _masked(c: Person) -> Sheet:
    lines = [f"{n}.{c.masked()}，现住{c.country()}，拟发放补助{c.money()}元。" for n in range(1, 6)]
    return Sheet("拟救助对象公示", lines=[*lines, f"监督电话：{_phone(c)}，联系人：{c.name()}。"])


def _fire(c: Person) -> Sheet:
    return Sheet(
        "事故情况通报",
        lines=[
            f"11月3日，{c.choice(PLACES)}{c.number(9)}栋{c.number(3)}单元楼道起火，消防救援大队到场处置，副区长{c.name()}赶赴现场。",
            "火灾未造成人员伤亡，居民已全部疏散。",
        ],
    )


def _duty(c: Person) -> Sheet:
    lines = [
        f"{c.choice(PLACES)}社区网格{n}：{c.name()}，负责{c.choice(PLACES)}{n}栋—{n + 4}栋，办公电话{_phone(c)}。"
        for n in range(1, 4)
    ]
    return Sheet("网格员公示", lines=lines)


CLEAN = (
    _stations,
    _tender,
    _licences,
    _schools,
    _river,
    _plan,
    _staff,
    _farms,
    _exam,
    _masked,
    _fire,
    _duty,
)


def latest(seed: int, count: int) -> Iterator[Made]:
    kinds = ("home", "id", "home", "mobile", "home", "card", "home", "home", "home")
    return _made(Neighbour(seed), count, CLEAN, DIRTY, kinds, ALL_FORMATS)
