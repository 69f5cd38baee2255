"""Proactive disclosure: who must publish what, until when, and how fresh it must be kept."""
