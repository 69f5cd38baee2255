"""Plain text and Markdown: bytes → lines."""

import codecs
import re

from gongkai.reports.model.document import Document, Line, Place, SourceKind
from gongkai.reports.read.limits import Limits
from gongkai.reports.read.titles import heading
from gongkai.reports.read.unreadable import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEADING_MARK = re.compile(r"^\s*#{1,6}\s+")
_BOLD = re.compile(r"(?<!\\)\*\*([^*]+)\*\*")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
MOST_CHARACTERS, LONGEST_LINE = 5_000_000, 300_000
"""Beyond this it is no report: the longest known have some ten thousand characters."""

_DAMAGE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd]")
"""Control characters that no text holds, and what could not be decoded."""

_LINE_ENDS = str.maketrans({"\x0b": "\n", "\u2028": "\n", "\u2029": "\n", "\x85": "\n"})


def document(data: bytes, limits: Limits) -> Document:
    """The lines of a text file; form feeds count pages, where there are any."""
    if len(data) > limits.bytes:
        raise UnreadableError(f"文件有 {len(data)} 字节，超过上限 {limits.bytes} 字节")
    text = decoded(data)
    if not text.strip():
        raise UnreadableError("文件是空的，没有可读的文字")
    if len(text) > MOST_CHARACTERS or longest_line(text) > LONGEST_LINE:
        raise UnreadableError("文字多得不像一份报告，没有读取：请只交报告本身")
    kind = SourceKind.MARKDOWN if is_markdown(text) else SourceKind.TEXT
    pages = text.count("\f") + 1 if "\f" in text.strip() else None
    lines = _lines(text, pages is not None)
    if kind is SourceKind.MARKDOWN:
        lines = [Line(_unmarked(line.text), line.place) for line in lines]
    return Document(kind, tuple(lines), pages=pages)


def longest_line(text: str) -> int:
    """The length of the longest line; looked for only where a line may be too long."""
    return max(map(len, text.splitlines())) if len(text) > LONGEST_LINE else 0


def decoded(data: bytes) -> str:
    """Text of bytes in UTF-8, UTF-16, GBK or GB18030. Raises UnreadableError for binary data."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if unmarked := _utf16_without_mark(data):
        return data.decode(unmarked, errors="replace")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _chinese(data)
    if _binary(text):
        raise UnreadableError("文件不是文字（可能是损坏的或其他格式的文件），无法读取")
    return text


def is_markdown(text: str) -> bool:
    """Whether the text carries Markdown headings or rows of pipes."""
    lines = [line.strip() for line in text.splitlines()]
    return any(line.startswith(("# ", "## ", "### ", "|--", "| --", "|:-")) for line in lines)


def _unmarked(line: str) -> str:
    """A line of Markdown without its marks; rows of pipes and headings of sections keep theirs."""
    if line.lstrip().startswith("|"):
        return line
    if heading(line) is None:
        line = _HEADING_MARK.sub("", line)
    return _ESCAPED.sub(r"\1", _BOLD.sub(r"\1", line))


def _lines(text: str, paged: bool) -> list[Line]:
    lines, page = [], 1
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS)
    for number, raw in enumerate(text.split("\n"), 1):
        page += raw.count("\f") if raw.startswith("\f") else 0
        clean = raw.replace("\f", "")
        lines.append(Line(clean, Place(page=page if paged else None, line=number)))
        page += 0 if raw.startswith("\f") else raw.count("\f")
    return lines


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 without a byte-order mark: line ends and digits have a zero byte on one side."""
    head = data[:4096]
    if b"\x00" not in head:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        text = head[: len(head) // 2 * 2].decode(encoding, errors="replace")
        if text and _readable(text) > 0.9:
            return encoding
    return None


def _chinese(data: bytes) -> str:
    """GB18030 takes in GBK and GB 2312; a few damaged bytes are kept as replacement characters."""
    strict = data.decode("gb18030", errors="replace")
    loose = data.decode("utf-8", errors="replace")
    return min(strict, loose, key=lambda text: text.count("\ufffd"))


def _readable(text: str) -> float:
    good = sum(
        c in "\n\r\t\f 　"
        or "一" <= c <= "鿿"
        or (c.isascii() and c.isprintable())
        or c in "，。、：；（）《》“”"
        for c in text
    )
    return good / len(text)


def _binary(text: str) -> bool:
    sample = text[:20000]
    return len(_DAMAGE.findall(sample)) > len(sample) * 0.1
