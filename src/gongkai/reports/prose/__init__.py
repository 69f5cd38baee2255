"""What the prose of a report says in figures and claims: numbers, facts, wholes and parts.

Pure functions on strings and on a report's passages; judges nothing (that is for checks) and
imports only the model and the statutory forms.
"""
