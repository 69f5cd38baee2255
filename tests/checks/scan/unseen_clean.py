# ruff: noqa: E501
"""The clean papers of the set `unseen`: places of work, sites, companies, masked lists."""

from tests.checks.scan.formats import Sheet
from tests.checks.scan.invented import COURTS, STREETS, TOWNS, VILLAGES, Person


def _tel(c: Person) -> str:
    return f"0816-{c.randrange(2 * 10**6, 9 * 10**6)}"


def _bureaus(c: Person) -> Sheet:
    rows = [["部门", "主要负责人", "地址", "电话", "邮编"]]
    rows += [
        [f"区{each}局", c.name(), f"{c.house()}", _tel(c), "621000"]
        for each in ("教育", "民政", "水务", "统计")
    ]
    return Sheet("政府部门通讯录", rows=rows)


def _service(c: Person) -> Sheet:
    return Sheet(
        "便民服务大厅",
        lines=[
            f"办公地址：{c.house()}（政务服务中心二楼）",
            "办公时间：工作日9:00—17:00",
            f"联系人：{c.name()}",
            f"联系电话：{_tel(c)}",
        ],
    )


def _sites(c: Person) -> Sheet:
    rows = [["项目名称", "建设单位", "建设地点", "项目负责人", "总投资（万元）"]]
    rows += [
        [
            f"{c.choice(COURTS)}供水管网改造",
            "某水务有限公司",
            f"{c.choice(TOWNS)}{c.choice(VILLAGES)}{c.number(9)}组",
            c.name(),
            str(c.money()),
        ]
        for _ in range(5)
    ]
    return Sheet("重大建设项目清单", rows=rows)


def _companies(c: Person) -> Sheet:
    rows = [["企业名称", "法定代表人", "住所", "统一社会信用代码", "许可内容"]]
    rows += [
        [
            f"绵阳{c.choice(['鑫源', '恒通', '川味'])}{c.choice(['商贸', '餐饮', '建筑'])}有限公司",
            c.name(),
            c.flat(),
            f"9151070{c.randrange(10**10):010}X",
            "准予许可",
        ]
        for _ in range(5)
    ]
    return Sheet("行政许可公示", rows=rows)


def _permit(c: Person) -> Sheet:
    return Sheet(
        "准予行政许可决定书",
        lines=[
            f"申请单位：某某{c.choice(['酒店', '药房', '幼儿园'])}有限公司",
            f"法定代表人：{c.name()}",
            f"住所：{c.flat()}",
            f"经营场所：{c.house()}",
            "经审查，你单位的申请符合法定条件，决定准予许可。",
        ],
    )


def _penalty_shop(c: Person) -> Sheet:
    return Sheet(
        "行政处罚公示",
        lines=[
            f"当事人：某区老字号{c.choice(['餐馆', '便利店', '理发店'])}，经营者：{c.name()}，经营场所：{c.house()}。",
            "2026年6月3日，执法人员检查时发现当事人未亮证经营。",
            "决定给予警告。",
        ],
    )


def _objection(c: Person) -> Sheet:
    rows = [["拟奖补单位", "负责人", "所在地", "奖补金额（万元）"]]
    rows += [
        [
            f"{c.choice(VILLAGES)}种植专业合作社",
            c.name(),
            f"{c.choice(TOWNS)}{c.choice(VILLAGES)}{c.number(9)}组",
            c.number(50),
        ]
        for _ in range(5)
    ]
    return Sheet(
        "拟奖补对象公示",
        lines=[
            f"公示期间如有异议，请向某区农业农村局反映，地址：{c.house()}，联系人：{c.name()}，电话：{_tel(c)}。"
        ],
        rows=rows,
    )


def _masked_list(c: Person) -> Sheet:
    rows = [["姓名", "家庭住址", "救助金额"]]
    rows += [
        [c.masked(), c.choice((c.flat, c.country, c.estate))(), str(c.money())] for _ in range(8)
    ]
    return Sheet("临时救助公示", rows=rows)


def _townships(c: Person) -> Sheet:
    rows = [["姓名", "性别", "住址", "补贴"]]
    rows += [
        [c.name(), c.choice("男女"), f"{c.choice(TOWNS)}{c.choice(VILLAGES)}", "150"]
        for _ in range(8)
    ]
    return Sheet("高龄津贴发放公示", rows=rows)


def _closed(c: Person) -> Sheet:
    street = c.choice(STREETS)
    return Sheet(
        "停水通知",
        lines=[
            f"因管网维修，{street}{c.number(90)}号至{c.number(300)}号、{c.choice(COURTS)}{c.number(9)}栋、{c.number(9)}栋停水。",
            f"抢修负责人：{c.name()}，服务电话：{_tel(c)}。",
        ],
    )


def _meeting(c: Person) -> Sheet:
    return Sheet(
        "听证会公告",
        lines=[
            f"听证主持人：{c.name()}；听证时间：2026年12月1日。",
            f"听证地点：{c.house()}{c.number(9)}楼会议室。",
            f"报名地址：{c.house()}，联系人{c.name()}。",
        ],
    )


def _clinics(c: Person) -> Sheet:
    rows = [["机构名称", "执业地址", "主要负责人", "诊疗科目"]]
    rows += [
        [
            f"{c.choice(VILLAGES)}卫生室",
            f"{c.choice(TOWNS)}{c.choice(VILLAGES)}{c.number(9)}组",
            c.name(),
            "全科医疗科",
        ]
        for _ in range(5)
    ]
    return Sheet("医疗机构校验结果", rows=rows)


def _repairs(c: Person) -> Sheet:
    rows = [["地点", "问题", "责任人", "整改时限"]]
    rows += [
        [
            f"{c.choice(COURTS)}{c.number(20)}栋{c.number(4)}单元",
            c.choice(["管道破损", "路灯不亮", "堆物"]),
            c.name(),
            "11月底",
        ]
        for _ in range(6)
    ]
    return Sheet("问题整改清单", rows=rows)


def _leaders(c: Person) -> Sheet:
    lines = [
        f"{c.name()}，区政府办公室主任，办公地址：{c.house()}行政中心{c.number(9)}楼{c.number(9)}05室。"
        for _ in range(3)
    ]
    return Sheet("领导信息", lines=lines)


CLEAN = (
    _bureaus, _service, _sites, _companies, _permit, _penalty_shop, _objection, _masked_list, _townships, _closed, _meeting, _clinics,
    _repairs, _leaders,
)  # fmt: skip
