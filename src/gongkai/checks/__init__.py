"""What is wrong with a report or a record, and which provision says so.

Imports reports and below. `check(report)` runs the catalogue over a report read or drafted.
"""

from gongkai.checks.run import check

__all__ = ["check"]
