import re
from collections.abc import Iterator

from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.rule import rule
from gongkai.checks.source import prose_parts
from gongkai.reports.model.report import Report
from gongkai.statute.provisions import GB_DOCUMENT_FORMAT

NUMBER = re.compile(r"(?:^|(?<=\s))[（(]\s*[一二三四五六七八九十\d]{1,3}\s*[)）]", re.MULTILINE)
FULL, HALF = "（）", "()"


@rule(
    id="T04",
    severity=Severity.NOTE,
    source=GB_DOCUMENT_FORMAT.whole,
    english="Full-width and half-width brackets are mixed in one numbering",
    mend=Wording("统一用全角括号。", "Use full-width brackets throughout."),
    passes=(
        ReportExample(),
        ReportExample(prose={"overview": "(一)公开。\n(二)申请。"}),
        ReportExample(prose={"overview": "详见官网(www.qinghe.gov.cn)。\n（一）公开。"}),
    ),
    fails=(
        ReportExample(prose={"overview": "(一）主动公开情况。\n（二）依申请公开情况。"}),
        ReportExample(prose={"overview": "（一）主动公开情况。\n(二)依申请公开情况。"}),
    ),
)
def brackets_of_one_width(report: Report) -> Iterator[Found]:
    """编号的括号全角半角一致

    同一组编号里全角、半角括号混用，排版参差，目录也提取不全。
    """
    for part in prose_parts(report):
        numbers = list(NUMBER.finditer(part.text))
        printed = "".join(match[0] for match in numbers)
        if any(one in printed for one in FULL) and any(one in printed for one in HALF):
            odd = next((m for m in numbers if _mixed(m[0])), None) or next(
                m for m in numbers if any(one in m[0] for one in HALF)
            )
            yield Found(
                part.at,
                f"编号的括号全角半角混用：“{odd[0].strip()}”",
                f"brackets of both widths in the numbering: “{odd[0].strip()}”",
                place=part.place(odd.start()),
            )


def _mixed(number: str) -> bool:
    return any(one in number for one in FULL) and any(one in number for one in HALF)
