"""docs/checks: one page a rule with its examples and the message it gives, and their index."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from docs_tables import page, table

from gongkai.checks.catalogue import EVERY
from gongkai.checks.examples import AreaExample, ReportExample, YearsExample
from gongkai.checks.letter_examples import LetterExample
from gongkai.checks.naming import PARTS, TABLES, cell_name, column_name, row_name
from gongkai.checks.prose_examples import ProseExample
from gongkai.checks.published import PublicationExample
from gongkai.checks.request_examples import CaseExample
from gongkai.checks.rule import Rule
from gongkai.law.request.details import Answered, CorrectionAsked, Extended
from gongkai.law.request.receipt import Receipt
from gongkai.reports.model.statement import CellState, State
from gongkai.statute.forms import form

LETTERS = {
    "A": "表内勾稽",
    "C": "完整",
    "L": "格式",
    "N": "正文与表格",
    "Y": "年度之间",
    "P": "不得公开的内容",
    "T": "文字",
    "J": "常理",
    "R": "全区",
    "Q": "申请的办理",
    "X": "公布前扫描",
    "W": "答复文书",
}
CHANGED = "都是在一份格式完整、数据相符的报告里改动以下内容。"
OPENINGS = {
    "Q": "逐项列出经过。",
    "X": "拟公布的内容如下。",
    "W": "都是在一件没有问题的文书里改动以下内容。",
}
LEVELS = {"error": "错误", "warning": "疑问", "note": "提示"}
STATES = {
    State.BLANK: "空白",
    State.PLACEHOLDER: "画横线",
    State.WORDS: "印作",
    State.INVALID: "印作",
    State.MISSING_CELL: "缺格",
    State.MISSING_ROW: "缺",
    State.MISSING_COLUMN: "缺列",
    State.AMBIGUOUS: "格数不符",
    State.NOT_IN_FORM: "没有单列",
    State.SOLVED: "由和推出",
}
PARTS_OF = {
    "preamble": "前言",
    "annex": "附件",
    **{key: name.zh.partition("“")[0] for key, name in PARTS.items()},
}
LEGEND = (
    "**错误**：报告确有不符；**疑问**：多半有误，由人判断；**提示**：值得知道，或者差异本身说得通。"
    "单条结果可以比规则的级别轻。人的判断记在报告旁的 `文件名.verdicts.toml` 里。"
)


def pages() -> dict[Path, str]:
    return {
        Path("checks/index.md"): index(),
        **{Path(f"checks/{rule.id}.md"): rule_page(rule) for rule in EVERY},
    }


def index() -> str:
    parts = [LEGEND]
    for letter, name in LETTERS.items():
        rows = [
            (f"[{rule.id}]({rule.id}.md)", LEVELS[rule.severity], rule.title.zh, str(rule.source))
            for rule in EVERY
            if rule.id[0] == letter
        ]
        parts += [f"## {letter} {name}", table(("编号", "级别", "要求", "依据"), rows)]
    return page(
        "检查规则", "`gongkai check` 检查年度报告的规则，以及公布信息前扫描的规则。", *parts
    )


def rule_page(rule: Rule[Any]) -> str:
    source = f"[{rule.source}]({rule.source.link})" if rule.source.link else str(rule.source)
    about = [f"**级别** {LEVELS[rule.severity]}", f"**依据** {source}：{rule.source.gist}"]
    if rule.since or rule.until:
        about.append(f"**适用** {rule.since or ''}–{rule.until or ''} 年格式")
    about.append(f"**处理** {rule.mend.zh}")
    about.append(f"**代码** `{rule.file.replace('.', '/')}.py`")
    return page(
        f"{rule.id} {rule.title.zh}",
        rule.why,
        "  \n".join(about),
        "## 不通过的例子",
        OPENINGS.get(rule.id[0], CHANGED),
        *(_failing(rule, example) for example in rule.fails),
        "## 通过的例子",
        *(_listed(example) for example in rule.passes),
    )


def _failing(rule: Rule[Any], example: Any) -> str:
    findings = list(rule.judge(example.build()))
    said = [f"> {LEVELS[f.severity or rule.severity]}：{f.zh}" for f in findings]
    return "\n".join([_listed(example), "", "  \n".join(said)])


def _listed(example: Any) -> str:
    """An example as one item of a list."""
    first, *rest = told(example)
    return "\n".join([f"- {first}", *(f"  - {line}" for line in rest)])


def told(example: Any) -> Iterator[str]:
    """What an example changes in a report that is in order, line by line."""
    match example:
        case ReportExample():
            yield from list(_report(example)) or ["格式完整、数据相符的报告"]
        case ProseExample():
            yield from _report(example.report)
            if example.before:
                yield from (f"上一年度：{line}" for line in _report(example.before))
        case YearsExample():
            yield from (f"上一年度：{line}" for line in told(example.before))
            yield from (f"本年度：{line}" for line in told(example.report))
        case CaseExample():
            yield from _case(example)
        case PublicationExample():
            yield from _publication(example)
        case LetterExample():
            yield from _letter(example)
        case AreaExample():
            yield from _area(example)


def _area(example: AreaExample) -> Iterator[str]:
    for body in example.bodies:
        day = f"，{body.published_on} 公布" if body.published_on else ""
        yield f"名单：{body.name}{day}"
    for report in example.reports:
        yield f"报告：{report.body}" + "".join(f"；{line}" for line in _figures(report))


def _case(example: CaseExample) -> Iterator[str]:
    """What happened, entry by entry, and the day on which it is judged."""
    case = example.build()
    for entry in case.record:
        yield f"{entry.on} {entry.act.value}{_details(entry.details)}"
    if example.searches:
        yield f"在案检索记录 {example.searches} 次"
    yield f"{example.today} 核对"


def _details(found: Any) -> str:
    match found:
        case Answered(kind=kind):
            return f"（{kind.value}）"
        case Extended(days=days, approved_by_head=approved, applicant_told=told_of):
            lacking = ("" if approved else "，未经同意") + ("" if told_of else "，未告知申请人")
            return f"（{days} 个工作日{lacking}）"
        case CorrectionAsked(until=until):
            return f"（{until} 前）" if until else "（没有写期限）"
        case Receipt(channel=channel, contacted_on=contacted):
            return f"（{channel.value}" + (f"，{contacted} 联系）" if contacted else "）")
    return ""


def _publication(example: PublicationExample) -> Iterator[str]:
    yield f"正文：{_one_line(example.text)}"
    yield from (f"附件“{name}”：{_one_line(text or '')}" for name, text in example.attachments)
    yield from (f"链接 {address}：{why}" for address, why in example.links.items())
    if example.metadata:
        told = example.metadata
        yield f"名称“{told.title}”，概述“{told.summary}”，主题“{told.subject}”"


def _letter(example: LetterExample) -> Iterator[str]:
    way = "，网上送达" if example.online else ""
    yield f"{example.kind.value if example.kind else example.code}，{example.on} 作出{way}"
    yield from (f"正文：{line}" for line in example.lines)
    for old, new in example.replaced.items():
        yield f"“{_one_line(old)}”改为“{_one_line(new)}”" if new else f"删去“{_one_line(old)}”"


def _report(example: ReportExample) -> Iterator[str]:
    yield from _figures(example)
    for path, state in example.states.items():
        known = state if isinstance(state, CellState) else CellState(state)
        printed = f"“{known.printed}”" if known.printed else ""
        yield f"{_named(example, path)}：{STATES[known.state]}{printed}"
    for part, text in example.prose.items():
        yield f"{PARTS_OF[part]}：{_one_line(text)}"
    if example.sections is not None:
        numbers = [f"{s.number or ''}、{s.title}" for s in example.sections]
        yield "章：" + ("；".join(numbers) or "无")
    for label in example.labels:
        yield f"行名“{_one_line(label.printed)}”（格式为“{label.form}”）"
    for row in example.extra_rows:
        yield f"另有一行“{row.label}”"
    yield from _plain(example)


def _figures(example: ReportExample) -> Iterator[str]:
    for path, value in example.figures.items():
        yield f"{_named(example, path)} {value}"


def _named(example: ReportExample, path: str) -> str:
    """A cell, row or column as people call it."""
    own = form(example.form_id or "2021")
    if path in own.cells:
        return cell_name(own, path).zh
    if ".*." in path:
        return f"{column_name(own, path).zh}列"
    return f"{row_name(own, path).zh}行" if "." in path else TABLES[path].zh


PLAIN = {
    "form_id": "格式",
    "body": "机关",
    "year": "年度",
    "title": "标题",
    "signature": "落款",
    "issued_on": "成文日期",
    "published_on": "公布日期",
    "body_kind": "机关类别",
    "fees_unit": "金额单位",
    "source": "来源",
    "hidden": "隐藏的文字",
    "attachment": "附件",
    "scope": "口径",
}


def _plain(example: ReportExample) -> Iterator[str]:
    usual = ReportExample()
    assert is_dataclass(example)
    for field in fields(example):
        value = getattr(example, field.name)
        if field.name in PLAIN and value != getattr(usual, field.name):
            yield f"{PLAIN[field.name]}：{_one_line(str(value)) if value is not None else '无'}"


def _one_line(text: str) -> str:
    shown = text.replace("\n", " ⏎ ").replace("\t", " ⇥ ")
    return shown.replace("|", "\\|").replace("<", "&lt;")
