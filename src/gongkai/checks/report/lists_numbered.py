from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.numbering import Mark, Style, marks
from gongkai.checks.rule import rule
from gongkai.reports.model.document import Place
from gongkai.reports.model.report import Report
from gongkai.statute.provisions import GB_DOCUMENT_FORMAT


@dataclass(slots=True)
class Run:
    """A list as it goes on: its numbers, which may come next, whether one was wrong.

    After a wrong number the list may go on from it or as if it had been right.
    """

    at: str
    place: Place
    paragraph: int
    marks: list[Mark]
    following: set[int]
    broken: bool = False

    def add(self, mark: Mark, place: Place, paragraph: int) -> None:
        if mark.number in self.following:
            self.following = {mark.number + 1}
        else:
            self.following = {mark.number + 1, *(number + 1 for number in self.following)}
            if not self.broken:
                self.broken, self.place = True, place
        self.marks.append(mark)
        self.paragraph = paragraph


@rule(
    id="L06",
    severity=Severity.WARNING,
    source=GB_DOCUMENT_FORMAT.whole,
    english="A list repeats or skips a number",
    mend=Wording("按顺序重新编号。", "Number the items in order."),
    passes=(
        ReportExample(prose={"overview": "一是学。二是干。三是改。\n首先抓公开，二是抓解读。"}),
        ReportExample(prose={"overview": "一是抓学习。二是抓落实。\n一是抓培训。二是抓考核。"}),
        ReportExample(
            prose={"overview": "（一）主动公开。1.抓发布。2.抓解读。\n（二）申请。1.登记。"}
        ),
        ReportExample(prose={"overview": "原因之一是人手不足。一是加人。二是培训。三是考核。"}),
        ReportExample(
            prose={"overview": "一是抓公开：一是上网，二是上墙。二是抓解读。三是抓回应。"}
        ),
        ReportExample(prose={"overview": "截至 12.31 发布 3.5 万条。2024.1.5 启用新平台。"}),
    ),
    fails=(
        ReportExample(prose={"overview": "一是学习。二是落实。三是培训。四是考核。四是宣传。"}),
        ReportExample(prose={"overview": "一是加强学习。\n三是抓好落实。"}),
        ReportExample(prose={"overview": "（一）主动公开。\n（二）依申请公开。\n（四）平台建设。"}),
        ReportExample(prose={"overview": "1.抓发布。\n2.抓解读。\n2.抓回应。"}),
    ),
)
def lists_numbered(report: Report) -> Iterator[Found]:
    """列举依次编号

    “一是……二是……四是”漏号，或者同一个号出现两次，往往是删改后没有重新编号，甚至漏了一段。
    重新从一开始的是另一个列举，不算错。
    """
    for run in _runs(report):
        if run.broken:
            shown = "、".join(mark.printed for mark in run.marks)
            yield Found(
                run.at,
                f"列举编号不连续：{shown}",
                f"the numbering is not continuous: {shown}",
                place=run.place,
            )


def _runs(report: Report) -> list[Run]:
    """Every list of the report, in the order in which they begin."""
    every: list[Run] = []
    going: dict[tuple[str, Style], list[Run]] = {}
    for paragraph, (at, passage) in enumerate(report.passages()):
        for mark in marks(passage.text):
            nested = going.setdefault((at, mark.style), [])
            if nested and not _begins_anew(mark, nested):
                _go_on(nested, mark, passage.place, paragraph)
                continue
            if nested and nested[-1].paragraph != paragraph:
                nested.clear()  # a list that begins in a new paragraph is not inside the last one
            nested.append(Run(at, passage.place, paragraph, [mark], {mark.number + 1}))
            every.append(nested[-1])
    return every


def _begins_anew(mark: Mark, nested: list[Run]) -> bool:
    """A one begins a list; so does a two whose one was told in other words (首先 … 二是)."""
    return mark.number == 1 or (
        mark.number == 2 and all(run.marks[-1].number > mark.number for run in nested)
    )


def _go_on(nested: list[Run], mark: Mark, place: Place, paragraph: int) -> None:
    """Put a number where it goes on a list, the innermost first; else the innermost is broken."""
    depth = next(
        (d for d in range(len(nested) - 1, -1, -1) if mark.number in nested[d].following),
        len(nested) - 1,
    )
    del nested[depth + 1 :]
    nested[depth].add(mark, place, paragraph)
