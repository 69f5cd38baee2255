import re
from collections.abc import Iterator

from gongkai.checks.columns import columns
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.people import is_duty_line, masked
from gongkai.checks.published import Publication, PublicationExample
from gongkai.checks.rule import rule
from gongkai.checks.source import Part
from gongkai.statute.provisions import PERSONAL_INFORMATION

GAP = r"[ \u00a0.-]?"
MOBILE = re.compile(
    rf"(?<![0-9A-Za-z._/])(?:\(?\+?86\)?[- ]?)?1[3-9]\d{GAP}\d{{4}}{GAP}\d{{4}}"
    r"(?![0-9A-Za-z]|\.\d|\s*(?:[元次条件个万亿%号]|人(?!员)|户(?![主名口籍])))"
)
OTHERWISE = re.compile(
    r"(?<![0-9A-Za-z._/-])1[3-9]\d-\d{3}-\d{5}(?!\d)|(?<!\d)1[3-9]\d{2} \d{3} \d{4}(?!\d)"
)
CODE = re.compile(
    r"编号|文号|索引号?|代码|编码|标识|序列|批号|订单|合同|流水|凭证|项目号|备案号|许可证|证书|登记号|"
    r"单号|邮件号|挂号|条码|版本|接口|资产|设备号|档案号|案号"
)
AMOUNT = re.compile(r"元|金额|预算|资金|累计|数量|产值|面积|数$|额$|费$|量$|本期|同期|合计|总计")
PERSON = re.compile(r"手机|电话|联系|号码")
HOME = re.compile(r"(?:住宅|家庭|家里|宅)电?话[^\d\n]{0,4}(?P<number>(?:0\d{2,3}-?)?\d{7,8})(?!\d)")


@rule(
    id="X03",
    severity=Severity.ERROR,
    source=PERSONAL_INFORMATION.article("25"),
    english="A person's telephone number is about to be published",
    mend=Wording(
        "删除个人号码，需要联系的改为办公电话。", "Remove it, or give an office telephone."
    ),
    passes=(
        PublicationExample(text="联系电话：027-88100001"),
        PublicationExample(text="值班电话：13800000001"),
        PublicationExample(text="项目编号 13800000001"),
        PublicationExample(text="手机：138****0001"),
        PublicationExample(text="资金 13800000001 元"),
    ),
    fails=(
        PublicationExample(text="张三\t13800000001"),
        PublicationExample(text="手机 +86 139-0000-0002"),
        PublicationExample(attachments=(("名单.docx", "李四\n１３８０００００００１"),)),
        PublicationExample(text="家庭电话：027-88100001"),
    ),
)
def mobiles_removed(publication: Publication) -> Iterator[Found]:
    """不公布个人电话

    条例要求公开的是办公电话。名单里的手机号、住宅电话是个人信息；值班、咨询的公用号码可以公布。
    """
    for part in publication.parts:
        for start, number in (*_mobiles(part), *_homes(part)):
            yield Found(
                part.at,
                f"出现个人电话 {masked(number)}",
                f"a person's telephone {masked(number)}",
                place=part.place(start),
            )


def _mobiles(part: Part) -> Iterator[tuple[int, str]]:
    above = columns(part)
    for match in (*MOBILE.finditer(part.plain), *OTHERWISE.finditer(part.plain)):
        start = match.start()
        if is_duty_line(part.plain, start) or _is_code(part.plain, start):
            continue
        head = above.head(start)
        if PERSON.search(head) or not (CODE.search(head) or AMOUNT.search(head)):
            yield start, match[0]


def _is_code(text: str, start: int) -> bool:
    """Whether the words just before say that it is the number of something else."""
    before = re.split(r"[，。；,;\n\t]", text[max(0, start - 12) : start])[-1]
    return bool(CODE.search(before)) and not PERSON.search(before)


def _homes(part: Part) -> Iterator[tuple[int, str]]:
    for match in HOME.finditer(part.plain):
        yield match.start("number"), match["number"]
