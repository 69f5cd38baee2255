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
COMMONEST = re.compile(r"62[1-8]\d{13}(?:\d{3})?")
"""Others begin like the codes of regions: 42, 51, 35."""
CARD = re.compile(r"卡\s*号|银行|开户|储蓄|信用卡|账\s*号|帐\s*号")
REACH = 30


@rule(
    id="P03",
    severity=Severity.ERROR,
    source=PERSONAL_INFORMATION.article("28"),
    english="A bank card number is published",
    mend=Wording("立即撤下并删除卡号。", "Take the page down and remove the card number."),
    passes=(
        ReportExample(prose={"annex": "合同编号 6222020000000000000"}),
        ReportExample(prose={"annex": "卡号 6222 **** **** 0001"}),
        ReportExample(prose={"annex": "登记序号 4201052024010019"}),
        ReportExample(prose={"annex": "本年度公开资金 6222020000000007 元"}),
    ),
    fails=(
        ReportExample(prose={"annex": "开户行及卡号：6222 0200 0000 0000 000"}),
        ReportExample(prose={"annex": "信用卡 4201052024010019"}),
    ),
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
            if card and _is_card(text, match.start(), digits):
                yield Found(
                    part.at,
                    f"出现银行卡号 {masked(digits)}",
                    f"a bank card number {masked(digits)}",
                    place=part.place(match.start()),
                )


def _is_card(text: str, start: int, digits: str) -> bool:
    """Beside the word for a card or bank; else only the commonest issuers, and no code."""
    if CARD.search(text[max(0, start - REACH) : start]):
        return True
    return bool(COMMONEST.fullmatch(digits)) and not is_code(text, start)
