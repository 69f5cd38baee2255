"""Notes on the text as a whole: converted characters, annotations, damage."""

import re

from gongkai.reports.model.statement import Note
from gongkai.reports.read.normal import RADICALS, TRADITIONAL

_PINYIN = re.compile(r"[一-鿿][（(][a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,7}[)）]")
_MOJIBAKE = re.compile(r"[锟斤拷]{2,}|�|[ÃÂäåæçèé][\u0080-\u00bf¡-¿]")
_NO_TRADITIONAL = str.maketrans(dict.fromkeys(set(TRADITIONAL) - {"覆"}, ""))
_NO_RADICALS = str.maketrans(dict.fromkeys([*RADICALS, *map(chr, range(0x2F00, 0x2FD6))], ""))
CONVERTED = 20
"""So many traditional characters of common words: the page was converted as a whole."""


def notices(text: str) -> list[Note]:
    """What a person should know before trusting a text that passed through other hands."""
    counted = (
        (_gone(text, _NO_TRADITIONAL), CONVERTED, "全文用繁体字，可能是转换过的镜像页面"),
        (len(_PINYIN.findall(text)), 3, "文中夹有拼音注音，可能是转换过的镜像页面"),
        (len(_MOJIBAKE.findall(text)), 1, "文中有损坏的字，受损处没有补"),
        (_gone(text, _NO_RADICALS), 1, "文中有部首字符，匹配时按通常的字处理"),
    )
    return [
        Note("extraction", "document", f"{words}（{count} 处）")
        for count, least, words in counted
        if count >= least
    ]


def _gone(text: str, table: dict[int, str]) -> int:
    return len(text) - len(text.translate(table))
