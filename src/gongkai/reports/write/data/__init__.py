"""Statements as data for other programs: JSON, or one row a cell as CSV, XLSX, Parquet."""
