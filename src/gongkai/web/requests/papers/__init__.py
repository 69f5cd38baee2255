"""Layouts of papers that are printed; text comes in as data."""
