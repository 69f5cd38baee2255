import re
from collections.abc import Iterator

from gongkai.checks.columns import columns
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.people import masked
from gongkai.checks.published import Publication, PublicationExample
from gongkai.checks.rule import rule
from gongkai.checks.source import Part
from gongkai.law.identity.digits import InvalidNumberError
from gongkai.law.identity.id_card import birth_day, is_id_card
from gongkai.statute.provisions import PERSONAL_INFORMATION

GAP = r"[ \u00a0\t.·-]{0,2}"
WHOLE = re.compile(
    rf"(?<![0-9A-Za-z])[1-9](?:{GAP}\d){{16}}{GAP}[\dXx](?:(?=(?:19|20)\d\d年)|(?![0-9A-Za-z]))"
)
"""A year may follow at once: a page loses the break between two lines."""
OLD = re.compile(rf"(?<![0-9A-Za-z])[1-9](?:{GAP}\d){{14}}(?![0-9A-Za-z])")
LABEL = re.compile(r"身\s*份\s*证|证件号|证件编号|公民身份号码|身份号码")
CODED = re.compile(r"信用代码|编号|文号|流水|合同|订单|凭证|单号|条码|元$|账号|帐号|卡号")
REACH = 24


@rule(
    id="X01",
    severity=Severity.ERROR,
    source=PERSONAL_INFORMATION.article("25"),
    english="An identity number is about to be published",
    mend=Wording("删除号码，或者只保留首尾几位。", "Remove the number or mask it."),
    passes=(
        PublicationExample(text="张某某，身份证号 110105********0021"),
        PublicationExample(text="统一社会信用代码 91420100MA0000001X"),
        PublicationExample(text="流水号 110105194912310021"),
    ),
    fails=(
        PublicationExample(text="身份证号：11010519491231002X"),
        PublicationExample(text="张某\t110105 19491231 002x"),
        PublicationExample(
            attachments=(("名单.xlsx", "姓名\t金额\f张某\t１１０１０５１９４９１２３１００２Ｘ"),)
        ),
        PublicationExample(text="证件号：110105491231002"),
        PublicationExample(text="身份证号 110105194912310021"),
    ),
)
def identity_numbers_removed(publication: Publication) -> Iterator[Found]:
    """不公布身份证号码

    公开个人信息应当取得单独同意；号码一旦公开就无法收回。附件、隐藏的行列、批注都在检查之列。
    校验位不对的号码写在“身份证号”下面，多半是抄错的真号码，也不公布。
    """
    for part in publication.parts:
        above = columns(part)
        for match in (*WHOLE.finditer(part.plain), *OLD.finditer(part.plain)):
            digits = re.sub(r"[^\dXx]", "", match[0])
            if _is_number(part, match.start(), digits, above.head(match.start())):
                yield Found(
                    part.at,
                    f"出现居民身份证号码 {masked(digits)}",
                    f"an identity number {masked(digits)}",
                    place=part.place(match.start()),
                )


def _is_number(part: Part, start: int, digits: str, head: str) -> bool:
    """By its check character; one that is wrong, or an old number, needs the word beside it."""
    if len(digits) == 18 and is_id_card(digits):
        return True
    if not _born(digits):
        return False
    near = part.plain[max(0, start - REACH) : start].split("\n")[-1]
    return bool(LABEL.search(near) or LABEL.search(head)) and not CODED.search(near)


def _born(digits: str) -> bool:
    try:
        born = birth_day(digits[6:14] if len(digits) == 18 else digits[6:12])
    except InvalidNumberError:
        return False
    return born.year >= 1900
