"""Remedies against an answer or silence: where, by whom, until when, and how they are counted."""
