"""The office's own files as lines of cells, and what the cells say. Pure: knows no Django."""
