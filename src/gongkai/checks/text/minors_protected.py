import re
from collections.abc import Iterator

from gongkai.checks.columns import CELLS
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.homes.name import is_full_name
from gongkai.checks.people import name_pattern
from gongkai.checks.published import Publication, PublicationExample, lines_of
from gongkai.checks.rule import rule
from gongkai.checks.source import Part
from gongkai.statute.provisions import PERSONAL_INFORMATION

ADULT = 18
AGE = re.compile(
    rf"(?P<name>{name_pattern()})\s*[，,（(、]\s*(?:[男女]\s*[，,、]\s*)?(?P<age>\d{{1,2}})\s*(?:周?岁|个月)"
)
CHILDREN = re.compile(
    r"学生姓名|幼儿姓名|儿童姓名|孩子姓名|未成年人姓名|受助学生|入园幼儿|孤儿姓名|小学生"
)
PERSON, AGED = re.compile(r"姓\s*名"), re.compile(r"年\s*龄")


@rule(
    id="X07",
    severity=Severity.ERROR,
    source=PERSONAL_INFORMATION.article("28"),
    english="A minor is named",
    mend=Wording("未成年人的姓名去标识化，例如“张某”。", "Mask the names of minors."),
    passes=(
        PublicationExample(text="张某，12岁，获得救助。"),
        PublicationExample(text="姓名\t年龄\n张建国\t45"),
    ),
    fails=(
        PublicationExample(text="张小明，男，9岁，由社区负责走访。"),
        PublicationExample(text="学生姓名\t学校\n张小明\t第一小学"),
        PublicationExample(text="姓名\t年龄\n张小明\t9"),
    ),
)
def minors_protected(publication: Publication) -> Iterator[Found]:
    """不公布未成年人的姓名

    不满十四周岁未成年人的信息是敏感个人信息。救助、入学、获奖名单里的孩子只写姓氏。
    """
    for part in publication.parts:
        for start, name in (*_told(part), *_listed(part)):
            yield Found(
                part.at,
                f"出现未成年人“{name[:1]}{'*' * (len(name) - 1)}”的姓名",
                "a minor is named",
                place=part.place(start),
            )


def _told(part: Part) -> Iterator[tuple[int, str]]:
    for match in AGE.finditer(part.plain):
        if int(match["age"]) < ADULT and is_full_name(match["name"]):
            yield match.start(), match["name"]


def _listed(part: Part) -> Iterator[tuple[int, str]]:
    """Names in a column of children, or in rows whose age is below that of an adult."""
    heads: list[str] = []
    for start, line in lines_of(part):
        cells = [cell.strip() for cell in CELLS.split(line)]
        if any(CHILDREN.search(cell) or PERSON.fullmatch(cell) for cell in cells):
            heads = cells
        elif len(cells) == len(heads):
            name = _child(cells, heads)
            if name:
                yield start, name


def _child(cells: list[str], heads: list[str]) -> str:
    row = list(zip(heads, cells, strict=True))
    children = [cell for head, cell in row if CHILDREN.search(head) and is_full_name(cell)]
    young = any(AGED.search(head) and _is_young(cell) for head, cell in row)
    named = [cell for head, cell in row if PERSON.fullmatch(head) and is_full_name(cell)]
    return next(iter(children), "") or (next(iter(named), "") if young else "")


def _is_young(cell: str) -> bool:
    found = re.fullmatch(r"(\d{1,2})(?:周?岁)?", cell)
    return found is not None and int(found[1]) < ADULT
