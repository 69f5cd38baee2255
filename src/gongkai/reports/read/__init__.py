"""Read a published report, whatever its format, into statement, places and prose.

Bytes become the neutral document (one module a format, found through `registry`), the document
becomes a report (`fit`). Nothing here knows rules, the clock, the network or a database.
"""

from gongkai.reports.read.limits import Limits
from gongkai.reports.read.registry import read_bytes
from gongkai.reports.read.unreadable import UnreadableError

__all__ = ["Limits", "UnreadableError", "read_bytes"]
