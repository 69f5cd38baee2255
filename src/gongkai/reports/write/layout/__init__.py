"""The layout of the statutory tables, shared by all writers."""
