"""Reports printed in the layouts that occur, from figures made up so that all sums hold.

Every printer takes the same tables of rows (labels by level, cells as printed), so that damage
done to the rows (a cell dropped, a cell blank, a row gone) shows in every layout.
"""

import random
from dataclasses import dataclass, field

from gongkai.statute.forms import Form, form

BODY = "江南区档案局"
YEAR = 2023
CHINESE = "一二三四五六七八九"


@dataclass
class Printed:
    """A row: the labels from the outermost group to its own, the cells as printed."""

    path: str
    levels: list[str]
    cells: list[str]


@dataclass
class Tables:
    """The three tables as rows to be printed; `heads` the column labels of table two."""

    form: Form
    figures: dict
    one: list = field(default_factory=list)
    two: list = field(default_factory=list)
    three: list = field(default_factory=list)
    heads: list = field(default_factory=list)

    def row(self, path):
        return next(
            row for row in [*self.two, *(r for r in self.one if r.path)] if row.path == path
        )


def consistent(seed, form_id="2021", largest=40):
    """Figures of a form by path, all its sums holding."""
    rng = random.Random(seed)
    own = form(form_id)
    figures = {cell: rng.choice((0, 0, 1, rng.randrange(largest))) for cell in own.cells}
    columns = [column.key for column in own.columns_of("requests")]
    for column in columns[:-1]:
        outcomes = [f"{row.path}.{column}" for row in own.outcomes]
        for cell in outcomes:
            figures[cell] = rng.choice((0, 0, 0, 0, rng.randrange(largest)))
        handled = sum(figures[cell] for cell in outcomes)
        figures[f"requests.handled_total.{column}"] = handled
        received = rng.randrange(handled + 3)
        figures[f"requests.received.{column}"] = received
        out = rng.randrange(3) + max(0, received - handled)
        figures[f"requests.carried_out.{column}"] = out
        figures[f"requests.carried_in.{column}"] = handled + out - received
    for row in own.rows_of("requests"):
        *parts, total = row.cells
        figures[total] = sum(figures[cell] for cell in parts)
    for row in own.rows_of("remedies"):
        *parts, total = row.cells
        figures[total] = sum(figures[cell] for cell in parts)
    if form_id == "2021":
        figures["proactive.fees"] = rng.choice((0, 12.5, 4166.241619, 316441))
    return figures


def tables(figures, form_id="2021"):
    """The rows of the three tables."""
    own = form(form_id)
    names = {group.key: group.number + group.label for group in own.groups}
    parents = {group.key: group.parent for group in own.groups}
    made = Tables(own, figures)
    seen = set()
    for row in own.rows_of(own.proactive_table):
        if row.group not in seen:
            seen.add(row.group)
            labels = [own.column(row.table, key).label for key in row.columns]
            made.one.append(Printed("", [names[row.group]], []))
            made.one.append(Printed("", ["信息内容"], labels))
        cells = [_text(figures[cell]) for cell in row.cells]
        made.one.append(Printed(row.path, [row.label], cells))
    for row in own.rows_of("requests"):
        levels = [names[g] for g in (parents.get(row.group), row.group) if g]
        cells = [_text(figures[cell]) for cell in row.cells]
        made.two.append(Printed(row.path, [*levels, row.printed], cells))
    made.three = [_text(figures[c]) for row in own.rows_of("remedies") for c in row.cells]
    made.heads = [column.label for column in own.columns_of("requests")]
    return made


def _text(number):
    return "" if number is None else str(number)


def report(one, two, three, mark="", end="\n"):
    """Prose of our own around the three tables."""
    lines = [
        f"{BODY}{YEAR}年政府信息公开工作年度报告",
        "本报告依照有关规定编写，所列数据的统计期限为2023年1月1日至12月31日。",
        f"{mark}一、总体情况",
        "本局一年来把公开当作日常工作来做，目录按季核对。",
        f"{mark}二、主动公开政府信息情况",
        one,
        f"{mark}三、收到和处理政府信息公开申请情况",
        two,
        f"{mark}四、政府信息公开行政复议、行政诉讼情况",
        three,
        f"{mark}五、存在的主要问题及改进情况",
        "目录更新偏慢，今年起按月核对一次。",
        f"{mark}六、其他需要报告的事项",
        "本年度没有收取信息处理费。",
        BODY,
        "2024年1月8日",
    ]
    return end.join(lines) + "\n"


HEAD = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
RESULTS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]


def _new_levels(rows):
    """For each row its levels, blank where a merged cell goes on from the row above."""
    before = []
    for row in rows:
        shown = [
            ""
            if index < len(row.levels) - 1 and before[: index + 1] == row.levels[: index + 1]
            else level
            for index, level in enumerate(row.levels)
        ]
        yield row, shown
        before = row.levels


def tabbed(made, rng=None):
    """L1: cells parted by tabs, merged cells left blank, numbers of trailing tabs varying."""
    rng = rng or random.Random(1)
    one = [
        "\t".join([*row.levels, *row.cells]) + "\t" * max(0, 3 - len(row.cells)) for row in made.one
    ]
    two = [f"{HEAD}\t\t申请人情况\t\t\t\t\t\t", "\t\t自然人\t法人或其他组织\t\t\t\t\t"]
    two[0] += "总计\t" if "总计" in made.heads else ""
    two.append("\t\t\t" + "\t".join(h for h in made.heads[1:] if h != "总计") + "\t\t")
    for row, shown in _new_levels(made.two):
        if len(shown) == 1:
            two.append(f"{shown[0]}\t\t" + "\t".join(row.cells) + "\t")
        elif len(shown) == 2:
            two.append("\t".join([*shown, *row.cells]) + "\t")
        else:
            two.append("\t".join([*shown, *row.cells]))
        if rng.random() < 0.05:
            two.append("")
    three = [
        "行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t",
        "\t".join(RESULTS) + "\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t",
        "\t\t\t\t\t" + "\t".join(RESULTS * 2),
        "\t".join(made.three),
    ]
    return report("\n".join(one), "\n".join(two), "\n".join(three), end="\n\n")


def cell_lines(made, rng=None):
    """L2: one cell a line behind a tab, a blank line after each row, cells wrapped inside."""

    def rows(lines):
        return "\n\n".join("\n".join("\t" + cell for cell in line) for line in lines) + "\n"

    one = [[*row.levels, *row.cells] for row in made.one]
    two = [
        [HEAD, "申请人情况"],
        ["", "自然人", "法人或其他组织"],
        ["", "", *_wrapped(made.heads[1:])],
    ]
    if "总计" in made.heads:
        two[1].append("总计")
        two[2].pop()
    two.extend([*shown, *row.cells] for row, shown in _new_levels(made.two))
    three = [
        ["行政复议", "行政诉讼"],
        [*_wrapped(RESULTS), "未经复议直接起诉", "复议后起诉"],
        ["", "", "", "", "", *_wrapped(RESULTS * 2)],
        [f"\u00a0{cell}" for cell in made.three],
    ]
    return report(rows(one), rows(two), rows(three))


def _wrapped(labels):
    return [label[:2] + "\n" + label[2:] if len(label) == 4 else label for label in labels]


def spaced(made, rng=None):
    """L3: figures parted by blanks, labels wrapped, group labels split on lines of their own."""
    one = [" ".join([*row.levels, *row.cells]) for row in made.one]
    two = [HEAD[:20], HEAD[20:], "申请人情况", "自然", "人", "法人或其他组织"]
    two += ["总计商业" if "总计" in made.heads else "商业", "企业"]
    rest = [head for head in made.heads[2:] if head != "总计"]
    two += [half for head in rest for half in (head[:2], head[2:]) if half]
    for row, shown in _new_levels(made.two):
        for group in shown[:-1]:
            two.extend(group[at : at + 4] for at in range(0, len(group), 4))
        label = shown[-1]
        lines = [label[at : at + 14] for at in range(0, len(label), 14)] or [""]
        if len(lines) == 1:
            two.append(f"{label} " + " ".join(row.cells))
        else:
            two.extend([*lines, " ".join(row.cells)])
    three = ["行政复议 行政诉讼", *"".join(RESULTS), "未经复议直接起诉 复议后起诉"]
    three += [*"".join(RESULTS * 2), " ".join(made.three)]
    return report("\n\n".join(one), "\n\n".join(two), "\n\n".join(three), end="\n\n")


def aligned(made, rng=None):
    """L4: pdftotext -layout; labels above and below the figures, upright text between."""
    one = []
    for row in made.one:
        gap = " " * (30 if len(row.cells) > 1 else 50)
        one.append(gap.join([*row.levels, *row.cells]))
    two = [
        " " * 60 + "申请人情况",
        HEAD[:22] + " " * 20 + "自然人   法人或其他组织",
        HEAD[22:],
    ]
    two[1] += "   总计" if "总计" in made.heads else ""
    two.append(" " * 50 + "   ".join(made.heads[1:6]))
    upright = iter("三、本年度办理结果")
    for number, (row, shown) in enumerate(_new_levels(made.two)):
        label = shown[-1]
        lines = [label[at : at + 12] for at in range(0, len(label), 12)] or [""]
        middle = len(lines) // 2 if len(lines) > 2 else 0
        group = shown[-2] if len(shown) == 3 else ""
        for index, line in enumerate(lines):
            side = next(upright, "") if len(shown) > 1 else ""
            figures = _set_out(row.cells) if index == middle else ""
            mark = group[:4] if index == 0 else group[4:] if index == 1 else ""
            two.append(f"{f'  {side}   {mark}   {line}':<36}{figures}".rstrip())
        if number == 12:
            two.extend(["", "                    - 3 -", ""])
    three = [" " * 8 + "行政复议" + " " * 30 + "行政诉讼", "  未经复议直接起诉    复议后起诉"]
    three += [
        "  ".join(["结果", "结果", "其他", "尚未", "总计"] * 3),
        "维持   纠正  结果  审结   " * 3,
    ]
    three.append("    ".join(made.three))
    return report("\n".join(one), "\n\n".join(two), "\n".join(three))


def _set_out(cells):
    """Figures under each other: each in the middle of its column."""
    return "".join(f"{cell:^8}" for cell in cells)


def narrow(made, rng=None):
    """L4 of a table with narrow columns: labels of a few characters a line around the figures.

    The line of figures carries the first, a middle or the last piece of its label; the upright
    labels of the groups run beside, cut by a page's end.
    """
    rng = rng or random.Random(str(made.figures))
    width, at_piece = rng.choice((3, 4, 5)), rng.choice(("first", "middle", "last"))
    one = ["    ".join([*row.levels, *row.cells]) for row in made.one]
    two = [
        "（本列数据的勾稽关系     申请人情况",
        "为：第一项加第二项之     自然  法人或其他组织",
        "和，等于第三项加第四     人   " + made.heads[1],
    ]
    two[1] += "    总计" if "总计" in made.heads else ""
    two.append("   ".join(head for head in made.heads[2:] if head != "总计"))
    for number, (row, shown) in enumerate(_new_levels(made.two)):
        size = 12 if len(shown) == 1 else width + (3 if len(shown) == 2 else 0)
        label, group = shown[-1], shown[-2] if len(shown) == 3 else ""
        pieces = [label[at : at + size] for at in range(0, len(label), size)] or [""]
        at = {"first": 0, "middle": len(pieces) // 2, "last": len(pieces) - 1}[at_piece]
        for index, piece in enumerate(pieces):
            figures = _set_out(row.cells) if index == at else ""
            side, group = group[:2], group[2:]
            two.append(((side.ljust(3) + "   " + piece).ljust(22) + figures).rstrip())
        if number == 13:
            two.extend(["", "                    - 3 -", "\f"])
    three = [
        "行政复议                 行政诉讼",
        "结  结    其   尚   总    未经复议直接起诉     复议后起诉",
    ]
    three += [
        "果   果   他   未   计   " * 3,
        "维   纠   结   审   " * 3,
        "持   正   果   结   " * 3,
    ]
    three.append("    ".join(made.three))
    return report("\n".join(one), "\n".join(two), "\n".join(three))


def pipes(made, rng=None):
    """L9: rows of pipes, merged columns as empty pipes, spare columns to the right."""

    def rows(lines, width):
        text = ["| " + " | ".join([*line, *[""] * (width - len(line))]) + " ||" for line in lines]
        return "\n".join([text[0], "|" + "---|" * width, *text[1:]])

    one = rows([[*row.levels, *row.cells] for row in made.one], 4)
    two = [
        [HEAD, "", "", "申请人情况"],
        ["", "", "", "自然人", "法人或其他组织", "", "", "", "", "总计"],
    ]
    if "总计" not in made.heads:
        two[1].pop()
    two.append(["", "", "", "", *[h for h in made.heads[1:] if h != "总计"]])
    for row, shown in _new_levels(made.two):
        two.append([*shown, *[""] * (3 - len(shown)), *row.cells])
    three = [["行政复议", "", "", "", "", "行政诉讼"], RESULTS * 3, made.three]
    return report(one, rows(two, 12), rows(three, 15), mark="## ")


def broken_pipes(made, rng=None):
    """L9: one cell a line, each with its pipe."""

    def rows(lines):
        return "\n".join("\n".join(f"{cell} |" for cell in line) for line in lines)

    one = rows([[*row.levels, *row.cells] for row in made.one])
    two = [[HEAD, "申请人情况"], ["自然人", "法人或其他组织"], [*made.heads[1:]]]
    two += [[*(s for s in shown if s), *row.cells] for row, shown in _new_levels(made.two)]
    three = [["行政复议", "行政诉讼"], RESULTS * 3, made.three]
    return report(one, rows(two), rows(three), mark="# ")


def cell_paragraphs(made, rng=None):
    """L10: every cell a paragraph of its own, nothing marks the rows."""

    def rows(lines):
        return "\n\n".join(cell for line in lines for cell in line if cell)

    one = rows([[*row.levels, *row.cells] for row in made.one])
    two = [[HEAD, "申请人情况"], ["自然人", "法人或其他组织"], [*made.heads[1:]]]
    two += [[*shown, *row.cells] for row, shown in _new_levels(made.two)]
    three = [["行政复议", "行政诉讼"], RESULTS * 3, made.three]
    return report(one, rows(two), rows(three), end="\n\n")


def glued(made, rng=None):
    """L12: no separators at all."""
    one = "".join("".join([*row.levels, *row.cells]) for row in made.one)
    two = HEAD + "申请人情况自然人法人或其他组织总计" + "".join(made.heads[1:6])
    two += "".join("".join([*s, *row.cells]) for row, s in _new_levels(made.two))
    three = "行政复议行政诉讼" + "".join(RESULTS) + "未经复议直接起诉复议后起诉"
    three += "".join(RESULTS * 2) + "".join(made.three)
    title, *middle, signature, day, _ = report(one, two, three).split("\n")
    return "\n".join([title, "".join(middle), signature, day])


def small_tables(made, rng=None):
    """L13: every row a small table with heads made up by a transcription."""
    lines = []
    for row, shown in _new_levels(made.two):
        count = len(row.cells)
        lines += ["", "".join(shown), ""]
        lines.append("| " + " | ".join([f"数据{n}" for n in range(1, count)]) + " | 总计 |")
        lines += ["|" + " --- |" * count, "| " + " | ".join(row.cells) + " |"]
        lines += ["", "| - | - | - |", "| --- | --- | --- |", "| - | - | - |"]
    one = ["| " + " | ".join([*row.levels, *row.cells]) + " |" for row in made.one]
    three = ["| 行政复议 | 行政诉讼 |", "|---|---|", "| " + " | ".join(RESULTS * 3) + " |"]
    three.append("| " + " | ".join(made.three) + " |")
    return report("\n".join(one), "\n".join(lines), "\n".join(three), mark="### ")


def labels_apart(made, rng=None):
    """L14: the labels of some rows stand before or after their figures, the figures bare."""
    rng = rng or random.Random(7)
    lines, apart = [], []
    for row, shown in _new_levels(made.two):
        inner = row.path not in {"requests.received", "requests.carried_in", "requests.carried_out"}
        if inner and rng.random() < 0.3:
            late = rng.random() < 0.5
            bare = ["| " + " | ".join(row.cells) + " |", "|" + "---|" * len(row.cells)]
            lines.extend([*bare, "".join(shown)] if late else ["".join(shown), *bare])
            apart.append(row.path)
            continue
        lines.append("| " + " | ".join([*(s for s in shown if s), *row.cells]) + " |")
    one = ["| " + " | ".join([*row.levels, *row.cells]) + " |" for row in made.one]
    three = ["| " + " | ".join(RESULTS * 3) + " |", "| " + " | ".join(made.three) + " |"]
    three.insert(0, "行政复议行政诉讼")
    return report("\n".join(one), "\n".join(lines), "\n".join(three))


def html(made, rng=None):
    """L7: a page with merged cells."""
    return _page(made, blanks=False)


def html_blanks(made, rng=None):
    """L8: a page with empty cells in place of merged ones in the heads."""
    return _page(made, blanks=True)


def _page(made, *, blanks):
    one = []
    for row in made.one:
        spans = [1] * len(row.cells)
        if row.cells and len(row.cells) < 3:
            spans[-1] = 4 - len(row.cells)
        head = f"<td{'' if row.cells else ' colspan=4'}>{row.levels[0]}</td>"
        cells = zip(row.cells, spans, strict=True)
        one.append(head + "".join(f"<td colspan={span}><p>{cell}</p></td>" for cell, span in cells))
    two = [
        f"<td colspan=3 rowspan=3>{HEAD}</td><td colspan=7>申请人情况</td>",
        "<td rowspan=2>自然人</td><td colspan=5>法人或其他组织</td><td rowspan=2>总计</td>",
        "".join(f"<td>{head}</td>" for head in made.heads[1:6]),
    ]
    if blanks:
        two[1] = two[1].replace(" rowspan=2", "")
        two[2] = f"<td></td>{two[2]}<td></td>"
    if "总计" not in made.heads:
        two[1] = two[1].replace("<td rowspan=2>总计</td>", "").replace("<td>总计</td>", "")
    counts = {}
    for row in made.two:
        for depth in range(len(row.levels)):
            key = tuple(row.levels[: depth + 1])
            counts[key] = counts.get(key, 0) + 1
    for row, shown in _new_levels(made.two):
        cells = ""
        for depth, label in enumerate(shown):
            if label:
                own = depth == len(shown) - 1
                span = f" rowspan={counts[tuple(row.levels[: depth + 1])]}" if not own else ""
                span += f" colspan={4 - len(shown)}" if own else ""
                cells += f"<td{span}>{label}</td>"
        cells += "".join(f"<td><span>{cell or '&nbsp;'}</span></td>" for cell in row.cells)
        two.append(cells)
    three = ["<td colspan=5>行政复议</td><td colspan=10>行政诉讼</td>"]
    span = "" if blanks else " rowspan=2"
    three.append("".join(f"<td{span}>{head}</td>" for head in RESULTS))
    three[-1] += "<td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td>"
    three.append("<td></td>" * 5 * blanks + "".join(f"<td>{head}</td>" for head in RESULTS * 2))
    three.append("".join(f"<td>{cell or '&nbsp;'}</td>" for cell in made.three))
    grids = [
        "<table border=1>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
        for rows in (one, two, three)
    ]
    text = report(*grids)
    body = [line if line.startswith("<") else f"<p>{line}</p>" for line in text.splitlines()]
    return (
        "<!DOCTYPE html><html><head><meta charset=utf-8></head><body>"
        + "".join(body)
        + "</body></html>"
    )


SEPARATED = (
    tabbed,
    cell_lines,
    spaced,
    aligned,
    narrow,
    pipes,
    broken_pipes,
    cell_paragraphs,
    small_tables,
    html,
    html_blanks,
)
"""Layouts that keep every figure apart and beside its label."""

CELLED = (tabbed, cell_lines, pipes, html, html_blanks)
"""Layouts in which a blank cell can be seen."""
