"""The file of faults: every bad row as it stood, the reason beside it, to be corrected and sent
again. And the file that shows what a table may look like."""

import io
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time

import xlsxwriter

from gongkai.web.ledgers.models import Batch, Row
from gongkai.web.ledgers.rows import all_lines, target_of
from gongkai.web.ledgers.sheets.book import Value, shown
from gongkai.web.ledgers.target import Faults, Field, Sample
from gongkai.web.ledgers.understand import OURS

WIDE, USUAL = 46, 16
SHEET_NAME_MOST = 31


def sentences(faults: Mapping[str, str], labels: Mapping[str, str]) -> str:
    """All that is wrong with a row in one text; `labels`: key of the field → its column."""
    return "；".join(
        f"{labels.get(key, key)}：{words}" if key else words for key, words in faults.items()
    )


def labels_of(batch: Batch) -> dict[str, str]:
    """Key of a field → what its column is called in this file, else in ours."""
    fields: Iterable[Field] = target_of(batch).fields(batch.body)
    own = {key: label for label, key in batch.columns.items() if key}
    return {field.key: own.get(field.key, field.label) for field in fields}


def fault_file(batch: Batch) -> bytes:
    """The bad rows as XLSX. LostError once the key of the batch was destroyed."""
    bad = {
        (row.sheet, row.number): row.faults
        for row in batch.rows.filter(state=Row.State.BAD).iterator(chunk_size=2000)
    }
    labels = labels_of(batch)
    writer = _Writer()
    for place, line in all_lines(batch):
        faults = bad.get((place.index, line.number))
        if faults is None:
            continue
        columns = [label for label in place.head.labels if label not in OURS]
        writer.sheet(place.name, [*OURS, *columns])
        cells = dict(zip(place.head.labels, line.values, strict=False))
        wrong = {labels.get(key) for key in faults}
        writer.row(
            [sentences(faults, labels), place.name, line.number],
            [(cells.get(label), label in wrong) for label in columns],
        )
    return writer.done()


class _Writer:
    """One sheet for each sheet of the original, in the order in which they come."""

    def __init__(self) -> None:
        self.out = io.BytesIO()
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self.book = xlsxwriter.Workbook(self.out, options)
        self.head = self.book.add_format({"bold": True, "bg_color": "#E6F0F2", "border": 1})
        self.why = self.book.add_format({"font_color": "#A3241D", "text_wrap": True, "border": 1})
        self.cell = self.book.add_format({"border": 1})
        self.bad = self.book.add_format({"bg_color": "#FBE9E7", "border": 1})
        self.day = self.book.add_format({"num_format": "yyyy-mm-dd", "border": 1})
        self.name, self.at = "", 0

    def sheet(self, name: str, head: list[str]) -> None:
        if self.at and name == self.name:
            return
        self.page = self.book.add_worksheet(_sheet_name(name, len(self.book.worksheets())))
        self.page.set_column(0, 0, WIDE)
        self.page.set_column(1, len(head), USUAL)
        self.page.freeze_panes(1, 1)
        self.page.write_row(0, 0, head, self.head)
        self.name, self.at = name, 1

    def row(self, ours: list[object], cells: list[tuple[Value, bool]]) -> None:
        self.page.write_row(self.at, 0, ours, self.why)
        for column, (value, wrong) in enumerate(cells, len(ours)):
            form = self.bad if wrong else self.cell
            if isinstance(value, date | datetime) and not wrong:
                self.page.write_datetime(self.at, column, value, self.day)
            elif isinstance(value, int | float) and not isinstance(value, bool):
                self.page.write_number(self.at, column, value, form)
            else:
                self.page.write_string(self.at, column, shown(value), form)
        self.at += 1

    def done(self) -> bytes:
        if not self.book.worksheets():
            self.book.add_worksheet("没有错误")
        self.book.close()
        return self.out.getvalue()


def _sheet_name(name: str, count: int) -> str:
    """A name that a spreadsheet may have, and no other of this one has."""
    kept = "".join("_" if character in "[]:*?/\\" else character for character in name).strip("'")
    return f"{kept[: SHEET_NAME_MOST - 4] or '表'}{'' if not count else f' {count + 1}'}"


def sample_file(sample: Sample) -> bytes:
    """The example as XLSX: a title, the head, rows, a sum where it has one."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    page = book.add_worksheet("范例")
    width = len(sample.rows[0])
    title = book.add_format({"bold": True, "font_size": 14, "align": "center"})
    head = book.add_format({"bold": True, "bg_color": "#E6F0F2", "border": 1, "text_wrap": True})
    cell = book.add_format({"border": 1})
    day = book.add_format({"num_format": "yyyy-mm-dd", "border": 1})
    page.merge_range(0, 0, 0, width - 1, sample.title, title)
    page.set_column(0, width - 1, USUAL)
    page.write_row(1, 0, sample.rows[0], head)
    page.freeze_panes(2, 0)
    for at, row in enumerate(sample.rows[1:], 2):
        for column, value in enumerate(row):
            if isinstance(value, date | datetime | time):
                page.write_datetime(at, column, value, day)
            else:
                page.write(at, column, value, cell)
    book.close()
    return out.getvalue()


def faults_shown(faults: Faults, labels: Mapping[str, str]) -> list[tuple[str, str]]:
    """Column and sentence, one after the other."""
    return [(labels.get(key, ""), words) for key, words in faults.items()]
