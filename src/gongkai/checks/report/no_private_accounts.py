import re
from collections.abc import Iterator

from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.people import is_private_mail, name_beside
from gongkai.checks.rule import rule
from gongkai.checks.source import parts
from gongkai.reports.model.report import Report
from gongkai.statute.provisions import PERSONAL_INFORMATION

MAIL = re.compile(r"[A-Za-z0-9][\w.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.ASCII)
ACCOUNT = re.compile(
    r"(?P<kind>QQ|微信|抖音|微博)(?:号码?|账号|ID)?\s*[:：]\s*(?P<id>\d{5,11}|[A-Za-z][\w-]{5,19})"
)
OWN = re.compile(r"个人|私人|本人")
OFFICE = re.compile(
    r"办公室|官方|单位|公开(?:机构|部门|邮箱)|公务|监督|投诉|举报|来信|局|政府|中心"
)
REACH = 90


@rule(
    id="P04",
    severity=Severity.WARNING,
    source=PERSONAL_INFORMATION.article("25"),
    english="A private e-mail address or social account is published beside a person",
    mend=Wording("改为单位的公务邮箱或者办公电话。", "Give the office's mailbox or telephone."),
    passes=(
        ReportExample(prose={"preamble": "请与区政府办公室联系（电子邮箱：qhzwgk@126.com）。"}),
        ReportExample(prose={"annex": "联系人：李思远，邮箱：lisiyuan@qinghe.gov.cn"}),
        ReportExample(prose={"overview": "微信：青禾发布累计推送 20 条，QQ：群聊答疑。"}),
    ),
    fails=(
        ReportExample(
            prose={
                "annex": "工作人员\t赵文清\t职务\t科员\n办公：88100003\n邮 箱 ： 100000001@qq.com"
            }
        ),
        ReportExample(prose={"annex": "联系人：李思远，微信：lisiyuan_01"}),
        ReportExample(prose={"annex": "个人邮箱：somebody@163.com"}),
    ),
)
def no_private_accounts(report: Report) -> Iterator[Found]:
    """不公开个人邮箱和社交账号

    工作联系应当用单位的邮箱。写在个人姓名旁的 QQ 邮箱、微信号，是个人信息。
    """
    for part in parts(report):
        text = part.plain
        for match in (*MAIL.finditer(text), *ACCOUNT.finditer(text)):
            private = "@" not in match[0] or is_private_mail(match[0])
            if private and beside_a_person(text, match.start(), match.end()):
                kind = _kind(match)
                yield Found(
                    part.at,
                    f"个人姓名旁公开了{kind.zh}",
                    f"{kind.en} beside a person",
                    place=part.place(match.start()),
                )


def _kind(match: re.Match[str]) -> Wording:
    if "@" in match[0]:
        return Wording("个人邮箱", "a private e-mail address")
    return Wording(f"{match['kind']}账号", f"a {match['kind']} account")


def beside_a_person(text: str, start: int, end: int) -> bool:
    """Whether the words before it say private, or a name is nearer than an office."""
    before = text[max(0, start - 12) : start]
    if OWN.search(before):
        return True
    if OFFICE.search(before):
        return False
    return name_beside(text, start, end, REACH) is not None
