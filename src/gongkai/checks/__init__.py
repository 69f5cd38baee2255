"""What is wrong with a report or a record, and which provision says so.

Imports reports and below.
"""
