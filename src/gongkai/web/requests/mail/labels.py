"""What a message plainly labels: 姓名：程远山. What it does not label, a clerk asks for. Pure."""

import re

LABELS = {
    "name": "申请人姓名 申请人名称 申请人 姓名 单位名称 法人或者其他组织名称",
    "identity_number": "身份证号码 身份证号 公民身份号码 证件号码",
    "credit_code": "统一社会信用代码 社会信用代码",
    "phone": "联系电话 手机号码 手机号 手机 电话",
    "email": "电子邮箱 电子邮件 邮箱地址 邮箱",
    "address": "通信地址 通讯地址 联系地址 邮寄地址 住址 地址",
    "topic": "所需信息的名称或者文号 所需信息名称 所需信息的名称 所需政府信息名称 信息名称"
    " 申请公开的信息 申请公开信息 申请内容 申请事项",
    "description": "其他特征描述 特征描述 内容描述 具体描述 所需信息描述 所需信息的内容描述",
}
FIELDS = {label: name for name, labels in LABELS.items() for label in labels.split()}
LINE = re.compile(r"([^:：]{2,30})[:：](.*)")
BEFORE = re.compile(r"^[\W\d_一二三四五六七八九十]+(?=\w)")
NUMBER = re.compile(r"SQ\d{3,}-\d{4}-\d{4,}", re.IGNORECASE)
LONG = ("topic", "description")
"""What may go on in the lines below its label."""


def labelled(text: str) -> dict[str, str]:
    """The fields of an application that a text labels; one said in two ways is left to the clerk"""
    found: dict[str, list[str]] = {}
    now = ""
    for line in (each.strip() for each in text.splitlines()):
        met = LINE.fullmatch(line)
        if met:
            now = _field(met[1])
            if now:
                found.setdefault(now, []).append(met[2].strip())
        elif now in LONG and line:
            found[now][-1] = f"{found[now][-1]}\n{line}".strip()
        else:
            now = ""
    said = {name: {value for value in values if value} for name, values in found.items()}
    return {name: values.pop() for name, values in said.items() if len(values) == 1}


def _field(label: str) -> str:
    """The field that a label names, without number, blanks and what stands in brackets."""
    bare = re.sub(r"\s|[（(].*", "", label)
    return FIELDS.get(BEFORE.sub("", bare), "")


def numbers_in(subject: str) -> list[str]:
    """The numbers of applications that a subject names."""
    return list(dict.fromkeys(number.upper() for number in NUMBER.findall(subject)))
