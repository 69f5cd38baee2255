"""docs/law/request.md: the life of an application as a diagram and as tables."""

from collections import defaultdict
from pathlib import Path

from docs_tables import ABOVE, cited, numbers, page, table

from gongkai.law.request import own_data, receipt, service
from gongkai.law.request.lifecycle import MOVES, Move, Stage
from gongkai.law.request.terms import SOURCES

MANY = 5
"""An act possible at more stages than this is left out of the diagram and named below it."""


def pages() -> dict[Path, str]:
    return {Path("law/request.md"): request_page()}


def request_page() -> str:
    everywhere = [row.act.value for row in MOVES if len(row.at) > MANY]
    return page(
        "依申请公开：一件申请的办理",
        "申请的每一步都登记在案，只增不改；所处环节和答复期限由登记的各步推算。下图和各表与程序用的是同一份数据。"
        "表中没有的，程序拒绝登记；不合法但已经发生的（如超期补正、两次补正），照实登记，由检查指出。",
        f"```mermaid\n{diagram()}\n```",
        f"图中略去不改变环节的行为，以及在多数环节都可能发生的：{'、'.join(everywhere)}。",
        "## 各步",
        ABOVE,
        table(
            ("行为", "由谁", "在哪个环节", "之后", "答复期限", "依据"),
            (row_of(row) for row in MOVES),
        ),
        "征求意见可以同时进行几件，最后一件结束才回到“办理中”；转办退回时尚未确认收到的，回到“待确认收到”。",
        "## 收到之日",
        table(
            ("渠道", "以哪天为准", "依据"),
            (
                (channel.value, rule.fact.value, cited(rule.source))
                for channel, rule in receipt.RULES.items()
            ),
        ),
        "## 送达之日",
        table(
            ("方式", "以哪天为准", "依据"),
            ((way.value, rule.counts, cited(rule.source)) for way, rule in service.RULES.items()),
        ),
        "## 期限",
        table(
            ("期限", "依据"),
            ((term.value, cited(source)) for term, source in SOURCES.items()),
        ),
        table(("参数", "自", "值", "依据", "待核实"), numbers("request")),
        "## 更正本人信息",
        table(
            ("行为", "由谁", "在哪个环节", "之后", "依据"),
            (
                (
                    row.act.value,
                    row.by.value,
                    "、".join(stage.value for stage in row.at),
                    row.then.value,
                    cited(row.source),
                )
                for row in own_data.MOVES
            ),
        ),
    )


def row_of(row: Move) -> tuple[str, ...]:
    return (
        row.act.value,
        row.by.value,
        "、".join(stage.value for stage in row.at),
        row.then.value if row.then else "不变",
        row.clock.value,
        cited(row.source),
    )


def diagram() -> str:
    """The stages and the acts between them, in the notation of Mermaid."""
    edges: dict[tuple[Stage, Stage], list[str]] = defaultdict(list)
    for row in MOVES:
        for stage in row.at if len(row.at) <= MANY else ():
            if row.leads_to(stage) is not stage:
                edges[stage, row.leads_to(stage)].append(row.act.value)
    lines = ["stateDiagram-v2", f"    [*] --> {Stage.SUBMITTED.name}"]
    lines += [f'    state "{stage.value}" as {stage.name}' for stage in Stage]
    lines += [f"    {a.name} --> {b.name}: {'／'.join(acts)}" for (a, b), acts in edges.items()]
    return "\n".join([*lines, f"    {Stage.HANDED_OVER.name} --> [*]"])
