"""Whether two applications ask for the same, and whether one reads like a petition. Pure.

These are hints with their evidence; a person decides.
"""

import re

from rapidfuzz import fuzz

SAME = 80
"""Of a hundred: from here on two descriptions are shown as asking for the same."""
FILLING = re.compile(r"关于|申请|公开|政府信息|相关|有关|的|及|和|与|请|\s|[^\w]")
PETITION = re.compile(
    r"(?:投诉|举报|信访|上访)(?!.{0,8}(?:情况|数量|统计|办法|制度|规定|规程|电话|渠道|结果|信息|材料|记录|案件))|"
    r"查处|严惩|讨要|维权|要求赔偿|不作为|乱作为|"
    r"要求(?:处理|解决|给予|追究|退还|停止|恢复)|请(?:求|你们|贵局)?(?:处理|解决|核实|调查)|"
    r"为什么|是否合法|是否合理|谁来负责"
)
SENTENCE = re.compile(r"[^。！？；\n]*")


def core(topic: str) -> str:
    """What is left of a topic without the words that every application has."""
    return FILLING.sub("", topic)


def same_matter(one: str, other: str) -> bool:
    """Whether two topics ask for the same."""
    left, right = core(one), core(other)
    if not left or not right:
        return one.strip() == other.strip()
    if re.findall(r"\d+", left) != re.findall(r"\d+", right):
        return False  # another year, another document number
    return bool(fuzz.ratio(left, right) >= SAME)


def petition_phrases(text: str) -> list[str]:
    """The sentences that ask for something to be done rather than to be shown."""
    found = [part[0].strip() for part in SENTENCE.finditer(text) if PETITION.search(part[0])]
    return list(dict.fromkeys(found))[:5]
