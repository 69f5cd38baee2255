"""The application form 申请表 as it comes back filled in: ours, and those that others print. Pure.

The text is a row of the form on a line, its cells parted by tabs (`web.files.words`). What is not
plainly there stays empty, with a sentence for the clerk, who confirms all of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from gongkai.law.identity.applicant import Applicant, column_hint
from gongkai.law.identity.credit_code import is_credit_code
from gongkai.law.identity.id_card import is_id_card
from gongkai.web.requests.mail.labels import labelled

PERSON, ORGANISATION, AGENT, ASKED = "公民", "法人或者其他组织", "代理人", "所需信息"
GROUPS = {
    **dict.fromkeys(("公民", "自然人", "个人"), PERSON),
    **dict.fromkeys(
        ("法人或者其他组织", "法人或其他组织", "法人/其他组织", "法人其他组织", "单位"),
        ORGANISATION,
    ),
    **dict.fromkeys(("代理人", "委托代理人", "代理人信息"), AGENT),
    **dict.fromkeys(("所需信息", "所需信息情况", "所需政府信息情况", "申请内容"), ASKED),
}
ANYWHERE = {
    "申请人姓名 申请人名称 申请人姓名/名称": "name",
    "统一社会信用代码 社会信用代码 组织机构代码 统一社会信用代码/组织机构代码": "credit_code",
    "联系电话 电话 手机 手机号码 联系人电话 固定电话": "phone",
    "电子邮箱 电子邮件 邮箱 联系人邮箱 联系人电子邮箱 电子邮件地址": "email",
    "通信地址 通讯地址 联系地址 邮寄地址 地址 住址": "address",
    "邮政编码 邮编": "postcode",
    "所需信息的名称 所需信息名称 信息名称 文件名称 所需政府信息名称": "topic",
    "文号 信息文号 文件文号": "number",
    "所需信息的名称、文号或者其他特征描述 所需信息的内容描述 所需政府信息的内容描述 内容描述"
    " 所需信息内容描述 其他特征描述 特征描述 所需信息的特征描述 申请公开的信息内容": "description",
    "信息的形式 所需信息的指定提供方式 指定提供方式 提供政府信息的指定方式 提供方式 载体形式"
    " 提供信息的指定方式 信息的指定提供方式": "form",
    "获取的方式 获取信息的方式 获取政府信息的方式 获取方式 获取信息的途径": "delivery",
    "需要的帮助": "help",
    "组织类别 单位类别 申请人类别 类别": "kind",
    "工作单位 证件名称 证件类型 法定代表人 法人代表 法定代表人姓名 联系人 联系人姓名 传真 用途"
    " 所需信息的用途 所需信息的索取号 申请时间 申请日期 申请人签名 申请人签名或者盖章"
    " 申请人签名或盖章 申请人 是否申请减免费用 选填部分 备注": "",
}
OF_GROUP = {
    (PERSON, "姓名"): "name",
    (PERSON, "身份证号码"): "identity_number",
    (ORGANISATION, "名称"): "name",
    (AGENT, "姓名"): "agent",
    (AGENT, "身份证号码"): "agent_number",
    (AGENT, "联系电话"): "agent_phone",
    ("", "姓名"): "name",
    ("", "身份证号码"): "identity_number",
}
SAME = {"证件号码": "身份证号码", "身份证号": "身份证号码", "公民身份号码": "身份证号码"}
SAME |= {"单位名称": "名称", "机构名称": "名称", "代理人姓名": "姓名", "电话": "联系电话"}
LABELS = {label: name for labels, name in ANYWHERE.items() for label in labels.split()}
KNOWN = {*LABELS, *GROUPS, *SAME, *(label for _group, label in OF_GROUP)}

KINDS = {
    "商业企业": Applicant.BUSINESS,
    "工商企业": Applicant.BUSINESS,
    "科研机构": Applicant.RESEARCH,
    "社会公益组织": Applicant.SOCIAL_ORGANISATION,
    "法律服务机构": Applicant.LEGAL_SERVICE,
    "其他": Applicant.OTHER_ORGANISATION,
}
DELIVERIES = {
    "网上": "online", "网站": "online", "电子邮件": "email", "电子邮箱": "email", "邮寄": "post",
    "快递": "post", "领取": "collect", "当场": "collect", "当面": "collect", "现场": "collect",
}  # fmt: skip
HELPS = ("书写或者阅读有困难", "视力障碍", "听力障碍")
EMPTY, TICKED = "□☐○◯▢", "☑☒✓✔√■●▣"
TOKEN = re.compile(rf"([{EMPTY}{TICKED}])([^{EMPTY}{TICKED}]*)")
TICKED_AFTER = re.compile(r"([^\s（()）]+)[（(]\s*[√✓✔]\s*[)）]")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)
PHONE = re.compile(r"[\d\s+()（）转,，/、-]{7,}")
NAMES = {
    "name": "姓名或者名称", "identity_number": "身份证号码", "credit_code": "统一社会信用代码",
    "phone": "联系电话", "email": "电子邮箱", "address": "通信地址", "agent": "代理人姓名",
    "agent_number": "代理人身份证号码", "agent_phone": "代理人电话",
}  # fmt: skip
NEEDED = ("name", "phone", "address")
SOUND = {
    "identity_number": is_id_card,
    "agent_number": is_id_card,
    "credit_code": is_credit_code,
    "email": EMAIL.fullmatch,
    "phone": PHONE.fullmatch,
    "agent_phone": PHONE.fullmatch,
}
BLANK = ("/", "\\", "无", "-", "—", "——")
"""What is written where there is nothing to say."""
FEWEST = 3
"""Labels that a form has at least; what has fewer is some other paper."""


@dataclass(frozen=True)
class FilledForm:
    """What a form plainly says, by the names of the fields of an application; sentences on it."""

    fields: dict[str, str] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)


def filled_form(text: str) -> FilledForm | None:
    """The form as it was filled in; None where the text is none."""
    met = list(_pairs(text))
    if len({label for _group, label, _value in met}) < FEWEST:
        return None
    form = FilledForm()
    found = _gathered(met, text)
    _person(found, form)
    _asked(found, form)
    return form


def ticked(text: str) -> list[str] | None:
    """The choices that are ticked; None where it is not plain which.

    Where there are no boxes at all, what is written is what is chosen.
    """
    tokens = [(mark in TICKED, words.strip(" 　:：;；,，")) for mark, words in TOKEN.findall(text)]
    behind = TICKED_AFTER.findall(text)
    if behind:
        return behind
    if not tokens:
        return [text.strip()] if text.strip() else []
    if any(mark and not words for mark, words in tokens):
        return None
    return [words for mark, words in tokens if mark]


def _pairs(text: str) -> Iterator[tuple[str, str, str]]:
    """Every label with its group and what stands beside it."""
    group = ""
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.split("\t")] if "\t" in line else []
        while cells:
            cell = cells.pop(0)
            label, _colon, value = cell.replace("：", ":", 1).partition(":")
            label = bare(label)
            if label in GROUPS:
                group = GROUPS[label]
            elif label in KNOWN:
                if not value and cells and bare(cells[0]) not in KNOWN:
                    value = cells.pop(0)
                yield group, SAME.get(label, label), "" if value in BLANK else value.strip()


def bare(label: str) -> str:
    """A label without blanks, numbers, brackets and what stands in them."""
    return re.sub(r"\s|[（(][^（()）]*[)）]|^[\d.、*＊]+|[:：*＊]$", "", label)


def _gathered(met: list[tuple[str, str, str]], text: str) -> dict[str, list[str]]:
    """What is said of each field; every different value once."""
    found: dict[str, list[str]] = {}
    for group, label, value in met:
        name = OF_GROUP.get((group, label)) or LABELS.get(label) or OF_GROUP.get(("", label), "")
        if name and value and value not in found.setdefault(name, []):
            found[name].append(value)
        if name == "name" and value:
            found.setdefault("group", []).append(group)
    untabled = "\n".join(
        line for line in text.splitlines() if "\t" not in line and "签名" not in line
    )
    for name, value in labelled(untabled).items():
        found.setdefault(name, [value])
    return found


def _person(found: dict[str, list[str]], form: FilledForm) -> None:
    for name, label in NAMES.items():
        values = found.get(name, [])
        sound = SOUND.get(name, bool)
        if len(values) > 1:
            form.said.append(f"{label}写了几个（{'；'.join(values)}），没有填入。")
        elif values and not sound(values[0]):
            form.said.append(f"{label}“{values[0]}”不对，没有填入，请核对。")
        elif values:
            form.fields[name] = values[0]
        elif name in NEEDED:
            form.said.append(f"没有写明{label}。")
    postcode = found.get("postcode", [""])[0]
    if "address" in form.fields and re.fullmatch(r"\d{6}", postcode):
        form.fields["address"] += f"（邮编 {postcode}）"
    kind = _kind(found, form)
    if kind:
        form.fields["applicant"] = kind.value
    else:
        form.said.append("申请人类别不明确，请选择。")


def _kind(found: dict[str, list[str]], form: FilledForm) -> Applicant | None:
    """As it was ticked; else a citizen's own part of the form, or what the credit code says."""
    chosen = [word for value in found.get("kind", []) for word in ticked(value) or []]
    kinds = {kind for word, kind in KINDS.items() if any(word in each for each in chosen)}
    groups = set(found.get("group", []))
    if len(kinds) == 1:
        return kinds.pop()
    if groups == {PERSON}:
        return Applicant.NATURAL_PERSON
    number = form.fields.get("credit_code") or form.fields.get("identity_number", "")
    hint = column_hint(number) if len(groups) == 1 else None
    return hint.column if hint and hint.certain else None


def _asked(found: dict[str, list[str]], form: FilledForm) -> None:
    """What is asked for, in which form, by which way, with which help."""
    described = "\n".join(found.get("description", []))
    topic = " ".join([*found.get("topic", []), *found.get("number", [])]) or described
    if topic:
        form.fields["topic"] = " ".join(topic.split())[:200]
    else:
        form.said.append("没有写明所需信息的名称、文号或者其他特征描述。")
    wanted = "、".join(each for value in found.get("form", []) for each in ticked(value) or [])
    lines = [described if described != form.fields.get("topic") else ""]
    lines.append(f"信息的形式：{wanted}" if wanted else "")
    if any(lines):
        form.fields["description"] = "\n".join(line for line in lines if line)
    ways = _matching(found.get("delivery", []), DELIVERIES)
    if len(ways) == 1:
        form.fields["delivery"] = ways.pop()
    else:
        form.said.append(
            "获取信息的方式选了几种，请选定一种。" if ways else "没有写明获取信息的方式，请核实。"
        )
    helps = _matching(found.get("help", []), {each: each for each in HELPS})
    if len(helps) == 1:
        form.fields["help"] = helps.pop()


def _matching(values: list[str], known: dict[str, str]) -> set[str]:
    """What the ticked choices mean."""
    chosen = [each for value in values for each in ticked(value) or []]
    return {meant for word, meant in known.items() if any(word in each for each in chosen)}
