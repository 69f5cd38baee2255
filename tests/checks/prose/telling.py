"""Reports made up at random whose prose tells their own figures, in the ways officials write.

A template names its figures in braces; `{received}` is written as digits, `{received:cn}` in
Chinese numerals. `speaks` names the rule that must speak when one of its figures is changed.
"""

import random
from dataclasses import dataclass

import cn2an

from gongkai.checks.examples import ReportExample
from gongkai.checks.prose_examples import ProseExample

YEAR = 2024
OUTCOMES = [
    "granted",
    "partly_granted",
    "refused_state_secret",
    "refused_third_party",
    "refused_internal_affairs",
    "refused_enforcement_file",
    "refused_administrative_inquiry",
    "unavailable_not_held",
    "unavailable_must_be_created",
    "not_processed_petition",
    "not_processed_repeated",
    "other_not_corrected",
    "other_other",
]
COLUMNS = ("natural_person", "business", "legal_service")


class Figure(float):
    """A number that a template writes as digits, or in Chinese numerals with `:cn`."""

    def __format__(self, spec):
        whole = int(self) if self == int(self) else None
        if spec == "cn" and whole is not None:
            written = str(cn2an.an2cn(whole))
            return written.removeprefix("一") if whole in range(10, 20) else written
        if spec == "comma" and whole is not None:
            return f"{whole:,}"
        return str(whole) if whole is not None else f"{float(self):g}"


@dataclass(frozen=True)
class Template:
    speaks: str
    section: str
    text: str
    changes: tuple[str, ...]


def of(speaks, section, text, *changes):
    return Template(speaks, section, text, changes)


N01_REQUESTS = [
    ("2024年，我局共收到政府信息公开申请{received}件。", "received"),
    ("全年收到依申请公开{received}件。", "received"),
    ("本年度新收政府信息公开申请{received}件，上年结转{carried_in}件。", "received", "carried_in"),
    ("今年以来，共接收政府信息公开申请{received}件，办结{handled}件。", "received", "handled"),
    ("受理政府信息公开申请{received:cn}件。", "received"),
    (
        "收到{received}件政府信息公开申请，结转下年度继续办理{carried_out}件。",
        "received",
        "carried_out",
    ),
    ("我局受理的依申请公开共计{received}件，已答复{handled}件。", "received", "handled"),
    (
        "（二）依申请公开。坚持依法答复。全年共收到{received}件，答复{handled}件。",
        "received",
        "handled",
    ),
    ("答复政府信息公开申请{handled}件。", "handled"),
    (
        "2024年办结政府信息公开申请 {handled} 件，转入下年度办理 {carried_out} 件。",
        "handled",
        "carried_out",
    ),
    (
        "收到申请人提交的政府信息公开申请{received}件（含自然人{natural}件）。",
        "received",
        "natural",
    ),
    (
        (
            "收到政府信息公开申请{received}件，其中自然人申请{natural}件，商业企业申请{business}件，"
            "法律服务机构申请{legal}件。"
        ),
        "received",
        "natural",
        "business",
        "legal",
    ),
    (
        "全年新收政府信息公开申请{received}件，涉及自然人{natural}件、法人或其他组织{organisations}件。",
        "received",
        "natural",
        "organisations",
    ),
    ("答复的政府信息公开申请中，予以公开{granted}件。", "granted"),
    (
        (
            "政府信息公开申请答复结果：予以公开{granted}件，部分公开{partly}件，不予公开{refused}件，"
            "无法提供{unavailable}件，不予处理{not_processed}件，其他处理{other}件。"
        ),
        "granted",
        "partly",
        "refused",
        "unavailable",
        "not_processed",
        "other",
    ),
    (
        "办结的申请中，{granted}件予以公开，{partly}件部分公开，{refused}件不予公开，{unavailable}件无法提供。",
        "granted",
        "partly",
        "refused",
        "unavailable",
    ),
    ("不予公开{refused}件，其中属于国家秘密{secret}件。", "refused", "secret"),
    (
        "因本机关不掌握相关政府信息无法提供{not_held}件，没有现成信息需要另行制作{must_create}件。",
        "not_held",
        "must_create",
    ),
    ("重复申请{repeated}件，信访举报投诉类申请{petition}件。", "repeated", "petition"),
    (
        (
            "保护第三方合法权益{third}件，属于三类内部事务信息{internal}件，属于行政执法案卷{file}件，"
            "属于行政查询事项{inquiry}件。"
        ),
        "third",
        "internal",
        "file",
        "inquiry",
    ),
    ("申请人无正当理由逾期不补正{late}件。", "late"),
    (
        "上年结转政府信息公开申请{carried_in}件，结转至下年度{carried_out}件。",
        "carried_in",
        "carried_out",
    ),
    ("依申请公开件数为{received}件。", "received"),
    (
        "政府信息公开申请数量{received}件，同意公开答复{granted}件，部分公开答复{partly}件。",
        "granted",
        "partly",
    ),
]
N01_OTHER = [
    (
        "remedies",
        "因政府信息公开被申请行政复议{recon}件，其中维持{upheld}件、纠正{corrected}件、尚未审结{pending}件。",
        "recon",
        "upheld",
        "corrected",
        "pending",
    ),
    (
        "remedies",
        "2024年，发生政府信息公开行政复议{recon}件，行政诉讼{suits}件。",
        "recon",
        "suits",
    ),
    (
        "overview",
        "因政府信息公开引发的行政复议案件{recon}件、行政诉讼案件{suits}件。",
        "recon",
        "suits",
    ),
    ("remedies", "未经复议直接起诉{direct}件，复议后起诉{after}件。", "direct", "after"),
    ("remedies", "政府信息公开行政诉讼共{suits:cn}起。", "suits"),
    ("overview", "有{recon}件涉及政府信息公开的行政复议。", "recon"),
    (
        "proactive",
        "本年制发行政规范性文件{issued}件，废止{repealed}件，现行有效{in_force}件。",
        "issued",
        "repealed",
        "in_force",
    ),
    (
        "overview",
        "全年印发规范性文件{issued}件，现行有效的规范性文件共{in_force}件。",
        "issued",
        "in_force",
    ),
    ("proactive", "经清理，废止行政规范性文件{repealed}件。", "repealed"),
    (
        "proactive",
        "作出行政许可决定{permits}件，作出行政处罚决定{penalties}件。",
        "permits",
        "penalties",
    ),
    ("proactive", "全年实施行政强制{coercive}件。", "coercive"),
    ("proactive", "本年行政事业性收费金额{fees}万元。", "fees"),
]
N02 = [
    (
        "全年发布信息{whole}条，其中政务动态{part1}条、通知公告{part2}条、政策文件{part3}条。",
        "part1",
        "part2",
    ),
    (
        "网站全年更新信息{whole}条（要闻{part1}条、公告{part2}条、专题{part3}条）。",
        "whole",
        "part3",
    ),
    (
        "组织各类培训{whole}次，包括专题培训{part1}次、跟班学习{part2}次、集中测试{part3}次。",
        "part1",
        "whole",
    ),
    (
        "刊登稿件{whole:comma}篇，其中一版、二版、三版分别为{part1}篇、{part2}篇、{part3}篇。",
        "part2",
    ),
    ("张贴公告{part1}条，张贴通知{part2}条，张贴简报{part3}条，共计{whole}条。", "whole"),
    ("收到网民诉求{whole}件。A类{part1}件，B类{part2}件，C类{part3}件。", "part1", "part3"),
    ("推送消息{whole}条：图文{part1}条，视频{part2}条，长图{part3}条。", "whole"),
    (
        "接待来访群众{whole}人，其中窗口接待{part1}人、现场接待{part2}人、预约接待{part3}人。",
        "part1",
    ),
]
N03 = [
    ("全年发布信息{whole}条，其中政务动态{part1}条，占{share}%。", "share"),
    ("处理诉求{whole}件，办结{part1}件，办结率{share}%。", "share"),
    ("发出问卷{whole}份，其中有效问卷{part1}份，占比{share}%。", "share"),
    ("登记住户{part1}户（总数{whole}户），登记率{share}%。", "share"),
    ("接待群众{now}人，比上年的{then}人{way}{change}%。", "change"),
    ("接待群众{now}人，较上年{way}{difference}人，{way}{change}%。", "change"),
]
N03_BEFORE = [
    ("收到政府信息公开申请{received}件，较上年{way}{difference}件。", "difference"),
    ("收到政府信息公开申请{received}件，同比{way}{change}%。", "change"),
]
N05 = [
    ("requests", "received", "2024年，我局未收到政府信息公开申请。"),
    ("overview", "received", "全年无依申请公开事项。"),
    ("overview", "received", "本年度没有收到公民、法人或其他组织的政府信息公开申请。"),
    ("remedies", "recon", "本年度未发生因政府信息公开引起的行政复议。"),
    ("remedies", "suits", "2024年，我局没有关于政府信息公开的行政诉讼情况。"),
    ("remedies", "recon", "无因政府信息公开工作被申请行政复议、提起行政诉讼情况。"),
    ("proactive", "issued", "本年度未制定规章、行政规范性文件。"),
    ("proactive", "penalties", "本年度未作出行政处罚、行政强制决定。"),
    ("requests", "carried_in", "本年度无上年结转申请。"),
    ("requests", "carried_out", "全年收到政府信息公开申请{received}件，均已办结。"),
    ("requests", "carried_out", "全年收到政府信息公开申请{received}件，办结率100%。"),
    ("remedies", "corrected", "政府信息公开行政复议零纠错。"),
]
N08 = [
    ("全年共主动公开政府信息{whole}条。", "2024年，我局主动公开政府信息{whole}条。"),
    ("2024年，全局共发布政策解读{whole}篇。", "全年共发布政策解读{whole}篇。"),
    ("全年制发行政规范性文件{issued}件。", "本年度制发行政规范性文件{issued}件。"),
]
TEMPLATES = (
    *(of("N01", "requests", text, *changes) for text, *changes in N01_REQUESTS),
    *(of("N01", section, text, *changes) for section, text, *changes in N01_OTHER),
    *(of("N02", "overview", text, *changes) for text, *changes in N02),
    *(of("N03", "overview", text, *changes) for text, *changes in (*N03, *N03_BEFORE)),
)
ORDINARY = (
    "根据《2023年政务公开工作要点》和国办公开办函〔2021〕30号文件，完善公开指南。",
    "12345热线受理群众来电{whole}个，满意率99.2%。",
    "公开2023年度部门决算和2025年部门预算，办理人大代表建议{part1}件、政协提案{part2}件。",
    "微信公众号关注人数{whole}人，阅读量达3.2万次，较上年增长12.5%。",
    "召开会议3次，举办培训2次，参训近120人次，第十五届人大六次会议173号建议按时答复。",
    "联系地址：青禾路12号，邮编：430000，电话：027-88100001。",
    "2025年，我局将进一步加强业务培训，力争全年培训4次以上。",
    "动态更新公开目录，24小时自助终端全年运行，网站可用率达100%。",
)


def figures(rng):
    """A random table that adds up, as paths; and the same figures by the names of templates."""
    cells, totals = {}, {}
    for row in OUTCOMES:
        split = [rng.randint(1, 9) for _ in COLUMNS]
        cells |= {f"requests.{row}.{c}": n for c, n in zip(COLUMNS, split, strict=True)}
        totals[row] = sum(split)
        cells[f"requests.{row}.total"] = sum(split)
    handled = [sum(cells[f"requests.{row}.{c}"] for row in OUTCOMES) for c in COLUMNS]
    moved = {"carried_in": [2, 1, 0], "carried_out": [1, 1, 0], "handled_total": handled}
    moved["received"] = [
        h + out - came
        for h, out, came in zip(handled, moved["carried_out"], moved["carried_in"], strict=True)
    ]
    for row, split in moved.items():
        cells |= {f"requests.{row}.{c}": n for c, n in zip(COLUMNS, split, strict=True)}
        cells[f"requests.{row}.total"] = totals[row] = sum(split)
    return cells | _others(rng), totals, moved["received"]


def _others(rng):
    found = {}
    for block in ("reconsideration", "litigation_direct", "litigation_after_reconsideration"):
        split = {
            result: rng.randint(1, 9) for result in ("upheld", "corrected", "other", "pending")
        }
        found |= {f"remedies.{block}.{result}": n for result, n in split.items()}
        found[f"remedies.{block}.total"] = sum(split.values())
    documents = {
        "issued": rng.randint(2, 20),
        "repealed": rng.randint(2, 9),
        "in_force": rng.randint(50, 90),
    }
    found |= {f"proactive.normative_documents.{c}": n for c, n in documents.items()}
    found |= {
        f"proactive.{row}": rng.randint(11, 900)
        for row in ("permits", "penalties", "coercive_measures")
    }
    return found | {"proactive.fees": round(rng.uniform(1, 5000), 2)}


def names(cells, totals, received, rng):
    """The figures by the names that templates use."""
    block = "remedies.reconsideration"
    part1, part2, part3 = (rng.randint(30, 90) for _ in range(3))
    then = rng.randint(40, 90)
    now = then + rng.choice((-11, 13))
    return {
        "received": sum(received),
        "natural": received[0],
        "business": received[1],
        "legal": received[2],
        "organisations": received[1] + received[2],
        "handled": totals["handled_total"],
        "carried_in": totals["carried_in"],
        "carried_out": totals["carried_out"],
        "granted": totals["granted"],
        "partly": totals["partly_granted"],
        "secret": totals["refused_state_secret"],
        "third": totals["refused_third_party"],
        "internal": totals["refused_internal_affairs"],
        "file": totals["refused_enforcement_file"],
        "inquiry": totals["refused_administrative_inquiry"],
        "not_held": totals["unavailable_not_held"],
        "must_create": totals["unavailable_must_be_created"],
        "petition": totals["not_processed_petition"],
        "repeated": totals["not_processed_repeated"],
        "late": totals["other_not_corrected"],
        **{
            group: sum(n for row, n in totals.items() if row.startswith(f"{group}_"))
            for group in ("refused", "unavailable", "not_processed", "other")
        },
        "recon": cells[f"{block}.total"],
        "upheld": cells[f"{block}.upheld"],
        "corrected": cells[f"{block}.corrected"],
        "pending": cells[f"{block}.pending"],
        "direct": cells["remedies.litigation_direct.total"],
        "after": cells["remedies.litigation_after_reconsideration.total"],
        "suits": cells["remedies.litigation_direct.total"]
        + cells["remedies.litigation_after_reconsideration.total"],
        **{
            c: cells[f"proactive.normative_documents.{c}"]
            for c in ("issued", "repealed", "in_force")
        },
        "permits": cells["proactive.permits"],
        "penalties": cells["proactive.penalties"],
        "coercive": cells["proactive.coercive_measures"],
        "fees": cells["proactive.fees"],
        "part1": part1,
        "part2": part2,
        "part3": part3,
        "whole": part1 + part2 + part3,
        "share": round(100 * part1 / (part1 + part2 + part3), 2),
        "then": then,
        "now": now,
        "difference": abs(now - then),
        "change": round(100 * abs(now - then) / then, 1),
        "way": "增加" if now > then else "减少",
    }


@dataclass(frozen=True)
class Told:
    """A random report's figures, before and after their names."""

    cells: dict
    named: dict
    before: dict | None = None

    def say(self, text, **changed):
        values = {
            name: Figure(value) if not isinstance(value, str) else value
            for name, value in {**self.named, **changed}.items()
        }
        return text.format(**values)

    def report(self, prose):
        return ProseExample(
            report=ReportExample(figures=self.cells, prose=prose, year=YEAR),
            before=None
            if self.before is None
            else ReportExample(figures=self.before, year=YEAR - 1),
        ).build()


def told(seed):
    rng = random.Random(seed)
    cells, totals, received = figures(rng)
    named = names(cells, totals, received, rng)
    return Told(cells, named)


def told_with_last_year(seed):
    """The same with last year's report, whose applications changed as the templates say."""
    made = told(seed)
    now = made.named["received"]
    then = max(1, now + random.Random(seed).choice((-7, 9)))
    change = {
        "difference": abs(now - then),
        "change": round(100 * abs(now - then) / then, 1),
        "way": "增加" if now > then else "减少",
    }
    return Told(made.cells, made.named | change, {"requests.received": then})
