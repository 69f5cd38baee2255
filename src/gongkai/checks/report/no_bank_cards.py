import re
from collections.abc import Iterator

from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.people import is_code, masked
from gongkai.checks.rule import rule
from gongkai.checks.source import parts
from gongkai.law.identity.bank_card import is_bank_card
from gongkai.law.identity.id_card import is_id_card
from gongkai.reports.model.report import Report
from gongkai.statute.provisions import PERSONAL_INFORMATION

NUMBER = re.compile(r"(?<![0-9A-Za-z._])[1-9](?:[ \u00a0-]?\d){15,18}(?![0-9A-Za-z]|\s*[万亿]?元)")
ISSUERS = re.compile(r"62\d{14,17}|(?:4\d|5[1-5]|35)\d{14}|9558[08]\d{14}")
"""Length and beginning of the cards that banks in China issue."""


@rule(
    id="P03",
    severity=Severity.ERROR,
    source=PERSONAL_INFORMATION.article("28"),
    english="A bank card number is published",
    mend=Wording("立即撤下并删除卡号。", "Take the page down and remove the card number."),
    passes=(
        ReportExample(prose={"annex": "合同编号 6222020000000000000"}),
        ReportExample(prose={"annex": "卡号 6222 **** **** 0001"}),
        ReportExample(prose={"annex": "本年度公开资金 6222020000000007 元"}),
    ),
    fails=ReportExample(prose={"annex": "开户行及卡号：6222 0200 0000 0000 000"}),
)
def no_bank_cards(report: Report) -> Iterator[Found]:
    """不公开银行卡号

    金融账户是敏感个人信息。发放名单、报销附件里常有遗漏。
    """
    for part in parts(report):
        text = part.plain
        for match in NUMBER.finditer(text):
            digits = re.sub(r"\D", "", match[0])
            card = ISSUERS.fullmatch(digits) and is_bank_card(digits) and not is_id_card(digits)
            if card and not is_code(text, match.start()):
                yield Found(
                    part.at,
                    f"出现银行卡号 {masked(digits)}",
                    f"a bank card number {masked(digits)}",
                    place=part.place(match.start()),
                )
