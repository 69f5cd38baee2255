import re
from collections.abc import Iterator

from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.people import is_code, is_duty_line, masked, name_beside
from gongkai.checks.rule import rule
from gongkai.checks.source import parts
from gongkai.reports.model.report import Report
from gongkai.statute.provisions import PERSONAL_INFORMATION

MOBILE = re.compile(
    r"(?<![0-9A-Za-z._])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}"
    r"(?![0-9A-Za-z]|\s*[元次条件人户个万亿%])"
)
OWN = re.compile(r"手\s*机|移动电话|个人电话|本人电话")
TELEPHONE = re.compile(r"电\s*话|联系\s*方式|联系\s*人")


@rule(
    id="P02",
    severity=Severity.ERROR,
    source=PERSONAL_INFORMATION.article("25"),
    english="A person's mobile number is published",
    mend=Wording(
        "撤下个人手机号，改为办公电话。",
        "Remove the mobile number and give an office telephone.",
    ),
    passes=(
        ReportExample(prose={"annex": "联系人：张三，办公电话 027-88100001"}),
        ReportExample(prose={"overview": "视频累计播放 13800000001 次。"}),
        ReportExample(prose={"annex": "项目编号 13800000001"}),
        ReportExample(prose={"annex": "手机：138****0001"}),
    ),
    fails=(
        ReportExample(prose={"annex": "分管领导\t王一凡\t联系方式\t手机：13800000001"}),
        ReportExample(prose={"overview": "联系人：李思远，电话 139 0000 0002。"}),
        ReportExample(prose={"annex": "姓名\t电话\n赵文清\t１３８０００００００３"}),
        ReportExample(prose={"preamble": "值班电话：13800000004"}),
        ReportExample(prose={"preamble": "如有疑问，请联系办公室（电话：13800000005）。"}),
    ),
)
def no_private_telephones(report: Report) -> Iterator[Found]:
    """不公开个人手机号

    条例要求公开的是办公电话。姓名加手机号是个人信息，未经本人单独同意不得公开。
    值班、咨询电话用手机的，核实是不是公用号码。
    """
    for part in parts(report):
        text = part.plain
        for match in MOBILE.finditer(text):
            found = _judged(text, match.start(), match.end())
            if found:
                shown = masked(match[0])
                wording, severity = found
                yield Found(
                    part.at,
                    f"{wording.zh} {shown}",
                    f"{wording.en} {shown}",
                    severity=severity,
                    place=part.place(match.start()),
                )


def _judged(text: str, start: int, end: int) -> tuple[Wording, Severity | None] | None:
    """What a number of eleven digits is by what stands beside it; None where it is no telephone."""
    before = text[max(0, start - 24) : start]
    if is_duty_line(text, start):
        return Wording("值班、咨询电话是手机号", "a duty line is a mobile number"), Severity.NOTE
    if is_code(text, start):
        return None
    if OWN.search(before) or name_beside(text, start, end):
        return Wording("公开了个人手机号", "a person's mobile number"), None
    if TELEPHONE.search(before):
        unsure = Wording("联系电话是手机号，请核实是否个人号码", "the telephone is a mobile number")
        return unsure, Severity.NOTE
    return None
