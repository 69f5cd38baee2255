"""What is no report, or a report whose tables a conversion has destroyed: refused with the reason.

To read such a file would mean to invent figures.
"""

import re
from collections.abc import Sequence

from gongkai.reports.read.labels import labels_of
from gongkai.reports.read.prose import Prose
from gongkai.reports.read.regions import Regions
from gongkai.reports.read.requests import RequestsTable
from gongkai.reports.read.strips import Strip
from gongkai.reports.read.unreadable import UnreadableError
from gongkai.reports.read.values import is_value
from gongkai.statute.forms import form

_PICTURE = re.compile(r"!\[.*\]\(.*\)|\[?(?:图片|图像)[\]:：\d]*.*|图\s*\d+.{0,20}|<img.*")
_MIXED_HEAD = re.compile(r"结结其尚|结果结果其他尚未结果")
NOT_A_REPORT = "没有找到年度报告的标题、章节和表格，这不是政府信息公开工作年度报告"
ONLY_TITLE = "只有年度报告的标题，没有正文和表格：报告可能在附件里，请交附件"
PICTURES = "三张表是图片，没有文字，不能读取：请交 Word、PDF 文字版或网页原件"
COLUMN_FIRST = (
    "文字是逐列抽取的，数字与行名对不上，不能读取：请交原件，或用 pdftotext -layout 重新抽取"
)
NO_FIGURES = "申请情况表只有行名、没有数字，不能读取：请交原件"
LINES_DROPPED = "申请情况表数值不足，相同的行可能被抓取程序删去，不能读取：请交原件"
SPLIT_PAGES = "行政复议、行政诉讼表被拆散，表头按行交错、数字不全，不能读取：请交原件"


def refuse_no_report(strips: Sequence[Strip], regions: Regions, prose: Prose) -> None:
    """Raise UnreadableError where neither title nor sections nor tables make a report."""
    keys = {section.key for section in prose.sections} - {None}
    if regions.tables:
        return
    if any(_PICTURE.fullmatch(strip.text.strip()) for strip in strips) and keys:
        raise UnreadableError(PICTURES)
    if len(keys) >= 3:
        return
    if prose.title is None:
        raise UnreadableError(NOT_A_REPORT)
    if sum(len(strip.words) for strip in strips) < 300:
        raise UnreadableError(ONLY_TITLE)


def refuse_destroyed(
    table: RequestsTable, strips: Sequence[Strip], document: Sequence[Strip]
) -> None:
    """Raise UnreadableError where the figures of table two cannot belong to their labels."""
    width = len(table.columns)
    stacks = [stack for stack in _stacks(strips) if stack > width]
    if len(stacks) >= 2 or max(_stacks(document)) >= 3 * width:
        raise UnreadableError(COLUMN_FIRST)
    labels = labels_of(form("2021"), "requests")
    named = {hit.row for strip in strips for hit in labels.hits(strip.words)}
    if len(named) < 10:
        return
    cells = [run.shown or (run.celled and len(run.values)) for run in table.rows.values()]
    if not any(run.shown for run in table.runs) and not any(cells):
        raise UnreadableError(NO_FIGURES)
    short = sum(bool(count) and count <= width // 2 for count in cells)
    short += len(table.labels.rows) - len(cells)
    if short * 10 > len(table.labels.rows) * 6 and not table.separators_lost:
        raise UnreadableError(LINES_DROPPED)


def refuse_mixed(strips: Sequence[Strip], figures: int) -> None:
    """Raise UnreadableError where table three came out row by row of its upright heads."""
    text = "".join(strip.words for strip in strips)
    if _MIXED_HEAD.search(text) and figures < 15:
        raise UnreadableError(SPLIT_PAGES)


def _stacks(strips: Sequence[Strip]) -> list[int]:
    """Lengths of the runs of lines that hold one figure each: a column printed downwards."""
    stacks = [0]
    for strip in strips:
        if not strip.celled and is_value(strip.text.strip()):
            stacks[-1] += 1
        elif stacks[-1]:
            stacks.append(0)
    return stacks
