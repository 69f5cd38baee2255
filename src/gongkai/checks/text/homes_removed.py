from collections.abc import Iterator

from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.homes.beside import homes
from gongkai.checks.published import Publication, PublicationExample
from gongkai.checks.rule import rule
from gongkai.statute.provisions import OPENNESS_2018


@rule(
    id="X06",
    severity=Severity.ERROR,
    source=OPENNESS_2018.whole,
    english="A name stands beside the address of a home",
    mend=Wording(
        "住址只写到乡镇、街道，或者姓名去标识化。",
        "Give the address down to the township only, or mask the name.",
    ),
    passes=(
        PublicationExample(text="张某，住解放路12号3栋501室"),
        PublicationExample(text="单位\t负责人\t办公地址\n城管局\t张建国\t解放大道300号2楼"),
        PublicationExample(text="姓名\t住址\n张建国\t紫阳街道"),
        PublicationExample(text="联系人：张建国，办公地址：解放大道300号一楼窗口"),
    ),
    fails=(
        PublicationExample(text="张建国，男，住解放路12号3栋2单元501室。"),
        PublicationExample(text="姓名\t家庭住址\t金额\n张建国\t紫阳小区5栋302室\t500"),
        PublicationExample(attachments=(("名单.xlsx", "张建国\t李家村三组\t1000"),)),
    ),
)
def homes_removed(publication: Publication) -> Iterator[Found]:
    """姓名旁不写家庭住址

    姓名加门牌号指向一个具体的家庭。救助、拆迁、保障房名单里的住址只写到乡镇、街道。
    单位的办公地址、注册地址不在此列。
    """
    for part in publication.parts:
        for home in homes(part):
            yield Found(
                part.at,
                f"“{home.name[0]}{'*' * (len(home.name) - 1)}”的姓名旁有家庭住址",
                "a name beside the address of a home",
                place=part.place(home.start),
            )
