# ruff: noqa: E501
"""A set written after the rule about homes stood: 38 layouts, addresses of many kinds."""

from collections.abc import Iterator

from tests.checks.scan.formats import ALL_FORMATS, Sheet
from tests.checks.scan.invented import COURTS, HEADS, STREETS, TOWNS, VILLAGES, Person, private
from tests.checks.scan.made import Made, _made
from tests.checks.scan.unseen_clean import CLEAN

TOLD = {"id": "身份证号", "mobile": "手机号", "card": "银行卡号", "home": "家住"}


def _many_columns(c: Person, what: str) -> Sheet:
    """The head stands far above, and under a second row of heads."""
    head = {**HEADS, "home": "家庭详细住址"}[what]
    rows = [
        ["序号", "乡镇", "户主", "性别", head, "人口", "发放", ""],
        ["", "", "", "", "", "", "月数", "金额"],
    ]
    for n in range(1, 60):
        masked = n % 20 != 7
        rows.append(
            [
                str(n),
                c.choice(TOWNS),
                c.masked() if masked else c.name(),
                c.choice("男女"),
                "" if masked else private(c, what),
                c.number(6),
                "3",
                f"{c.money()}",
            ]
        )
    return Sheet("2026年第三季度农村低保金发放花名册", rows=rows)


def _parts_in_columns(c: Person, what: str) -> Sheet:
    """The address over four columns, its numbers bare."""
    if what != "home":
        rows = [["姓名", "村", "组", HEADS[what]]]
        rows += [[c.name(), c.choice(VILLAGES), c.number(9), private(c, what)] for _ in range(5)]
        return Sheet("耕地地力保护补贴明细", rows=rows)
    rows = [["镇（街道）", "村（社区）", "组", "门牌号", "农户姓名", "面积（亩）"]]
    rows += [
        [
            c.choice(TOWNS),
            c.choice(VILLAGES),
            c.number(9),
            c.number(90),
            c.name(),
            f"{c.number(9)}.5",
        ]
        for _ in range(6)
    ]
    return Sheet("耕地地力保护补贴明细", rows=rows)


def _flat_in_columns(c: Person, what: str) -> Sheet:
    rows = [["小区名称", "楼栋", "单元", "房号", "承租人", "租金标准"]]
    if what != "home":
        rows[0][3] = HEADS[what]
    rows += [
        [
            c.choice(COURTS),
            f"{c.number(20)}栋",
            f"{c.number(4)}单元",
            private(c, what) if what != "home" else f"{c.number(20)}02",
            c.name(),
            "2.6",
        ]
        for _ in range(6)
    ]
    return Sheet("公租房配租结果", rows=rows)


def _without_heads(c: Person, what: str) -> Sheet:
    rows = [[str(n), c.name(), private(c, what), f"{c.money()}"] for n in range(1, 8)]
    return Sheet("附件：名单", rows=rows)


def _address_first(c: Person, what: str) -> Sheet:
    rows = [[{**HEADS, "home": "房屋地址"}[what], "鉴定等级", "产权人"]]
    rows += [[private(c, what), c.choice(["C级", "D级"]), c.name()] for _ in range(6)]
    return Sheet("危险房屋鉴定结果汇总", rows=rows)


def _vertical(c: Person, what: str) -> Sheet:
    """Facts go down, persons go right."""
    people = [c.name() for _ in range(3)]
    rows = [
        ["姓名", *people],
        ["文化程度", "小学", "初中", "高中"],
        [{**HEADS, "home": "居住地"}[what], *(private(c, what) for _ in people)],
        ["帮扶措施", "产业", "就业", "医疗"],
    ]
    return Sheet("监测对象基本情况", rows=rows)


def _card(c: Person, what: str) -> Sheet:
    """A form of four columns, label and value in turn."""
    rows = [
        ["申请人姓名", c.name(), "性别", c.choice("男女")],
        ["出生年月", "1956年3月", "民族", "汉"],
        [{**HEADS, "home": "现居住地址"}[what], private(c, what), "家庭人口", c.number(6)],
        ["申请理由", "因病致困", "审核意见", "同意"],
    ]
    return Sheet("临时救助审批表", rows=rows)


def _plain_form(c: Person, what: str) -> Sheet:
    return Sheet(
        "诉求登记",
        lines=[
            "受理日期：2026年9月2日",
            f"{ {**HEADS, 'home': '地址'}[what] }：{private(c, what)}",
            f"申请人：{c.name()}",
            "事项：要求维修排水管道",
            "办理结果：已办结",
        ],
    )


def _one_a_line(c: Person, what: str) -> Sheet:
    lines = [f"{n} {c.name()} {private(c, what)}" for n in range(1, 7)]
    return Sheet("高龄津贴新增人员", lines=lines)


def _dashes(c: Person, what: str) -> Sheet:
    lines = [f"{n}、{c.name()}——{private(c, what)}" for n in range(1, 6)]
    return Sheet("选民登记补充名单", lines=lines)


def _alternating(c: Person, what: str) -> Sheet:
    lines = [each for _ in range(4) for each in (c.name(), private(c, what))]
    return Sheet("电梯加装意见征询签名", lines=lines)


def _penalty(c: Person, what: str) -> Sheet:
    told = {"home": "住址", "id": "身份证件号码", "mobile": "联系方式", "card": "缴款账号"}[what]
    return Sheet(
        "行政处罚决定书",
        lines=[
            "示城管罚决字〔2026〕18号",
            f"被处罚人：{c.name()}，性别：男，民族：汉族，{told}：{private(c, what)}。",
            f"你于2026年5月6日在{c.choice(STREETS)}占道经营，违反了城市管理有关规定。",
            "现决定罚款人民币200元。",
        ],
    )


def _judgment(c: Person, what: str) -> Sheet:
    told = {
        "home": f"住{c.home()}",
        "id": f"公民身份号码{c.identity()}",
        "mobile": f"电话{c.mobile()}",
        "card": f"账号{c.card()}",
    }[what]
    return Sheet(
        "行政复议决定书",
        lines=[
            f"申请人{c.name()}，女，1968年4月5日出生，汉族，{told}。",
            "被申请人某区人民政府。",
            "申请人不服被申请人作出的答复，申请行政复议。",
        ],
    )


def _inverted(c: Person, what: str) -> Sheet:
    told = {
        "home": c.choice(
            [
                f"在{c.home()}，工作人员见到了独居的{c.name()}老人。",
                f"{c.home()}住着一位退役军人，名叫{c.name()}。",
                f"{c.home()}的居民{c.name()}高兴地说，路灯终于亮了。",
                f"记者来到{c.name()}位于{c.home()}的家中。",
            ]
        ),
        "id": f"{c.identity()}系{c.name()}的证件号。",
        "mobile": f"{c.mobile()}是{c.name()}的手机。",
        "card": f"{c.card()}为{c.name()}领取补贴的银行卡。",
    }[what]
    return Sheet(
        "暖心故事", lines=["冬日里，社区干部走进千家万户。", told, "下一步，将继续做好服务。"]
    )


def _letter(c: Person, what: str) -> Sheet:
    told = {
        "home": f"您关于{c.home()}房屋漏水的来信收悉",
        "id": f"您（身份证{c.identity()}）的来信收悉",
        "mobile": f"您通过{c.mobile()}的来电收悉",
        "card": f"您反映补贴未到{c.card()}账户的来信收悉",
    }[what]
    return Sheet(
        "关于反映问题的答复",
        lines=[f"{c.name()}：", f"　　{told}，现答复如下：经查，已安排维修。", "某街道办事处"],
    )


def _moved(c: Person, what: str) -> Sheet:
    told = {
        "home": f"现已搬至{c.home()}居住",
        "id": f"证件号码为{c.identity()}",
        "mobile": f"可拨打{c.mobile()}联系",
        "card": f"补偿款打入{c.card()}",
    }[what]
    return Sheet(
        "拆迁安置情况说明",
        lines=[
            f"经核实，被安置人{c.name()}一户四口人，原房屋已于2024年拆除，{told}。",
            "特此说明。",
        ],
    )


def _numbered_sentence(c: Person, what: str) -> Sheet:
    told = "；".join(f"（{n}）{c.name()}，{private(c, what)}" for n in range(1, 5))
    return Sheet(
        "拟享受住房租赁补贴家庭",
        lines=["经审核，以下家庭符合条件，现予公示。", told + "。", "公示期5个工作日。"],
    )


def _address_then_name(c: Person, what: str) -> Sheet:
    told = "、".join(f"{private(c, what)}（{c.name()}）" for _ in range(4))
    return Sheet("楼道堆物清理台账", lines=[f"本周清理的有：{told}。"])


def _over_lines(c: Person, what: str) -> Sheet:
    home = c.home()
    cut = max(2, len(home) // 2)
    value = [home[:cut], "　　　　" + home[cut:]] if what == "home" else [private(c, what)]
    return Sheet(
        "特困人员供养认定",
        lines=[
            f"姓    名：{c.name()}",
            "性    别：男",
            f"{ {**HEADS, 'home': '户籍地址'}[what] }：{value[0]}",
            *value[1:],
            "供养方式：分散供养",
        ],
    )


def _remarks(c: Person, what: str) -> Sheet:
    rows = [["姓名", "补助类别", "金额", "备注"]]
    rows += [
        [c.name(), "临时救助", str(c.money()), private(c, what) if n == 2 else ""] for n in range(6)
    ]
    return Sheet("救助明细", rows=rows)


def _several_names(c: Person, what: str) -> Sheet:
    rows = [["户主及家庭成员", {**HEADS, "home": "所在村组"}[what], "安置面积"]]
    rows += [[f"{c.name()}、{c.name()}、{c.name()}", private(c, what), "120㎡"] for _ in range(4)]
    return Sheet("集中安置分房结果", rows=rows)


def _estate_right(c: Person, what: str) -> Sheet:
    rows = [["权利人", "不动产权证号", {**HEADS, "home": "坐落"}[what], "用途"]]
    rows += [
        [c.name(), f"鄂（2026）某市不动产权第{c.randrange(10**6):07}号", private(c, what), "住宅"]
        for _ in range(4)
    ]
    return Sheet("不动产权证书作废公告", rows=rows)


def _sub_headed(c: Person, what: str) -> Sheet:
    """A sub-heading across the table between the heads and the row."""
    rows = [["姓名", {**HEADS, "home": "地址"}[what], "残疾等级"]]
    for town in TOWNS[:3]:
        rows.append([town, "", ""])
        rows += [[c.name(), private(c, what), c.choice(["一级", "二级"])] for _ in range(3)]
    return Sheet("重度残疾人护理补贴", rows=rows)


def _visited(c: Person, what: str) -> Sheet:
    told = {
        "home": f"来到{c.home()}{c.name()}家中",
        "id": f"核对了{c.name()}的证件{c.identity()}",
        "mobile": f"加了{c.name()}的微信{c.mobile()}",
        "card": f"向{c.name()}（{c.card()}）转账500元",
    }[what]
    return Sheet("工作动态", lines=[f"10月9日，社区书记一行{told}，送上米面油等慰问品。"])


DIRTY = (
    _many_columns, _parts_in_columns, _flat_in_columns, _without_heads, _address_first, _vertical, _card, _plain_form,
    _one_a_line, _dashes, _alternating, _penalty, _judgment, _inverted, _letter, _moved, _numbered_sentence,
    _address_then_name, _over_lines, _remarks, _several_names, _estate_right, _sub_headed, _visited,
)  # fmt: skip


def unseen(seed: int, count: int) -> Iterator[Made]:
    """Two of three files with private data hold a home."""
    kinds = ("home", "id", "home", "mobile", "home", "card", "home", "home", "home")
    return _made(Person(seed), count, CLEAN, DIRTY, kinds, ALL_FORMATS)
