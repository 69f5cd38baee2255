"""CSV and other texts with a mark between the cells, in UTF-8, UTF-16 or GBK."""

import csv
import io
from collections.abc import Iterator

from gongkai.web.ledgers.sheets.book import Sheet, UnreadableError, Value

MARKS = ",\t;；|"
SAMPLE = 20
BEGINNINGS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read(data: bytes) -> list[Sheet]:
    text = decoded(data)
    mark = _mark(text)

    def lines() -> Iterator[tuple[Value, ...]]:
        try:
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark):
                yield tuple(cell or None for cell in row)
        except csv.Error as fault:
            raise UnreadableError("文本表格中有读不懂的行，请另存为 XLSX 后再上传。") from fault

    return [Sheet("表格", text.count("\n"), lines)]


def decoded(data: bytes) -> str:
    for beginning, encoding in BEGINNINGS:
        if data.startswith(beginning):
            return data.decode(encoding, errors="replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableError("认不出文本的编码，请另存为 XLSX 后再上传。")


def _mark(text: str) -> str:
    """The mark that parts the most lines, and the most evenly; a comma where none does."""
    lines = [line for line in text.splitlines()[: SAMPLE * 2] if line.strip()][:SAMPLE]

    def weight(mark: str) -> tuple[int, int]:
        counts = [line.count(mark) for line in lines]
        return sum(1 for count in counts if count), sum(counts)

    return max(MARKS, key=weight)
