"""Rates that bodies publish about cases and full texts, with what they are a share of."""
