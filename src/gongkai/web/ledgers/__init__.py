"""台账: figures by month with evidence, and the import of office spreadsheets for every app above.

The import knows no app: what can be imported is registered by the project (see `target`).
"""
