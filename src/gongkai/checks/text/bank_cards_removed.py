import re
from collections.abc import Iterator

from gongkai.checks.columns import columns
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.people import masked
from gongkai.checks.published import Publication, PublicationExample
from gongkai.checks.rule import rule
from gongkai.checks.source import Part
from gongkai.law.identity.bank_card import is_bank_card
from gongkai.law.identity.id_card import is_id_card
from gongkai.statute.provisions import PERSONAL_INFORMATION

GAP = r"[ \u00a0-]{0,2}"
NUMBER = re.compile(
    rf"(?<![0-9A-Za-z._/])[1-9](?:{GAP}\d){{14,18}}(?![0-9A-Za-z]|\.\d|\s*[万亿]?元)"
)
ISSUED = re.compile(r"62\d{14,17}|(?:4\d|5[1-5]|35)\d{14}|9558[0-9]\d{14}|(?:60|65|36)\d{14,17}")
"""Length and beginning of the cards that banks in China issue."""
COMMON = re.compile(r"62\d{14}|62\d{17}|9558[08]\d{14}")
"""Others begin like the codes of regions: 42, 51, 35."""
CARD = re.compile(
    r"卡\s*号|银行|开户|储蓄|信用卡|账\s*号|帐\s*号|账\s*户|一卡通|工资卡|社保卡|存折"
)
CODE = re.compile(r"编号|文号|索引|代码|编码|订单|合同|流水|凭证|单号|条码|票号|序列|批次")
REACH = 40


@rule(
    id="X04",
    severity=Severity.ERROR,
    source=PERSONAL_INFORMATION.article("28"),
    english="A bank card number is about to be published",
    mend=Wording("删除卡号。", "Remove the number."),
    passes=(
        PublicationExample(text="合同编号 6222020000000000000"),
        PublicationExample(text="卡号 6222 **** **** 0001"),
        PublicationExample(text="登记序号 4201052024010019"),
        PublicationExample(text="安排资金 6222020000000000000 元"),
    ),
    fails=(
        PublicationExample(text="卡号：6222 0200 0000 0000 000"),
        PublicationExample(text="张某\t6222020000000000000\t500"),
        PublicationExample(text="信用卡 4201052024010019"),
    ),
)
def bank_cards_removed(publication: Publication) -> Iterator[Found]:
    """不公布银行卡号

    金融账户是敏感个人信息，发放名单、报销附件里常有遗漏。凭号段、长度和校验位辨认。
    """
    for part in publication.parts:
        above = columns(part)
        for match in NUMBER.finditer(part.plain):
            digits = re.sub(r"\D", "", match[0])
            if _is_card(part, match.start(), digits, above.head(match.start())):
                yield Found(
                    part.at,
                    f"出现银行卡号 {masked(digits)}",
                    f"a bank card number {masked(digits)}",
                    place=part.place(match.start()),
                )


def _is_card(part: Part, start: int, digits: str, head: str) -> bool:
    if not ISSUED.fullmatch(digits) or not is_bank_card(digits) or is_id_card(digits):
        return False
    near = part.plain[max(0, start - REACH) : start]
    own = re.split(r"[，。；,;\n\t]", near)[-1]
    if CODE.search(own) or CODE.search(head):
        return bool(CARD.search(own) or CARD.search(head))
    return bool(COMMON.fullmatch(digits) or CARD.search(near) or CARD.search(head))
