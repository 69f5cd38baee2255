# ruff: noqa: E501, PERF401
"""The second set: other layouts and words than those the rules were written beside."""

from collections.abc import Iterator

from tests.checks.scan.formats import Sheet
from tests.checks.scan.made import Chance, Made, _made, _private

TOWNS = ("滨江新区", "柳林镇", "安居街道", "双桥乡")
STREETS = ("人民", "中山", "学府", "迎宾", "东风", "环城西")
COURTS = ("锦绣苑", "阳光城", "金色家园", "水岸花园", "机械厂家属院", "老干部宿舍")


class Other(Chance):
    def home(self) -> str:
        return self.choice(
            [
                f"{self.choice(TOWNS)}{self.choice(STREETS)}路{self.randrange(1, 300)}号{self.choice(COURTS)}{self.randrange(1, 30)}号楼{self.randrange(1, 30)}层{self.randrange(1, 9)}号",
                f"{self.choice(COURTS)}{self.choice('ABCD')}区{self.randrange(1, 20)}-{self.randrange(1, 4)}-{self.randrange(101, 900)}",
                f"{self.choice(TOWNS)}{self.choice(['新华村', '红星村'])}{self.randrange(1, 12)}组",
                f"{self.choice(STREETS)}路{self.randrange(1, 300)}弄{self.randrange(1, 60)}号{self.randrange(101, 700)}室",
            ]
        )

    def written(self, number: str) -> str:
        parts = f"{number[:6]} {number[6:14]} {number[14:]}"
        return self.choice([number, parts, f"{number}（本人）"])


def _register(c: Chance, what: str) -> Sheet:
    """A wide table whose private column stands in the middle, headed in another way."""
    heads = {"id": "证件号码", "mobile": "手机", "card": "一卡通账号", "home": "现居住地"}
    rows = [["编号", "户主姓名", "家庭人口", heads[what], "补贴标准", "备注"]]
    for number in range(1, 15):
        rows.append(
            [
                f"A{number:03}",
                c.name(),
                str(c.randrange(1, 6)),
                _private(c, what) if number % 7 == 3 else "——",
                f"{c.money()}元/月",
                "",
            ]
        )
    return Sheet("公共租赁住房配租家庭登记表", rows=rows)


def _decision(c: Chance, what: str) -> Sheet:
    name = c.name()
    told = {
        "id": f"当事人：{name}，公民身份号码{c.written(c.identity())}。",
        "mobile": f"经查，{name}通过电话{c.mobile()}与买受人联系。",
        "card": f"退款至{name}名下尾号对应的银行账户（{c.written(c.card())}）。",
        "home": f"当事人：{name}，女，汉族，户籍所在地{c.home()}。",
    }[what]
    return Sheet(
        "行政处罚决定书",
        lines=["本机关于2026年3月立案调查。", told, "依据有关规定，决定给予警告。"],
    )


def _minutes(c: Chance, what: str) -> Sheet:
    told = {
        "id": f"附：{c.name()}\n{c.written(c.identity())}",
        "mobile": f"参会人员可与{c.name()}（{c.mobile()}）联系领取材料。",
        "card": f"劳务费请打到{c.card()}，户名{c.name()}。",
        "home": f"走访了家住{c.home()}的{c.name()}老人。"
        if c.random() < 0.3
        else f"走访困难群众{c.name()}，家住{c.home()}。",
    }[what]
    return Sheet("走访慰问情况", lines=["节前，有关负责人开展了走访。", *told.split("\n")])


def _register_hidden(c: Chance, what: str) -> Sheet:
    made = _register(c, what)
    made.hidden_column = 3
    return made


def _openings(c: Chance) -> Sheet:
    rows = [["网点", "地址", "服务时间", "电话"]]
    rows += [
        [
            f"{c.choice(COURTS)}便民服务站",
            f"{c.choice(STREETS)}路{c.randrange(1, 90)}号{c.randrange(1, 5)}栋底商",
            "9:00-17:00",
            f"0512-6{c.randrange(10**6):07}",
        ]
        for _ in range(8)
    ]
    return Sheet("便民服务网点一览", rows=rows)


def _recruitment(c: Chance) -> Sheet:
    rows = [["准考证号", "姓名", "报考岗位", "笔试成绩"]]
    rows += [
        [f"2026{c.randrange(10**8):08}", c.name(), "综合管理", f"{c.randrange(50, 95)}.5"]
        for _ in range(12)
    ]
    return Sheet("公开招聘笔试成绩", rows=rows)


def _tender(c: Chance) -> Sheet:
    return Sheet(
        "中标公告",
        lines=[
            f"项目编号：ZB2026{c.randrange(10**8):08}；预算金额：{c.randrange(10**10, 10**11)}元。",
            f"采购人：{c.choice(TOWNS)}人民政府，地址：{c.choice(STREETS)}路{c.randrange(1, 90)}号，联系人：{c.name()}，电话0512-6{c.randrange(10**6):07}。",
            f"中标人：某建设有限公司，住所：{c.choice(STREETS)}路{c.randrange(1, 90)}号{c.randrange(1, 9)}幢{c.randrange(101, 900)}室。",
            f"评审专家：{c.name()}、{c.name()}、{c.name()}。",
        ],
    )


def _answer(c: Chance) -> Sheet:
    return Sheet(
        "关于停车问题的答复",
        lines=[
            f"{c.masked()}先生/女士：您反映的{c.choice(COURTS)}{c.randrange(1, 30)}号楼前停车难问题收悉。",
            f"经核实，该处规划车位{c.randrange(10, 90)}个。{c.choice(TOWNS)}将于{c.randrange(1, 12)}月底前完成施划。",
            f"如有疑问，请拨打服务热线 0512-6{c.randrange(10**6):07} 或者到{c.choice(STREETS)}路{c.randrange(1, 90)}号政务服务中心3楼咨询。",
        ],
    )


def _stats(c: Chance) -> Sheet:
    rows = [["指标", "代码", "1-10月累计", "同比"]]
    rows += [
        ["固定资产投资", f"{c.randrange(10**15, 10**16)}", f"{c.randrange(10**6, 10**12)}", "5.2%"]
        for _ in range(6)
    ]
    return Sheet("主要经济指标", rows=rows)


# A third set. Its first measure found one home in ten; the rules were mended by it.


def _form(c: Chance, what: str) -> Sheet:
    """A form of one person, a fact on a line."""
    facts = {
        "id": f"身份证件号码：{c.identity()}",
        "mobile": f"本人手机：{c.mobile()}",
        "card": f"收款账号：{c.card()}",
        "home": f"现住址：{c.home()}",
    }
    return Sheet(
        "补贴申请表", lines=[f"申请人：{c.name()}", "性别：女", facts[what], "申请事项：补贴"]
    )


def _list(c: Chance, what: str) -> Sheet:
    """A list in a running sentence."""
    people = [f"{n}.{c.name()}（{_private(c, what)}）" for n in range(1, 5)]
    return Sheet("拟安置人员", lines=["经审核，下列人员符合条件：", "；".join(people) + "。"])


def _report(c: Chance, what: str) -> Sheet:
    name = c.name()
    told = {
        "id": f"犯罪嫌疑人{name}，{c.identity()}，被依法处理。",
        "mobile": f"快递收件人：{name} {c.mobile()}",
        "card": f"已将款项转至{name}卡（{c.card()}）。",
        "home": f"{name}户位于{c.home()}，房屋面积80平方米。",
    }[what]
    return Sheet("工作简报", lines=["一、基本情况", told, "二、下一步打算"])


def _roster(c: Chance) -> Sheet:
    rows = [["姓名", "职务", "分管工作", "办公室电话", "办公室"]]
    places = [f"行政中心{c.randrange(1, 5)}号楼{c.randrange(101, 900)}室" for _ in range(6)]
    rows += [[c.name(), "副局长", "城管", f"0512-6{c.randrange(10**6):07}", at] for at in places]
    return Sheet("领导分工", rows=rows)


def _shops(c: Chance) -> Sheet:
    rows = [["字号名称", "经营者", "经营场所", "许可证编号"]]
    for _shop in range(6):
        place = (
            f"{c.choice(STREETS)}路{c.randrange(1, 90)}号{c.randrange(1, 5)}栋{c.randrange(1, 9)}室"
        )
        rows.append(["某早餐店", c.name(), place, f"JY1420104{c.randrange(10**7):07}"])
    return Sheet("食品经营许可公告", rows=rows)


def _works(c: Chance) -> Sheet:
    return Sheet(
        "道路施工通告",
        lines=[
            f"{c.choice(STREETS)}路（{c.choice(STREETS)}路至{c.choice(STREETS)}路段）自3月1日起封闭施工。",
            f"施工单位联系电话：0512-6{c.randrange(10**6):07}，标段编号{c.randrange(10**14, 10**15)}。",
            f"途经公交站点调整到{c.choice(COURTS)}{c.randrange(1, 9)}号门。",
        ],
    )


def thirds(seed: int, count: int) -> Iterator[Made]:
    return _made(Other(seed), count, (_roster, _shops, _works), (_form, _list, _report))


# A fourth set, written after the rules stood; names with homes were mended by it afterwards.


def _compensation(c: Chance, what: str) -> Sheet:
    heads = {"id": "身份证", "mobile": "联系号码", "card": "账号", "home": "房屋坐落"}
    rows = [["被征收人", heads[what], "面积（㎡）", "补偿（万元）"]]
    rows += [[c.name(), _private(c, what), f"{c.randrange(40, 120)}.5", "60.00"] for _ in range(5)]
    return Sheet("房屋征收补偿结果", rows=rows)


def _reply(c: Chance, what: str) -> Sheet:
    told = {
        "id": f"{c.name()}同志（证件号{c.identity()}）：来信收悉。",
        "mobile": f"{c.name()}同志：来信收悉，已按您留的{c.mobile()}回电。",
        "card": f"{c.name()}同志：退款已原路退回（{c.card()}）。",
        "home": f"家住{c.home()}的居民{c.name()}反映，楼下夜间施工扰民。",
    }[what]
    return Sheet("来信答复", lines=[told, "感谢您的关心和支持。"])


def _award(c: Chance, what: str) -> Sheet:
    rows = [[str(n), c.name(), _private(c, what)] for n in range(1, 6)]
    return Sheet("好邻居名单", rows=[["序", "姓名", "备注"], *rows])


def _council(c: Chance) -> Sheet:
    lines = [
        f"{c.name()}主持会议，{c.name()}、{c.name()}出席。会议地点：行政中心1号楼{n}室。"
        for n in (301, 402)
    ]
    return Sheet("会议纪要摘编", lines=[*lines, f"会议编号{c.randrange(10**10, 10**11)}。"])


def _schools(c: Chance) -> Sheet:
    rows = [["学校", "校长", "地址", "招生电话"]]
    for n in range(1, 6):
        at = f"{c.choice(STREETS)}路{c.randrange(1, 90)}号{n}号楼"
        rows.append([f"第{n}小学", c.name(), at, f"0512-6{c.randrange(10**6):07}"])
    return Sheet("义务教育学校名录", rows=rows)


def fresh(seed: int, count: int) -> Iterator[Made]:
    return _made(Other(seed), count, (_council, _schools), (_compensation, _reply, _award))


def others(seed: int, count: int) -> Iterator[Made]:
    clean = (_openings, _recruitment, _tender, _answer, _stats)
    return _made(Other(seed), count, clean, (_register, _decision, _minutes, _register_hidden))
