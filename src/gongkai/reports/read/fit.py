"""From the neutral document to the report: tables, prose, places."""

from gongkai.reports.model.document import Document
from gongkai.reports.model.report import Report
from gongkai.reports.model.statement import Source, Statement


def read_document(document: Document, source: Source) -> Report:
    """The report that a document holds. Raises UnreadableError where it holds none."""
    return Report(Statement(None, None, None, source=source), document)
