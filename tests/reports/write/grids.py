"""What stands in each square of the tables of a written file, read by other libraries."""

from io import BytesIO

import openpyxl
from docx import Document
from lxml import html

from gongkai.reports.write.layout.square import TableLayout


def expected(table: TableLayout) -> list[list[str]]:
    """The text of every square; a merged one in each place it covers."""
    grid = [[""] * len(table.weights) for _ in range(table.height)]
    for s in table.squares:
        for row in range(s.row, s.row + s.row_span):
            for column in range(s.column, s.column + s.column_span):
                grid[row][column] = s.text
    return grid


def in_docx(data: bytes) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in Document(BytesIO(data)).tables
    ]


def in_html(data: bytes) -> list[list[list[str]]]:
    return [_expanded(table) for table in html.fromstring(data.decode()).iter("table")]


def _expanded(table) -> list[list[str]]:
    filled: dict[tuple[int, int], str] = {}
    for row, line in enumerate(table.iter("tr")):
        column = 0
        for cell in line:
            while (row, column) in filled:
                column += 1
            for down in range(int(cell.get("rowspan", 1))):
                for right in range(int(cell.get("colspan", 1))):
                    filled[row + down, column + right] = cell.text_content()
    height, width = (max(place[i] for place in filled) + 1 for i in (0, 1))
    return [[filled[row, column] for column in range(width)] for row in range(height)]


def in_xlsx(data: bytes) -> list[list[list[str]]]:
    book = openpyxl.load_workbook(BytesIO(data))
    grids = []
    for sheet in book.worksheets[1:]:
        grid = [["" if v is None else str(v) for v in row] for row in sheet.values]
        for area in sheet.merged_cells.ranges:
            for row in range(area.min_row - 1, area.max_row):
                for column in range(area.min_col - 1, area.max_col):
                    grid[row][column] = grid[area.min_row - 1][area.min_col - 1]
        grids.append(grid)
    return grids
