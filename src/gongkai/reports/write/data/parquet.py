"""One row a cell as Parquet, in row groups of some thousand rows."""

from typing import BinaryIO

import pyarrow as pa
from pyarrow import parquet

from gongkai.reports.model.statement import Statement
from gongkai.reports.write.data.cells import CellRow, cell_rows

SCHEMA = pa.schema(
    [
        ("body", pa.string()),
        ("year", pa.int16()),
        ("path", pa.string()),
        ("value", pa.float64()),
        ("state", pa.string()),
    ]
)
GROUP = 50_000


class ParquetWriter:
    def __init__(self, target: BinaryIO) -> None:
        self.file = parquet.ParquetWriter(target, SCHEMA, compression="zstd")
        self.rows: list[CellRow] = []

    def add(self, statement: Statement) -> None:
        self.rows.extend(cell_rows(statement))
        if len(self.rows) >= GROUP:
            self.flush()

    def flush(self) -> None:
        if self.rows:
            columns = dict(zip(CellRow._fields, zip(*self.rows, strict=True), strict=True))
            self.file.write_table(pa.table(columns, SCHEMA))
            self.rows.clear()

    def close(self) -> None:
        self.flush()
        self.file.close()


def writer(target: BinaryIO) -> ParquetWriter:
    return ParquetWriter(target)
