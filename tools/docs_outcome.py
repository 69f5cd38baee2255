"""docs/law/outcome.md and docs/law/remedy.md: answers, grounds, letters, questions, remedies."""

from pathlib import Path

from docs_tables import ABOVE, cited, numbers, page, table

from gongkai.law.exemption.grounds import EXEMPTIONS
from gongkai.law.outcome.letters import LETTERS
from gongkai.law.outcome.table import OUTCOMES
from gongkai.law.remedy.authority import HEARINGS
from gongkai.law.remedy.paragraph import PIECES, SOURCES, TEXTS
from gongkai.law.remedy.ways import REMEDIES
from gongkai.law.request.guide import QUESTIONS, Question
from gongkai.law.request.lifecycle import Act
from gongkai.statute.forms import form


def pages() -> dict[Path, str]:
    return {
        Path("law/outcome.md"): outcome_page(),
        Path("law/remedy.md"): remedy_page(),
    }


def printed(edition: str, row: str | None) -> str:
    """A row of table two as the form prints it, with the heading it stands under."""
    if row is None:
        return "不计入"
    found = form(edition).row(f"requests.{row}")
    groups = {group.key: group for group in form(edition).groups_of("requests")}
    group = groups.get(found.group)
    above = f"{group.number}{group.label}" if group and group.parent else ""
    return f"{above} {found.printed}".strip()


def outcome_page() -> str:
    return page(
        "答复的种类",
        "一件申请以一种答复结束，只计入年度报告表二的一行。",
        ABOVE,
        table(
            ("答复", "依据", "表二（2021年版）", "表二（2019年版）", "文书", "文书写明", "救济"),
            (
                (
                    row.kind.value,
                    "、".join(cited(source) for source in row.sources),
                    printed("2021", row.row_2021),
                    printed("2019", row.row_2019),
                    f"{row.letter.code} {row.letter.zh}",
                    "；".join(row.states),
                    row.review.value,
                )
                for row in OUTCOMES
            ),
        ),
        "## 不予公开的理由",
        table(
            ("代码", "理由", "义务", "种类", "另有规定应当公开的", "依据"),
            (
                (
                    row.ground.value,
                    row.zh,
                    row.duty.value,
                    "、".join(row.kinds),
                    "从其规定" if row.yields_to_law else "",
                    cited(row.source),
                )
                for row in EXEMPTIONS
            ),
        ),
        "## 依次要问的问题",
        table(("问题", "只在", "答是", "答否", "依据"), map(question_row, QUESTIONS)),
        "## 文书",
        table(
            ("代码", "文书", "何时", "写明", "依据"),
            (
                (each.code, each.zh, each.limit, "；".join(each.states), cited(each.source))
                for each in LETTERS
            ),
        ),
    )


def question_row(question: Question) -> tuple[str, ...]:
    texts = {each.key: each.text for each in QUESTIONS}
    only = ""
    if question.only_if:
        key, said = question.only_if
        only = f"“{texts[key]}”答{'是' if said else '否'}"
    return (
        question.text,
        only,
        ends(question.on_yes),
        ends(question.on_no),
        cited(question.source),
    )


def ends(end: object) -> str:
    if end is None:
        return ""
    return f"先{end.value}" if isinstance(end, Act) else end.value


def remedy_page() -> str:
    return page(
        "救济",
        ABOVE,
        table(
            ("途径", "谁可以", "针对", "向谁", "期限", "依据"),
            (
                (
                    row.way.value,
                    "、".join(who.value for who in row.claimants),
                    row.against,
                    row.where,
                    row.until,
                    cited(row.source),
                )
                for row in REMEDIES
            ),
        ),
        "## 复议机关",
        table(
            ("被申请人", "向谁申请复议", "依据", "直接起诉的法院"),
            (
                (
                    row.body.value,
                    "或者".join(row.heard_by)
                    + ("" if row.reconsideration else "（申诉，不是复议）"),
                    cited(row.source),
                    f"{row.court} {cited(row.court_source)}" if row.court else "",
                )
                for row in HEARINGS
            ),
        ),
        "## 答复中的救济告知",
        table(
            ("情形", "文字", "依据"),
            (
                (
                    f"{variant.name} {variant.value}",
                    "".join(TEXTS[name] for name in names),
                    "、".join(cited(source) for source in SOURCES[variant]),
                )
                for variant, names in PIECES.items()
            ),
        ),
        f"通过互联网送达的，再加：{TEXTS['online']}",
        "## 期限和口径",
        table(("参数", "自", "值", "依据", "待核实"), numbers("remedy")),
    )
