"""Findings for people and programs: text, SARIF, one page with the report and its findings."""
