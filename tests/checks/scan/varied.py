# fmt: off
# ruff: noqa: E501
"""Papers put together from parts: what is recorded, how it is laid out, how a home is written.

Lists of people and of offices × layouts × spellings × formats, and papers of one kind each: those
in `told.txt` tell a home, those in `quiet.txt` none. There `|` parts lines, `#heads;row` is a
table, and a letter in braces stands for what a `Writer` makes up.
"""

import re
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

from tests.checks.scan.formats import ALL_FORMATS, Sheet
from tests.checks.scan.invented import COMPOUND, GIVEN, HEADS, MINORITY, SURNAMES, private
from tests.checks.scan.made import Chance, Made

Record = list[tuple[str, str]]
RARE = "仇查尹亓逄佘佟冼卞厉昝荀逯郗阚鞠麻"
FINE = "昀珩祎赟淼焱垚骞晟昶霆钊琬琰妤怡昕玥岚彤璟睿熠"
PLACE = "东西南北上下新老大小金银青白红长平安兴永双三龙凤石桥河沙柳杨松竹云山水阳江湖泉清和福寿康宁文武"
DIGITS = "零一二三四五六七八九"
ROADS = ["路", "街", "大道", "巷", "东路", "南街", "一路", "胡同", "北路", "横街", "弄", "里", "中路", "老街", "后巷"]
ESTATES = ["小区", "花园", "苑", "家园", "新村", "公寓", "宿舍", "花苑", "名城", "华庭", "佳苑", "家属院", "雅居", "安置区", "公租房", "府邸", "人家", "新城"]
VILLAGES = ["村", "村", "社区", "庄", "湾村", "屯", "寨", "村委会", "沟村", "营"]
BODIES = ["商贸有限公司", "县民政局", "街道办事处", "区教育局", "社区居委会", "镇人民政府", "卫生院", "第二小学", "物业公司", "农机专业合作社", "区税务局", "科技股份公司", "养老服务中心", "幼儿园", "村委会", "派出所", "文化站", "建筑工程公司", "律师事务所", "供电所"]


class Writer(Chance):
    """Makes up names, homes, offices."""

    def n(self, most: int) -> str:
        return str(self.randrange(1, most))

    def han(self, most: int) -> str:
        n = self.randrange(1, most)
        tens = "" if n < 10 else "十" if n < 20 else DIGITS[n // 10] + "十"
        return tens + (DIGITS[n % 10] if n % 10 else "")

    def place(self) -> str:
        return self.choice(PLACE) + self.choice(PLACE)

    def name(self) -> str:
        chance = self.random()
        if chance < 0.03:
            return self.choice(MINORITY)
        surname = self.choice(COMPOUND if chance < 0.07 else RARE if chance < 0.12 else SURNAMES)
        given = (self.choice(FINE if self.random() < 0.1 else GIVEN) for _ in range(self.choice([1, 2, 2, 2])))
        return surname + "".join(given)

    def masked(self) -> str:
        return self.choice(SURNAMES) + self.choice(["某", "某某", "*", "**", "×", "××", "某" + self.choice(GIVEN), "先生", "女士"])

    def region(self) -> str:
        return self.choice(["", "", "", "湖南省衡阳市", "本市", "山东省济宁市任城区", "贵州省遵义市播州区", "江苏省淮安市", "西塘县", f"{self.place()}街道"])

    def road(self) -> str:
        return self.place() + self.choice(ROADS)

    def estate(self) -> str:
        return self.place() + self.choice(ESTATES)

    def room(self) -> str:
        b, u, r = self.n(30), self.n(5), f"{self.n(18)}0{self.n(5)}"
        return self.choice([
            f"{b}栋{u}单元{r}室", f"{b}号楼{u}单元{r}", f"{b}幢{r}室", f"{b}-{u}-{r}", f"{b}栋{r}", f"{b}座{self.n(20)}楼{self.choice('ABCD')}室",
            f"{b}号楼{self.n(20)}层{r}室", f"{b}栋{self.han(5)}单元{r}号", f"{b}#楼{u}单元{r}", f"第{b}幢{u}单元{r}室", f"{b}#{u}-{r}", f"{b}栋{u}门{r}",
            f"{b}－{r}", f"{self.choice('ABC')}{b}栋{r}房", f"{b}号楼西单元{self.n(7)}楼东户", f"{b}/{u}/{r}", f"{b}幢 {u}单元 {r}室", f"{self.choice('东西南')}区{b}栋{r}室", f"{b}栋{u}梯{r}",
            f"{self.han(20)}号楼{self.han(6)}单元{DIGITS[int(r[0])]}零{DIGITS[int(r[-1])]}",
        ])

    def rural(self) -> str:
        village = self.choice(["", self.place() + self.choice("镇乡")]) + self.place() + self.choice(VILLAGES)
        return village + self.choice([
            f"{self.han(12)}组", f"{self.n(12)}组{self.n(90)}号", f"第{self.han(9)}村民小组", f"{self.place()}组", f"{self.n(15)}队", f"{self.n(300)}号", f"{self.han(8)}社{self.n(40)}号",
            f"{self.place()}小组{self.n(80)}号", f"{self.n(15)}屯", f"{self.place()}湾{self.n(60)}号", f"{self.han(9)}队{self.n(50)}号", f"{self.place()}自然村{self.n(70)}号",
            f"第{self.n(12)}居民小组", f"{self.n(200)}号附{self.n(5)}号", f"{self.place()}坡{self.n(40)}号",
        ])

    def home(self) -> str:
        road, estate = self.road(), self.estate()
        return self.region() + self.choice([
            f"{road}{self.n(400)}号{estate}{self.room()}", f"{estate}{self.room()}", f"{road}{self.n(300)}号{self.room()}", self.rural(), self.rural(),
            f"{road}{self.n(300)}号", f"{road}{self.n(99)}号{self.n(7)}0{self.n(5)}室", f"{road}{self.n(99)}号附{self.n(9)}号", f"{road}{self.n(200)}号之{self.han(5)}", f"{road}{self.n(90)}号院{self.n(9)}排{self.n(9)}号",
        ])

    def body(self) -> str:
        return self.place() + self.choice(BODIES)

    def site(self) -> str:
        return self.choice([f"{self.road()}{self.n(300)}号", f"{self.road()}{self.n(300)}号{self.n(6)}楼", f"{self.road()}{self.n(90)}号{self.n(9)}栋{self.n(9)}0{self.n(9)}室", self.rural()])

    def tel(self) -> str:
        return f"0739-5{self.randrange(10**6):06}"

    def day(self) -> str:
        return self.choice(["2026年{}月{}日", "2026-{}-{}", "2026.{}.{}"]).format(self.n(12), self.n(28))


# What is recorded: columns by their label, and what stands in them

WHO = ["姓名", "户主", "户主姓名", "申请人", "承租人", "被征收人", "权利人", "业主姓名", "领取人", "当事人", "农户姓名", "老人姓名", "对象姓名", "家长", "被保障人", "住户", "中签人", "房屋使用人", "立据人", "优待证持有人", "用水人", "被走访户", "房东", "送餐对象", "乘梯业主", "受灾户主", "种植户", "委托人", "户内成员", "逝者", "献血者", "持证人"]
WHERE = ["住址", "家庭住址", "现住址", "户籍地址", "地址", "房屋坐落", "居住地址", "所在村组", "详细地址", "通讯地址", "居住地", "房屋地址", "家庭详细住址", "常住地", "门址", "身份证住址", "用水地址", "送餐地址", "房产位置", "家庭坐落", "村组及门牌", "安装地址", "收件地址", "受灾房屋位置", "落户地址", "楼栋门牌号", "家庭通信地址", "居住小区及房号", "户籍地"]
OFFICES = """
单位名称=B 负责人=N 办公地址=S 电话=T;企业名称=B 法定代表人=N 住所=S 许可日期=D;网点=B 地址=S 联系人=N 服务电话=T;项目名称=P 建设地点=S 项目经理=N
姓名=N 职务=O 单位=B 办公室=S;姓名=M 家庭住址=H 金额=I;户主=M 房屋坐落=H 面积=I;姓名=N 所在乡镇=J 金额=I 性别=X;地点=F 存在问题=Q 责任人=N 整改时限=D
经营者=N 经营场所=S 字号=Y;机构=B 院长=N 执业地点=S 咨询电话=T;合作社名称=B 理事长=N 注册地址=V 成员数=I;施工单位=B 工程地点=F 监理=N 开工日期=D
网格=G 网格员=N 网格范围=F 办公电话=T;中签人=M 房源=H 批次=I;姓名=N 报考单位=B 面试地点=S;河段=F 河长=N 职务=O;供应商=B 地址=S 中标金额=I 联系人=N
姓名=N 村=J 面积（亩）=I 补贴标准=I;律师=N 执业机构=B 机构地址=S;抽检对象=Y 被抽样地址=S 抽样人员=N
""".strip().replace("\n", ";").split(";")


def kinds(c: Writer) -> dict[str, Callable[[], str]]:
    """What the letters stand for."""
    return {
        "N": c.name, "H": c.home, "M": c.masked, "B": c.body, "S": c.site, "T": c.tel, "D": c.day, "R": c.road, "V": c.rural, "I": lambda: c.n(900),
        "E": c.estate, "F": lambda: f"{c.estate()}{c.n(30)}栋{c.n(5)}单元", "J": lambda: f"{c.place()}{c.choice(['镇', '乡', '街道'])}{c.place()}村", "O": lambda: c.choice(["局长", "副镇长", "党支部书记", "科长"]),
        "P": lambda: f"{c.place()}{c.choice(['供水管网改造', '道路硬化', '学校扩建'])}项目", "Q": lambda: c.choice(["堆物", "管道渗漏", "路灯不亮"]), "X": lambda: c.choice("男女"),
        "Y": lambda: f"{c.place()}{c.choice(['早餐店', '超市', '理发店', '大药房'])}", "G": lambda: f"第{c.n(20)}网格",
    }


def people(c: Writer, what: str) -> list[Record]:
    extra: dict[str, Callable[[], str]] = {
        "性别": lambda: c.choice("男女"), "年龄": lambda: c.n(90), "金额（元）": lambda: str(c.money()), "备注": lambda: c.choice(["", "", "已核实", "新增"]), "家庭人口": lambda: c.n(7),
        "类别": lambda: c.choice(["一类", "二类", "A类"]), "面积（㎡）": lambda: f"{c.n(150)}.{c.n(99)}", "登记日期": c.day, "民族": lambda: c.choice(["汉族", "苗族", "回族"]),
        "证件": lambda: f"4305{c.n(99)}********{c.randrange(10**4):04}", "与户主关系": lambda: c.choice(["本人", "妻", "长子"]), "审核结果": lambda: c.choice(["通过", "同意"]), "所在社区": lambda: c.place() + "社区",
    }
    label = c.choice(WHERE) if what == "home" else HEADS[what]
    columns: dict[str, Callable[[], str]] = {c.choice(WHO): c.name, label: lambda: private(c, what)}
    columns |= {each: extra[each] for each in c.sample(sorted(extra), c.randrange(0, 5 if what == "home" else 3))}
    order = c.sample(sorted(columns), len(columns)) if c.random() < 0.5 else list(columns)
    return [[(each, columns[each]()) for each in order] for _ in range(c.randrange(2, 8))]


def offices(c: Writer) -> list[Record]:
    columns = [each.split("=") for each in c.choice(OFFICES).split()]
    return [[(label, kinds(c)[kind]()) for label, kind in columns] for _ in range(c.randrange(2, 8))]


# How it is laid out


def _grid(c: Writer, records: list[Record]) -> Sheet:
    rows = [
        [label for label, _ in records[0]],
        *([value for _, value in record] for record in records),
    ]
    if c.random() < 0.5:
        rows = [["序号", *rows[0]], *([str(n), *row] for n, row in enumerate(rows[1:], 1))]
    return Sheet("", rows=rows)


def _turned(c: Writer, records: list[Record]) -> Sheet:
    return Sheet("", rows=[list(row) for row in zip(*_grid(c, records[:4]).rows, strict=True)])


def _headless(c: Writer, records: list[Record]) -> Sheet:
    return Sheet("", rows=_grid(c, records).rows[1:])


def _separated(c: Writer, records: list[Record]) -> Sheet:
    between = c.choice(["|", "   ", "\t", " | ", "　　"])
    return Sheet("", lines=[between.join(row) for row in _grid(c, records).rows])


def _blocks(c: Writer, records: list[Record]) -> Sheet:
    sign, between = c.choice(["：", ":", "： "]), c.choice(["", "----------", " "])
    return Sheet(
        "",
        lines=[
            line for record in records for line in (*(f"{a}{sign}{b}" for a, b in record), between)
        ],
    )


def _one_line(c: Writer, records: list[Record]) -> Sheet:
    between = c.choice(["，", "；", "  ", "、", " "])
    return Sheet("", lines=[between.join(f"{a}：{b}" for a, b in record) for record in records])


def _cell_a_line(c: Writer, records: list[Record]) -> Sheet:
    return Sheet("", lines=[cell for row in _grid(c, records).rows for cell in row])


def _items(c: Writer, records: list[Record]) -> Sheet:
    between = c.choice(["，", " ", "、", "——", "；"])
    return Sheet(
        "",
        lines=[
            f"{n}{c.choice('.、．')}" + between.join(b for _, b in record if b)
            for n, record in enumerate(records, 1)
        ],
    )


def _form(c: Writer, records: list[Record]) -> Sheet:
    flat = [cell for pair in records[0] for cell in pair]
    flat += [""] * (-len(flat) % 4)
    return Sheet("", rows=[flat[at : at + 4] for at in range(0, len(flat), 4)])


def _label_above(c: Writer, records: list[Record]) -> Sheet:
    return Sheet("", lines=[line for record in records for pair in record for line in pair if line])


def _square(c: Writer, records: list[Record]) -> Sheet:
    left, right = c.choice(["【】", "[]", "〔〕"])
    return Sheet(
        "", lines=["".join(f"{left}{a}{right}{b}" for a, b in record) for record in records]
    )


def _unsigned(c: Writer, records: list[Record]) -> Sheet:
    return Sheet("", lines=["  ".join(f"{a} {b}" for a, b in record) for record in records])


def _markdown(c: Writer, records: list[Record]) -> Sheet:
    rows = _grid(c, records).rows
    return Sheet(
        "",
        lines=[
            "| " + " | ".join(row) + " |" for row in (rows[0], ["---"] * len(rows[0]), *rows[1:])
        ],
    )


def _beside_one_another(c: Writer, records: list[Record]) -> Sheet:
    rows = _grid(c, records).rows
    half = len(rows[1:]) // 2
    return Sheet(
        "",
        rows=[
            rows[0] + rows[0],
            *(a + b for a, b in zip(rows[1 : 1 + half], rows[1 + half :], strict=False)),
        ],
    )


def _wrapped(c: Writer, records: list[Record]) -> Sheet:
    """As text out of a PDF: cells parted by one blank, long ones go on below."""
    lines = [" ".join(label for label, _ in records[0])]
    for record in records:
        line = " ".join(value for _, value in record if value)
        cut = c.randrange(len(line) // 2, len(line))
        lines += [line] if c.random() < 0.5 else [line[:cut], line[cut:]]
    return Sheet("", lines=lines)


def _quoted(c: Writer, records: list[Record]) -> Sheet:
    return Sheet(
        "", lines=["{" + ", ".join(f'"{a}": "{b}"' for a, b in record) + "}" for record in records]
    )


def _two_rows(c: Writer, records: list[Record]) -> Sheet:
    """Each record over two rows of the table, heads alike."""
    width = -(-len(records[0]) // 2)
    rows = []
    for row in _grid(c, records).rows:
        filled = row + [""] * (2 * width + 2 - len(row))
        rows += [filled[: width + 1], filled[width + 1 :]]
    return Sheet("", rows=rows)


def _bullets(c: Writer, records: list[Record]) -> Sheet:
    return Sheet(
        "",
        lines=[
            line
            for record in records
            for line in (f"● {record[0][1]}", *(f"    - {a}：{b}" for a, b in record[1:]))
        ],
    )


def _slashes(c: Writer, records: list[Record]) -> Sheet:
    return Sheet("", lines=[" / ".join(value or "无" for _, value in record) for record in records])


LAYOUTS = (
    _grid, _turned, _headless, _separated, _blocks, _one_line, _cell_a_line, _items, _form, _label_above, _square, _unsigned, _markdown, _beside_one_another, _wrapped, _quoted, _two_rows, _bullets, _slashes,
)

# Papers of one kind each

TOLD, QUIET = ((Path(__file__).parent / name).read_text("utf-8").splitlines() for name in ("told.txt", "quiet.txt"))
AROUND = ("根据有关规定，现将情况公告如下：", "各有关单位、社区：", "为进一步做好工作，请认真核对。", "公示期为七天，如有异议请反映。", "附件：明细表", "特此公告。", "一、基本情况", "下一步将继续做好服务。")
TITLES = ("公示", "公告", "工作简报", "情况说明", "名单", "登记表", "附件1", "通知", "台账", "明细")


def _filled(c: Writer, written: str) -> str:
    return re.sub(r"\{([A-Z])\}", lambda found: kinds(c)[found[1]](), written.replace("\\t", "\t"))


def paper(c: Writer, written: str) -> Sheet:
    title, *lines = written.split("|")
    made = Sheet(title)
    for line in lines:
        if line.startswith("#"):
            heads, *rows = line[1:].split(";")
            rows = rows if len(rows) > 1 else rows * c.randrange(2, 7)
            made.rows = [heads.split(","), *([_filled(c, cell) for cell in row.split(",")] for row in rows)]
        else:
            made.lines.append(_filled(c, line))
    return made


def listed(c: Writer, records: list[Record]) -> Sheet:
    made = c.choice(LAYOUTS)(c, records)
    made.title = c.place() + c.choice(TITLES)
    made.lines[:0] = c.sample(AROUND, c.randrange(0, 3))
    return made


def varied(seed: int, count: int) -> Iterator[Made]:
    """Half of the papers hold something private: two of three of these a home."""
    c, formats = Writer(seed), cycle(ALL_FORMATS)
    told, quiet = (cycle(c.sample(each, len(each))) for each in (TOLD, QUIET))
    turns = cycle(("home", "home", "id", "home", "home", "mobile", "home", "home", "card"))
    for number in range(0, count, 2):
        ending, what, single = next(formats), next(turns), c.random() < 0.6
        if what != "home" and ending == "pdf":
            ending = "docx"  # columns of a made PDF run into one another
        dirty = paper(c, next(told)) if single and what == "home" else listed(c, people(c, what))
        clean = paper(c, next(quiet)) if single else listed(c, offices(c))
        yield Made(f"{number}.{ending}", ALL_FORMATS[ending](dirty), [what])
        yield Made(f"{number + 1}.{ending}", ALL_FORMATS[ending](clean))
