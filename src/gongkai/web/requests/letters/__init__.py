"""The letters of a case: blanks filled from the record, templates, the official page. Pure."""
