import re
from collections.abc import Iterator

from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.people import masked
from gongkai.checks.published import Publication, PublicationExample
from gongkai.checks.rule import rule
from gongkai.statute.provisions import PERSONAL_INFORMATION

NUMBER = re.compile(r"(?<![0-9A-Za-z])(?:[DEGHKMPS][A-Z]?\d{7,9}|[CW]\d{8}|\d{8})(?![0-9A-Za-z])")
LABEL = re.compile(r"护照|通行证|回乡证|台胞证|军官证|士兵证|居留证|残疾人证|社保卡号|社会保障卡号")
REACH = 16


@rule(
    id="X02",
    severity=Severity.ERROR,
    source=PERSONAL_INFORMATION.article("25"),
    english="The number of a passport or permit is about to be published",
    mend=Wording("删除证件号码。", "Remove the number."),
    passes=(
        PublicationExample(text="护照办理咨询电话 88100001"),
        PublicationExample(text="项目编号 E12345678"),
    ),
    fails=(
        PublicationExample(text="护照号码：E12345678"),
        PublicationExample(text="往来港澳通行证 C12345678"),
    ),
)
def passports_removed(publication: Publication) -> Iterator[Found]:
    """不公布护照、通行证等证件号码

    这些号码和身份证号码一样指向特定的人。只认写明证件名称的号码。
    """
    for part in publication.parts:
        for match in NUMBER.finditer(part.plain):
            before = part.plain[max(0, match.start() - REACH) : match.start()].split("\n")[-1]
            if LABEL.search(before) and not re.search(r"电话|咨询|编号", before):
                yield Found(
                    part.at,
                    f"出现证件号码 {masked(match[0])}",
                    f"the number of a document {masked(match[0])}",
                    place=part.place(match.start()),
                )
