"""Statements as data: rows of cells, workbooks that overflow, packages that are missing."""

import io
import sys

import pytest
from openpyxl import load_workbook
from pyarrow import parquet

from gongkai.reports.model.statement import CellState, State
from gongkai.reports.write.data import xlsx
from gongkai.reports.write.data.cells import cell_rows
from gongkai.reports.write.data.parquet import ParquetWriter
from gongkai.reports.write.registry import EXCHANGES, CannotRenderError, exchange
from gongkai.statute.forms import form
from tests.reports.write.samples import BODY, complete


def written(to, *statements):
    out = io.BytesIO()
    writer = exchange(to, out)
    for statement in statements:
        writer.add(statement)
    writer.close()
    return out.getvalue()


def test_every_cell_is_a_row_with_the_state_nearest_to_it():
    gap = complete(cells={"requests.granted": CellState(State.MISSING_ROW)})
    rows = {row.path: row for row in cell_rows(gap)}
    assert list(rows) == list(form("2021").cells)
    assert rows["requests.granted.total"].state == "missing_row"
    assert rows["proactive.permits"][:3] == (BODY, 2023, "proactive.permits")
    assert rows["proactive.permits"].state is None


def test_text_that_a_spreadsheet_would_run_is_made_harmless():
    line = written("csv", complete(body="=cmd|'/c calc'!A1")).decode("utf-8-sig").splitlines()[1]
    assert line.startswith("'=cmd")
    book = load_workbook(io.BytesIO(written("xlsx", complete(body="=1+1"))))
    assert book.active["A2"].data_type == "s"


def test_a_full_sheet_is_followed_by_another():
    out = io.BytesIO()
    writer = xlsx.XlsxWriter(out, full=150)
    writer.add(complete())
    writer.close()
    sheets = load_workbook(io.BytesIO(out.getvalue())).worksheets
    assert [sheet.max_row for sheet in sheets] == [150, 52]
    assert sheets[1]["A1"].value == "body"


def test_parquet_is_written_in_groups(monkeypatch):
    monkeypatch.setattr("gongkai.reports.write.data.parquet.GROUP", 300)
    out = io.BytesIO()
    writer = ParquetWriter(out)
    for _ in range(4):
        writer.add(complete())
    writer.close()
    file = parquet.ParquetFile(io.BytesIO(out.getvalue()))
    assert file.num_row_groups == 2
    assert file.metadata.num_rows == 4 * len(form("2021").cells)


@pytest.mark.parametrize("to", EXCHANGES)
def test_no_statement_makes_an_empty_file_of_the_format(to):
    assert written(to)


def test_a_missing_package_is_named_with_how_to_get_it(monkeypatch):
    monkeypatch.delitem(sys.modules, "gongkai.reports.write.data.parquet", raising=False)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(CannotRenderError, match=r"pip install 'gongkai\[parquet\]'"):
        written("parquet")
