"""Whether an address beside a person is that of a home: by what the paper calls both."""

import re

from gongkai.checks.homes.words import (
    ASIDE,
    BODIES,
    BODY,
    DWELLERS,
    HOUSES,
    LIVES,
    OFFICERS,
    PERSONAL,
    PERSONS,
    POSTED,
    SITES,
    WORKPLACES,
    WORKS,
    alternatives,
)
from gongkai.checks.later import Later

HOMELY = re.compile(r"家|户籍|户口|现住|居住|常住")
AT_DOOR = re.compile(r"(?:房门|家门|家中|住宅|住房|家)[）)]?$|本人|自[家住]")
SERVED = re.compile(r"对象|户[名主]?$|用户|当事人")
CARED = re.compile(r"服务|救助|慰问|走访|探访|帮扶|上门|护理|配送")
"""What is done for somebody at home."""
IN_OFFICE = Later(
    lambda: (
        rf"(?:{alternatives('titles')})(?:姓名|名单|名册|信息|公示)?$|(?:机构|组织|协会|场所|名录)$"
    )
)
NAMES_OF_THINGS = Later(lambda: r"(?<!姓名)(?<!人)(?<!户)(?<![区村镇道])名称")


def at_home(own: str, address: str, who: str, labels: list[str], values: list[str]) -> bool:
    """`own` labels the address, `who` the person; the others stand beside them in row or form."""
    if LIVES.search(own):
        return not is_official(who) or HOMELY.search(own) is not None
    if PERSONS.search(who) and AT_DOOR.search(address):
        return True
    if who and own != who and own.startswith(who):
        return not (_is_work(address) or is_official(who))
    if SITES.search(own) and not _is_at_home(who):
        return False
    served = _is_at_home(who) and own[:2] == who[:2]
    if served and CARED.match(own):
        return not _is_work(address)
    if (WORKPLACES.search(own) and not served) or _is_work(address):
        return False
    if is_official(who):
        return False
    if HOUSES.search(own) and PERSONS.search(who):
        return True
    return not _of_body(labels, values) or _of_person(labels, values)


def _is_work(address: str) -> bool:
    return bool(WORKS.search(address) or BODIES.search(address))


def _is_at_home(label: str) -> bool:
    """Whether a label is of people who are met where they live."""
    return bool(DWELLERS.search(label) or SERVED.search(label)) and not is_official(label)


def is_official(label: str) -> bool:
    """Whether a label or a head is of people who act for a body."""
    return bool(OFFICERS.search(label) or IN_OFFICE.search(label))


def is_body(word: str) -> bool:
    """Whether a word names a body, a project or a post."""
    return bool(BODIES.search(word) or BODY.search(word))


def _of_body(labels: list[str], values: list[str]) -> bool:
    """Whether the row or the form tells of a body, of its people or its work."""
    row = zip(labels or [""] * len(values), values, strict=False)
    if any(is_body(value) and not ASIDE.search(label) for label, value in row):
        return True
    told = [label for label in labels if not ASIDE.search(label)]
    return any(POSTED.search(one) or NAMES_OF_THINGS.search(one) for one in told)


def _of_person(labels: list[str], values: list[str]) -> bool:
    return any(PERSONAL.search(label) for label in labels) or any(
        re.fullmatch(r"[男女]|\d{1,3}周?岁", value.strip()) for value in values
    )
