"""Blacking out parts of papers: found, drawn, burnt into pictures of the pages, verified."""
