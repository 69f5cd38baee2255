"""Names of persons beside the addresses of homes, in sentences and in rows of tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.checks.columns import CELLS
from gongkai.checks.people import is_name, name_pattern
from gongkai.checks.published import lines_of
from gongkai.checks.source import Part

NUMERAL = r"[\d一二三四五六七八九十]+"
ROADS = "大道|大街|胡同|横街|支路|路|街|巷|弄|里|道|坊"
ROAD = rf"[\u4e00-\u9fff]{{1,8}}(?:{ROADS})\s*{NUMERAL}\s*(?:号|弄)"
ESTATES = "小区|社区|花园|家园|公寓|新村|宿舍|家属院|大院|苑|园|村|屯|寨|湾|庄|塘|里|城|府"
ESTATE = (
    rf"[\u4e00-\u9fff]{{1,8}}(?:{ESTATES})"
    rf"\s*(?:[A-Za-z]?\s*{NUMERAL}|[东西南北A-Za-z])\s*"
    r"(?:号楼|栋|幢|座|组|队|单元|号|室|区|门)"
)
DWELLING = (
    rf"{NUMERAL}\s*(?:号楼|栋|幢|座|单元|室|户|门洞)|(?<=[村庄屯寨湾]){NUMERAL}\s*(?:组|队)"
    rf"|{NUMERAL}\s*-\s*{NUMERAL}\s*-\s*{NUMERAL}"
)
ADDRESS = re.compile(rf"(?:{ROAD}|{ESTATE})[^\s,，;；|。、的]{{0,24}}")
FLAT = re.compile(DWELLING)
LIVES = re.compile(
    r"家庭住址|家庭地址|住\s*址|居住地|居住地址|居住在|户籍地址|户籍所在地|户籍地|户籍|户口所在地|家\s*住|现\s*住|暂住|住在|住于|住(?=[\u4e00-\u9fff])"
)
WHERE = re.compile(r"[^\d]*?(?:户位于|户坐落于|家住|现住|住在|住于|住)")
OFFICE = re.compile(
    r"办公|单位|机构|机关|注册|经营|营业|服务(?:点|站|网点)|网点|窗口|会议|地点|场所|店|公司|厂|"
    r"医院|学校|幼儿园|中心|大厅|派出所|居委会|党群|所在地址|项目|工程|工地|投诉|举报|咨询|报名|领取|集合|来访|邮寄|通讯"
)
PERSONS = re.compile(
    r"姓\s*名|户\s*主|申请人|申请家庭|承租人|产权人|当事人|被征收人|负责人|联系人|领取人|受助人|对象|老人|"
    r"学生|监护人|家长|居民|农户|贫困户|残疾人|本人|代表|人员|村民"
)
POSTED = re.compile(r"单位|机构|部门|科室|职务|岗位|企业|公司|店名|字号")
ADDRESSES = re.compile(r"住\s*址|地\s*址|居住|户籍|户口|房屋坐落|坐落|住所|门牌|所在地")
HEADS = re.compile(
    rf"{ADDRESSES.pattern}|{PERSONS.pattern}|{POSTED.pattern}|序号|编号|名称|电话|金额|项目|备注|日期|地点"
)
LABELLED = re.compile(
    rf"(?:{PERSONS.pattern})[^:：\t]{{0,6}}\s*[:：\t]\s*(?P<name>{name_pattern()})(?=$|[\s,，、;；（(])"
)
NEAR = 24
FORM = 10
"""Lines below the name of a person on which a form may tell the address."""


@dataclass(frozen=True)
class Home:
    """A person and an address that stand together; offsets into the part."""

    start: int
    name: str


def homes(part: Part) -> Iterator[Home]:
    """Each address of a home beside a name, once a line."""
    heads: list[str] = []
    person, since = "", 0
    for start, line in lines_of(part):
        cells = [cell.strip() for cell in CELLS.split(line)]
        if _is_head(cells):
            heads = cells
            continue
        if len(cells) < 2:
            heads = heads if line.strip() == "" else []
        told = LABELLED.search(line)
        if told and is_full_name(told["name"]):
            person, since = told["name"], 0
        since += 1
        headed = len(heads) == len(cells) > 1
        found = _in_row(cells, heads) or ("" if headed else _in_sentence(line))
        if not found and since <= FORM and _tells_home(line):
            found = person
        if found:
            yield Home(start, found)


def _tells_home(line: str) -> bool:
    """A line of a form that gives where the person lives."""
    word, address = LIVES.search(line), ADDRESS.search(line)
    return bool(word and address and word.start() <= address.start() and word.start() < 8)


def _is_head(cells: list[str]) -> bool:
    """A row that names its columns, and holds no address itself."""
    named = sum(bool(HEADS.search(cell)) for cell in cells)
    return named > 1 and all(len(cell) <= 14 and not ADDRESS.search(cell) for cell in cells)


def _in_row(cells: list[str], heads: list[str]) -> str:
    """The name in a row that also holds the address of a home; empty where there is none."""
    if len(cells) < 2:
        return ""
    columns = heads if len(heads) == len(cells) else [""] * len(cells)
    address = next((at for at, cell in enumerate(cells) if _is_home(cell, columns[at])), None)
    if address is None or _of_office(columns, columns[address]):
        return ""
    names = (
        cell
        for at, cell in enumerate(cells)
        if at != address and is_full_name(cell) and _may_be_person(columns[at])
    )
    return next(names, "")


def _is_home(cell: str, head: str) -> bool:
    """Whether a cell is the address of a house; a flat needs no road beside it."""
    if OFFICE.search(cell) and not FLAT.search(cell):
        return False
    found = ADDRESS.search(cell)
    if found is None:
        return bool(ADDRESSES.search(head) and FLAT.search(cell))
    return bool(head and ADDRESSES.search(head)) or bool(FLAT.search(cell)) or not head


def _of_office(columns: list[str], own: str) -> bool:
    """Whether the table lists offices: its address column says so, or its other columns do."""
    if LIVES.search(own) or "坐落" in own or "户" in own:
        return False
    return bool(OFFICE.search(own)) or any(POSTED.search(head) for head in columns)


def _may_be_person(head: str) -> bool:
    return not head or bool(PERSONS.search(head))


def is_full_name(cell: str) -> bool:
    """A name written in full; `张某`, `张*` and `张某某` are masked."""
    plain = re.sub(r"\s+", "", cell)
    plain = re.sub(r"[（(][男女][）)]$", "", plain)
    found = re.fullmatch(name_pattern(), plain)
    return bool(found) and not re.search(r"[某*×xX]", plain) and is_name(plain)


def _in_sentence(line: str) -> str:
    """A name before the words for living somewhere, or right before the address of a flat."""
    for address in ADDRESS.finditer(line):
        verb = WHERE.match(address[0])
        starts = address.start() + (verb.end() if verb else 0)
        sentence = re.split(r"[。！？]", line[max(0, starts - NEAR * 2) : starts])[-1]
        lives = bool(LIVES.search(sentence) or verb)
        if lives or FLAT.search(address[0]):
            name = _name_before(sentence, lives) or _name_after(line[address.end() :])
            if name and (lives or not OFFICE.search(sentence)):
                return name
    return ""


def _name_before(words: str, lives: bool) -> str:
    """The last name written in full; without a word for living only one that stands next to it."""
    reach = words if lives else "·" * (len(words) > 12) + words[-12:]
    border = (
        r"(?:^|[\s:：,，、;；（()）.．\d及和与将向对把由给]|(?<=[户者员人民生师长众友属士名象]))"
    )
    ends = r"(?=$|[\s:：,，、;；（()）]|同志|先生|女士|家|现|住|系|一家|户|等)"
    pattern = re.compile(rf"{border}(?P<name>{name_pattern()}){ends}")
    found = [each["name"] for each in pattern.finditer(reach) if is_full_name(each["name"])]
    return found[-1] if found else ""


def _name_after(words: str) -> str:
    """`家住……号的张三老人`: the name that follows the address."""
    ends = r"老人|家|同志|先生|女士|一家|反映|投诉|申请|来电|来信|[，。、（(\s]|$"
    who = r"(?:居民|村民|业主|住户|群众|老人|市民)?"
    found = re.match(rf"的{who}(?P<name>{name_pattern()})(?={ends})", words)
    return found["name"] if found and is_full_name(found["name"]) else ""
