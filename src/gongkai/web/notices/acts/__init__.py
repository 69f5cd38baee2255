"""Telling people, sending what was told, and where each wants to be told."""
