import re
from collections.abc import Iterator

from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.published import TEXT, Publication, PublicationExample
from gongkai.checks.rule import rule
from gongkai.statute.provisions import SITE_INSPECTION

INSIDE = re.compile(
    r"\b(?:https?://(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)[^\s，。；）)]*"
    r"|file:/+[^\s，。；）)]+|[A-Z]:\\[^\s，。；）)]+)"
)


@rule(
    id="X10",
    severity=Severity.WARNING,
    source=SITE_INSPECTION.whole,
    english="A link leads nowhere",
    mend=Wording("改正网址，或者去掉链接。", "Mend the address, or remove the link."),
    passes=(
        PublicationExample(text="详见 https://www.example.gov.cn/zc/1.html"),
        PublicationExample(links={}),
    ),
    fails=(
        PublicationExample(text="附件见 http://192.168.1.20/oa/1.doc"),
        PublicationExample(links={"/bodies/wangge/items/2020/9/": "没有这个页面"}),
    ),
)
def links_alive(publication: Publication) -> Iterator[Found]:
    """链接打得开

    内网地址、本机路径公众打不开；链到本站已经撤下的页面也是死链，会在网站检查中扣分。
    """
    for part in publication.parts:
        for match in INSIDE.finditer(part.plain):
            yield Found(
                part.at,
                f"“{match[0][:60]}”是内网或者本机的地址，公众打不开",
                f"“{match[0][:60]}” is an address inside the office",
                place=part.place(match.start()),
            )
    for address, why in publication.links.items():
        yield Found(TEXT, f"链接“{address[:80]}”打不开：{why}", f"the link {address[:80]} is dead")
