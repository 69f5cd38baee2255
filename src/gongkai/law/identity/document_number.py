"""Document numbers 文号: `国办函〔2020〕109号` (GB/T 9704-2012, 7.2.5).

Code of the issuer, four digits of the year in corner brackets 〔〕, a number without leading zero
and without 第. Other brackets and slips are read, named, and printed right.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.law.identity.digits import InvalidNumberError

DOCUMENT_NUMBER = re.compile(r"([\u4e00-\u9fff（）()]+)〔((?:19|20)\d{2})〕([1-9]\d*)号")
"""As the standard wants it."""

BRACKETS = str.maketrans(
    dict.fromkeys("[(【﹝［（{<〈《「", "〔") | dict.fromkeys("])】﹞］）}>〉》」", "〕")
)
READABLE = re.compile(
    r"(?P<code>[\u4e00-\u9fff〔〕]*[\u4e00-\u9fff])〔(?P<year>\d+)〕(?P<ordinal>第?)"
    r"(?P<number>\d+)(?P<end>号?)"
)


@dataclass(frozen=True, order=True)
class DocumentNumber:
    """Issuer's code, year, number; prints as the standard wants."""

    code: str
    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.code}〔{self.year}〕{self.number}号"


def read_document_number(text: str) -> DocumentNumber:
    """The number in that text, slips mended; InvalidNumberError when it cannot be made out."""
    found = parts(text)
    if not found:
        raise InvalidNumberError("文号应为“机关代字〔年份〕序号号”，例如 国办函〔2020〕109号")
    year, number = int(found["year"]), int(found["number"])
    if len(found["year"]) != 4 or not 1900 <= year <= 2099:
        raise InvalidNumberError(f"文号的年份应为四位数，现为 {found['year']}")
    if not number:
        raise InvalidNumberError("文号的序号从1开始")
    return DocumentNumber(found["code"].replace("〔", "（").replace("〕", "）"), year, number)


def parts(text: str) -> re.Match[str] | None:
    """The number split up, brackets of every kind read as corner brackets."""
    bare = re.sub(r"\s", "", unicodedata.normalize("NFKC", text.translate(BRACKETS)))
    return READABLE.fullmatch(bare.translate(BRACKETS))


def faults(text: str) -> Iterator[str]:
    """What the standard does not allow in a number that can be read, as Chinese sentences."""
    found = parts(text)
    if not found or DOCUMENT_NUMBER.fullmatch(text):
        return
    if "〔" not in text or "〕" not in text:
        yield "年份应使用六角括号〔〕"
    if found["ordinal"]:
        yield "序号前不加“第”"
    if found["number"].startswith("0"):
        yield "序号不编虚位，1不写成01"
    if not found["end"]:
        yield "文号以“号”字结尾"
    if re.search(r"\s", text):
        yield "文号中间不加空格"
    if re.search(r"[０-９]", text):
        yield "年份和序号使用半角阿拉伯数字"
