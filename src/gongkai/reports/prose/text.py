"""The text of a passage made ready for reading: one width of digits, no stray blanks, masks.

All texts of a `Text` have the same length, so an offset holds in each of them. What stands in
titles 《》 and quotation marks is masked: it is a name, not a statement.
"""

import re
from dataclasses import dataclass

from gongkai.reports.characters import exchange

one_width = exchange(
    {
        **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
        "％": "%",
        "﹪": "%",
        "．": ".",
        "(": "（",
        ")": "）",
        ";": "；",
        ":": "：",
        "﹐": "，",
        "?": "？",
        "!": "！",
        "〈": "《",
        "〉": "》",
        "〇": "零",
        "○": "零",
        "＋": "+",
        "—": "-",
        "–": "-",
        "－": "-",
        "―": "-",
        "~": "-",
        "～": "-",
        "﹝": "〔",
        "﹞": "〕",
    }
)
BLANKS = re.compile(r"(?<![0-9A-Za-z])[\s\u3000\u200b]+|[\s\u3000\u200b]+(?![0-9A-Za-z])")
ASCII_COMMA = re.compile(r",(?!\d{3}(?!\d))|(?<!\d),")
WIDE_THOUSANDS = re.compile(r"(?<=\d)，(?=\d{3}(?!\d)(?:[，.]\d|[\u4e00-\u9fff]))")
TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
QUOTED = re.compile(r"“[^”\n]{0,80}”|‘[^’\n]{0,40}’|\"[^\"\n，。]{1,40}\"|「[^」\n]{0,40}」")
WEB = re.compile(
    r"https?：//[\w./?=&%#-]+|www\.[\w./-]+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}",
    re.ASCII,
)
BRACKETS = re.compile(r"（[^（）]*(?:（[^（）]*）[^（）]*)*）")
LIST_NUMBER = re.compile(
    r"(?:(?<=^)|(?<=[\n。；：，、！？□]))"
    r"(?:（(?:[一二三四五六七八九十]{1,3}|\d{1,2})）[、.]?|[一二三四五六七八九十]{1,3}、"
    r"|\d{1,2}(?:、|[.）](?!\d)|[.、](?=(?:19|20)\d\d年))|[①-⑳]|[一二三四五六七八九十]{1,2}是|其[一二三四五]是?[，：]"
    r"|第[一二三四五六七八九十][，、：])"
)
HOLE, BRACKET_HOLE = "□", "▢"


@dataclass(frozen=True, slots=True)
class Text:
    """A passage: `words` cleaned, `plain` with names masked, `outer` with brackets masked too."""

    words: str
    plain: str
    outer: str
    brackets: tuple[tuple[int, int], ...]


def clean(raw: str) -> str:
    """One width of digits and brackets; no blanks but between Latin letters or digits."""
    text = BLANKS.sub("", one_width(raw))
    text = ASCII_COMMA.sub("，", text) if "," in text else text
    return WIDE_THOUSANDS.sub(",", text)


def prepare(raw: str) -> Text:
    """A passage ready to be read."""
    words = clean(raw)
    plain = words
    for pattern in (WEB, TITLE, QUOTED):
        plain = pattern.sub(_hole, plain)
    plain = LIST_NUMBER.sub(_hole, plain)
    spans = tuple(match.span() for match in BRACKETS.finditer(plain))
    outer = BRACKETS.sub(lambda match: BRACKET_HOLE * len(match[0]), plain) if spans else plain
    return Text(words, plain, outer, spans)


def _hole(match: re.Match[str]) -> str:
    return HOLE * len(match[0])
