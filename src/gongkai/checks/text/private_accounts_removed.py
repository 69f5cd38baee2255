from collections.abc import Iterator

from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.people import is_private_mail
from gongkai.checks.published import Publication, PublicationExample
from gongkai.checks.report.no_private_accounts import ACCOUNT, MAIL, beside_a_person
from gongkai.checks.rule import rule
from gongkai.statute.provisions import PERSONAL_INFORMATION


@rule(
    id="X05",
    severity=Severity.WARNING,
    source=PERSONAL_INFORMATION.article("25"),
    english="A private mailbox or social account is about to be published",
    mend=Wording("改为单位的公务邮箱或者办公电话。", "Give the office's mailbox or telephone."),
    passes=(
        PublicationExample(text="联系我们：区政府办公室，邮箱 qhzwgk@126.com"),
        PublicationExample(text="联系人：李思远，邮箱：lisiyuan@qinghe.gov.cn"),
    ),
    fails=(
        PublicationExample(text="联系人：李思远，邮箱：100000001@qq.com"),
        PublicationExample(text="联系人：李思远，微信：lisiyuan_01"),
    ),
)
def private_accounts_removed(publication: Publication) -> Iterator[Found]:
    """不公布个人邮箱和社交账号

    写在个人姓名旁的 QQ 邮箱、微信号是个人信息。工作联系用单位的邮箱。
    """
    for part in publication.parts:
        text = part.plain
        for match in (*MAIL.finditer(text), *ACCOUNT.finditer(text)):
            private = "@" not in match[0] or is_private_mail(match[0])
            if private and beside_a_person(text, match.start(), match.end()):
                yield Found(
                    part.at,
                    "个人姓名旁有个人邮箱或者社交账号",
                    "a private account beside a person",
                    place=part.place(match.start()),
                )
