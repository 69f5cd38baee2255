from collections.abc import Iterator

from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.numbering import Mark, marks
from gongkai.checks.rule import rule
from gongkai.reports.model.report import Passage, Report, section_path
from gongkai.statute.provisions import GB_DOCUMENT_FORMAT


@rule(
    id="L07",
    severity=Severity.NOTE,
    source=GB_DOCUMENT_FORMAT.whole,
    english="A heading level is numbered in the wrong style",
    mend=Wording(
        "层次序数依次用“一、”“（一）”“1.”“（1）”。",
        "Number the levels 一、 （一） 1. （1） in this order.",
    ),
    passes=(
        ReportExample(),
        ReportExample(prose={"overview": "（一）公开。\n1.发布。\n（1）网站。\n（2）公报。"}),
        ReportExample(prose={"overview": "公开途径有：（1）网站；（2）公报。"}),
    ),
    fails=ReportExample(
        prose={"overview": "（1）主动公开情况\n更新栏目。\n（2）依申请公开情况\n规范办理。"}
    ),
)
def heading_levels(report: Report) -> Iterator[Found]:
    """层次序数的样式正确

    公文的层次序数依次是“一、”“（一）”“1.”“（1）”。章下直接用“（1）”，看不出它是第二层。
    """
    for index in range(len(report.statement.sections)):
        seen = False
        for passage in report.prose.get(f"sections.{index}", ()):
            mark = _leading(passage)
            if mark and mark.style == "（1）" and not seen:
                yield Found(
                    section_path(report.statement, index),
                    f"章下第二层标题用了“{mark.printed}”，应为“（一）”",
                    f"the second level is numbered “{mark.printed}”, not “（一）”",
                    place=passage.place,
                )
                break
            seen = seen or bool(mark)


def _leading(passage: Passage) -> Mark | None:
    """The number that a paragraph begins with."""
    text = passage.text.strip()
    mark = next(marks(text[:12]), None)
    return mark if mark and mark.start <= len("（") else None
