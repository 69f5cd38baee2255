import re
from collections.abc import Iterator

from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.people import masked
from gongkai.checks.rule import rule
from gongkai.checks.source import parts
from gongkai.law.identity.id_card import is_id_card
from gongkai.reports.model.report import Report
from gongkai.statute.provisions import PERSONAL_INFORMATION

NUMBER = re.compile(r"(?<![0-9A-Za-z])[1-9](?:[ \u00a0-]?\d){16}[ \u00a0-]?[\dXx](?![0-9A-Za-z])")
LENGTH = 18


@rule(
    id="P01",
    severity=Severity.ERROR,
    source=PERSONAL_INFORMATION.article("25"),
    english="An identity card number is published",
    mend=Wording(
        "立即撤下并删除号码；确需公开的按规定去标识化。",
        "Take the page down and remove the number; where it must stay, mask it.",
    ),
    passes=(
        ReportExample(prose={"annex": "张某某，身份证号 110105********0021"}),
        ReportExample(prose={"annex": "统一编码 110105194912310021"}),
    ),
    fails=(
        ReportExample(prose={"annex": "身份证号：11010519491231002X"}),
        ReportExample(hidden="１１０１０５ １９４９１２３１ ００２Ｘ"),
        ReportExample(attachment="名单\n张某 11010519491231002x"),
    ),
)
def no_identity_numbers(report: Report) -> Iterator[Found]:
    """不公开身份证号码

    公开个人信息应当取得单独同意；身份证号码一旦公开就无法收回。附件、隐藏的文字也在检查之列。
    """
    for part in parts(report):
        for match in NUMBER.finditer(part.plain):
            digits = re.sub(r"[^\dXx]", "", match[0])
            if len(digits) == LENGTH and is_id_card(digits):
                yield Found(
                    part.at,
                    f"出现居民身份证号码 {masked(digits)}",
                    f"an identity card number {masked(digits)}",
                    place=part.place(match.start()),
                )
